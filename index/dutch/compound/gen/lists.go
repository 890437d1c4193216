package main

import (
	_ "embed"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"praktijkzoeker/index/dutch/compound/internal/lexicon"
)

//go:embed parts.txt
var partsFile string

//go:embed words.txt
var wordsFile string

// lists are the decisions made by hand.
type lists struct {
	neverLeft, neverRight map[string]bool    // endings and prefixes that are also words
	shortLeft, shortRight map[string]bool    // the parts of three letters
	left, right           map[string]float64 // parts that are no words, with their cost in nats
	particles             map[string]bool
	bases                 map[string]string // dictionary forms of left parts
	atoms                 map[string]bool   // words that are never divided
	splits                map[string][]int  // words and where they are cut
}

func readLists() (*lists, error) {
	l := &lists{
		neverLeft: map[string]bool{}, neverRight: map[string]bool{},
		shortLeft: map[string]bool{}, shortRight: map[string]bool{},
		left: map[string]float64{}, right: map[string]float64{},
		particles: map[string]bool{}, bases: map[string]string{},
		atoms: map[string]bool{}, splits: map[string][]int{},
	}
	if err := l.readParts(partsFile); err != nil {
		return nil, fmt.Errorf("parts.txt: %w", err)
	}
	if err := l.readWords(wordsFile); err != nil {
		return nil, fmt.Errorf("words.txt: %w", err)
	}
	return l, nil
}

// readParts reads sections: a line "[name]" or "[name cost]", then words.
func (l *lists) readParts(text string) error {
	var add func(word string) error
	for n, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		if head, ok := strings.CutPrefix(line, "["); ok {
			var err error
			if add, err = l.section(strings.TrimSuffix(head, "]")); err != nil {
				return fmt.Errorf("line %d: %w", n+1, err)
			}
			continue
		}
		for _, word := range strings.Fields(line) {
			if add == nil {
				return fmt.Errorf("line %d: a word before the first section", n+1)
			}
			if err := add(word); err != nil {
				return fmt.Errorf("line %d: %q: %w", n+1, word, err)
			}
		}
	}
	return nil
}

func (l *lists) section(head string) (func(string) error, error) {
	name, number, _ := strings.Cut(head, " ")
	cost, err := strconv.ParseFloat("0"+number, 64)
	if err != nil {
		return nil, fmt.Errorf("cost of section %q: %w", name, err)
	}
	set := func(m map[string]bool) func(string) error {
		return func(w string) error { m[w] = true; return nil }
	}
	switch name {
	case "never-left":
		return set(l.neverLeft), nil
	case "never-right":
		return set(l.neverRight), nil
	case "short-left":
		return set(l.shortLeft), nil
	case "short-right":
		return set(l.shortRight), nil
	case "particles":
		return set(l.particles), nil
	case "left":
		return func(w string) error { l.left[w] = cost; return nil }, nil
	case "right":
		return func(w string) error { l.right[w] = cost; return nil }, nil
	case "adjectives": // right parts, with their inflection
		return func(w string) error {
			l.right[w], l.right[w+"e"], l.right[w+"en"] = cost, cost, cost
			return nil
		}, nil
	case "bases":
		return func(w string) error {
			form, base, ok := strings.Cut(w, "=")
			if !ok {
				return errors.New(`"form=base" is needed`)
			}
			l.bases[form] = base
			return nil
		}, nil
	}
	return nil, fmt.Errorf("unknown section %q", name)
}

// readWords reads one word a line, with a bar at every cut: "buurt|huis"; a
// word without bars is never divided.
func (l *lists) readWords(text string) error {
	for n, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		for _, word := range strings.Fields(line) {
			form := strings.ReplaceAll(word, "|", "")
			if lexicon.Fold(form) != form || len(form) > lexicon.MaxForm {
				return fmt.Errorf("line %d: %q is not folded or too long", n+1, word)
			}
			if form == word {
				l.atoms[form] = true
				continue
			}
			at := 0
			for part := range strings.SplitSeq(word, "|") {
				if part == "" {
					return fmt.Errorf("line %d: %q has an empty part", n+1, word)
				}
				at += len(part)
				if at < len(form) {
					l.splits[form] = append(l.splits[form], at)
				}
			}
		}
	}
	return nil
}
