package index

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index/dutch"
)

// What follows is a Marker that looks up every word in every map, cuts every
// window and marks every example: the oracle of the one that spares this.

func (m *Marker) simpleMark(text string) ([]Span, int) {
	m.simpleFind(text)
	return cut(text, m.ranges), m.distinct(m.ranges)
}

func (m *Marker) simpleFind(text string) {
	m.ranges = m.ranges[:0]
	if m.Empty() {
		return
	}
	tokens := m.analyzer.Tokens(nil, text)
	end := 0
	for i := range tokens {
		for _, r := range m.simpleToken(text, &tokens[i]) {
			if r.start >= end && r.end > r.start {
				m.ranges = append(m.ranges, r)
				end = r.end
			}
		}
	}
}

// simpleToken returns what of one token matches: the whole, or parts of a compound.
func (m *Marker) simpleToken(text string, t *dutch.Token) []markRange {
	whole := func(word int) []markRange { return []markRange{{t.Start, t.End, word}} }
	if w, ok := m.forms[t.Term]; ok {
		return whole(w)
	}
	word := m.analyzer.Word(t.Term)
	if w, ok := m.stems[word.Stem]; ok {
		return whole(w)
	}
	if m.prefix != "" && strings.HasPrefix(t.Term, m.prefix) {
		return whole(m.prefixOf)
	}
	var rs []markRange
	for _, p := range word.Parts {
		w, ok := m.parts[p.Stem]
		if !ok {
			continue
		}
		if t.Joined { // its letters stand elsewhere in the text
			return whole(w)
		}
		s, e := dutch.FoldRange(text[t.Start:t.End], p.Start, p.End)
		rs = append(rs, markRange{t.Start + s, t.Start + e, w})
	}
	return rs
}

func (m *Marker) simpleExcerpt(f *corpus.Fiche) []Span {
	if m.Empty() {
		return nil
	}
	var best struct {
		words, hits int
		spans       []Span
	}
	for _, p := range Passages(f) {
		if p.Part < PartSummary {
			continue
		}
		m.simpleFind(p.Text)
		if len(m.ranges) == 0 {
			continue
		}
		spans, words, hits := m.simpleWindow(p.Text)
		if words > best.words || words == best.words && hits > best.hits {
			best.words, best.hits, best.spans = words, hits, spans
		}
		if words >= m.words { // no later passage shows more
			break
		}
	}
	return best.spans
}

// simpleWindow picks the best run of sentences of a passage whose matches are in
// m.ranges.
func (m *Marker) simpleWindow(text string) (spans []Span, words, hits int) {
	type sentence struct{ start, end, from, to int } // from, to: of m.ranges
	var ss []sentence
	at, r := 0, 0
	for _, s := range Sentences(text) {
		x := sentence{start: at, end: at + len(s), from: r}
		for r < len(m.ranges) && m.ranges[r].start < x.end {
			r++
		}
		x.to = r
		at = x.end
		ss = append(ss, x)
	}
	bestScore, bi, bj := -1, 0, 0
	for i := range ss {
		for j := i; j < len(ss) && (j == i || ss[j].end-ss[i].start <= excerptWant); j++ {
			rs := m.ranges[ss[i].from:ss[j].to]
			score := 100*m.distinct(rs) + min(len(rs), 50)
			if score > bestScore {
				bestScore, bi, bj = score, i, j
			}
		}
	}
	// What still fits is context: first what follows, then what comes before.
	for bj+1 < len(ss) && ss[bj+1].end-ss[bi].start <= excerptWant {
		bj++
	}
	for bi > 0 && ss[bj].end-ss[bi-1].start <= excerptWant {
		bi--
	}
	start, end := ss[bi].start, ss[bj].end
	rs := m.ranges[ss[bi].from:ss[bj].to]
	words, hits = m.distinct(rs), len(rs)
	before, after := "", ""
	if end-start > excerptMax {
		start, end, before, after = clip(text, start, end, rs)
	}
	for start < end && isSpace(rune(text[start])) {
		start++
	}
	for end > start && isSpace(rune(text[end-1])) && text[end-1] < utf8.RuneSelf {
		end--
	}
	kept := make([]markRange, 0, len(rs))
	for _, r := range rs {
		if r.start >= start && r.end <= end {
			kept = append(kept, markRange{r.start - start, r.end - start, r.word})
		}
	}
	spans = cut(strings.ReplaceAll(text[start:end], "\n", " "), kept)
	if before != "" {
		spans = append([]Span{{Text: before}}, spans...)
	}
	if after != "" {
		spans = append(spans, Span{Text: after})
	}
	return spans, words, hits
}

func (m *Marker) simplePracticesOf(f *corpus.Fiche, wanted func(name string) bool, limit int) []PracticeHit {
	type scored struct {
		PracticeHit
		score int
	}
	var hits []scored
	for i := range f.Practices {
		p := &f.Practices[i]
		place, here := p.AsWritten, false
		for _, pl := range p.Municipalities {
			if wanted(pl.Name) {
				place, here = pl.Name, true
				break
			}
		}
		if !here && len(p.Municipalities) > 0 {
			place = p.Municipalities[0].Name
			for _, pl := range p.Municipalities[1:] {
				place += ", " + pl.Name
			}
		}
		for _, e := range p.Examples {
			name, n := m.simpleMark(e.Name)
			text, t := m.simpleMark(Plain(e.Text))
			score := 3*n + 2*t
			if here {
				score += 4
			}
			if score == 0 {
				continue
			}
			hits = append(hits, scored{PracticeHit{place, name, text}, score})
		}
	}
	out := make([]PracticeHit, 0, min(limit, len(hits)))
	for len(out) < limit {
		best := -1
		for i := range hits {
			if hits[i].score > 0 && (best < 0 || hits[i].score > hits[best].score) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		out = append(out, hits[best].PracticeHit)
		hits[best].score = 0
	}
	return out
}

// randomMarkers yields markers for words of the fiches and some others, in
// every way an engine uses them.
func randomMarkers(fs []corpus.Fiche, n int, yield func(*Marker)) {
	r := rand.New(rand.NewPCG(1, 2))
	d := dutch.Default()
	var vocabulary []string
	for i := range fs {
		for _, p := range Passages(&fs[i]) {
			for _, t := range d.Tokens(nil, p.Text) {
				vocabulary = append(vocabulary, t.Term)
			}
		}
	}
	vocabulary = append(vocabulary, "taal", "werk", "beleid", "zeppelin", "buurt")
	for range n {
		words := r.IntN(5)
		m := NewMarker(d, words)
		for n := range words {
			w := vocabulary[r.IntN(len(vocabulary))]
			switch r.IntN(6) {
			case 0:
				m.Prefix(w[:1+r.IntN(len(w))], n)
			case 1:
				m.WholeStem(d.Word(w).Stem, n)
			case 2:
				m.Form(w, n)
			default:
				m.Form(w, n)
				m.Stem(d.Word(w).Stem, n)
			}
		}
		yield(m)
	}
}

func TestMarkerAgreesWithASimpleOne(t *testing.T) {
	loaded, err := corpus.Load(corpus.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	fs := loaded.Fiches
	excerpts, practices := 0, 0
	k := 0
	randomMarkers(fs, 150, func(m *Marker) {
		k++
		for i := k % 4; i < len(fs); i += 4 {
			f := &fs[i]
			wanted := func(name string) bool { return k%3 == 0 && (name == "Gent" || name == "Antwerpen") }
			title, words := m.simpleMark(f.Title)
			excerpt, shown := m.simpleExcerpt(f), m.simplePracticesOf(f, wanted, 1+k%6)
			gotTitle, gotWords := m.Mark(f.Title)
			if diff := cmp.Diff(title, gotTitle); diff != "" || words != gotWords {
				t.Errorf("title of %s, %d words, want %d:\n%s", f.ID, gotWords, words, diff)
			}
			if diff := cmp.Diff(excerpt, m.Excerpt(f)); diff != "" {
				t.Errorf("excerpt of %s:\n%s", f.ID, diff)
			}
			if diff := cmp.Diff(shown, m.PracticesOf(f, wanted, 1+k%6)); diff != "" {
				t.Errorf("examples of %s:\n%s", f.ID, diff)
			}
			excerpts += min(len(excerpt), 1)
			practices += len(shown)
		}
	})
	if excerpts < 100 || practices < 100 {
		t.Errorf("only %d excerpts and %d examples were compared", excerpts, practices)
	}
}

func FuzzOutlines(f *testing.F) {
	f.Add("taal", "beleid")
	f.Add("", strings.Repeat("é", 20))
	f.Fuzz(func(t *testing.T, a, b string) {
		var o outlines
		o.add(a)
		o.add(b)
		if !o.has(a) || !o.has(b) {
			t.Errorf("%q or %q is not found again", a, b)
		}
	})
}

func TestOutlinesTellWordsApart(t *testing.T) {
	var o outlines
	for _, w := range []string{"buddy", "vrijwilliger", "nieuwkomer", "taal"} {
		o.add(w)
	}
	met := 0
	words := strings.Fields("de gemeente werkt samen met scholen en verenigingen aan een plek waar ouders elkaar leren kennen en hulp vinden")
	for _, w := range words {
		if o.has(w) {
			met++
		}
	}
	if met > 1 {
		t.Errorf("%d of %d other words pass", met, len(words))
	}
}
