package main

import (
	"bytes"
	"path/filepath"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index/dutch/synonyms"
)

// addSynonyms checks a list of synonyms. Each mistake is an error: its line
// does not count.
func (c *checked) addSynonyms(name string) error {
	text, err := readSynonyms(name)
	if err != nil {
		return err
	}
	_, problems := synonyms.Parse(filepath.ToSlash(name), bytes.NewReader(text))
	for _, p := range problems {
		c.problems = append(c.problems, corpus.Problem{Path: p.File, Line: p.Line, Field: "synoniemen", Message: p.Message})
	}
	return nil
}
