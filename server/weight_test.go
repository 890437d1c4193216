package server_test

import (
	"net/http"
	"strings"
	"testing"
)

// weight is what a page costs over the line, compressed: the page itself and all
// that it loads.
func weight(t *testing.T, h http.Handler, path string) (all, script int) {
	t.Helper()
	doc := parse(t, get(t, h, path))
	all = get(t, h, path, "Accept-Encoding", "gzip").Body.Len()
	seen := map[string]bool{}
	addresses := hrefs(t, doc, "link[rel=stylesheet], link[rel=icon], link[rel=modulepreload]")
	main, _ := attr(one(t, doc, "script[src]"), "src")
	for _, address := range append(addresses, main) {
		w := get(t, h, address, "Accept-Encoding", "gzip")
		want(t, w, http.StatusOK)
		if seen[address] {
			t.Errorf("%s is loaded twice", address)
		}
		seen[address] = true
		all += w.Body.Len()
		if strings.HasSuffix(address, ".js") {
			script += w.Body.Len()
		}
	}
	return all, script
}

// A phone on a slow line gets a page in one breath: a first view is at most
// 60 kB without pictures, of which the script 15 kB.
func TestWeight(t *testing.T) {
	h := shipped(t)
	for name, path := range shippedPages {
		if name == "wrong" || name == "not found" {
			continue
		}
		if all, script := weight(t, h, path); all > 60_000 || script > 15_000 || script < 1000 {
			t.Errorf("%s: %d bytes, of which %d script", name, all, script)
		} else {
			t.Logf("%s: %d bytes, of which %d script", name, all, script)
		}
	}
	full := everywhere(t, 1)
	for _, path := range []string{"/", "/?q=taalpraktijk", "/?q=taalpraktijk&view=map", "/praktijk/overal-0", "/gemeente/Gent"} {
		if all, script := weight(t, full, path); all > 60_000 {
			t.Errorf("%s with every municipality: %d bytes", path, all)
		} else {
			t.Logf("%s with every municipality: %d bytes, of which %d script", path, all, script)
		}
	}
}
