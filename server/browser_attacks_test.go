package server_test

import (
	"context"
	"fmt"
	"net/url"
	"reflect"
	"testing"
	"testing/fstest"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp/kb"

	"praktijkzoeker/corpus"
	"praktijkzoeker/server"
)

func (x *tab) scriptOff() {
	x.Helper()
	call(x, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
}

// browserAttacks puts every attack in every field of a fiche and in every
// parameter, and lets the script show them, too. A dialog, an exception and a
// script that the policy stopped all fail the test.
func browserAttacks(t *testing.T, browser context.Context) {
	const foreign = `[...document.querySelectorAll("script, iframe, object, embed, [onclick], [onerror], [onload], [onmouseover]")]
		.filter((e) => !(e.matches('script[type=module][src^="/static/main."]') || e.type === "application/ld+json")).map((e) => e.outerHTML).join("\n")`
	var fiches []corpus.Fiche
	for i, attack := range attacks {
		var f corpus.Fiche
		poison(reflect.ValueOf(&f).Elem(), "taal "+attack)
		f.ID = fmt.Sprintf("gif-%d", i)
		fiches = append(fiches, f)
	}
	x := newTab(t, browser, newServer(t, server.Config{Searcher: newIndex(t, fiches), Images: fstest.MapFS{}}))
	x.expect("Failed to load resource")
	clean := func(where string) {
		t.Helper()
		if got := eval[string](x, foreign); got != "" {
			t.Errorf("%s holds %s", where, got)
		}
	}
	paths := []string{"/", "/?sort=title", "/?q=taal&explain=1", "/gemeente/Gent"}
	for i, attack := range attacks {
		v := url.QueryEscape(attack)
		paths = append(paths, fmt.Sprintf("/praktijk/gif-%d", i), "/?q="+v+"&category="+v+"&domain="+v+"&municipality="+v+"&target_group="+v+"&"+v+"="+v,
			"/?q=taal&sort="+v, "/?view="+v, "/?page="+v, "/?q=taal&explain="+v, "/gemeente/Gent?via="+v, "/gemeente/"+url.PathEscape(attack), "/praktijk/"+url.PathEscape(attack))
	}
	for _, path := range paths {
		x.visit(path)
		clean(path)
	}
	// What the script draws: suggestions, and results put in place.
	x.visit("/?sort=title")
	x.until(`document.querySelector(".show")`)
	for _, typed := range []string{"taal", "alert", "script", "<scr", "\"><img src=x onerror=alert(1)>"} {
		x.click("#q")
		eval[any](x, `q.value = ""; null`)
		x.press(typed)
		x.until(`document.querySelector(".search [role=status]").textContent`)
		clean("the suggestions for " + typed)
		x.press(kb.Enter)
		x.until(fmt.Sprintf(`new URLSearchParams(location.search).get("q") === %q && !document.querySelector("[aria-busy]")`, typed))
		clean("the results for " + typed)
	}
}
