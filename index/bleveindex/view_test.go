package bleveindex

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// churned returns an index in several segments with deleted documents, and
// what it holds.
func churned(t *testing.T) (*Index, map[string]corpus.Fiche) {
	t.Helper()
	r := rand.New(rand.NewPCG(9, 1))
	fs := manyFiches(90)
	x := openWith(t, Options{HotFiches: 3}, fs...)
	for range 4 {
		for range 12 {
			f := &fs[r.IntN(len(fs))]
			f.Title = fmt.Sprintf("Titel %d", r.IntN(1000))
			f.Categories = []string{fmt.Sprintf("soort %d", r.IntN(9))}
		}
		fs = slices.Delete(fs, 3, 7)
		replaceWith(t, x, fs...)
	}
	contents := map[string]corpus.Fiche{}
	for _, f := range fs {
		contents[f.ID] = f
	}
	return x, contents
}

// TestViewAgreesWithItsContents checks the tables of a view against the fiches.
func TestViewAgreesWithItsContents(t *testing.T) {
	x, contents := churned(t)
	v := viewFor(t, x)
	deleted := 0
	for i := range v.segments {
		deleted += v.segments[i].deleted.count()
	}
	if len(v.segments) < 2 || deleted == 0 {
		t.Fatalf("%d segments, %d deleted: the test says nothing", len(v.segments), deleted)
	}
	if v.live != len(contents) || len(v.order) != v.live || len(v.rank) != v.live+deleted {
		t.Errorf("%d live, %d in order, %d ranked; want %d and %d deleted", v.live, len(v.order), len(v.rank), len(contents), deleted)
	}
	counts := make([]int32, len(v.values.texts))
	for at, global := range v.order {
		if v.rank[global] != uint32(at) {
			t.Fatalf("document %d is at %d and ranks %d", global, at, v.rank[global])
		}
		seg, d := v.locate(global)
		i, local := v.segmentOf(global)
		if seg != &v.segments[i] || d != local || seg.base+d != global || seg.deleted.has(d) {
			t.Fatalf("document %d is located at %d of segment %d", global, d, i)
		}
		f, ok := contents[seg.ids[d]]
		if !ok {
			t.Fatalf("document %d is of no fiche: %q", global, seg.ids[d])
		}
		stored, err := v.fiche(global)
		if err != nil || stored.Title != f.Title {
			t.Fatalf("%s is stored as %q, %v", f.ID, stored.Title, err)
		}
		if found, err := v.find(f.ID); err != nil || found != global {
			t.Errorf("%s is found at %d, %v; want %d", f.ID, found, err, global)
		}
		var row []string
		for n, facet := range index.Facets {
			var got []string
			for _, o := range seg.facetRow(d, n) {
				got = append(got, v.values.texts[o])
				row = append(row, v.values.texts[o])
				counts[o]++
			}
			want := slices.Clone(facetValues(&f, facet))
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(slices.Compact(want), got) {
				t.Errorf("%s has %s %v, want %v", f.ID, facet, got, want)
			}
		}
		if len(row) != len(seg.row(d)) {
			t.Errorf("%s: the rows of the facets hold %v", f.ID, row)
		}
	}
	if diff := cmp.Diff(counts, v.all); diff != "" {
		t.Errorf("counts of everything (-want +got):\n%s", diff)
	}
	if _, err := v.find("bestaat-niet"); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("find of what is not there: %v", err)
	}
	if st := x.Stats(); st.HeapBytes <= 0 || st.DiskBytes != 0 || st.Segments != len(v.segments) {
		t.Errorf("Stats %+v", st)
	}
}

// The postings by value, which filters use, are the rows the other way round.
func TestPostingsOfValues(t *testing.T) {
	x, _ := churned(t)
	v := viewFor(t, x)
	for i := range v.segments {
		seg := &v.segments[i]
		for o := range seg.values {
			var docs []uint32
			seg.values[o].each(func(d uint32) { docs = append(docs, d) })
			if !slices.IsSorted(docs) || int(seg.counts[o]) != len(docs) {
				t.Errorf("segment %d: %q has %d documents %v", i, v.values.texts[o], seg.counts[o], docs)
			}
			for _, d := range docs {
				if !slices.Contains(seg.row(d), uint32(o)) {
					t.Errorf("segment %d: %d lacks %q", i, d, v.values.texts[o])
				}
			}
		}
	}
}

func TestGenerations(t *testing.T) {
	dir := t.TempDir()
	if n, err := currentGeneration(dir); n != 0 || err != nil {
		t.Errorf("an empty folder has generation %d, %v", n, err)
	}
	for _, n := range []int{1, 7, 1234567} {
		if err := publishGeneration(dir, n); err != nil {
			t.Fatal(err)
		}
		if got, err := currentGeneration(dir); got != n || err != nil {
			t.Errorf("generation %d is read as %d, %v", n, got, err)
		}
		if err := os.MkdirAll(generationDir(dir, n), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, text := range []string{"", "generation-", "generation-x", "generation--1", "generation-0", "\x00"} {
		if err := os.WriteFile(filepath.Join(dir, currentFile), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if n, err := currentGeneration(dir); n != 0 || err != nil {
			t.Errorf("%q is generation %d, %v", text, n, err)
		}
	}
	other := filepath.Join(dir, "iets van een ander")
	if err := os.Mkdir(other, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := dropGenerations(dir, 7); err != nil {
		t.Fatal(err)
	}
	for path, there := range map[string]bool{
		generationDir(dir, 1): false, generationDir(dir, 7): true, generationDir(dir, 1234567): false, other: true,
	} {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) == there {
			t.Errorf("%s: %v", path, err)
		}
	}
}
