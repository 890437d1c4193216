package pagetext_test

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/pagetext"
)

// words are the runs of letters and digits of a text, in small letters.
func words(s string) []string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case '\u00AD', '\u200B', '\u2060', '\uFEFF', '\u200E', '\u200F':
			return -1 // nobody sees them
		}
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.FieldsFunc(strings.ToLower(norm.NFC.String(s)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}

// headings of the template are structure: they stand in no field.
var headings = words("categorie doelen doelgroep beschrijving succesfactoren uitdagingen deze praktijk in beleidsdomeinen " +
	"doelstellingen doelstelling doel doelgroepen omschrijving succesfactor uitdaging domeinen categorieën categorieen beleidsdomein")

// lostWords are the words of a source that stand neither in the fiche nor in a
// note.
func lostWords(source string, r pagetext.Result) []string {
	have := make(map[string]bool)
	add := func(texts ...string) {
		for _, t := range texts {
			for _, w := range words(t) {
				have[w] = true
			}
		}
	}
	add(headings...)
	f := r.Fiche
	add(f.ID, f.Title, f.Summary, f.Audience, f.Description, f.Source, f.Updated.Format("2006-01-02 2/1/2006"), f.Reviewed.Format("2006-01-02 2/1/2006"))
	for _, list := range [][]string{f.Categories, f.Domains, f.TargetGroups, f.Goals, f.SuccessFactors, f.Challenges} {
		add(list...)
	}
	for _, p := range f.Practices {
		add(p.AsWritten)
		for _, e := range p.Examples {
			add(e.Name, e.Text)
		}
	}
	for _, s := range f.Extra {
		add(s.Heading, s.Text)
	}
	if f.Image != nil {
		add(f.Image.File, f.Image.Credit, f.Image.Alt)
	}
	for _, n := range r.Notes {
		add(n.Message)
	}
	var lost []string
	for _, w := range words(source) {
		if !have[w] {
			lost = append(lost, w)
		}
	}
	return lost
}

func TestLostWordsSeesALoss(t *testing.T) {
	r := pagetext.Result{
		Fiche: corpus.Fiche{Title: "Samen koken", Goals: []string{"Buren ontmoeten"}},
		Notes: []corpus.Problem{{Message: "‘Voettekst’ is weggelaten"}},
	}
	if got := lostWords("Samen koken\nVoettekst\nBuren ontmoeten elkaar\n", r); len(got) != 1 || got[0] != "elkaar" {
		t.Errorf("lostWords gives %q, want [elkaar]", got)
	}
}

// FuzzConservation recombines the lines of all test pages, and whatever the fuzzer
// makes of them: nothing panics, no word is lost, and the fiche survives its file.
func FuzzConservation(f *testing.F) {
	for _, c := range irregularities() {
		f.Add(c.page, uint64(0))
		f.Add(c.page, uint64(0x9E3779B97F4A7C15))
	}
	f.Fuzz(func(t *testing.T, page string, seed uint64) {
		page = shuffled(page, seed)
		results, err := pagetext.Import("samen-tafelen.txt", []byte(page))
		if err != nil {
			return // no text, or no known encoding
		}
		for _, r := range results {
			if strings.ContainsAny(page, "\uFFFD<") || !strings.Contains(page, "\n") {
				continue
			}
			if lost := lostWords(page, r); len(lost) > 0 {
				t.Errorf("lost words %q of %q", lost, page)
			}
		}
	})
}

// shuffled reorders the lines of a page by a seed; seed 0 leaves them.
func shuffled(page string, seed uint64) string {
	lines := strings.Split(page, "\n")
	for i := len(lines) - 1; i > 0 && seed != 0; i-- {
		seed = seed*6364136223846793005 + 1442695040888963407
		j := int(seed>>33) % (i + 1)
		lines[i], lines[j] = lines[j], lines[i]
	}
	return strings.Join(lines, "\n")
}
