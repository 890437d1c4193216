package index_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
)

// marker returns a Marker for words in all their forms.
func marker(words ...string) *index.Marker {
	m := index.NewMarker(dutch.Default(), len(words))
	for i, w := range words {
		m.Form(w, i)
		m.Stem(dutch.Default().Word(w).Stem, i)
	}
	return m
}

func show(spans []index.Span) string {
	var b strings.Builder
	for _, s := range spans {
		if s.Match {
			b.WriteString("[" + s.Text + "]")
		} else {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

func TestMark(t *testing.T) {
	for _, c := range []struct {
		name  string
		words []string
		text  string
		want  string
	}{
		{"nothing", nil, "Samen fietsen", "Samen fietsen"},
		{"a word", []string{"fietsen"}, "Samen fietsen", "Samen [fietsen]"},
		{"upper case", []string{"fietsen"}, "FIETSEN!", "[FIETSEN]!"},
		{"an accent", []string{"coordinator"}, "De coördinator komt", "De [coördinator] komt"},
		{"a decomposed accent", []string{"coordinator"}, "De coo\u0308rdinator komt", "De [coo\u0308rdinator] komt"},
		{"two words", []string{"samen", "fietsen"}, "samen fietsen", "[samen] [fietsen]"},
		{"no words", []string{"zwemmen"}, "samen fietsen", "samen fietsen"},
		{"no text", []string{"zwemmen"}, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			spans, _ := marker(c.words...).Mark(c.text)
			if got := show(spans); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestMarkPrefix(t *testing.T) {
	m := index.NewMarker(dutch.Default(), 1)
	m.Prefix("fie", 0)
	spans, n := m.Mark("Fietsen en FIETSLES")
	if got := show(spans); got != "[Fietsen] en [FIETSLES]" || n != 1 {
		t.Errorf("got %q with %d words", got, n)
	}
}

func TestExcerpt(t *testing.T) {
	filler := strings.Repeat("Hier staat een zin zonder belang. ", 20)
	f := &corpus.Fiche{
		Title: "Fietsen", Summary: "Een korte samenvatting.",
		Description: filler + "Vrijwilligers geven elke week fietsles. " + filler + "Soms helpt een buurvrouw. " + filler,
	}
	for _, c := range []struct {
		name  string
		words []string
		want  string // a piece of it
	}{
		{"the sentence with the word", []string{"buurvrouw"}, "Soms helpt een [buurvrouw]."},
		{"the sentence with most words", []string{"vrijwilligers", "fietsles", "buurvrouw"}, "[Vrijwilligers] geven elke week [fietsles]."},
		{"the summary", []string{"samenvatting"}, "Een korte [samenvatting]."},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := show(marker(c.words...).Excerpt(f))
			if !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q in it", got, c.want)
			}
			if len(got) > 400 {
				t.Errorf("%d bytes", len(got))
			}
		})
	}
	if got := marker("fietsen").Excerpt(&corpus.Fiche{Title: "Fietsen", Summary: "Iets."}); got != nil {
		t.Errorf("a word of the title alone gives the excerpt %v", got)
	}
}

func TestExcerptOfALongSentence(t *testing.T) {
	long := strings.Repeat("café ", 200)
	for _, text := range []string{long + "buurvrouw " + long, "buurvrouw " + long, long + "buurvrouw", strings.Repeat("é", 900) + " buurvrouw " + strings.Repeat("é", 900)} {
		got := marker("buurvrouw").Excerpt(&corpus.Fiche{Title: "T", Summary: text})
		s := show(got)
		if !strings.Contains(s, "[buurvrouw]") || !strings.Contains(s, "…") || len(s) > 500 || !utf8.ValidString(s) {
			t.Errorf("%d bytes, valid %v: %q", len(s), utf8.ValidString(s), s)
		}
	}
}

func TestPracticesOf(t *testing.T) {
	gent, aalst := places.Place{NIS: "44021", Name: "Gent"}, places.Place{NIS: "41002", Name: "Aalst"}
	f := &corpus.Fiche{Practices: []corpus.LocalPractice{
		{AsWritten: "Gent, Aalst", Municipalities: []places.Place{gent, aalst}, Examples: []corpus.Example{{Name: "Atelier", Text: "Iedereen welkom."}}},
		{AsWritten: "Wegwijzer", Examples: []corpus.Example{{Text: "Samen fietsen."}}},
		{AsWritten: "Aalst", Municipalities: []places.Place{aalst}, Examples: []corpus.Example{{Name: "Zwemmen"}, {Name: "Lezen"}}},
	}}
	none := func(string) bool { return false }
	if got := marker("fietsen").PracticesOf(f, none, 5); len(got) != 1 || got[0].Municipality != "Wegwijzer" || show(got[0].Text) != "Samen [fietsen]." {
		t.Errorf("by word: %+v", got)
	}
	inAalst := func(name string) bool { return name == "Aalst" }
	if got := marker("lezen").PracticesOf(f, inAalst, 5); len(got) != 3 || show(got[0].Name) != "[Lezen]" || got[1].Municipality != "Aalst" {
		t.Errorf("by place: %+v", got)
	}
	if got := marker().PracticesOf(f, inAalst, 2); len(got) != 2 {
		t.Errorf("limit 2 gives %d", len(got))
	}
}
