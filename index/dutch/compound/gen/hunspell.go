package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"praktijkzoeker/index/dutch/compound/internal/lexicon"
)

// Flags of the dictionary, two letters each, as its affix file explains them.
const (
	flagForbidden   = "Fw"
	flagNoSuggest   = "NS"
	flagHead        = "Cc" // may end a compound
	flagOnlyInside  = "Cx"
	flagBegin       = "Ca" // may begin a compound
	flagMiddle      = "Cb"
	flagBeginHyphen = "CA"
	flagMidHyphen   = "CB"
)

// A suffix is one rule of the affix file: what a flag takes off a word, what
// it adds, and to which words.
type suffix struct {
	strip, add string
	begins     bool // the result may begin a compound
	applies    *regexp.Regexp
}

// readAffixes returns the suffixes by flag and keeps the particles of separable
// verbs, which have flags as well.
func (s *sources) readAffixes(path string) (map[string][]suffix, error) {
	rules := map[string][]suffix{}
	err := eachLine(path, func(line string) error {
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		if len(f) > 3 && f[0] == "PFX" && f[1][0] == 'P' && f[2] == "0" {
			s.particles[f[1]] = lexicon.Fold(f[3])
			return nil
		}
		if len(f) < 4 || f[0] != "SFX" || f[2] == "Y" || f[2] == "N" {
			return nil
		}
		var r suffix
		if f[2] != "0" {
			r.strip = f[2]
		}
		add, next, _ := strings.Cut(f[3], "/")
		if add != "0" {
			r.add = add
		}
		r.begins = slices.ContainsFunc(flags(next), func(s string) bool { return s == flagBegin || s == flagMiddle })
		condition := ""
		if len(f) > 4 && !strings.HasPrefix(f[4], "ts:") {
			condition = f[4]
		}
		var err error
		if r.applies, err = regexp.Compile(condition + "$"); err != nil {
			return fmt.Errorf("condition of %s: %w", f[1], err)
		}
		rules[f[1]] = append(rules[f[1]], r)
		return nil
	})
	return rules, err
}

func flags(s string) []string {
	var list []string
	for ; len(s) > 1; s = s[2:] {
		list = append(list, s[:2])
	}
	return list
}

func (s *sources) readDictionary(path string, suffixes map[string][]suffix) error {
	s.forms, s.left = map[string][]derived{}, map[string][]derived{}
	s.heads, s.verbs = map[string]bool{}, map[string]bool{}
	return eachLine(path, func(line string) error {
		line, _, _ = strings.Cut(line, "\t")
		word, list, _ := strings.Cut(line, "/")
		marks := flags(list)
		if word == "" || strings.IndexFunc(word, unicode.IsLetter) != 0 || strings.IndexFunc(word, unicode.IsUpper) >= 0 ||
			slices.Contains(marks, flagForbidden) || slices.Contains(marks, flagNoSuggest) {
			return nil
		}
		form := lexicon.Fold(word)
		if !slices.Contains(marks, flagOnlyInside) {
			s.forms[form] = append(s.forms[form], derived{form, ""})
		}
		for _, m := range marks {
			s.mark(word, form, m, suffixes[m])
		}
		return nil
	})
}

// mark applies one flag of a dictionary word.
func (s *sources) mark(word, form, m string, rules []suffix) {
	switch m {
	case flagBegin, flagMiddle, flagBeginHyphen, flagMidHyphen:
		s.left[form] = append(s.left[form], derived{form, ""})
		return
	case flagHead:
		s.heads[form] = true
		return
	}
	if m[0] == 'V' {
		s.verbs[form] = true
	} else if particle, ok := s.particles[m]; ok {
		s.verbs[particle+form] = true
	}
	for _, r := range rules {
		stem, ok := strings.CutSuffix(word, r.strip)
		if !ok || !r.applies.MatchString(word) {
			continue
		}
		made := lexicon.Fold(stem + r.add)
		if strings.HasSuffix(made, "-") {
			continue
		}
		switch d := (derived{form, m}); {
		case m == "Cd" || m == "Ch" || m == "Ce" || m == "Cl": // letters that only compounds take
			s.left[made] = append(s.left[made], d)
		default:
			s.forms[made] = append(s.forms[made], d)
			if r.begins {
				s.left[made] = append(s.left[made], d)
			}
		}
	}
}
