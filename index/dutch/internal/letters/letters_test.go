package letters_test

import (
	"testing"
	"unicode"

	"praktijkzoeker/index/dutch/internal/letters"
)

func TestStepTakesWholeRunes(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		n        int
		folded   string
	}{
		{"ascii", "Ab", 1, "a"},
		{"two bytes", "ëb", 2, "e"},
		{"a mark is nothing", "\u0308x", 2, ""},
		{"ligature", "ĳs", 2, "ij"},
		{"mojibake is one step", "Ć«nt", 4, "e"},
		{"its lead alone is a letter", "Ćx", 2, "c"},
		{"no utf-8", "\xffx", 1, "\ufffd"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n, folded := letters.Step(tt.in)
			if n != tt.n || folded != tt.folded {
				t.Errorf("Step(%q) = %d, %q, want %d, %q", tt.in, n, folded, tt.n, tt.folded)
			}
		})
	}
}

func TestEveryLatinLetterFoldsToItself(t *testing.T) {
	// Whatever a rune folds to folds to itself, and no mark is left on a letter.
	for r := rune(0); r < 0x2100; r++ {
		folded := letters.Rune(r)
		if again := letters.Fold(folded); again != folded {
			t.Errorf("%U folds to %q and that to %q", r, folded, again)
		}
		for _, f := range folded {
			if unicode.Is(unicode.Latin, r) && unicode.IsUpper(f) {
				t.Errorf("%U folds to a capital, %q", r, folded)
			}
		}
	}
}

func TestInvisible(t *testing.T) {
	for r, want := range map[rune]bool{'\u00ad': true, '\u200b': true, '\ufeff': true, 'a': false, ' ': false, '-': false} {
		if got := letters.Invisible(r); got != want {
			t.Errorf("Invisible(%U) = %v", r, got)
		}
	}
}

func FuzzAppendFold(f *testing.F) {
	for _, s := range []string{"Coördinatie", "efficiĆ«nt", "a`B", "\xff", "ﷺ", "abc"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := string(letters.AppendFold([]byte("x"), s)); got != "x"+letters.Fold(s) {
			t.Errorf("AppendFold(%q) = %q, Fold gives %q", s, got, letters.Fold(s))
		}
	})
}
