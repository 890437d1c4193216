package places_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus/places"
)

// flags writes a match in short: "Mol→Mol ACP" for ambiguous, capital, preposition.
func flags(ms []places.Match) []string {
	var out []string
	for _, m := range ms {
		s := fmt.Sprintf("%s→%s ", m.Written, m.Place.Name)
		for _, f := range []struct {
			set  bool
			mark string
		}{{m.Ambiguous, "A"}, {m.Capital, "C"}, {m.Preposition, "P"}} {
			if f.set {
				s += f.mark
			}
		}
		out = append(out, strings.TrimSpace(s))
	}
	return out
}

func TestFind(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"praatcafé ternat", []string{"ternat→Ternat"}},
		{"buddy's in Aalst", []string{"Aalst→Aalst CP"}},
		{"sint niklaas", []string{"sint niklaas→Sint-Niklaas"}},
		{"taalbeleid te Sint-Niklaas", []string{"Sint-Niklaas→Sint-Niklaas CP"}},
		{"gent", []string{"gent→Gent"}},
		{"in Mol", []string{"Mol→Mol ACP"}},
		{"mol", []string{"mol→Mol A"}},
		{"een peer als doel", []string{"peer→Peer A", "doel→Beveren-Kruibeke-Zwijndrecht A"}},
		{"werken met vrijwilligers", []string{"werken→Kortemark A"}},
		{"gesprekken voeren over nieuwe landen", []string{"voeren→Voeren A", "landen→Landen A"}},
		{"heist op den berg", []string{"heist op den berg→Heist-op-den-Berg"}},
		{"Heusden, Zolder", []string{"Heusden→Destelbergen AC", "Heusden→Heusden-Zolder AC", "Zolder→Heusden-Zolder AC"}},
		{"heusden-zolder", []string{"heusden-zolder→Heusden-Zolder"}},
		{"meeuwen gruitrode", []string{"meeuwen gruitrode→Oudsbergen"}},
		{"school uit Courtrai of Alost", []string{"Courtrai→Kortrijk CP", "Alost→Aalst C"}},
		{"berchem", []string{"berchem→Antwerpen A", "berchem→Kluisbergen A"}},
		{"Temste", nil},
		{"gentse vrijwilligers", nil},
		{"sint. Niklaas", []string{"sint. Niklaas→Sint-Niklaas"}},
		{"", nil},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, flags(places.Find(tt.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestConcurrent(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got := flags(places.Find("praatcafé in ternat en sint niklaas")); len(got) != 2 {
					t.Errorf("got %q", got)
				}
				if got := said(places.Resolve("Temste")); got != "Temste=Temse/schrijffout" {
					t.Error(got)
				}
			}
		})
	}
	wg.Wait()
}

func FuzzOffsets(f *testing.F) {
	for _, s := range []string{
		"Gent, Temste, Oostende", "Meeuwen-Gruitrode (en andere gemeenten)", "St.-Niklaas\x80)", "((Gent", "en en en",
		"Sint\u00a0Niklaas – Gène\u0300se", "ĳ\u0301 9230 Wetteren [x] district Deurne", "e\u0301\u0301", "\xffGent\xff", "a-\u0301-b",
		"Her (en) (Gent) en", "regio (", "s", "ﷺ Lo",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		starts := map[int]bool{len(text): true}
		for i := range text {
			starts[i] = true
		}
		check := func(written string, start, end int) {
			if start < 0 || start >= end || end > len(text) || !starts[start] || !starts[end] || text[start:end] != written {
				t.Fatalf("%q at %d–%d of %q", written, start, end, text)
			}
		}
		last := 0
		for _, m := range places.Find(text) {
			check(m.Written, m.Start, m.End)
			if m.Start < last && m.End != last {
				t.Fatalf("names overlap at %d", m.Start)
			}
			last = m.End
		}
		r := places.Resolve(text)
		for _, m := range r.Matches {
			check(m.Written, m.Start, m.End)
			if _, ok := places.ByNIS(m.Place.NIS); !ok {
				t.Fatalf("unknown place %v", m.Place)
			}
		}
		for _, u := range r.Unknown {
			check(u.Written, u.Start, u.End)
			if utf8.ValidString(text) && len(u.Nearest) > 3 {
				t.Fatalf("%d nearest names", len(u.Nearest))
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	for _, text := range []string{"hoe vind ik vrijwilligers snel", "praatcafé anderstalige nieuwkomers sint niklaas"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				places.Find(text)
			}
		})
	}
}

func BenchmarkResolve(b *testing.B) {
	for _, text := range []string{"Gent, Oostende", "Gent, Temste, Oostende"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				places.Resolve(text)
			}
		})
	}
}
