package server_test

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"praktijkzoeker/server"
)

func TestLost(t *testing.T) {
	h := site(t)
	for _, tc := range []struct{ path, offers string }{
		{"/taalbeleid", "/praktijk/taalbeleid-op-de-werkvloer"},
		{"/buddywerking.html", "/praktijk/buddywerking"},
		{"/praktijken/gent", "/gemeente/Gent"},
		{"/gemeente/gent/taalbeleid", "/praktijk/taalbeleid-op-de-werkvloer"},
		{"/zzzzqqqq", ""},
		{"/praktijken/", ""},
	} {
		t.Run(tc.path, func(t *testing.T) {
			w := get(t, h, tc.path)
			want(t, w, http.StatusNotFound)
			doc := parse(t, w)
			checkStructure(t, doc)
			got := hrefs(t, doc, "main .links a")
			if tc.offers == "" && len(got) > 0 || tc.offers != "" && !slices.Contains(got, tc.offers) {
				t.Errorf("offers %q, want %q", got, tc.offers)
			}
			for _, href := range got {
				want(t, get(t, h, href), http.StatusOK)
			}
			one(t, doc, "main form[role=search] input[name=q]")
		})
	}
}

// A broken index makes no difference to an address that is none.
func TestLostWithoutIndex(t *testing.T) {
	w := get(t, newServer(t, server.Config{Searcher: failing{errors.New(secret)}}), "/taalbeleid")
	want(t, w, http.StatusNotFound)
	if strings.Contains(w.Body.String(), secret) {
		t.Error("shows the inside")
	}
	want(t, get(t, site(t), "/api/v1/taalbeleid"), http.StatusNotFound)
}

func TestLostHostile(t *testing.T) {
	h := site(t)
	for _, attack := range append(attacks, strings.Repeat("a-", 5000), "%00", `"""`) {
		w := get(t, h, "/"+url.PathEscape(attack))
		if w.Code >= 500 {
			t.Errorf("%q: status %d", attack, w.Code)
		}
		if w.Code == http.StatusNotFound {
			harmless(t, attack, parse(t, w))
		}
	}
}
