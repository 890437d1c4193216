package suggest

import (
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"strings"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
)

// syllables build words that look Dutch enough to share beginnings.
var syllables = strings.Fields("taal be leid werk vrij wil lig gers buurt huis ge zin nen school kin der jon ge ren op vang in bur ge ring over leg plat form net stad wijk bud dy café les on der wijs ou ders cul tuur sport zorg pro ject sa men le ven di ver si teit")

// vocabulary makes n different words.
func vocabulary(r *rand.Rand, n int) []string {
	words := make([]string, 0, n)
	seen := map[string]bool{}
	for len(words) < n {
		var w string
		for range 1 + r.IntN(4) {
			w += syllables[r.IntN(len(syllables))]
		}
		if seen[w] {
			w += string(rune('a' + r.IntN(26)))
		}
		if !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	return words
}

// partsOf is a splitter for generated words: a part begins at a syllable of
// four letters or more.
func partsOf(form string) []int {
	var at []int
	for _, part := range []string{"taal", "leid", "werk", "buurt", "huis", "school", "form", "stad", "wijk", "cafe", "zorg", "ject"} {
		if i := strings.Index(form, part); i > 0 {
			at = append(at, i)
		}
	}
	return at
}

// generated makes n fiches whose words follow Zipf's law.
func generated(seed uint64, n int) ([]corpus.Fiche, []string) {
	r := rand.New(rand.NewPCG(seed, 1))
	words := vocabulary(r, 200+n/5)
	zipf := rand.NewZipf(r, 1.1, 8, uint64(len(words)-1))
	text := func(least, most int) string {
		ws := make([]string, least+r.IntN(most-least+1))
		for i := range ws {
			ws[i] = words[zipf.Uint64()]
		}
		s := strings.Join(ws, " ")
		if r.IntN(4) == 0 {
			s = strings.Replace(s, " ", "-", 1)
		}
		return strings.ToUpper(s[:1]) + s[1:]
	}
	towns := places.All()
	labels := func(kind string, n, most int) []string {
		out := make([]string, r.IntN(most+1))
		for i := range out {
			out[i] = fmt.Sprintf("%s %s", kind, words[int(math.Pow(r.Float64(), 2)*float64(n))])
		}
		return out
	}
	fiches := make([]corpus.Fiche, n)
	for i := range fiches {
		f := &fiches[i]
		f.ID = fmt.Sprintf("fiche-%d", i)
		f.Title = text(2, 8)
		f.Categories = labels("Thema", 12, 2)
		f.Domains = labels("Domein", 20, 3)
		f.TargetGroups = labels("Groep", 15, 3)
		for range r.IntN(3) {
			p := towns[r.IntN(len(towns))]
			lp := corpus.LocalPractice{AsWritten: p.Name, Municipalities: []places.Place{p}}
			if r.IntN(2) == 0 {
				lp.Examples = []corpus.Example{{Name: text(1, 3)}}
			}
			f.Practices = append(f.Practices, lp)
		}
	}
	return fiches, words
}

func all(fiches []corpus.Fiche) iter.Seq2[corpus.Fiche, error] {
	return func(yield func(corpus.Fiche, error) bool) {
		for _, f := range fiches {
			if !yield(f, nil) {
				return
			}
		}
	}
}

// counted gives words a count each.
func counted(words []string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for i, w := range words {
			if !yield(w, len(words)-i) {
				return
			}
		}
	}
}

// keystrokes are what people type on their way to a title: beginnings of it,
// of words in it, of two of them, and each with a typo now and then.
func keystrokes(seed uint64, fiches []corpus.Fiche, n int) []string {
	r := rand.New(rand.NewPCG(seed, 2))
	out := make([]string, n)
	for i := range out {
		title := fiches[r.IntN(len(fiches))].Title
		ws := strings.Fields(title)
		switch r.IntN(4) {
		case 0:
		case 1:
			title = ws[r.IntN(len(ws))]
		case 2:
			title = ws[r.IntN(len(ws))] + " " + ws[r.IntN(len(ws))]
		case 3:
			title = strings.Join(ws[r.IntN(len(ws)):], " ")
		}
		rs := []rune(title)
		rs = rs[:1+r.IntN(len(rs))]
		if len(rs) > 4 && r.IntN(6) == 0 {
			j := 1 + r.IntN(len(rs)-2)
			rs[j], rs[j+1] = rs[j+1], rs[j]
		}
		out[i] = string(rs)
	}
	return out
}

// typing is what people send while they type: a title, or what follows of it
// from a word on, letter after letter up to three words; one in eight with a
// typo, after which they go on for some letters.
func typing(seed uint64, fiches []corpus.Fiche, n int) []string {
	r := rand.New(rand.NewPCG(seed, 3))
	var out []string
	for len(out) < n {
		ws := strings.Fields(fiches[r.IntN(len(fiches))].Title)
		if r.IntN(3) == 0 {
			ws = ws[r.IntN(len(ws)):]
		}
		rs := []rune(strings.Join(ws[:min(len(ws), 1+r.IntN(3))], " "))
		if len(rs) > 5 && r.IntN(8) == 0 {
			at := 2 + r.IntN(len(rs)-3)
			rs[at], rs[at+1] = rs[at+1], rs[at]
			rs = rs[:min(len(rs), at+5)]
		}
		for i := range rs {
			out = append(out, string(rs[:i+1]))
		}
	}
	return out[:n]
}
