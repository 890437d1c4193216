package main

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"praktijkzoeker/corpus"
	"praktijkzoeker/server"
)

// No address and no fiche leads out of the folder of fiches, nor to a file in it
// that is no picture.
func TestNoPathLeavesTheFolder(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	for name, text := range map[string]string{
		filepath.Join(outside, "geheim.png"): "geheim", filepath.Join(dir, "koffie.png"): "koffie", filepath.Join(dir, "geheim.md"): "geheim",
		filepath.Join(dir, ".geheim.txt"): "geheim",
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{
		"uit.png": filepath.Join(outside, "geheim.png"), "omhoog.png": "../" + filepath.Base(outside) + "/geheim.png", "map.png": outside,
		"tekst.png": "geheim.md", "rond.png": "rond.png", "binnen.png": "koffie.png", "uit": outside,
	} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pijp.png"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "lade.png"), 0o755); err != nil {
		t.Fatal(err)
	}
	large, err := os.Create(filepath.Join(dir, "groot.png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := large.Truncate(1 << 30); err != nil { // without a byte on disk
		t.Fatal(err)
	}
	large.Close()

	ix, err := openIndex(IndexConfig{}, slog.New(slog.DiscardHandler), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	names := []string{
		"../geheim.png", "uit.png", "omhoog.png", "map.png", "rond.png", "pijp.png", "lade.png", "groot.png", "geheim.md", ".geheim.txt", "uit/geheim.png",
		`..\geheim.png`, "/etc/passwd", "geheim.png\x00.png", "..%2fgeheim.png", "%2e%2e/geheim.png", "", ".", "..", outside + "/geheim.png",
	}
	err = ix.Replace(t.Context(), func(yield func(corpus.Fiche, error) bool) {
		for i, name := range names {
			f := corpus.Fiche{ID: string(rune('a' + i)), Title: "Fiche", Image: &corpus.Image{File: name, Alt: "beeld"}}
			if !yield(f, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	handler, err := server.New(server.Config{Searcher: ix, Images: newSource(CorpusConfig{Dir: dir}).images()})
	if err != nil {
		t.Fatal(err)
	}
	ask := func(path string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		var err error
		if r.URL, err = url.Parse(path); err != nil {
			t.Fatal(err)
		}
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		return w
	}
	for i, name := range names {
		for _, path := range []string{"/afbeelding/" + url.PathEscape(name), "/afbeelding/" + url.PathEscape(url.PathEscape(name)), "/static/" + url.PathEscape(name), "/praktijk/" + url.PathEscape(name), "/api/v1/fiches/" + url.PathEscape(name)} {
			if w := ask(path); w.Code == http.StatusOK || w.Code >= 500 || strings.Contains(w.Body.String(), "geheim\n") {
				t.Errorf("%s: status %d: %.100q", path, w.Code, w.Body)
			}
		}
		if body := ask("/praktijk/" + string(rune('a'+i))).Body.String(); strings.Contains(body, "<img") {
			t.Errorf("the fiche with picture %q shows it", name)
		}
	}
	for path, wanted := range map[string]string{"/afbeelding/koffie.png": "koffie", "/afbeelding/binnen.png": "koffie"} {
		if w := ask(path); w.Code != http.StatusOK || w.Body.String() != wanted {
			t.Errorf("%s: status %d: %.100q", path, w.Code, w.Body)
		}
	}
	// A name for a picture, and a text behind it: what it is called decides, and
	// a browser is told not to guess.
	if w := ask("/afbeelding/tekst.png"); w.Header().Get("Content-Type") != "image/png" || w.Header().Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("a text that is called a picture comes as %v", w.Header())
	}
}
