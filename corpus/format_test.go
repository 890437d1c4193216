package corpus_test

import (
	"bytes"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
)

// full is a fiche with something in every field.
func full() corpus.Fiche {
	return corpus.Fiche{
		ID:             "samen-koken",
		Title:          `Samen koken: "iedereen" aan tafel`,
		Summary:        "Buren koken voor elkaar.\n\nElke maand in een andere straat.",
		Categories:     []string{"Ontmoeting & participatie", "Visie, organisatie & samenwerking"},
		Domains:        []string{"Vrije tijd", "Samenlevingsopbouw"},
		TargetGroups:   []string{"Alle inwoners", "Nieuwkomers"},
		Goals:          []string{"Buren leren elkaar kennen.", "Drempels gaan omlaag"},
		SuccessFactors: []string{"Een vaste keuken"},
		Challenges:     []string{"Vrijwilligers vinden", "Allergieën"},
		Audience:       "Wie graag kookt.\n\n- jong\n- oud",
		Description:    "Eerst de boodschappen.\n\n### Stap twee\n\nDan koken.",
		Practices: []corpus.LocalPractice{
			{AsWritten: "Gent, Temste, Oostende", Examples: []corpus.Example{
				{Name: "SOEPCAFÉ", Text: "elke week: soep voor wie wil"}, {Name: "Alleen een naam"}, {Text: "Alleen tekst"}}},
			{AsWritten: "Aalst"},
		},
		Extra:    []corpus.Section{{Heading: "Partners", Text: "- het OCMW\n- de school"}, {Heading: "Extra info", Text: "Vraag het."}},
		Image:    &corpus.Image{File: "soep.jpg", Credit: "Foto Stad Aalst", Alt: "Een pan soep"},
		Source:   "https://www.example.org/samen-koken",
		Updated:  time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC),
		Reviewed: time.Date(2025, 2, 3, 0, 0, 0, 0, time.UTC),
	}.Tidy()
}

func TestFormatWritesWhatPeopleRead(t *testing.T) {
	const want = `+++
title = 'Samen koken: "iedereen" aan tafel'
categories = ["Ontmoeting & participatie", "Visie, organisatie & samenwerking"]
domains = ["Vrije tijd", "Samenlevingsopbouw"]
target_groups = ["Alle inwoners", "Nieuwkomers"]
source = "https://www.example.org/samen-koken"
updated = 2024-05-01
reviewed = 2025-02-03

[image]
file = "soep.jpg"
credit = "Foto Stad Aalst"
alt = "Een pan soep"
+++

Buren koken voor elkaar.

Elke maand in een andere straat.

## Doelen

- Buren leren elkaar kennen.
- Drempels gaan omlaag

## Doelgroep

Wie graag kookt.

- jong
- oud

## Beschrijving

Eerst de boodschappen.

### Stap twee

Dan koken.

## Succesfactoren

- Een vaste keuken

## Uitdagingen

- Vrijwilligers vinden
- Allergieën

## Partners

- het OCMW
- de school

## Extra info

Vraag het.

## Deze praktijk in

### Gent, Temste, Oostende

- SOEPCAFÉ: elke week: soep voor wie wil
- Alleen een naam:
- Alleen tekst

### Aalst
`
	if diff := cmp.Diff(want, string(corpus.Format(full()))); diff != "" {
		t.Errorf("Format (-want +got):\n%s", diff)
	}
}

func TestFormatBreaksLongListsOverLines(t *testing.T) {
	f := corpus.Fiche{Title: "T", Categories: []string{
		"Een tamelijk lange naam van een categorie", "Nog een tamelijk lange naam, met een komma", "En de derde"}}
	const want = `+++
title = "T"
categories = [
  "Een tamelijk lange naam van een categorie",
  "Nog een tamelijk lange naam, met een komma",
  "En de derde",
]
+++
`
	if diff := cmp.Diff(want, string(corpus.Format(f))); diff != "" {
		t.Errorf("Format (-want +got):\n%s", diff)
	}
}

// roundTrip checks that Format and Parse are inverse on f, and that nobody
// needs to mend what Format wrote.
func roundTrip(t *testing.T, f corpus.Fiche) {
	t.Helper()
	want := f.Tidy()
	data := corpus.Format(f)
	got, problems := corpus.Parse(f.ID+".md", data)
	if corpus.Broken(problems) {
		t.Fatalf("Parse(Format(f)): %v\nfile:\n%s", problems, data)
	}
	if reflect.DeepEqual(want, got) && bytes.Equal(data, corpus.Format(got)) && reflect.DeepEqual(want, want.Tidy()) {
		return // cmp.Diff says more, and costs more
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Parse(Format(f)) (-want +got):\n%s\nfile:\n%s", diff, data)
	}
	if diff := cmp.Diff(string(data), string(corpus.Format(got))); diff != "" {
		t.Errorf("Format is not idempotent (-first +second):\n%s", diff)
	}
	if diff := cmp.Diff(want, want.Tidy()); diff != "" {
		t.Errorf("Tidy is not idempotent (-first +second):\n%s", diff)
	}
}
