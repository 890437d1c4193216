package spelling_test

import (
	"iter"
	"strings"
	"sync"
	"testing"

	"praktijkzoeker/index/dutch/spelling"
)

// words makes a vocabulary of forms that are all in one document.
func words(forms ...string) *spelling.Vocabulary {
	return spelling.Build(each(forms, 1))
}

func each(forms []string, df int) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for _, f := range forms {
			if !yield(f, df) {
				return
			}
		}
	}
}

func TestBuild(t *testing.T) {
	long := strings.Repeat("taal", 40)
	v := spelling.Build(func(yield func(string, int) bool) {
		_ = yield("taal", 3) && yield("", 9) && yield("buurt", 1) && yield("taal", 4) && yield("nul", -5) &&
			yield("é", 1) && yield("\xff", 2) && yield("\x00", 1) && yield(long, 1) && yield("tale", 1)
	})
	for form, df := range map[string]int{"taal": 7, "buurt": 1, "nul": 0, "é": 1, "\xff": 2, "\x00": 1, long: 1, "tale": 1} {
		if !v.Known(form) || v.Count(form) != df {
			t.Errorf("%.20q: known %v in %d documents, want %d", form, v.Known(form), v.Count(form), df)
		}
	}
	for _, form := range []string{"", "taa", "taalx", "Taal", "zzz", long + "x", "\xfe"} {
		if v.Known(form) || v.Count(form) != 0 {
			t.Errorf("%.20q is known", form)
		}
	}
	if v.Len() != 8 {
		t.Errorf("%d words, want 8", v.Len())
	}
}

func TestEmptyVocabulary(t *testing.T) {
	v := words()
	if v.Known("taal") || v.Correct("taalbeleid") != nil || v.Len() != 0 {
		t.Error("an empty vocabulary knows something")
	}
	if _, _, ok := v.Split("taalbeleid"); ok {
		t.Error("an empty vocabulary splits")
	}
}

func TestConcurrentUse(t *testing.T) {
	v := words("vrijwilliger", "taalbeleid", "buurthuis")
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 200 {
				if c := v.Correct("taalbelijd"); len(c) != 1 || c[0].Form != "taalbeleid" {
					t.Errorf("got %v", c)
				}
			}
		})
	}
	wg.Wait()
}
