package dutch_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"praktijkzoeker/index/dutch"
)

func TestWordStops(t *testing.T) {
	a := dutch.NewAnalyzer()
	for _, tt := range []struct {
		stop  bool
		words string
	}{
		{true, "de het een en of van voor met in op aan hoe wat waar wij z'n oa bv"},
		{false, "wil kan kunnen tegen onder zonder doen niet samen taal nt2 ocmw zonder alle vind"},
	} {
		for w := range strings.FieldsSeq(tt.words) {
			if got := a.Word(w).Stop; got != tt.stop {
				t.Errorf("Word(%q).Stop = %v", w, got)
			}
		}
	}
}

func TestQuestion(t *testing.T) {
	a := dutch.NewAnalyzer()
	for _, tt := range []struct {
		asks  bool
		words string
	}{
		{true, "hoe wat welke waar wie kan ik vind zoek"},
		{false, "vrijwilligers taal buddy niet ocmw"},
	} {
		for w := range strings.FieldsSeq(tt.words) {
			if got := a.Question(w); got != tt.asks || a.Word(w).Question != got {
				t.Errorf("Question(%q) = %v", w, got)
			}
		}
	}
}

func TestWordParts(t *testing.T) {
	for _, tt := range []struct{ form, want string }{
		{"taalbeleid", "taal=taal beleid=beleid"},
		{"vrijwilligerswerken", "vrijwilligers=vrijwilliger werken=werk"},
		{"buurthuizen", "buurt=buurt huizen=huis"},
		{"integratiegesprekken", "integratie=integratie gesprekken=gesprek"},
		{"beleid", ""},
		{"inclusiever", ""},
		{"koppelen", ""},
		{"info@taalbeleid.be", ""},
		{"begeleiding", ""},
		{"vrijwilligers", ""},
		{"hoe", ""},
	} {
		w := dutch.Default().Word(tt.form)
		var parts []string
		for _, p := range w.Parts {
			parts = append(parts, w.Form[p.Start:p.End]+"="+p.Stem)
		}
		if got := strings.Join(parts, " "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.form, got, tt.want)
		}
	}
}

func TestInflectedWordsMeet(t *testing.T) {
	for _, tt := range [][2]string{{"taalcafes", "taalcafe"}, {"buddyprojecten", "buddyproject"}, {"kinderen", "kind"},
		{"gezinsvrienden", "gezinsvriend"}, {"gemeentefeesten", "gemeentefeest"}} {
		a, b := dutch.Default().Word(tt[0]).Stem, dutch.Default().Word(tt[1]).Stem
		if a != b || a != tt[1] {
			t.Errorf("%v have the stems %q and %q", tt, a, b)
		}
	}
}

func TestWordIsRemembered(t *testing.T) {
	a := dutch.NewAnalyzer()
	if first, again := a.Word("buddy"), a.Word("buddy"); first != again {
		t.Error("computed twice")
	}
	if n := testing.AllocsPerRun(100, func() { a.Word("buddy") }); n != 0 {
		t.Errorf("a hit makes %v allocations", n)
	}
}

func TestWordOfManyAtOnce(t *testing.T) {
	// More words than the cache holds, from several goroutines.
	a := dutch.NewAnalyzer()
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 40_000 {
				form := fmt.Sprint("woord", g/2*40_000+i) // two goroutines each
				if w := a.Word(form); w.Form != form || w.Stem == "" {
					t.Errorf("Word(%q) = %+v", form, w)
				}
			}
		})
	}
	wg.Wait()
}

func TestWordOfNothing(t *testing.T) {
	if w := dutch.Default().Word(""); w.Form != "" || len(w.Parts) > 0 || w.Stop {
		t.Errorf("%+v", w)
	}
}

func TestNamesAreKept(t *testing.T) {
	a := dutch.NewAnalyzer("brugge", "oudenaarde")
	for _, form := range []string{"brugge", "oudenaarde"} {
		if w := a.Word(form); w.Stem != form || len(w.Parts) != 0 {
			t.Errorf("%s has stem %q and parts %v", form, w.Stem, w.Parts)
		}
	}
	if w := a.Word("bruggen"); w.Stem != a.Word("brug").Stem {
		t.Errorf("bruggen has stem %q", w.Stem)
	}
}
