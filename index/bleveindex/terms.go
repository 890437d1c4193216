package bleveindex

import (
	"strings"

	bleveapi "github.com/blevesearch/bleve_index_api"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch"
)

// An analyst turns fiches into documents. It keeps buffers between fiches, so
// each goroutine needs its own.
type analyst struct {
	dutch    *dutch.Analyzer
	collator *collate.Collator
	keys     collate.Buffer
	tokens   []dutch.Token
	forms    map[string]*formEntry
	stems    map[string]*stemEntry
	lengths  [index.Parts]int
	// Entries of the fiche at hand come from these, and go back with the next.
	formPool pool[formEntry]
	stemPool pool[stemEntry]
}

// A pool hands out entries and takes them back all at once: a fiche has some
// hundreds, and there may be a million fiches.
type pool[T any] struct {
	all  []*T
	used int
}

// next returns an entry as an earlier user left it.
func (p *pool[T]) next() *T {
	if p.used == len(p.all) {
		p.all = append(p.all, new(T))
	}
	p.used++
	return p.all[p.used-1]
}

type formEntry struct {
	occurrences
	positions []uint16
}

type stemEntry struct {
	roles [roles]occurrences
	forms uint8 // formBit of each form that stands as a word of its own
}

func newAnalyst(d *dutch.Analyzer) *analyst {
	return &analyst{
		dutch:    d,
		collator: collate.New(language.Dutch, collate.Loose, collate.Numeric),
		forms:    make(map[string]*formEntry, 512),
		stems:    make(map[string]*stemEntry, 512),
	}
}

// phraseGap lies between passages, so that no phrase crosses from one into the
// next.
const phraseGap = 8

// document returns what scorch is to index for a fiche.
func (a *analyst) document(f *corpus.Fiche, hash string) (*document, error) {
	stored, err := encodeFiche(f)
	if err != nil {
		return nil, err
	}
	a.read(f)
	d := &document{id: f.ID, size: len(stored) + 64*len(a.forms)}
	d.fields = []field{
		{name: fieldForms, options: bleveapi.IndexField, terms: a.formTerms()},
		{name: fieldStems, options: bleveapi.IndexField, terms: a.stemTerms()},
		keyword(fieldRow, a.row(f, hash)),
		keyword(fieldTitle, titleKey(a.dutch, f.Title)),
		{name: fieldFiche, value: stored, options: bleveapi.StoreField},
	}
	if !f.Updated.IsZero() {
		d.fields = append(d.fields, keyword(fieldDate, dateTerm(f.Updated)))
	}
	for _, facet := range index.Facets {
		if values := facetValues(f, facet); len(values) > 0 {
			d.fields = append(d.fields, keyword(string(facet), values...))
		}
	}
	return d, nil
}

// read counts the words of a fiche.
func (a *analyst) read(f *corpus.Fiche) {
	clear(a.forms)
	clear(a.stems)
	a.formPool.used, a.stemPool.used = 0, 0
	a.lengths = [index.Parts]int{}
	base := 0
	for _, p := range index.Passages(f) {
		a.tokens = a.dutch.Tokens(a.tokens[:0], p.Text)
		last := 0
		for i := range a.tokens {
			t := &a.tokens[i]
			a.add(t, p.Part, base+t.Pos)
			last = t.Pos
		}
		base += last + 1 + phraseGap
	}
}

func (a *analyst) add(t *dutch.Token, part index.Part, position int) {
	w := a.dutch.Word(t.Term)
	form := a.forms[w.Form]
	if form == nil {
		form = a.formPool.next()
		form.occurrences, form.positions = occurrences{}, form.positions[:0]
		a.forms[w.Form] = form
	}
	form.occurrences[part]++
	if position < maxPosition && !t.Joined {
		form.positions = append(form.positions, uint16(position))
	}
	if w.Stop {
		return
	}
	if !t.Joined {
		a.lengths[part]++
	}
	stem := a.stem(w.Stem)
	stem.roles[asWord][part]++
	stem.forms |= formBit(w.Form)
	for i, p := range w.Parts {
		role := asModifier
		if i == len(w.Parts)-1 {
			role = asHead
		}
		a.stem(p.Stem).roles[role][part]++
	}
}

func (a *analyst) stem(stem string) *stemEntry {
	e := a.stems[stem]
	if e == nil {
		e = a.stemPool.next()
		*e = stemEntry{}
		a.stems[stem] = e
	}
	return e
}

func (a *analyst) formTerms() bleveapi.TokenFrequencies {
	terms := make(bleveapi.TokenFrequencies, len(a.forms)+len(a.forms)/8)
	slab := make([]bleveapi.TokenFreq, len(a.forms))
	i := 0
	for form, e := range a.forms {
		payload, rest := packPayload(quantise(e.impact(&a.lengths)), e.positions)
		slab[i].SetFrequency(payload)
		terms[form] = &slab[i]
		i++
		for n := 1; len(rest) > 0; n++ {
			tf := &bleveapi.TokenFreq{}
			payload, rest = packPayload(1, rest)
			tf.SetFrequency(payload)
			terms[continuationTerm(form, n)] = tf
		}
	}
	return terms
}

func (a *analyst) stemTerms() bleveapi.TokenFrequencies {
	terms := make(bleveapi.TokenFrequencies, len(a.stems))
	slab := make([]bleveapi.TokenFreq, len(a.stems))
	i := 0
	for stem, e := range a.stems {
		best := 0.0
		for role := range e.roles {
			best = max(best, roleWeights[role]*e.roles[role].impact(&a.lengths))
		}
		slab[i].SetFrequency(packStem(quantise(best), e.forms))
		terms[stem] = &slab[i]
		i++
	}
	return terms
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
//	collation key of the title, 0x00, ID, 0x00, content hash (hashBytes)
//
// The order of the rows is the order of the fiches by title, then ID.
func (a *analyst) row(f *corpus.Fiche, hash string) string {
	a.keys.Reset()
	key := a.collator.KeyFromString(&a.keys, strings.TrimSpace(f.Title))
	return string(key) + "\x00" + f.ID + "\x00" + hash
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
