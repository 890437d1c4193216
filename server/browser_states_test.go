package server_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
	"praktijkzoeker/server"
)

// everywhere is a site in which one in so many municipalities has a practice, and
// there are forty target groups: the longest lists and the fullest map.
func everywhere(tb testing.TB, oneIn int) http.Handler {
	tb.Helper()
	var fiches []corpus.Fiche
	all := places.All()
	for i := 0; i < len(all); i += oneIn {
		f := corpus.Fiche{
			ID: fmt.Sprintf("overal-%d", i), Title: fmt.Sprintf("Taalpraktijk %d", i), Categories: []string{"Taalbeleid"},
			TargetGroups: []string{fmt.Sprintf("Doelgroep %d", i/oneIn%40)}, Updated: time.Date(2020+i%5, 1+time.Month(i%12), 1+i%28, 0, 0, 0, 0, time.UTC),
		}
		for n := range 1 + i/oneIn%4 {
			f.Practices = append(f.Practices, practice(all[(i+n*n*oneIn)%len(all)].Name))
		}
		fiches = append(fiches, f)
	}
	return newServer(tb, server.Config{Searcher: newIndex(tb, fiches)})
}

// What the pages of the shipped fiches do not show: dates, a whole fiche and a
// bare one, many municipalities, all that can be opened, and a broken index.
func browserStates(t *testing.T, browser context.Context) {
	// axe takes longer than the square of what is on a page.
	many, few := everywhere(t, 4), newServer(t, everyState(t))
	broken := newServer(t, server.Config{Searcher: failing{errors.New(secret)}})
	for _, s := range []struct {
		name, path string
		site       http.Handler
	}{
		{"dates", "/", many},
		{"many municipalities", "/?q=taalpraktijk", many},
		{"many municipalities on the map", "/?q=taalpraktijk&view=map", many},
		{"whole fiche", "/praktijk/taalbeleid-op-de-werkvloer", few},
		{"bare fiche", "/praktijk/alleen-een-titel", few},
		{"broken", "/?q=taal", broken},
	} {
		t.Run(s.name, func(t *testing.T) {
			x := newTab(t, browser, s.site)
			x.expect("Failed to load resource") // the broken one, and a picture that is none
			x.visit(s.path)
			// The bar that sticks to the foot of the window lies over half a box somewhere, which axe takes
			// for a small target; that it never lies over the focus is tried at 400 %.
			eval[any](x, `document.querySelectorAll("details").forEach((d) => { d.open = true; });
				document.querySelector(".apply")?.style.setProperty("position", "static"); null`)
			x.checkEveryLook("state " + s.name)
		})
	}
	t.Run("first screen of a phone", func(t *testing.T) {
		x := newTab(t, browser, shipped(t))
		x.do(chromedp.EmulateViewport(320, 568))
		for path, selector := range map[string]string{"/": "#q", "/?q=taal": ".result p:not(.labels)", "/gemeente/Gent": ".result", "/praktijk/taalbeleid-op-de-werkvloer": ".lead"} {
			x.visit(path)
			if bottom := eval[float64](x, fmt.Sprintf(`document.querySelector(%q).getBoundingClientRect().bottom`, selector)); bottom > 568 {
				t.Errorf("%s: %s ends at %.0f px of 568", path, selector, bottom)
			}
		}
	})
}
