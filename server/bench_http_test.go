package server_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"

	"github.com/gorilla/mux"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

// fetch reads an answer over a kept connection.
func fetch(tb testing.TB, client *http.Client, url string) (body []byte, header http.Header) {
	tb.Helper()
	answer, err := client.Get(url)
	if err != nil {
		tb.Fatal(err)
	}
	if n := answer.ContentLength; n >= 0 { // no growing: that is the client's cost
		body = make([]byte, n)
		_, err = io.ReadFull(answer.Body, body)
	} else {
		body, err = io.ReadAll(answer.Body)
	}
	if answer.Body.Close() != nil || err != nil || answer.StatusCode != http.StatusOK {
		tb.Fatalf("status %d: %v", answer.StatusCode, err)
	}
	return body, answer.Header
}

// serve starts a server on loopback, and a client that asks for no compression:
// unpacking is the client's cost.
func serve(tb testing.TB, h http.Handler) (url string, client *http.Client) {
	tb.Helper()
	s := httptest.NewServer(h)
	tb.Cleanup(s.Close)
	return s.URL, &http.Client{Transport: &http.Transport{DisableCompression: true}}
}

// What a repeated question costs over HTTP, against a gorilla/mux handler that
// does nothing but write the same bytes. The two take turns, so that both meet
// the same machine. Bar: 1.5 times.
func BenchmarkRepeated(b *testing.B) {
	h := newServer(b, server.Config{Searcher: newIndex(b, append(handful(), many(1000)...))})
	for _, path := range []string{"/?q=praktijkles", "/api/v1/search?q=praktijkles&size=20", "/api/v1/suggest?q=les"} {
		b.Run(path[1:5], func(b *testing.B) {
			url, client := serve(b, h)
			body, header := fetch(b, client, url+path)
			empty := mux.NewRouter()
			empty.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", header.Get("Content-Type"))
				_, _ = w.Write(body)
			})
			emptyURL, emptyClient := serve(b, empty)
			var ours, theirs time.Duration
			for b.Loop() {
				start := time.Now()
				fetch(b, client, url+path)
				middle := time.Now()
				fetch(b, emptyClient, emptyURL)
				ours, theirs = ours+middle.Sub(start), theirs+time.Since(middle)
			}
			b.ReportMetric(float64(ours)/float64(theirs), "×empty")
			b.ReportMetric(float64(ours.Nanoseconds())/float64(b.N), "ns/ours")
			b.ReportMetric(float64(len(body)), "bytes")
		})
	}
}

// shippedTimes returns the shipped fiches n times over: as long as people write
// them.
func shippedTimes(tb testing.TB, n int) []corpus.Fiche {
	tb.Helper()
	loaded, err := corpus.Load(os.DirFS("../corpus/fiches"))
	if err != nil {
		tb.Fatal(err)
	}
	var out []corpus.Fiche
	for i := range n {
		for _, f := range loaded.Fiches {
			f.ID = fmt.Sprintf("%s-%d", f.ID, i)
			out = append(out, f)
		}
	}
	return out
}

// What a page of twenty hits as JSON costs over HTTP, against asking the index
// in the same process. Every question is a new one. Bar: 2 times.
func BenchmarkTwenty(b *testing.B) {
	ix := newIndex(b, shippedTimes(b, 34))
	url, client := serve(b, newServer(b, server.Config{Searcher: ix}))
	var ours, theirs time.Duration
	n := 0
	for b.Loop() {
		n += 2 // a question each, or the second would be warm
		start := time.Now()
		fetch(b, client, fmt.Sprintf("%s/api/v1/search?size=20&q=taal+-zonder%d", url, n))
		middle := time.Now()
		r, err := ix.Search(context.Background(), index.Query{Text: fmt.Sprintf("taal -zonder%d", n+1), Limit: 20})
		if err != nil || len(r.Hits) != 20 {
			b.Fatal(err)
		}
		ours, theirs = ours+middle.Sub(start), theirs+time.Since(middle)
	}
	b.ReportMetric(float64(ours)/float64(theirs), "×in-process")
	b.ReportMetric(float64(ours.Nanoseconds())/float64(b.N), "ns/ours")
}
