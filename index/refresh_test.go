package index_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"iter"
	"log/slog"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/bleveindex"
)

// A refreshing is a Refresher on a folder in memory and the embedded engine.
type refreshing struct {
	*index.Refresher
	t     *testing.T
	files fstest.MapFS
	log   bytes.Buffer
	done  []index.Refresh
}

func newRefreshing(t *testing.T) *refreshing {
	t.Helper()
	ix, err := bleveindex.Open("", bleveindex.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := ix.Close(); err != nil {
			t.Error(err)
		}
	})
	r := &refreshing{t: t, files: fstest.MapFS{}}
	r.Refresher = &index.Refresher{
		Index: ix,
		Load:  func(context.Context) (*corpus.Loaded, error) { return corpus.Load(r.files) },
		Log:   slog.New(slog.NewTextHandler(&r.log, nil)),
		Done:  func(d index.Refresh) { r.done = append(r.done, d) },
	}
	return r
}

// save puts a fiche with this title into the folder; no title breaks it.
func (r *refreshing) save(id, title string) {
	data := corpus.Format(corpus.Fiche{ID: id, Title: title, Description: "Een praktijk."})
	if title == "" {
		data = []byte("+++\ntitle = \n+++\n")
	}
	r.files[id+".md"] = &fstest.MapFile{Data: data}
}

func (r *refreshing) refresh() {
	r.t.Helper()
	if err := r.Refresh(r.t.Context()); err != nil {
		r.t.Fatal(err)
	}
}

// expect fails unless the index holds exactly these titles, by ID.
func (r *refreshing) expect(want map[string]string) {
	r.t.Helper()
	got := map[string]string{}
	found, err := r.Index.Search(r.t.Context(), index.Query{Limit: index.MaxLimit})
	if err != nil {
		r.t.Fatal(err)
	}
	for _, h := range found.Hits {
		got[h.Fiche.ID] = h.Fiche.Title
	}
	if diff := cmp.Diff(want, got); diff != "" {
		r.t.Errorf("fiches in the index (-want +got):\n%s", diff)
	}
}

func TestRefreshMakesTheIndexEqualToTheFiles(t *testing.T) {
	r := newRefreshing(t)
	r.save("a", "Eerste")
	r.save("b", "Tweede")
	r.refresh()
	r.expect(map[string]string{"a": "Eerste", "b": "Tweede"})

	r.save("a", "Gewijzigd")
	delete(r.files, "b.md")
	r.save("c", "Derde")
	r.refresh()
	r.expect(map[string]string{"a": "Gewijzigd", "c": "Derde"})
	if got := r.done[1]; got.Fiches != 2 || got.Err != nil || got.Started.IsZero() {
		t.Errorf("Done was told %+v", got)
	}
}

func TestRefreshKeepsTheOldVersionOfABrokenFiche(t *testing.T) {
	r := newRefreshing(t)
	r.save("a", "Eerste")
	r.save("b", "Tweede")
	r.refresh()

	r.save("a", "")
	r.save("new", "")
	r.save("b", "Tweede, gewijzigd")
	r.refresh()
	r.expect(map[string]string{"a": "Eerste", "b": "Tweede, gewijzigd"})
	if got := r.done[1]; got.Kept != 1 || got.Problems != 2 {
		t.Errorf("Done was told %+v, want 1 kept and 2 problems", got)
	}
	for _, want := range []string{"a.md:2: ", "new.md:2: ", "fiche a: de vorige versie blijft"} {
		if !strings.Contains(r.log.String(), want) {
			t.Errorf("%q is not in the log:\n%s", want, r.log.String())
		}
	}

	// Also when there is nothing else left, and again and again.
	delete(r.files, "b.md")
	r.refresh()
	r.refresh()
	r.expect(map[string]string{"a": "Eerste"})

	r.save("b", "Terug")
	delete(r.files, "a.md")
	r.refresh()
	r.expect(map[string]string{"b": "Terug"})
}

func TestRefreshTellsAProblemOnce(t *testing.T) {
	r := newRefreshing(t)
	r.save("a", "Eerste")
	r.save("b", "")
	told := func() int { return strings.Count(r.log.String(), "b.md:2: ") }
	r.refresh()
	r.refresh()
	if told() != 1 {
		t.Errorf("after two refreshes the problem was told %d times", told())
	}
	r.save("b", "Hersteld")
	r.refresh()
	r.save("b", "")
	r.refresh()
	if told() != 2 {
		t.Errorf("a problem that came back was told %d times, want 2", told())
	}
}

func TestRefreshNeverReplacesSomethingByNothing(t *testing.T) {
	errGone := errors.New("stale file handle")
	for _, test := range []struct {
		name string
		load func(context.Context) (*corpus.Loaded, error)
		want error
	}{
		{"an empty folder", func(context.Context) (*corpus.Loaded, error) { return corpus.Load(fstest.MapFS{}) }, index.ErrRefusedEmpty},
		{"only broken fiches that are new", func(context.Context) (*corpus.Loaded, error) {
			return corpus.Load(fstest.MapFS{"x.md": {Data: []byte("+++\n")}})
		}, index.ErrRefusedEmpty},
		{"a folder that is gone", func(context.Context) (*corpus.Loaded, error) {
			loader := corpus.NewDirLoader("testdata/nowhere", corpus.DefaultVocabulary())
			return loader.Load(t.Context())
		}, fs.ErrNotExist},
		{"a disk that fails", func(context.Context) (*corpus.Loaded, error) { return nil, errGone }, errGone},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := newRefreshing(t)
			r.save("a", "Eerste")
			r.refresh()
			before := r.Index.Stats().Snapshot
			r.Load = test.load
			if err := r.Refresh(t.Context()); !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
			if got := r.done[1]; !errors.Is(got.Err, test.want) || got.Fiches != 0 {
				t.Errorf("Done was told %+v", got)
			}
			if r.Index.Stats().Snapshot != before {
				t.Error("the contents changed")
			}
			r.expect(map[string]string{"a": "Eerste"})
		})
	}
}

// A new folder without fiches is not an accident: there was nothing before.
func TestRefreshOfAnEmptyIndexByAnEmptyFolder(t *testing.T) {
	r := newRefreshing(t)
	r.refresh()
	r.refresh()
	r.expect(map[string]string{})
}

// A failingIndex refuses new contents, as on a full disk.
type failingIndex struct {
	index.Index
	err error
}

func (f failingIndex) Replace(context.Context, iter.Seq2[corpus.Fiche, error]) error { return f.err }

func TestRefreshReturnsTheErrorOfTheIndex(t *testing.T) {
	r := newRefreshing(t)
	r.save("a", "Eerste")
	r.refresh()
	full := errors.New("no space left on device")
	r.Index = failingIndex{r.Index, full}
	r.save("a", "Gewijzigd")
	if err := r.Refresh(t.Context()); !errors.Is(err, full) {
		t.Errorf("got %v, want %v", err, full)
	}
	r.expect(map[string]string{"a": "Eerste"})
}

func TestRefreshStopsWithItsContext(t *testing.T) {
	r := newRefreshing(t)
	r.save("a", "Eerste")
	r.refresh()
	r.save("b", "Tweede")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := r.Refresh(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
	r.expect(map[string]string{"a": "Eerste"})
}
