package bleveindex

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
)

// odd are titles that could break a key made of bytes.
var odd = []string{
	"", " ", "Taal", "\x00", "a\x00b", "a\x00\x00", "\xff\xfe", "🙂", "\u202eomgekeerd", "É\u0301lan", strings.Repeat("lang ", 500), "a\nb\tc", "ĳs",
}

func TestRowRoundTrip(t *testing.T) {
	a := newAnalyst(dutch.Default())
	for i, title := range odd {
		for _, id := range []string{"id", "met-streepjes-65", "é", "x" + strings.Repeat("y", 300)} {
			f := corpus.Fiche{ID: id, Title: title, Summary: fmt.Sprint(i)}
			hash := contentHash(&f)
			gotID, gotHash, ok := parseRow(a.row(&f, hash))
			if !ok || gotID != id || gotHash != hash {
				t.Errorf("%q: row gives %q, %x, %v", title, gotID, gotHash, ok)
			}
		}
	}
	// A hash may hold any byte, NUL too.
	f := corpus.Fiche{ID: "id", Title: "Titel"}
	for _, hash := range []string{strings.Repeat("\x00", hashBytes), strings.Repeat("\xff", hashBytes), "0123\x004567\x00abcde"} {
		hash = (hash + strings.Repeat("z", hashBytes))[:hashBytes]
		if id, got, ok := parseRow(a.row(&f, hash)); !ok || id != "id" || got != hash {
			t.Errorf("hash %q comes back as %q with ID %q, %v", hash, got, id, ok)
		}
	}
	for _, broken := range []string{"", "\x00", "kort", strings.Repeat("x", 40)} {
		if id, _, ok := parseRow(broken); ok {
			t.Errorf("%q is a row of %q", broken, id)
		}
	}
}

func TestContentHash(t *testing.T) {
	f := corpus.Fiche{ID: "a", Title: "Titel", Goals: []string{"a", "b"}}
	if len(contentHash(&f)) != hashBytes {
		t.Fatalf("%d bytes", len(contentHash(&f)))
	}
	g := f
	if contentHash(&g) != contentHash(&f) {
		t.Error("the same fiche has two hashes")
	}
	for name, change := range map[string]func(f *corpus.Fiche){
		"title": func(f *corpus.Fiche) { f.Title = "titel" },
		"split": func(f *corpus.Fiche) { f.Goals = []string{"ab"} },
		"moved": func(f *corpus.Fiche) { f.Goals, f.Challenges = nil, f.Goals },
		"date":  func(f *corpus.Fiche) { f.Updated = time.Date(2025, 1, 2, 0, 0, 0, 0, time.UTC) },
		"place": func(f *corpus.Fiche) { f.Practices = []corpus.LocalPractice{in("Gent")} },
	} {
		g := f
		change(&g)
		if contentHash(&g) == contentHash(&f) {
			t.Errorf("%s: a change leaves the hash", name)
		}
	}
}

// Odd titles come back whole, are in order by title and then ID, and only what
// changed is written.
func TestOddTitles(t *testing.T) {
	var fs []corpus.Fiche
	for i, title := range odd {
		for k := range 2 {
			fs = append(fs, corpus.Fiche{ID: fmt.Sprintf("id-%02d-%d", i, k), Title: title})
		}
	}
	x := openIn(t, t.TempDir(), Options{}, fs...)
	hits := searchFor(t, x, index.Query{Sort: index.Title, Limit: 100}).Hits
	if len(hits) != len(fs) {
		t.Fatalf("%d fiches, want %d", len(hits), len(fs))
	}
	for _, f := range fs {
		got, err := x.Fiche(t.Context(), f.ID)
		if err != nil || got.ID != f.ID {
			t.Fatalf("%s: %v", f.ID, err)
		}
		if diff := cmp.Diff(f, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.ID, diff)
		}
	}
	for i := 1; i < len(hits); i++ {
		a, b := hits[i-1].Fiche, hits[i].Fiche
		if a.Title == b.Title && a.ID > b.ID {
			t.Errorf("%s stands before %s", a.ID, b.ID)
		}
	}
	before := x.Stats().Snapshot
	slices.Reverse(fs)
	replaceWith(t, x, fs...)
	if x.Stats().Snapshot != before {
		t.Error("the same fiches in another order are a change")
	}
}

// What a store holds are its live fiches with their hashes, whatever came and
// went, and what Replace remembers of them is the same.
func TestContents(t *testing.T) {
	fs := manyFiches(60)
	x := openWith(t, Options{}, fs...)
	for round := range 4 {
		for i := range fs {
			if i%5 == round {
				fs[i].Title += " anders"
			}
		}
		fs = fs[:len(fs)-3]
		replaceWith(t, x, fs...)
		want := map[string]hash{}
		for i := range fs {
			want[fs[i].ID] = hash([]byte(contentHash(&fs[i])))
		}
		read, err := x.store.contents()
		if err != nil {
			t.Fatal(err)
		}
		for name, c := range map[string]*contents{"read": read, "remembered": x.store.known} {
			got := map[string]hash{}
			for id, k := range c.fiches {
				got[id] = k.hash
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("round %d, %s (-want +got):\n%s", round, name, diff)
			}
		}
	}
}

func TestIDsThatCannotBe(t *testing.T) {
	x := openWith(t, Options{}, someFiche("a", "Iets."))
	for name, fs := range map[string][]corpus.Fiche{
		"empty": {someFiche("b", ""), {Title: "Zonder"}},
		"twice": {someFiche("b", "1"), someFiche("c", "2"), someFiche("b", "1")},
	} {
		t.Run(name, func(t *testing.T) {
			if err := x.Replace(t.Context(), sequence(fs)); err == nil {
				t.Error("no error")
			}
			if diff := cmp.Diff([]string{"a"}, found(t, x, "")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestDates(t *testing.T) {
	day := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	var fs []corpus.Fiche
	for i, d := range []time.Time{day(2024, 2, 29), {}, day(1970, 1, 1), day(2026, 11, 23), day(1999, 12, 31)} {
		fs = append(fs, corpus.Fiche{ID: fmt.Sprint(i), Title: "Zelfde", Updated: d})
	}
	x := openWith(t, Options{}, fs...)
	var got []string
	for _, h := range searchFor(t, x, index.Query{Sort: index.Updated, Limit: 9}).Hits {
		got = append(got, h.Fiche.ID)
	}
	if diff := cmp.Diff([]string{"3", "0", "4", "2", "1"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
