// Command gen derives the lexicon of package compound from the Debian packages
// wdutch (a word list) and hunspell-nl (a spelling dictionary), both by
// OpenTaal. Run it with "go generate ./index/dutch/compound"; install the
// packages first. The result depends on nothing but their files and the lists
// beside this file.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"

	"praktijkzoeker/index/dutch/compound/internal/lexicon"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("compound/gen: ")
	words := flag.String("words", "/usr/share/dict/dutch", "word `file` of wdutch")
	aff := flag.String("aff", "/usr/share/hunspell/nl.aff", "affix `file` of hunspell-nl")
	dic := flag.String("dic", "/usr/share/hunspell/nl.dic", "dictionary `file` of hunspell-nl")
	out := flag.String("o", "lexicon.bin", "`file` to write")
	flag.Parse()
	if err := run(*words, *aff, *dic, *out); err != nil {
		log.Fatal(err)
	}
}

func run(words, aff, dic, out string) error {
	src, err := readSources(words, aff, dic)
	if err != nil {
		return err
	}
	lists, err := readLists()
	if err != nil {
		return err
	}
	l, err := derive(src, lists)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := l.Encode(&b); err != nil {
		return err
	}
	if _, err := lexicon.Decode(bytes.NewReader(b.Bytes())); err != nil {
		return fmt.Errorf("read back: %w", err)
	}
	if err := os.WriteFile(out, b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write lexicon: %w", err)
	}
	log.Printf("%s: %d bytes", out, b.Len())
	return nil
}

// derive makes the lexicon in two rounds: the first knows what a form may be
// in a compound, the second also which words are no compounds at all.
func derive(src *sources, lists *lists) (*lexicon.Lexicon, error) {
	p := &parts{sources: src, lists: lists, counts: count(src)}
	forms, bases := p.entries()
	first, err := lexicon.Build(forms, bases, lists.splits)
	if err != nil {
		return nil, err
	}
	g := guard{sources: src, lists: lists, lexicon: first, memo: map[string][]int{}}
	for form, e := range forms {
		if e.Word {
			e.Atom = g.atom(form)
			forms[form] = e
		}
	}
	return lexicon.Build(forms, bases, lists.splits)
}
