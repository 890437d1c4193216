package main

import (
	"strings"
	"testing"

	"praktijkzoeker/index/dutch/inflect"
)

func TestRuleApplies(t *testing.T) {
	for _, tt := range []struct {
		name string
		rule rule
		word string
		want string // "" where the rule does not apply
	}{
		{"adds", rule{add: "en", cond: []string{"."}}, "boek", "boeken"},
		{"strips", rule{strip: "s", add: "zen", cond: []string{"s"}}, "huis", "huizen"},
		{"nothing to strip", rule{strip: "s", add: "zen", cond: []string{"."}}, "boek", ""},
		{"a letter that must be", rule{add: "t", cond: []string{"k"}}, "loop", ""},
		{"one of two letters", rule{add: "t", cond: []string{"kp"}}, "loop", "loopt"},
		{"a letter that must not be", rule{add: "t", cond: []string{"^ao"}}, "ga", ""},
		{"longer than the word", rule{add: "t", cond: []string{".", ".", "."}}, "ga", ""},
		{"letters of two bytes", rule{add: "n", cond: []string{"ë"}}, "idee\u0308", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := tt.rule.apply(tt.word)
			if ok != (tt.want != "") || ok && got != tt.want {
				t.Errorf("%q, %v, want %q", got, ok, tt.want)
			}
		})
	}
}

func TestFoldTakesWords(t *testing.T) {
	for _, tt := range []struct {
		name, word, want string
	}{
		{"a word", "taal", "taal"},
		{"accents", "coördinatie", "coordinatie"},
		{"possessive", "auto's", "auto"},
		{"first half", "onthaal-", "onthaal"},
		{"a name", "Gent", ""},
		{"digits", "nt2", ""},
		{"a hyphen", "e-mail", ""},
		{"a letter", "a", ""},
		{"too long", strings.Repeat("lang", 10), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := fold(tt.word)
			if ok != (tt.want != "") || ok && got != tt.want {
				t.Errorf("fold(%q) = %q, %v, want %q", tt.word, got, ok, tt.want)
			}
		})
	}
}

func TestStrongVerbsAreOrderly(t *testing.T) {
	last := ""
	for _, row := range strongVerbs {
		if len(row) != 4 || !strings.HasSuffix(row[0], "n") {
			t.Errorf("row %v", row)
			continue
		}
		if row[0] <= last {
			t.Errorf("%s stands after %s", row[0], last)
		}
		last = row[0]
	}
	if len(strongVerbs) < 150 {
		t.Errorf("%d verbs", len(strongVerbs))
	}
}

func TestTableTellsABadLine(t *testing.T) {
	if rows := table(2, "\neen twee\n\ndrie vier\n"); len(rows) != 2 || rows[1][0] != "drie" {
		t.Errorf("%v", rows)
	}
	defer func() {
		if told := recover(); told == nil || !strings.Contains(told.(string), "zes") {
			t.Errorf("told %v", told)
		}
	}()
	table(2, "een twee\nzes zeven acht\n")
}

// TestShippedStemsKnowTheIrregular holds that the file in the program was made
// with the list as it is now.
func TestShippedStemsKnowTheIrregular(t *testing.T) {
	if len(irregular) < 100 {
		t.Fatalf("%d irregular forms", len(irregular))
	}
	for form, base := range irregular {
		if form == "gevallen" { // of vallen, too
			continue
		}
		if got := inflect.Stem(form); got != inflect.Stem(base) {
			t.Errorf("Stem(%q) = %q, but Stem(%q) = %q", form, got, base, inflect.Stem(base))
		}
	}
}
