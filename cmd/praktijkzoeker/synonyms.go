package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch/synonyms"
)

// maxSynonyms is how much of a list is read, in bytes: enough for the reader of
// lists to see that it is too large.
const maxSynonyms = 1<<20 + 1

// A synonymTaker is an index of which the synonyms can change while it is
// searched.
type synonymTaker interface {
	SetSynonyms(*synonyms.Table)
}

// A synonymList is the operator's own list of synonyms, beside the shipped one.
// It is for one goroutine.
type synonymList struct {
	path string
	set  func(*synonyms.Table) // takes the shipped synonyms with the own ones
	tell func(problem string)  // hears what is wrong, in Dutch, once for as long as it lasts
	// changed is told of every change, with the number of alternatives that the
	// list adds; nil: nobody is.
	changed func(alternatives int)

	read   []byte // what it held when it was last read whole; nil: never
	failed string // why it could not be read since, as told; empty: it could
}

// newSynonymList returns the list of the settings for an index, or nil when
// there is none.
func newSynonymList(c IndexConfig, ix index.Index, tell func(problem string)) (*synonymList, error) {
	if c.Synonyms == "" {
		return nil, nil
	}
	taker, ok := ix.(synonymTaker)
	if !ok {
		return nil, errors.New("deze index werkt niet met eigen synoniemen; laat index.synonyms leeg")
	}
	return &synonymList{path: c.Synonyms, set: taker.SetSynonyms, tell: tell}, nil
}

// useSynonyms gives an index the synonyms of the settings as they are now.
func useSynonyms(c IndexConfig, ix index.Index, tell func(problem string)) error {
	list, err := newSynonymList(c, ix, tell)
	if list != nil {
		list.load()
	}
	return err
}

// load reads the list and uses it. When it cannot, the synonyms stay as they
// were and the reason is told.
func (l *synonymList) load() {
	text, err := readSynonyms(l.path)
	if err != nil {
		l.fail(err)
		return
	}
	l.use(text)
}

// use is load with what the list holds. A line with a mistake is told and left
// out; a list of only such lines is no list.
func (l *synonymList) use(text []byte) {
	l.read, l.failed = text, ""
	own, problems := synonyms.Parse(l.path, bytes.NewReader(text))
	for _, p := range problems {
		l.tell(p.String())
	}
	if len(problems) > 0 && own.Len() == 0 {
		l.tell(l.path + ": geen enkele regel is bruikbaar; de synoniemen blijven zoals ze waren")
		return
	}
	l.set(synonyms.Shipped().Merge(own))
	if l.changed != nil {
		l.changed(own.Len())
	}
}

// current says whether the list was read whole and held this.
func (l *synonymList) current(text []byte) bool {
	return l.failed == "" && l.read != nil && bytes.Equal(text, l.read)
}

// fail tells why the list cannot be read, unless that was told already.
func (l *synonymList) fail(err error) {
	reason := inDutch(err)
	if reason == l.failed {
		return
	}
	l.failed = reason
	l.tell("eigen synoniemen niet gelezen, ze blijven zoals ze waren: " + reason)
}

// readSynonyms reads a list that may be anything.
func readSynonyms(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular(): // opening a pipe would wait for who writes
		return nil, fmt.Errorf("%s is geen gewoon bestand; geef een tekstbestand met synoniemen", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxSynonyms))
}
