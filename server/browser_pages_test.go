package server_test

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/server"
)

//go:embed testdata/axe/axe.min.js
var axe string

// shipped is a site of the shipped fiches.
func shipped(t testing.TB) http.Handler {
	t.Helper()
	folder := os.DirFS("../corpus/fiches")
	loaded, err := corpus.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	return newServer(t, server.Config{Searcher: newIndex(t, loaded.Fiches), Images: folder, Contact: "samenleven@voorbeeld.be"})
}

// shippedPages names an address of every kind of page.
var shippedPages = map[string]string{
	"landing":       "/",
	"results":       "/?q=taal&category=Taalbeleid",
	"explained":     "/?q=praatcafe+in+ternat&explain=1",
	"all":           "/?sort=title&page=2",
	"nothing":       "/?q=onvindbaarzzzz&category=Taalbeleid",
	"corrected":     "/?q=budywerking",
	"some words":    "/?q=hoe+betrek+je+vrijwilligers",
	"never all":     "/?q=buddy+zwembad",
	"fiche":         "/praktijk/taalbeleid-op-de-werkvloer",
	"municipality":  "/gemeente/Gent",
	"tips":          "/zoektips",
	"accessibility": "/toegankelijkheid",
	"map":           "/?view=map&q=taal",
	"not found":     "/praktijk/taalbeleid-werkvloer",
	"wrong":         "/?q=taal&page=abc",
}

// Every page, light and dark, on a phone, a tablet and a desk, keeps the rules
// of WCAG 2.2 AA that a program can test, and never scrolls sideways. With
// SCREENSHOTS=folder it leaves a picture of each there.
func browserPages(t *testing.T, browser context.Context) {
	h := shipped(t)
	for _, name := range slices.Sorted(maps.Keys(shippedPages)) {
		t.Run(name, func(t *testing.T) {
			x := newTab(t, browser, h)
			x.expect("Failed to load resource") // error pages have the status of an error
			x.visit(shippedPages[name])
			x.checkEveryLook(name)
		})
	}
}

// checkEveryLook checks the page as it is now, light and dark, at every width.
func (x *tab) checkEveryLook(name string) {
	x.Helper()
	eval[any](x, axe+"; null")
	for _, theme := range []string{"light", "dark"} {
		x.media("prefers-color-scheme", theme)
		for _, width := range []int64{320, 768, 1280} {
			x.do(chromedp.EmulateViewport(width, 900))
			x.keep(fmt.Sprintf("%s-%s-%d", strings.ReplaceAll(name, " ", "-"), theme, width))
			x.checkLook(fmt.Sprintf("%s at %d px", theme, width))
		}
	}
}

// checkLook runs axe and looks for sideways scrolling.
func (x *tab) checkLook(state string) {
	x.Helper()
	x.until(`document.readyState === "complete"`)
	if wide := eval[int](x, "document.documentElement.scrollWidth - document.documentElement.clientWidth"); wide > 0 {
		x.Errorf("%s: %d px too wide: %s", state, wide, eval[string](x, `[...document.querySelectorAll("body *")]
			.filter((e) => e.getBoundingClientRect().right > innerWidth && !e.closest(".unseen"))
			.map((e) => e.outerHTML.slice(0, 80)).slice(0, 3).join("\n")`))
	}
	for _, v := range x.violations() {
		x.Errorf("%s: axe: %s", state, v)
	}
}

// violations are what axe finds on the page as it is now.
func (x *tab) violations() []string {
	x.Helper()
	if !eval[bool](x, "'axe' in window") {
		eval[any](x, axe+"; null")
	}
	result, err := chromedp.Run(x.ctx, chromedp.Evaluate[string](`axe.run(document, {
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"],
	}).then((r) => JSON.stringify({ passes: r.passes.length, violations: r.violations.map((v) =>
		v.id + ": " + v.help + "\n" + v.nodes.map((n) => n.html + "\n" + n.failureSummary).join("\n")) }))`, chromedp.EvalAwaitPromise))
	if err != nil {
		x.Fatal(err)
	}
	var found struct {
		Passes     int
		Violations []string
	}
	if err := json.Unmarshal([]byte(result), &found); err != nil {
		x.Fatal(err)
	}
	if found.Passes < 10 {
		x.Fatalf("axe passed only %d rules: it did not look", found.Passes)
	}
	return found.Violations
}

// picture writes what the whole page looks like.
func (x *tab) picture(file string) {
	x.Helper()
	call(x, emulation.SetScrollbarsHidden, emulation.SetScrollbarsHiddenParams{Hidden: true})
	defer call(x, emulation.SetScrollbarsHidden, emulation.SetScrollbarsHiddenParams{})
	size := eval[[]float64](x, "[innerWidth, document.documentElement.scrollHeight]")
	shot := call(x, page.CaptureScreenshot, page.CaptureScreenshotParams{
		Clip: &page.Viewport{Width: size[0], Height: size[1], Scale: 1}, CaptureBeyondViewport: new(true),
	})
	if err := os.WriteFile(file, shot.Data, 0o644); err != nil {
		x.Fatal(err)
	}
}
