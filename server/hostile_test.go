package server_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"praktijkzoeker/server"
)

// Whatever is asked gets an answer or a 4xx.
func TestStrangeQuestions(t *testing.T) {
	h := site(t)
	for _, q := range []string{
		"*", `"`, "-", `""`, "--", "-*", "\\", "+", "AND OR NOT", "title:taal", "(", "a:b^2~", "[* TO *]", "%", "?", "&", "=", ";", "\x00\x01\x02",
		"\u202e", "\ufeff", "e\u0301", strings.Repeat("a ", 249), strings.Repeat("\"", 300), strings.Repeat("-a ", 160), "😀", "ﬁche", strings.Repeat("é", 500),
		"' OR 1=1 --", "../../etc/passwd", "${jndi:ldap://x}", "%s%n", "taal\r\nSet-Cookie: a=b",
	} {
		v := url.QueryEscape(q)
		for _, path := range []string{"/?q=" + v, "/api/v1/search?explain=1&prefix=1&q=" + v, "/api/v1/suggest?q=" + v, "/api/v1/facets?zero=1&q=" + v, "/?category=" + url.QueryEscape(string([]rune(q)[:min(len([]rune(q)), 200)]))} {
			want(t, get(t, h, path), http.StatusOK)
		}
		for _, path := range []string{"/praktijk/" + url.PathEscape(q), "/gemeente/" + url.PathEscape(q), "/api/v1/fiches/" + url.PathEscape(q), "/static/" + url.PathEscape(q), "/afbeelding/" + url.PathEscape(q)} {
			if w := get(t, h, path); w.Code >= 500 || w.Code == http.StatusOK {
				t.Errorf("%s: status %d", path, w.Code)
			}
		}
	}
	for _, path := range []string{"//", "/./", "/..", "/praktijk/", "/praktijk//x", "/%00", "/%ff", "/api", "/api/", "/static/", "/static/style.css", "/afbeelding/..%2f..%2fx.png"} {
		if w := get(t, h, path); w.Code >= 500 || w.Code == http.StatusOK && path != "//" {
			t.Errorf("%s: status %d", path, w.Code)
		}
	}
}

// Pages come while the contents are replaced, and each shows one of them.
func TestWhileReplacing(t *testing.T) {
	x := newIndex(t, many(10))
	h := newServer(t, server.Config{Searcher: x})
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var work sync.WaitGroup
	work.Go(func() {
		for i := 0; ctx.Err() == nil; i++ {
			if err := x.Replace(context.Background(), sequence(many(10+10*(i%2)))); err != nil {
				t.Error(err)
			}
		}
	})
	for range 2 {
		work.Go(func() {
			defer stop()
			for range 40 {
				a := decode[server.Answer](t, get(t, h, "/api/v1/search?size=100"))
				sum := 0
				for _, c := range a.Facets["category"] {
					sum += c.Count
				}
				if a.Total != 10 && a.Total != 20 || len(a.Hits) != a.Total || sum != a.Total {
					t.Errorf("a mixture: total %d, hits %d, counted %d", a.Total, len(a.Hits), sum)
				}
				want(t, get(t, h, "/?q=praktijkles"), http.StatusOK)
				want(t, get(t, h, "/"), http.StatusOK)
			}
		})
	}
	work.Wait()
}
