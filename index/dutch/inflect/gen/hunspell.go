package main

import (
	"bufio"
	"io"
	"os"
	"strings"
	"unicode"

	"praktijkzoeker/index/dutch/internal/letters"
)

// A rule is one suffix rule of an affix file: strip, then add, if the word ends as
// cond says.
type rule struct {
	strip, add string
	cond       []string // one set of letters per place; "^" first negates; "." is any
}

// A lexicon is what the lists say.
type lexicon struct {
	words map[string]bool            // every folded form
	bases map[string]map[string]bool // folded base → its flags
	forms map[string][]derived       // folded form → its bases
	pasts map[string]bool            // past singulars of strong verbs
}

// derived says that a form is made from base by an affix class.
type derived struct{ base, class string }

// load reads the word list and the hunspell dictionary.
func load(words, dic, aff string) (*lexicon, error) {
	lex := &lexicon{words: map[string]bool{}, bases: map[string]map[string]bool{}, forms: map[string][]derived{}}
	rules, err := readAffixes(aff)
	if err != nil {
		return nil, err
	}
	if err := eachLine(words, func(line string) {
		if w, ok := fold(line); ok {
			lex.words[w] = true
		}
	}); err != nil {
		return nil, err
	}
	return lex, eachLine(dic, func(line string) {
		entry, _, _ := strings.Cut(line, "\t")
		word, flags, _ := strings.Cut(entry, "/")
		lex.add(strings.TrimSpace(word), flags, rules)
	})
}

// add takes up a dictionary entry with the forms that its flags give.
func (lex *lexicon) add(word, flags string, rules map[string][]rule) {
	if strings.HasPrefix(flags, "Aa") || strings.HasPrefix(flags, "Ll") { // of a country: Vlaams
		word = strings.ToLower(word)
		flags += "Aa"
	}
	base, ok := fold(word)
	if !ok {
		return
	}
	if lex.bases[base] == nil {
		lex.bases[base] = map[string]bool{}
	}
	lex.words[base] = true
	for seen := flags; len(flags) >= 2; flags = flags[2:] {
		class := flags[:2]
		lex.bases[base][class] = true
		for _, s := range rules[class] {
			if form, ok := s.apply(word); ok {
				f, ok := fold(form)
				if class == "Zb" && strings.Contains(seen, "Ze") && !lex.words[f] {
					continue // "binnenzaken" of binnenzak/ZbZe is no word
				}
				if ok && f != base {
					lex.words[f] = true
					lex.forms[f] = append(lex.forms[f], derived{base, class})
				}
			}
		}
	}
}

// apply gives the form that the rule makes of word.
func (s rule) apply(word string) (string, bool) {
	runes := []rune(word)
	if len(runes) < len(s.cond) || !strings.HasSuffix(word, s.strip) {
		return "", false
	}
	for i, set := range s.cond {
		r := runes[len(runes)-len(s.cond)+i]
		neg := strings.HasPrefix(set, "^")
		if set != "." && strings.ContainsRune(strings.TrimPrefix(set, "^"), r) == neg {
			return "", false
		}
	}
	return strings.TrimSuffix(word, s.strip) + s.add, true
}

// fold folds a word; ok is false for those that no stem is wanted for: names,
// words with signs or digits.
func fold(word string) (folded string, ok bool) {
	folded = letters.Fold(strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "-"))
	for _, r := range word {
		if unicode.IsUpper(r) {
			return "", false
		}
	}
	for _, c := range folded {
		if c < 'a' || c > 'z' {
			return "", false
		}
	}
	return folded, len(folded) > 1 && len(folded) < 40
}

// readAffixes reads the suffix rules of nouns, verbs and adjectives.
func readAffixes(name string) (map[string][]rule, error) {
	rules := map[string][]rule{}
	return rules, eachLine(name, func(line string) {
		f := strings.Fields(line)
		if len(f) < 5 || f[0] != "SFX" || !strings.ContainsAny(f[1][:1], "YZVA") {
			return
		}
		add, _, _ := strings.Cut(f[3], "/")
		s := rule{add: strings.TrimSuffix(add, "0")}
		if f[2] != "0" {
			s.strip = f[2]
		}
		for cond := f[4]; cond != ""; {
			set := cond[:1]
			if i := strings.IndexByte(cond, ']'); set == "[" && i > 0 {
				set, cond = cond[1:i], cond[i+1:]
			} else {
				r := []rune(cond)
				set, cond = string(r[:1]), string(r[1:])
			}
			s.cond = append(s.cond, set)
		}
		rules[f[1]] = append(rules[f[1]], s)
	})
}

func eachLine(name string, do func(string)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return lines(f, do)
}

func lines(r io.Reader, do func(string)) error {
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		do(sc.Text())
	}
	return sc.Err()
}
