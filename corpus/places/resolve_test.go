package places_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus/places"
)

// said writes a resolution in short: "Temste=Temse/schrijffout; ?Westhoek".
func said(r places.Resolution) string {
	var parts []string
	for _, m := range r.Matches {
		parts = append(parts, fmt.Sprintf("%s=%s/%s", m.Written, m.Place.Name, m.How))
	}
	for _, u := range r.Unknown {
		mark := "?"
		if u.Remark {
			mark = "!"
		}
		part := mark + u.Written
		for _, c := range u.Candidates {
			part += "|" + c.Name
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "; ")
}

func TestResolve(t *testing.T) {
	const official, former, sub, french, short, slip = "/officiële naam", "/vroegere gemeente", "/deelgemeente", "/Franse naam", "/korte naam", "/schrijffout"
	tests := []struct{ text, want string }{
		// lists
		{"Gent, Temste, Oostende", "Gent=Gent" + official + "; Temste=Temse" + slip + "; Oostende=Oostende" + official},
		{"Gent en Aalst", "Gent=Gent" + official + "; Aalst=Aalst" + official},
		{"Gent/Aalst", "Gent=Gent" + official + "; Aalst=Aalst" + official},
		{"Gent & Aalst; Lier • Mol", "Gent=Gent" + official + "; Aalst=Aalst" + official + "; Lier=Lier" + official + "; Mol=Mol" + official},
		{"Gent – Aalst", "Gent=Gent" + official + "; Aalst=Aalst" + official},
		{"Heusden, Zolder", "Zolder=Heusden-Zolder" + sub + "; ?Heusden|Destelbergen|Heusden-Zolder"},
		// names of several words
		{"Scherpenheuvel-Zichem", "Scherpenheuvel-Zichem=Scherpenheuvel-Zichem" + official},
		{"Sint-Niklaas", "Sint-Niklaas=Sint-Niklaas" + official},
		{"Sint Niklaas", "Sint Niklaas=Sint-Niklaas" + official},
		{"St.-Niklaas", "St.-Niklaas=Sint-Niklaas" + official},
		{"St. Niklaas", "St. Niklaas=Sint-Niklaas" + official},
		{"Sint\u00a0Niklaas", "Sint\u00a0Niklaas=Sint-Niklaas" + official},
		{"Heist-op-den-Berg", "Heist-op-den-Berg=Heist-op-den-Berg" + official},
		{"Heusden - Zolder", "Heusden - Zolder=Heusden-Zolder" + official},
		{"Sint-Job-in-’t-Goor", "Sint-Job-in-’t-Goor=Brecht" + sub},
		{"'s-Gravenwezel", "s-Gravenwezel=Schilde" + sub},
		// case, accents, ordinary words
		{"BRUGGE", "BRUGGE=Brugge" + official},
		{"Brussel", "Brussel=Brussel" + official},
		{"rhode-saint-genese", "rhode-saint-genese=Sint-Genesius-Rode" + french},
		{"Rhode-Saint-Gene\u0300se", "Rhode-Saint-Gene\u0300se=Sint-Genesius-Rode" + french},
		{"Mol", "Mol=Mol" + official},
		{"As", "As=As" + official},
		{"Peer", "Peer=Peer" + official},
		{"Doel", "Doel=Beveren-Kruibeke-Zwijndrecht" + sub},
		// what may stand before a name
		{"Stad Gent", "Gent=Gent" + official},
		{"gemeente Ternat", "Ternat=Ternat" + official},
		{"Stad en OCMW Gent", "Gent=Gent" + official},
		{"Lokaal bestuur Temste", "Temste=Temse" + slip},
		{"9230 Wetteren", "Wetteren=Wetteren" + official},
		{"De stad De Haan", "De Haan=De Haan" + official},
		// mergers, French, parts
		{"Meeuwen-Gruitrode (en andere gemeenten)", "Meeuwen-Gruitrode=Oudsbergen" + former + "; !en andere gemeenten"},
		{"Borsbeek", "Borsbeek=Antwerpen" + former},
		{"Herne", "Herne=Pajottegem" + former},
		{"Melle", "Melle=Merelbeke-Melle" + former},
		{"Machelen-Diegem", "Machelen=Machelen" + official + "; Diegem=Machelen" + sub},
		{"Machelen-Digem", "Machelen=Machelen" + official + "; Digem=Machelen" + slip},
		{"Diegem (Machelen)", "Diegem=Machelen" + sub + "; Machelen=Machelen" + official},
		{"Alost", "Alost=Aalst" + french},
		{"Courtrai", "Courtrai=Kortrijk" + french},
		{"Molenbeek", "Molenbeek=Sint-Jans-Molenbeek" + short},
		{"St.-Gilles", "St.-Gilles=Sint-Gillis" + french},
		// shared names
		{"Nieuwerkerken", "Nieuwerkerken=Nieuwerkerken" + official},
		{"Nieuwerkerken (Aalst)", "Nieuwerkerken=Aalst" + sub + "; Aalst=Aalst" + official},
		{"Aalst-Nieuwerkerken", "Aalst=Aalst" + official + "; Nieuwerkerken=Aalst" + sub},
		{"Aalst, Nieuwerkerken", "Aalst=Aalst" + official + "; Nieuwerkerken=Nieuwerkerken" + official},
		{"Beveren", "Beveren=Beveren-Kruibeke-Zwijndrecht" + former},
		{"Beveren (Roeselare)", "Beveren=Roeselare" + sub + "; Roeselare=Roeselare" + official},
		{"8800 Beveren", "Beveren=Roeselare" + sub},
		{"Deurne", "?Deurne|Antwerpen|Diest"},
		{"district Deurne", "Deurne=Antwerpen" + sub},
		// slips of the pen
		{"Sint-Niklas", "Sint-Niklas=Sint-Niklaas" + slip},
		{"Oostned", "?Oostned"},
		{"Oostened", "Oostened=Oostende" + slip},
		{"Gnet", "Gnet=Gent" + slip},
		{"Alst", "Alst=Aalst" + slip},
		{"Heistopdenberg", "Heistopdenberg=Heist-op-den-Berg" + slip},
		{"Heist op den Brg", "Heist op den Brg=Heist-op-den-Berg" + slip},
		{"Sint-Jonas", "?Sint-Jonas"},
		// no places
		{"Wegwijzer: Her", "?Wegwijzer; ?Her"},
		{"Westhoek", "?Westhoek"},
		{"Vlaanderen", "?Vlaanderen"},
		{"Oost-Vlaanderen", "?Oost-Vlaanderen"},
		{"Limburg", "?Limburg"},
		{"provincie Antwerpen", "?provincie Antwerpen"},
		{"regio Aalst", "?regio Aalst"},
		{"Roosendaal", "?Roosendaal"},
		{"Stad", "?Stad"},
		{"", ""},
		{" – ", ""},
		// text with a name
		{"Gent: buddywerking", "Gent=Gent" + official + "; ?buddywerking"},
		{"As de wijk beweegt", "?As de wijk beweegt"},
		{"Buurthuis in Mol", "Mol=Mol" + official + "; ?Buurthuis"},
		{"Gent e.a.", "Gent=Gent" + official + "; !e; !a"},
		{"Gent en omstreken", "Gent=Gent" + official + "; !omstreken"},
		{"Gent-centrum", "Gent=Gent" + official + "; !centrum"},
		{"Gent (pilootproject)", "Gent=Gent" + official + "; !pilootproject"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, said(places.Resolve(tt.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestResolveTellsMore(t *testing.T) {
	r := places.Resolve("Meeuwen-Gruitrode, Temste en Regio Aalst")
	if m := r.Matches[0]; m.Since != 2019 || m.Name != "Meeuwen-Gruitrode" {
		t.Errorf("merger: %+v", m)
	}
	if m := r.Matches[1]; m.Name != "Temse" || m.Start != 19 || m.End != 25 {
		t.Errorf("misspelling: %+v", m)
	}
	if diff := cmp.Diff([]string{"Aalst"}, r.Unknown[0].Nearest[:1]); diff != "" {
		t.Error(diff)
	}
	twice := places.Resolve("Machelen-Diegem, Gent")
	var names []string
	for _, p := range twice.Places() {
		names = append(names, p.Name)
	}
	if diff := cmp.Diff([]string{"Machelen", "Gent"}, names); diff != "" {
		t.Error(diff)
	}
}

// TestResolveLongText: a text of a megabyte costs time in proportion, and all of
// it is told.
func TestResolveLongText(t *testing.T) {
	const n = 100_000
	r := places.Resolve(strings.Repeat("wijkwerk, ", n) + "Gent")
	if len(r.Unknown) != n || len(r.Matches) != 1 {
		t.Errorf("%d rests and %d matches", len(r.Unknown), len(r.Matches))
	}
}
