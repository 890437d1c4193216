package spelling_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index/dutch/spelling"
)

// list writes out all words with their counts.
func list(v *spelling.Vocabulary) []string {
	var out []string
	for form, n := range v.All() {
		out = append(out, fmt.Sprintf("%s %d", form, n))
	}
	return out
}

func TestAll(t *testing.T) {
	v := spelling.Build(func(yield func(string, int) bool) {
		_ = yield("gent", 2) && yield("aalst", 0) && yield("taal", 3) && yield("gent", 0) && yield("zee-eend", 1) && yield("gent", 5)
	})
	if diff := cmp.Diff([]string{"aalst 0", "gent 7", "taal 3", "zee-eend 1"}, list(v)); diff != "" {
		t.Error(diff)
	}
	for form := range v.All() {
		if form == "gent" {
			break // the sequence may be left
		}
	}
}

func TestWithPrefix(t *testing.T) {
	v := words("taal", "taalbad", "taalbeleid", "tale", "ta", "u", "\xff", "\xff\xff").
		With(map[string]int{"taalbad": -1, "taalcafe": 1, "taal": 3, "s": 1})
	tests := map[string]struct {
		prefix string
		limit  int
		want   string
	}{
		"some":             {"taal", 9, "taal taalbeleid taalcafe"},
		"as many as asked": {"taal", 2, "taal taalbeleid"},
		"none asked":       {"taal", 0, ""},
		"fewer than none":  {"taal", -1, ""},
		"no such word":     {"taalz", 9, ""},
		"behind all":       {"\xff\xff\xff", 9, ""},
		"last":             {"\xff", 9, "\xff \xff\xff"},
		"all":              {"", 5, "s ta taal taalbeleid taalcafe"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := strings.Join(slices.Collect(v.WithPrefix(tt.prefix, tt.limit)), " "); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
	for range v.WithPrefix("", 9) {
		break
	}
}

// The order in which words come makes no difference, nor does it whether a
// count comes at once or in parts.
func TestBuildOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	type counted struct {
		form string
		n    int
	}
	var sorted, parts []counted
	for form, n := range large(3000) {
		sorted = append(sorted, counted{form, n})
	}
	slices.SortFunc(sorted, func(a, b counted) int { return strings.Compare(a.form, b.form) })
	sorted = slices.CompactFunc(sorted, func(a, b counted) bool { return a.form == b.form })
	for _, w := range sorted {
		first := r.IntN(w.n)
		parts = append(parts, counted{w.form, w.n - first})
		if first > 0 {
			parts = append(parts, counted{w.form, first})
		}
	}
	r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
	build := func(words []counted) *spelling.Vocabulary {
		return spelling.Build(func(yield func(string, int) bool) {
			for _, w := range words {
				if !yield(w.form, w.n) {
					return
				}
			}
		})
	}
	a, b := build(sorted), build(parts)
	if diff := cmp.Diff(list(a), list(b)); diff != "" || a.Len() != b.Len() {
		t.Errorf("%d and %d words:\n%s", a.Len(), b.Len(), diff)
	}
}
