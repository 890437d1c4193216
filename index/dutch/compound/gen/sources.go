package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"unicode"

	"praktijkzoeker/index/dutch/compound/internal/lexicon"
)

// sources is what the word list and the spelling dictionary say, folded.
type sources struct {
	words map[string]bool // lower-case words, with or without hyphens and apostrophes
	names map[string]bool // words with a capital, letters only, that are no lower-case word
	forms map[string][]derived
	left  map[string][]derived // forms that may begin a compound, by the dictionary's flags
	heads map[string]bool      // words that may end one, by its flags
	verbs map[string]bool      // words with the inflection of a verb, with their particles too

	particles map[string]string // flag of the dictionary → particle of separable verbs: "aan"
}

// derived is the dictionary word from which a form is made, by a flag of the
// dictionary; the flag is empty for the dictionary word itself.
type derived struct{ base, flag string }

// plain tells whether a form has only the letters a–z.
func plain(form string) bool {
	for i := range len(form) {
		if form[i] < 'a' || form[i] > 'z' {
			return false
		}
	}
	return form != ""
}

func readSources(words, aff, dic string) (*sources, error) {
	s := &sources{words: map[string]bool{}, names: map[string]bool{}, particles: map[string]string{}}
	if err := s.readWords(words); err != nil {
		return nil, fmt.Errorf("word list: %w", err)
	}
	suffixes, err := s.readAffixes(aff)
	if err != nil {
		return nil, fmt.Errorf("affix file: %w", err)
	}
	if err := s.readDictionary(dic, suffixes); err != nil {
		return nil, fmt.Errorf("dictionary: %w", err)
	}
	return s, nil
}

func (s *sources) readWords(path string) error {
	return eachLine(path, func(line string) error {
		switch form := lexicon.Fold(line); {
		case form == "" || strings.ContainsRune(line, ' ') || len(form) > lexicon.MaxForm:
		case strings.IndexFunc(line, unicode.IsUpper) < 0:
			s.words[form] = true
		case plain(form):
			s.names[form] = true
		}
		return nil
	})
}

// eachLine calls f with every line of a file. Errors name the line.
func eachLine(path string, f func(string) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	sc := bufio.NewScanner(file)
	for n := 1; sc.Scan(); n++ {
		if err := f(sc.Text()); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return sc.Err()
}
