package indextest

import (
	"fmt"
	"time"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
)

// The municipalities of the fixture.
var (
	aalst  = places.Place{NIS: "41002", Name: "Aalst", Province: "Oost-Vlaanderen"}
	gent   = places.Place{NIS: "44021", Name: "Gent", Province: "Oost-Vlaanderen"}
	ternat = places.Place{NIS: "23086", Name: "Ternat", Province: "Vlaams-Brabant"}
)

// fixture returns five fiches that differ in everything that a query can ask.
func fixture() []corpus.Fiche {
	return []corpus.Fiche{
		{
			ID: "taalbeleid", Title: "Taalbeleid op de werkvloer", Summary: "Collega's oefenen samen Nederlands.",
			Categories: []string{"Taalbeleid"}, Domains: []string{"Werk", "Taalbeleid"}, TargetGroups: []string{"Anderstaligen"},
			Goals:       []string{"Iedereen begrijpt de veiligheidsregels."},
			Description: "Een taalcoach begeleidt de ploeg. De coördinator plant de lessen.",
			Practices: []corpus.LocalPractice{{
				AsWritten: "Ternat", Municipalities: []places.Place{ternat},
				Examples: []corpus.Example{{Name: "PRAATCAFÉ", Text: "Gratis Nederlands oefenen aan de toog."}},
			}, {AsWritten: "Gent", Municipalities: []places.Place{gent}}},
			Updated: day("2024-03-01"),
		},
		{
			ID: "buddy", Title: "Buddywerking voor gezinnen", Summary: "Een vrijwilliger helpt een gezin met kinderen op weg.",
			Categories: []string{"Ontmoeting & participatie"}, Domains: []string{"Integratie"},
			TargetGroups: []string{"Nieuwkomers", "Vrijwilligers"},
			Practices:    []corpus.LocalPractice{{AsWritten: "Aalst", Municipalities: []places.Place{aalst}}},
			Updated:      day("2025-06-15"),
		},
		{
			ID: "overleg", Title: "Overleg met partners", Summary: "Diensten stemmen af over taalbeleid en onthaal.",
			Categories: []string{"Visie, organisatie & samenwerking"}, Domains: []string{"Integratie", "Werk"},
			TargetGroups: []string{"Vrijwilligers"},
			Practices: []corpus.LocalPractice{{
				AsWritten: "Gent, Aalst", Municipalities: []places.Place{gent, aalst},
				Examples: []corpus.Example{{Name: "Stuurgroep", Text: "Komt elke maand samen."}},
			}},
		},
		{
			ID: "elan", Title: "Élan in de wijk", Description: "Buren tuinieren samen met het kind van de straat.",
			Categories: []string{"Inclusieve vrije tijd"}, Updated: day("2023-01-31"),
			Extra: []corpus.Section{{Heading: "Partners", Text: "De tuinvereniging."}},
		},
		{
			ID: "zomer", Title: "zomerschool", Summary: "Leren in de vakantie.", Source: "https://example.org/zomer",
			Image: &corpus.Image{File: "zomer.jpg", Credit: "Een fotograaf", Alt: "Een klas"}, Reviewed: day("2025-01-01"),
			SuccessFactors: []string{"Goede sfeer."}, Challenges: []string{"Te weinig plaats."}, Audience: "Leerlingen van twaalf.",
		},
	}
}

// numbered returns n fiches that all have the word "gemeenschappelijk", and
// whose titles sort by their number.
func numbered(n int) []corpus.Fiche {
	fs := make([]corpus.Fiche, n)
	for i := range fs {
		fs[i] = corpus.Fiche{
			ID: fmt.Sprintf("fiche-%04d", i), Title: fmt.Sprintf("Titel %04d", i),
			Description: "Iets gemeenschappelijk.", Categories: []string{fmt.Sprintf("Soort %d", i%3)},
		}
	}
	return fs
}

// day reads a date, as 2025-03-01.
func day(s string) time.Time {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return d
}
