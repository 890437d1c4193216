package bleveindex

import (
	"crypto/sha256"
	"strings"

	"golang.org/x/text/collate"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
)

// An analyst turns fiches into documents. What it knows of words it keeps from
// one fiche to the next, so each goroutine needs its own.
type analyst struct {
	dutch    *dutch.Analyzer
	collator *collate.Collator
	keys     collate.Buffer
	tokens   []dutch.Token
	buffer   ficheBuffer
	forms    map[string]*formEntry
	// recent gives the entry of a form faster, by the hash of its word.
	recent []recentForm
	stems  map[string]*termEntry
	// Of the fiche at hand: its number, the stems and stop words in it, and how
	// many words each part has.
	fiche   uint32
	met     []*termEntry
	lengths [index.Parts]int
	// counted holds forms that went out of forms, see wordCounts.
	counted wordCounts
}

// A formEntry is what is known of a form.
type formEntry struct {
	fiche  uint32 // last fiche that has it
	fiches int32  // with the form, those taken away subtracted
	class  uint8
	stop   bool
	stem   *termEntry   // of a stop word: an entry of its own
	parts  []*termEntry // the last is the head
}

// A termEntry is a stem or a stop word, with where it stands in the fiche at
// hand, or the continuation of one.
type termEntry struct {
	// What each word of a text looks at stands together.
	fiche   uint32 // last fiche that has it; what follows is about that one
	roles   [roles]occurrences
	slots   []slot
	classes uint8 // form bits of slots

	term string
	more []*termEntry // its continuations, from the first
	// In the segment that was built last of those it is in: which that is, and
	// the number of its list there.
	build uint64
	list  uint32
}

// A recentForm is a word that was met lately with its entry. A table of them has
// one for each hash, modulo its size.
type recentForm struct {
	word  *dutch.Word
	entry *formEntry
}

// The size of that table for one fiche, and for many.
const (
	recentFew  = 1 << 8
	recentMany = 1 << 14
)

// maxEntries bounds what an analyst keeps of forms: enough for most texts.
const maxEntries = 1 << 17

func newAnalyst(d *dutch.Analyzer) *analyst {
	return &analyst{
		dutch:    d,
		collator: newCollator(),
		forms:    map[string]*formEntry{},
		recent:   make([]recentForm, recentFew),
		stems:    map[string]*termEntry{},
		counted:  wordCounts{},
	}
}

// phraseGap lies between passages, so that no phrase crosses from one into the
// next.
const phraseGap = 8

// document returns what scorch is to index for a fiche, which coder encodes.
func (a *analyst) document(f *corpus.Fiche, hash string, coder *ficheCoder) (*document, error) {
	stored, err := coder.encode(f, &a.buffer)
	if err != nil {
		return nil, err
	}
	a.read(f, 1)
	d := &document{id: f.ID, stored: stored, postings: a.postings(), whole: [fieldCount][]string{
		inRow:          {a.row(f, hash)},
		inTitle:        {titleTerm(titleKey(a.dutch, f.Title))},
		inCategory:     facetValues(f, index.Category),
		inDomain:       facetValues(f, index.Domain),
		inMunicipality: facetValues(f, index.Municipality),
		inTargetGroup:  facetValues(f, index.TargetGroup),
	}}
	if !f.Updated.IsZero() {
		d.whole[inDate] = []string{dateTerm(f.Updated)}
	}
	return d, nil
}

// read finds the words of a fiche, and counts its forms n times: 1 for a fiche
// that comes, -1 for one that goes.
func (a *analyst) read(f *corpus.Fiche, n int) {
	if len(a.forms) > maxEntries {
		a.counts()
	}
	a.fiche++
	a.met = a.met[:0]
	a.lengths = [index.Parts]int{}
	base := 0
	for _, p := range index.Passages(f) {
		a.tokens = a.dutch.Tokens(a.tokens[:0], p.Text)
		last := 0
		for i := range a.tokens {
			t := &a.tokens[i]
			a.add(t, p.Part, base+t.Pos, n)
			last = t.Pos
		}
		base += last + 1 + phraseGap
	}
}

// add takes one word of the fiche at hand.
func (a *analyst) add(t *dutch.Token, part index.Part, position, n int) {
	recent := &a.recent[t.Word.Hash%uint64(len(a.recent))]
	if recent.word != t.Word {
		e := a.forms[t.Term]
		if e == nil {
			e = a.form(t.Word)
		}
		*recent = recentForm{t.Word, e}
	}
	e := recent.entry
	if e.fiche != a.fiche {
		e.fiche = a.fiche
		e.fiches += int32(n)
	}
	a.meet(e.stem, asWord, part)
	if e.stop {
		return
	}
	if !t.Joined {
		a.lengths[part]++
	}
	for i, p := range e.parts {
		role := asModifier
		if i == len(e.parts)-1 {
			role = asHead
		}
		a.meet(p, role, part)
	}
	if t.Joined {
		position = maxPosition
	}
	bit := uint8(1) << (e.class - 1)
	if position < maxPosition || e.stem.classes&bit == 0 {
		e.stem.slots = append(e.stem.slots, newSlot(e.class, position))
		e.stem.classes |= bit
	}
}

// meet counts an occurrence of a stem in a part of the fiche at hand.
func (a *analyst) meet(e *termEntry, role int, part index.Part) {
	if e.fiche != a.fiche {
		e.fiche, e.roles, e.slots, e.classes = a.fiche, [roles]occurrences{}, e.slots[:0], 0
		a.met = append(a.met, e)
	}
	e.roles[role][part]++
}

// form makes the entry of a form.
func (a *analyst) form(w *dutch.Word) *formEntry {
	e := &formEntry{stop: w.Stop}
	a.forms[w.Form] = e
	if w.Stop {
		e.stem = &termEntry{term: stopTerm(w.Form)}
		return e
	}
	e.stem, e.class = a.stem(w.Stem), formClass(w.Stem, w.Form)
	for _, p := range w.Parts {
		e.parts = append(e.parts, a.stem(p.Stem))
	}
	return e
}

func (a *analyst) stem(stem string) *termEntry {
	e := a.stems[stem]
	if e == nil {
		e = &termEntry{term: stem}
		a.stems[stem] = e
	}
	return e
}

// postings returns what is indexed of the fiche at hand.
func (a *analyst) postings() []posting {
	postings := make([]posting, 0, len(a.met)+len(a.met)/8)
	for _, e := range a.met {
		if strings.HasPrefix(e.term, string(rune(stopMark))) {
			postings = append(postings, posting{e, 0})
			continue
		}
		best := 0.0
		for role := range e.roles {
			best = max(best, roleWeights[role]*e.roles[role].impact(&a.lengths))
		}
		classesFirst(e.slots)
		payload, rest := packPayload(quantise(best), e.slots)
		postings = append(postings, posting{e, payload})
		for n := 1; len(rest) > 0; n++ {
			payload, rest = packPayload(1, rest)
			postings = append(postings, posting{e.continuation(n), payload})
		}
	}
	return postings
}

// continuation returns the entry of the n-th continuation, n ≥ 1; n rises.
func (e *termEntry) continuation(n int) *termEntry {
	if len(e.more) < n {
		e.more = append(e.more, &termEntry{term: continuationTerm(e.term, n)})
	}
	return e.more[n-1]
}

// counts returns by how much the forms of all fiches read so far change, and
// forgets what is known of words.
func (a *analyst) counts() wordCounts {
	for form, e := range a.forms {
		a.counted.add(form, int(e.fiches))
	}
	clear(a.forms)
	clear(a.recent)
	clear(a.stems)
	return a.counted
}

// titleKey returns the words of a title as they are compared with a query: two
// titles with one key differ only in case, accents and punctuation.
func titleKey(d *dutch.Analyzer, title string) string {
	var b strings.Builder
	for _, t := range d.Tokens(nil, title) {
		if t.Joined {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Term)
	}
	return b.String()
}

// titleTerm returns the term of a title key in fieldTitle. It is only looked up.
func titleTerm(key string) string {
	h := sha256.Sum256([]byte(key))
	return shortHash(h[:])
}

// facetValues returns the values of one facet of f, each once.
func facetValues(f *corpus.Fiche, facet index.Facet) []string {
	switch facet {
	case index.Category:
		return f.Categories
	case index.Domain:
		return f.Domains
	case index.TargetGroup:
		return f.TargetGroups
	case index.Municipality:
		return f.MunicipalityNames()
	}
	return nil
}

// A row is the one term of a fiche in fieldRow:
//
//	sort key of the title, 0x00, ID, 0x00, content hash (hashBytes)
//
// The order of the rows is the order of the fiches by title, then ID.
func (a *analyst) row(f *corpus.Fiche, hash string) string {
	return a.rowStart(f.Title, f.ID) + hash
}

// rowStart returns the row of a fiche up to its hash.
func (a *analyst) rowStart(title, id string) string {
	a.keys.Reset()
	row := appendSortKey(make([]byte, 0, 64), a.collator.KeyFromString(&a.keys, strings.TrimSpace(title)))
	row = append(append(row, 0), id...)
	return string(append(row, 0))
}

// parseRow returns the ID and the hash of a row.
func parseRow(row string) (id, hash string, ok bool) {
	if len(row) < hashBytes+1 {
		return "", "", false
	}
	rest, hash := row[:len(row)-hashBytes-1], row[len(row)-hashBytes:]
	i := strings.LastIndexByte(rest, 0)
	if i < 0 {
		return "", "", false
	}
	return rest[i+1:], hash, true
}
