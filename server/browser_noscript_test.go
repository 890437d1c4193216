package server_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
)

// clickOn is a click that needs no script of the page.
func clickOn(selector string) string {
	return fmt.Sprintf("void document.querySelector(%q).click()", selector)
}

// browserWithoutScript searches, filters, pages and reads with the script off.
func browserWithoutScript(t *testing.T, browser context.Context) {
	x := newTab(t, browser, newServer(t, everyState(t)))
	x.scriptOff()
	load := func(click, wantPath string) {
		t.Helper()
		if _, err := chromedp.RunResponse(x.ctx, chromedp.Evaluate[chromedp.Void](click)); err != nil {
			t.Fatal(err)
		}
		if got := x.path(); got != wantPath {
			t.Fatalf("at %s, want %s", got, wantPath)
		}
	}
	x.visit("/")
	eval[any](x, `document.querySelector("#q").focus()`)
	x.press("praktijkles")
	load(clickOn(".search button"), "/?q=praktijkles")
	if eval[bool](x, `document.querySelector("[role=combobox], .show") !== null`) {
		t.Fatal("the script runs")
	}
	eval[any](x, clickOn(`input[value="Groep C"]`))
	load(clickOn(".apply button"), "/?q=praktijkles&category=Groep+C")
	if !eval[bool](x, status("4 praktijken")) {
		t.Error("the filter does not count")
	}
	load(clickOn(".chips a"), "/?q=praktijkles")
	load(clickOn(".pager a[rel=next]"), "/?q=praktijkles&page=2")
	load(clickOn(`.sorts a[href*="title"]`), "/?q=praktijkles&sort=title")
	x.do(chromedp.NavigateBack())
	if got := x.path(); got != "/?q=praktijkles&page=2" {
		t.Fatalf("back leads to %s", got)
	}
	load(clickOn(".brand"), "/")
	load(clickOn(".forward"), "/?sort=title")
	if v := eval[int](x, "document.querySelectorAll('.result').length"); v != 10 {
		t.Errorf("%d results, want 10", v)
	}
}
