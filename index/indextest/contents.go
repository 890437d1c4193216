package indextest

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

var contentsCases = []testCase{
	{"1 what is put in is found, what is left out is gone", func(t *testing.T, x index.Index) {
		fs := fixture()
		replace(t, x, fs...)
		if got := search(t, x, index.Query{}).Total; got != len(fs) {
			t.Errorf("%d fiches, want %d", got, len(fs))
		}
		fs[0].Title = "Nieuwe naam"
		replace(t, x, fs[0], fs[1])
		if diff := cmp.Diff([]string{"buddy", "taalbeleid"}, find(t, x, "")); diff != "" {
			t.Error(diff)
		}
		if got := find(t, x, `"op de werkvloer"`); len(got) != 0 {
			t.Errorf("the old title still finds %v", got)
		}
		if diff := cmp.Diff([]string{"taalbeleid"}, find(t, x, "nieuwe naam")); diff != "" {
			t.Error(diff)
		}
		if _, err := x.Fiche(t.Context(), "zomer"); !errors.Is(err, index.ErrNotFound) {
			t.Errorf("Fiche of what is gone: %v", err)
		}
		replace(t, x, fs...)
		if got := search(t, x, index.Query{}).Total; got != len(fs) {
			t.Errorf("%d fiches after they came back, want %d", got, len(fs))
		}
	}},
	{"1 the same contents twice change nothing", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		before := find(t, x, "taalbeleid")
		replace(t, x, fixture()...)
		if diff := cmp.Diff(before, find(t, x, "taalbeleid")); diff != "" {
			t.Error(diff)
		}
	}},
	{"2 a sequence that fails leaves the old contents", func(t *testing.T, x index.Index) {
		broken := errors.New("the folder is gone")
		bad := func(yield func(corpus.Fiche, error) bool) {
			_ = yield(corpus.Fiche{ID: "new", Title: "Nieuw"}, nil) && yield(corpus.Fiche{}, broken)
		}
		if err := x.Replace(t.Context(), bad); !errors.Is(err, broken) {
			t.Errorf("Replace returned %v", err)
		}
		if _, err := x.Search(t.Context(), index.Query{}); !errors.Is(err, index.ErrNotReady) {
			t.Errorf("Search before any contents: %v", err)
		}
		replace(t, x, fixture()...)
		if err := x.Replace(t.Context(), bad); !errors.Is(err, broken) {
			t.Errorf("Replace returned %v", err)
		}
		if got := search(t, x, index.Query{}).Total; got != len(fixture()) {
			t.Errorf("%d fiches, want the old %d", got, len(fixture()))
		}
		replace(t, x, fixture()[:2]...)
		if got := search(t, x, index.Query{}).Total; got != 2 {
			t.Errorf("%d fiches after the next Replace, want 2", got)
		}
	}},
	{"2 two fiches with one ID are refused", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		if err := x.Replace(t.Context(), Fiches(fixture()[0], fixture()[0])); err == nil {
			t.Error("no error")
		}
		if got := search(t, x, index.Query{}).Total; got != len(fixture()) {
			t.Errorf("%d fiches, want the old %d", got, len(fixture()))
		}
	}},
	{"2 a cancelled Replace leaves the old contents", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := x.Replace(ctx, Fiches(fixture()[0])); !errors.Is(err, context.Canceled) {
			t.Errorf("Replace returned %v", err)
		}
		if got := search(t, x, index.Query{}).Total; got != len(fixture()) {
			t.Errorf("%d fiches, want the old %d", got, len(fixture()))
		}
	}},
	{"4 not ready before the first Replace, empty after one without fiches", func(t *testing.T, x index.Index) {
		ctx := t.Context()
		_, searchErr := x.Search(ctx, index.Query{Text: "taal"})
		_, suggestErr := x.Suggest(ctx, "taal", 5)
		_, ficheErr := x.Fiche(ctx, "taal")
		_, relatedErr := x.Related(ctx, "taal", 5)
		for _, err := range []error{searchErr, suggestErr, ficheErr, relatedErr} {
			if !errors.Is(err, index.ErrNotReady) {
				t.Errorf("got %v, want ErrNotReady", err)
			}
		}
		if got := x.Stats(); got != (index.Stats{}) {
			t.Errorf("Stats = %+v, want zero", got)
		}
		replace(t, x)
		res := search(t, x, index.Query{Text: "taal", Limit: 10})
		if res.Total != 0 || len(res.Hits) != 0 {
			t.Errorf("an empty index finds %d", res.Total)
		}
		if _, err := x.Fiche(ctx, "taal"); !errors.Is(err, index.ErrNotFound) {
			t.Errorf("Fiche of an empty index: %v", err)
		}
	}},
	{"5 a fiche comes back whole", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		for _, want := range fixture() {
			got, err := x.Fiche(t.Context(), want.ID)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
		}
	}},
	{"5 Stats tell what is there", func(t *testing.T, x index.Index) {
		replace(t, x, fixture()...)
		first := x.Stats()
		if first.Fiches != len(fixture()) || first.Terms == 0 || first.Segments == 0 {
			t.Errorf("Stats = %+v", first)
		}
		if x.Stats().Snapshot != first.Snapshot {
			t.Error("Snapshot changes by itself")
		}
		replace(t, x, fixture()[1:]...)
		if second := x.Stats(); second.Snapshot == first.Snapshot || second.Fiches != len(fixture())-1 {
			t.Errorf("Stats after a change = %+v", second)
		}
	}},
}
