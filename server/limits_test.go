package server_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

// As much as is allowed is answered, and one more is refused; each for every
// facet and at every address that knows the parameter.
func TestBoundsOfAQuestion(t *testing.T) {
	h := site(t)
	values := func(f index.Facet, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "&%s=waarde%d", f, i)
		}
		return b.String()
	}
	for _, path := range []string{"/?", "/api/v1/search?", "/zoeken.csv?", "/zoeken.atom?"} {
		for _, f := range index.Facets {
			want(t, get(t, h, path+values(f, 100)), http.StatusOK)
			want(t, get(t, h, path+values(f, 101)), http.StatusBadRequest)
			want(t, get(t, h, path+string(f)+"="+strings.Repeat("é", 200)), http.StatusOK)
			want(t, get(t, h, path+string(f)+"="+strings.Repeat("é", 201)), http.StatusBadRequest)
		}
		want(t, get(t, h, path+"q="+strings.Repeat("é", 500)), http.StatusOK)
		want(t, get(t, h, path+"q="+strings.Repeat("é", 501)), http.StatusBadRequest)
		want(t, get(t, h, path+"page=100000"), http.StatusOK)
		want(t, get(t, h, path+"page=100001"), http.StatusBadRequest)
	}
	for _, path := range []string{"/api/v1/search?size=", "/api/v1/fiches?size="} {
		want(t, get(t, h, path+"100"), http.StatusOK)
		want(t, get(t, h, path+"101"), http.StatusBadRequest)
	}
	want(t, get(t, h, "/api/v1/suggest?q=a&limit=20"), http.StatusOK)
	want(t, get(t, h, "/api/v1/suggest?q=a&limit=21"), http.StatusBadRequest)
}

// A download holds so many fiches, and its link leads to all others.
func TestBoundsOfADownload(t *testing.T) {
	const all = 2*index.MaxLimit + 5
	h := newServer(t, server.Config{Searcher: newIndex(t, many(all))})
	got, path := 0, "/zoeken.csv"
	for pages := 0; path != ""; pages++ {
		w := get(t, h, path)
		n := len(table(t, w)) - 1
		if n > index.MaxLimit || pages > 2 {
			t.Fatalf("%s: %d fiches on page %d", path, n, pages)
		}
		got += n
		link, _, _ := strings.Cut(strings.TrimPrefix(w.Header().Get("Link"), "<"), ">")
		path = link
	}
	if got != all {
		t.Errorf("%d fiches in all, want %d", got, all)
	}
}
