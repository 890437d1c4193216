package server_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"praktijkzoeker/server"
)

// What a page and an answer cost with a thousand fiches, the index included.
func BenchmarkAnswer(b *testing.B) {
	h := newServer(b, server.Config{Searcher: newIndex(b, append(handful(), many(1000)...))})
	for name, path := range map[string]string{
		"search page": "/?q=praktijkles&category=Groep+A", "landing": "/", "fiche": "/praktijk/taalbeleid-op-de-werkvloer",
		"api search": "/api/v1/search?q=praktijkles", "api suggest": "/api/v1/suggest?q=les",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				w := httptest.NewRecorder()
				h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
				if w.Code != http.StatusOK {
					b.Fatalf("status %d", w.Code)
				}
			}
		})
	}
}
