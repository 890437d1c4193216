package places_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus/places"
)

func TestHowString(t *testing.T) {
	seen := map[string]bool{}
	for h := places.Official; h <= places.Misspelled; h++ {
		if s := h.String(); s == "" || s == "naam" || seen[s] {
			t.Errorf("%d is called %q", h, s)
		}
		seen[h.String()] = true
	}
	if got := places.How(99).String(); got != "naam" {
		t.Errorf("an unknown kind is called %q", got)
	}
}

func TestResolutionPlaces(t *testing.T) {
	gent, _ := places.ByName("Gent")
	mol, _ := places.ByName("Mol")
	r := places.Resolution{Matches: []places.Match{{Place: mol}, {Place: gent}, {Place: mol}}}
	if diff := cmp.Diff([]places.Place{mol, gent}, r.Places()); diff != "" {
		t.Error(diff)
	}
	if got := (places.Resolution{}).Places(); len(got) != 0 {
		t.Errorf("no matches give %v", got)
	}
}

// TestResolveOffsets checks where pieces stand in a text with wide characters.
func TestResolveOffsets(t *testing.T) {
	const text = "« Gènt », Temste – Xylofoon (één)"
	r := places.Resolve(text)
	var got []string
	for _, m := range r.Matches {
		got = append(got, text[m.Start:m.End])
	}
	for _, u := range r.Unknown {
		got = append(got, text[u.Start:u.End])
	}
	if diff := cmp.Diff([]string{"Gènt", "Temste", "Xylofoon", "één"}, got); diff != "" {
		t.Error(diff)
	}
	if u := r.Unknown; u[0].Remark || !u[1].Remark {
		t.Errorf("remarks: %+v", u)
	}
}

// TestBrackets: a bracket holds places, or is one remark.
func TestBrackets(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Vlaams-Brabant (Leuven, Diest)", "Leuven=Leuven/officiële naam; Diest=Diest/officiële naam; ?Vlaams-Brabant"},
		{"Lier (samen met Ranst)", "Lier=Lier/officiële naam; !samen met Ranst"},
		{"Lier [2022", "Lier=Lier/officiële naam; !2022"},
		{"Lier (en Ranst)", "Lier=Lier/officiële naam; Ranst=Ranst/officiële naam"},
		{"Lier (a) (b)", "Lier=Lier/officiële naam; !a; !b"},
		{"(Lier)", "Lier=Lier/officiële naam"},
		{"Sint-Joris (Beernem)", "Sint-Joris=Beernem/deelgemeente; Beernem=Beernem/officiële naam"},
		{"Beernem (Sint-Joris)", "Beernem=Beernem/officiële naam; Sint-Joris=Beernem/deelgemeente"},
		{"Lier (", "Lier=Lier/officiële naam"},
		{")(Lier", "Lier=Lier/officiële naam"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, said(places.Resolve(tt.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestUnsure: what several municipalities share, or are equally near to, is
// told and not guessed.
func TestUnsure(t *testing.T) {
	r := places.Resolve("Deurne, Tongelo")
	if len(r.Matches) != 0 || len(r.Unknown) != 2 {
		t.Fatal(said(r))
	}
	for _, u := range r.Unknown {
		if len(u.Candidates) < 2 || len(u.Nearest) != len(u.Candidates) || u.Remark {
			t.Errorf("%+v", u)
		}
	}
	if with := places.Resolve("Deurne (Diest)").Places(); len(with) != 1 || with[0].Name != "Diest" {
		t.Errorf("with its municipality: %v", with)
	}
}
