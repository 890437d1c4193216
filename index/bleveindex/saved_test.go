package bleveindex

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
)

// savedIn returns an index in dir with some fiches, after a change, closed, and
// the file of its view.
func savedIn(t *testing.T, dir string) ([]corpus.Fiche, string) {
	t.Helper()
	fs := manyFiches(60)
	x := openIn(t, dir, Options{}, fs...)
	fs = edit(rand.New(rand.NewPCG(8, 8)), fs, 0)
	replaceWith(t, x, fs...)
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	return fs, filepath.Join(generationDir(dir, x.generation), savedFile)
}

// recalled opens the index in dir and reports whether its view came from the file;
// its answers are those of an index that is built anew in any case.
func recalled(t *testing.T, dir string, fs []corpus.Fiche) bool {
	t.Helper()
	x, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	sameContents(t, openWith(t, Options{}, fs...), x, rand.New(rand.NewPCG(8, 9)), fs)
	return x.current.recalled
}

func TestViewIsSaved(t *testing.T) {
	dir := t.TempDir()
	if fs, _ := savedIn(t, dir); !recalled(t, dir, fs) {
		t.Error("what was saved is not used")
	}
	dir = t.TempDir()
	fs := manyFiches(60)
	x := openIn(t, dir, Options{}, fs...)
	path := filepath.Join(x.store.dir, savedFile)
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if !recalled(t, dir, fs) {
		t.Error("what was saved by a rebuild is not used")
	}
	if after, err := os.Stat(path); err != nil || !os.SameFile(before, after) {
		t.Errorf("it was saved again without need: %v", err)
	}
}

// A file that is gone, damaged, cut off, of another version or of other contents
// is not used, and does no harm.
func TestSavedViewThatCannotBeUsed(t *testing.T) {
	dir := t.TempDir()
	fs, path := savedIn(t, dir)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	flipped := func(at int) []byte { // some bytes: one bit may mean nothing to zstd
		b := bytes.Clone(good)
		for i := range min(8, len(b)-at) {
			b[at+i] ^= 0x5a
		}
		return b
	}
	header := bytes.IndexByte(good, '\n')
	for name, data := range map[string][]byte{
		"empty":    {},
		"cut off":  good[:len(good)/2],
		"end gone": good[:len(good)-1],
		"more":     append(bytes.Clone(good), "meer"...),
		"version":  append([]byte("praktijkzoeker view 0"), good[len("praktijkzoeker view 1"):]...),
		"contents": flipped(header - 1),
		"start":    flipped(header + 10),
		"middle":   flipped(len(good) / 2),
		"end":      flipped(len(good) - 2),
		"gone":     nil,
	} {
		t.Run(name, func(t *testing.T) {
			if data == nil {
				err = os.Remove(path)
			} else {
				err = os.WriteFile(path, data, 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
			if recalled(t, dir, fs) {
				t.Error("it is used")
			}
			if again, err := os.ReadFile(path); err != nil || bytes.Equal(again, data) {
				t.Errorf("it is not mended: %v", err)
			}
		})
	}
}

// A view of fewer segments is of others too, also where it begins with the same.
func TestSavedViewOfFewerSegments(t *testing.T) {
	x := openIn(t, t.TempDir(), Options{}, manyFiches(60)...)
	v := viewFor(t, x)
	for extra, saved := range []bool{true, false} {
		f, err := os.Open(filepath.Join(v.store.dir, savedFile))
		must(t, err)
		defer f.Close()
		got := view{store: v.store, snapshot: v.snapshot, options: v.options, live: v.live}
		got.segments = append(slices.Clone(v.segments), make([]viewSegment, extra)...)
		must(t, got.readHeader(f))
		must(t, got.read(f))
		if got.saved != saved {
			t.Errorf("with %d segments more than were saved: as saved %v", extra, got.saved)
		}
	}
}

// A view that was saved of other segments than there are now is used as far as it
// goes: what is left is the order by title.
func TestSavedViewOfOtherSegments(t *testing.T) {
	dir := t.TempDir()
	x := openIn(t, dir, Options{}, manyFiches(60)...)
	v, done, err := x.acquire(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer done()
	other := view{
		store: v.store, snapshot: v.snapshot, order: v.order, suggestions: v.suggestions,
		segments: append([]viewSegment{{segmentTable: &segmentTable{n: 7}, id: 999}}, v.segments...),
	}
	if err := other.save(); err != nil {
		t.Fatal(err)
	}
	got := view{store: v.store, snapshot: v.snapshot, options: v.options, segments: v.segments, live: v.live}
	if err := got.recall(); err != nil || got.saved {
		t.Fatalf("recall: %v, as saved: %v", err, got.saved)
	}
	if diff := cmp.Diff(v.order, got.order); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(v.suggestions.Suggest("ta", 9), got.suggestions.Suggest("ta", 9)); diff != "" {
		t.Errorf("suggestions (-want +got):\n%s", diff)
	}
}

// A failing disk keeps nobody from closing.
func TestSaveFails(t *testing.T) {
	x := openIn(t, t.TempDir(), Options{}, manyFiches(9)...)
	path := filepath.Join(x.store.dir, savedFile)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(path, 0o755); err != nil { // nothing can be renamed to it
		t.Fatal(err)
	}
	if err := x.current.save(); err == nil {
		t.Error("no error")
	}
	left, err := filepath.Glob(path + ".new")
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
