package places_test

import (
	"fmt"
	"strings"
	"testing"

	"praktijkzoeker/corpus/places"
)

// TestEveryMunicipalityAsWritten resolves each municipality in the ways in
// which people write one.
func TestEveryMunicipalityAsWritten(t *testing.T) {
	ways := []struct {
		how   string
		write func(name string) string
	}{
		{"as it is", func(n string) string { return n }},
		{"in capitals", strings.ToUpper},
		{"in small letters", strings.ToLower},
		{"without hyphens", func(n string) string { return strings.ReplaceAll(n, "-", " ") }},
		{"St. for Sint", func(n string) string { return strings.Replace(n, "Sint-", "St.-", 1) }},
		{"Stad", func(n string) string { return "Stad " + n }},
		{"gemeente", func(n string) string { return "gemeente " + n }},
		{"OCMW and municipality", func(n string) string { return "Gemeente en OCMW " + n }},
		{"with a colon", func(n string) string { return n + ":" }},
		{"in quotes and spaces", func(n string) string { return " “" + n + "” " }},
		{"and others", func(n string) string { return n + " (en andere gemeenten)" }},
		{"and surroundings", func(n string) string { return n + " en omgeving" }},
	}
	for _, way := range ways {
		t.Run(way.how, func(t *testing.T) {
			for _, p := range places.All() {
				r := places.Resolve(way.write(p.Name))
				if ps := r.Places(); len(ps) != 1 || ps[0] != p || r.Matches[0].How != places.Official {
					t.Errorf("%s: %s", way.write(p.Name), said(r))
				}
				for _, u := range r.Unknown {
					if !u.Remark {
						t.Errorf("%s: %q is told", way.write(p.Name), u.Written)
					}
				}
			}
		})
	}
}

// TestEveryPair resolves neighbours in the list, written as a list.
func TestEveryPair(t *testing.T) {
	all := places.All()
	for _, between := range []string{", ", " en ", "/", " & ", "; ", " – ", " + ", "\n"} {
		t.Run(fmt.Sprintf("%q", between), func(t *testing.T) {
			for i := range all {
				a, b := all[i], all[(i+7)%len(all)]
				text := a.Name + between + b.Name
				if ps := places.Resolve(text).Places(); len(ps) != 2 || ps[0] != a || ps[1] != b {
					t.Errorf("%s: %s", text, said(places.Resolve(text)))
				}
			}
		})
	}
}

// TestEveryMunicipalityInASentence finds each in running text, after a
// preposition and with its capital.
func TestEveryMunicipalityInASentence(t *testing.T) {
	for _, p := range places.All() {
		text := "Vrijwilligers uit " + p.Name + " helpen mee."
		ms := places.Find(text)
		if len(ms) != 1 || ms[0].Place != p || !ms[0].Preposition || !ms[0].Capital || ms[0].Start != 18 || ms[0].End != 18+len(p.Name) {
			t.Errorf("%s: %+v", text, ms)
		}
	}
}

func ExampleResolve() {
	r := places.Resolve("Gent, Temste en Meeuwen-Gruitrode (en andere gemeenten)")
	for _, m := range r.Matches {
		fmt.Printf("%s: %s (%s)\n", m.Written, m.Place.Name, m.How)
	}
	// Output:
	// Gent: Gent (officiële naam)
	// Temste: Temse (schrijffout)
	// Meeuwen-Gruitrode: Oudsbergen (vroegere gemeente)
}

func ExampleFind() {
	for _, m := range places.Find("samen werken in sint niklaas") {
		fmt.Println(m.Written, m.Place.Name, m.Ambiguous, m.Preposition)
	}
	// Output:
	// werken Kortemark true false
	// sint niklaas Sint-Niklaas false true
}
