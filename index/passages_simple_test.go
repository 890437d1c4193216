package index

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
)

// simpleSentences is Sentences in one loop, its oracle.
func simpleSentences(text string) []string {
	var out []string
	start := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n':
		case (c == '.' || c == '!' || c == '?') && i+2 < len(text) && text[i+1] == ' ' && !(text[i+2] >= 'a' && text[i+2] <= 'z'):
			i++
		default:
			continue
		}
		out = append(out, text[start:i+1])
		start = i + 1
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

// simpleWithoutRepeats is withoutRepeats that always copies, its oracle.
func simpleWithoutRepeats(text, before string) string {
	if before == "" || text == "" {
		return text
	}
	seen := map[string]bool{}
	for _, s := range simpleSentences(before) {
		seen[strings.TrimSpace(s)] = true
	}
	var b strings.Builder
	for _, s := range simpleSentences(text) {
		if !seen[strings.TrimSpace(s)] {
			b.WriteString(s)
		}
	}
	return b.String()
}

func FuzzSentences(f *testing.F) {
	for _, s := range []string{"Een zin. Nog een! En? o.a. dit… Klaar.", "a\n\nb.", ". A", "?! A. ", "x.\n. . .", "Één. Één"} {
		f.Add(s, "Een zin. \n")
	}
	f.Fuzz(func(t *testing.T, text, before string) {
		if diff := cmp.Diff(simpleSentences(text), Sentences(text)); diff != "" {
			t.Error(diff)
		}
		if want, got := simpleWithoutRepeats(text, before), withoutRepeats(text, before); got != want {
			t.Errorf("withoutRepeats(%q, %q) = %q, want %q", text, before, got, want)
		}
	})
}

func TestPassagesOfAFicheAreInOneAllocation(t *testing.T) {
	f := corpus.Fiche{
		Title: "Titel", Summary: "Eerst dit.", Categories: []string{"Soort", " "}, Goals: []string{"Doel", ""},
		Practices: []corpus.LocalPractice{{AsWritten: "Gent", Examples: []corpus.Example{{Name: "Naam", Text: "Uitleg"}, {Text: "Meer"}}}},
		Extra:     []corpus.Section{{Heading: "Partners", Text: "Iemand"}},
	}
	if n := testing.AllocsPerRun(100, func() { Passages(&f) }); n > 1 {
		t.Errorf("%v allocations", n)
	}
}

func TestTextsStopWhenTold(t *testing.T) {
	f := corpus.Fiche{
		Summary: "S", Audience: "A", Description: "D", Goals: []string{"G"}, Challenges: []string{"U"},
		Practices: []corpus.LocalPractice{{Examples: []corpus.Example{{Text: "E"}}}},
		Extra:     []corpus.Section{{Heading: "K", Text: "T"}},
	}
	all := "SADGUEKT"
	for stop := 1; stop <= len(all); stop++ {
		var got strings.Builder
		texts(&f, func(_ Part, text string) bool {
			got.WriteString(text)
			return got.Len() < stop
		})
		if got.String() != all[:stop] {
			t.Errorf("stop after %d gives %q", stop, got.String())
		}
	}
}
