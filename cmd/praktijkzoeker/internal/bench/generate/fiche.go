package generate

import (
	"slices"
	"strconv"
	"time"

	"praktijkzoeker/corpus"
)

// Bytes of searched text of a fiche, facet labels aside.
const (
	leastText = 3200
	textRange = 600 // sentences of at most 200 bytes go past it
)

// topics is the number of words that a fiche is about; it comes back to them
// in one of topicShare places.
const (
	topics     = 6
	topicShare = 5
)

// A writer writes one fiche after the other. It is for one goroutine.
type writer struct {
	g      *Generator
	random pcg
	buf    []byte
	ends   []int // of the texts in buf, in the order in which they are taken
	topic  [topics]string
	chosen []int
}

// fiche writes the fiche of number i.
func (w *writer) fiche(i int) corpus.Fiche {
	w.random = newPCG(w.g.seed, uint64(i))
	w.buf, w.ends = w.buf[:0], w.ends[:0]
	nouns := w.g.words.words[noun]
	for k := range w.topic {
		w.topic[k] = nouns[w.g.words.law[noun].rank(w.random.next())]
	}
	f := corpus.Fiche{ID: "fiche-" + strconv.Itoa(1_000_000 + i)[1:]}
	if i >= 1_000_000 {
		f.ID = "fiche-" + strconv.Itoa(i)
	}
	l := w.g.labels
	f.Categories = w.pick(l.categories, l.category, 1+w.rare(2, 4))
	f.Domains = w.pick(l.domains, l.domain, 1+w.rare(2, 2))
	f.TargetGroups = w.pick(l.groups, l.group, 1+w.rare(2, 2))
	towns := w.draw(l.town, 1+w.many(11))
	examples := min(len(towns), 1+w.below(3))
	goals, factors, challenges := 2+w.below(3), 1+w.below(3), 1+w.below(2)

	w.text(titleFrames, 1)
	w.text(sentenceFrames, 1+w.below(2))
	w.text(sentenceFrames, 1)
	for range goals {
		w.text(goalFrames, 1)
	}
	for range factors + challenges {
		w.text(lineFrames, 1)
	}
	for range examples {
		w.text(nameFrames, 1)
		w.text(sentenceFrames, 1+w.below(2))
	}
	w.description(leastText + w.below(textRange))

	rest := string(w.buf)
	start, k := 0, 0
	take := func() string {
		s := rest[start:w.ends[k]]
		start = w.ends[k]
		k++
		return s
	}
	list := func(n int) []string {
		out := make([]string, n)
		for i := range out {
			out[i] = take()
		}
		return out
	}
	f.Title, f.Summary, f.Audience = take(), take(), take()
	f.Goals, f.SuccessFactors, f.Challenges = list(goals), list(factors), list(challenges)
	f.Practices = make([]corpus.LocalPractice, len(towns))
	for i, t := range towns {
		p := &f.Practices[i]
		p.AsWritten, p.Municipalities = l.towns[t].Name, l.towns[t:t+1:t+1]
		if i < examples {
			p.Examples = []corpus.Example{{Name: take(), Text: take()}}
		}
	}
	f.Description = take()
	if w.below(3) > 0 {
		f.Updated = firstDay.AddDate(0, 0, w.below(3650))
	}
	return f
}

var firstDay = time.Date(2016, 1, 1, 0, 0, 0, 0, time.UTC)

// description fills the text up to size bytes, in paragraphs.
func (w *writer) description(size int) {
	for n := 0; len(w.buf) < size; n++ {
		switch {
		case n == 0:
		case n%4 == 0:
			w.buf = append(w.buf, "\n\n"...)
		default:
			w.buf = append(w.buf, ' ')
		}
		w.sentence(sentenceFrames)
	}
	w.ends = append(w.ends, len(w.buf))
}

// text writes a text of n sentences.
func (w *writer) text(from []frame, n int) {
	for i := range n {
		if i > 0 {
			w.buf = append(w.buf, ' ')
		}
		w.sentence(from)
	}
	w.ends = append(w.ends, len(w.buf))
}

func (w *writer) sentence(from []frame) {
	v := w.g.words
	for _, p := range from[w.below(len(from))] {
		w.buf = append(w.buf, p.text...)
		if !p.word {
			continue
		}
		start := len(w.buf)
		r := w.random.next()
		if p.kind == noun && r%topicShare == 0 {
			w.buf = append(w.buf, w.topic[r/topicShare%topics]...)
		} else {
			w.buf = append(w.buf, v.words[p.kind][v.law[p.kind].rank(r)]...)
		}
		if p.upper {
			w.buf[start] -= 'a' - 'A'
		}
	}
}

// pick draws up to n different values.
func (w *writer) pick(from []string, law skewed, n int) []string {
	ranks := w.draw(law, n)
	out := make([]string, len(ranks))
	for i, r := range ranks {
		out[i] = from[r]
	}
	return out
}

// draw draws up to n different ranks, which hold until the next draw.
func (w *writer) draw(law skewed, n int) []int {
	w.chosen = w.chosen[:0]
	for range n {
		if r := law.rank(w.random.next()); !slices.Contains(w.chosen, r) {
			w.chosen = append(w.chosen, r)
		}
	}
	return w.chosen
}

// rare returns 0 to most, and more than 0 once in one times.
func (w *writer) rare(most, one int) int {
	if w.below(one) > 0 {
		return 0
	}
	return 1 + w.below(most)
}

// many returns 0 to most, small numbers more often: each next one has a chance
// of two in three.
func (w *writer) many(most int) int {
	n := 0
	for n < most && w.below(3) > 0 {
		n++
	}
	return n
}

func (w *writer) below(n int) int { return int((w.random.next() >> 32) * uint64(n) >> 32) }
