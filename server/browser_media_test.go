package server_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"net/url"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"praktijkzoeker/corpus"
	"praktijkzoeker/server"
)

// media sets a media feature of the browser.
func (x *tab) media(name, value string) {
	x.Helper()
	call(x, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: name, Value: value}},
	})
}

// keep leaves a picture in the folder SCREENSHOTS, if there is one.
func (x *tab) keep(name string) {
	x.Helper()
	if folder := os.Getenv("SCREENSHOTS"); folder != "" {
		x.picture(filepath.Join(folder, name+".png"))
	}
}

// The ways in which people set up what they look at.
func browserMedia(t *testing.T, browser context.Context) {
	h := shipped(t)
	t.Run("forced colours", func(t *testing.T) { mediaForced(t, newTab(t, browser, h)) })
	t.Run("reduced motion", func(t *testing.T) {
		x := newTab(t, browser, h)
		for _, value := range []string{"reduce", "no-preference"} {
			x.media("prefers-reduced-motion", value)
			for _, name := range []string{"landing", "results", "fiche", "map"} {
				x.visit(shippedPages[name])
				if moving := eval[string](x, motion); moving != "" {
					t.Errorf("%s, motion %s: %s", name, value, moving)
				}
			}
		}
	})
	t.Run("four times as large", func(t *testing.T) { mediaLarge(t, newTab(t, browser, h)) })
	t.Run("long words", func(t *testing.T) { mediaLong(t, browser) })
	t.Run("print", func(t *testing.T) {
		x := newTab(t, browser, h)
		x.do(chromedp.EmulateViewport(700, 1000)) // A4 between its margins
		for _, name := range []string{"fiche", "results"} {
			x.visit(shippedPages[name])
			call(x, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
			x.keep(name + "-print")
			if got := eval[string](x, `[...document.querySelectorAll("form, nav, footer, .filters, button, summary")].filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 80)).join("\n")`); got != "" {
				t.Errorf("%s on paper: %s", name, got)
			}
			x.checkLook(name + " on paper")
		}
	})
}

// motion lists what moves, or would, on the page.
const motion = `[...document.querySelectorAll("*")].filter((e) => {
	const s = getComputedStyle(e);
	return e.getAnimations().length || parseFloat(s.transitionDuration) > 0 || s.animationName !== "none" || s.scrollBehavior !== "auto";
}).map((e) => e.tagName).join()`

// apart is a function of a page: the contrast between two colours of elements,
// each a selector and a property. A colour with no strength is that behind it.
const apart = `const lum = (c) => { const [r, g, b] = c.map((v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
const colour = (e, property) => { const [r, g, b, a = 1] = getComputedStyle(e)[property].match(/[\d.]+/g).map(Number);
	return a ? [r, g, b] : colour(e.parentElement, "backgroundColor"); };
const apart = (one, p, other, q) => { const [a, b] = [[one, p], [other, q]].map(([s, property]) => lum(colour(document.querySelector(s), property)));
	return (Math.max(a, b) + .05) / (Math.min(a, b) + .05); };`

// With the few colours of a high contrast theme, what carries meaning stays.
func mediaForced(t *testing.T, x *tab) {
	x.media("forced-colors", "active")
	x.visit(shippedPages["results"])
	if !eval[bool](x, `matchMedia("(forced-colors: active)").matches`) {
		t.Fatal("the browser does not force colours")
	}
	x.until(`document.querySelector(".show")`)
	x.click("#q")
	x.press("beleid")
	x.until(isOpen)
	x.press(kb.ArrowDown)
	x.keep("forced-box")
	for _, c := range []struct {
		what, one, p, other, q string
		least                  float64
	}{
		{"the edge of a chip", ".chips a", "borderTopColor", "body", "backgroundColor", 3},
		{"the edge of a mark", ".result mark", "outlineColor", "body", "backgroundColor", 3},
		{"the words of a mark", ".result mark", "color", ".result mark", "backgroundColor", 4.5},
		{"the edge of a button", ".search button", "borderTopColor", "body", "backgroundColor", 3},
		{"the edge of the box", "#q", "borderTopColor", "body", "backgroundColor", 3},
		{"the ring of the box", "#q", "outlineColor", "body", "backgroundColor", 3},
		{"the edge of the list", ".suggestions", "borderTopColor", "body", "backgroundColor", 3},
		{"the chosen suggestion", "[aria-selected=true]", "outlineColor", ".suggestions", "backgroundColor", 3},
	} {
		if got := eval[float64](x, fmt.Sprintf("(() => { %s return apart(%q, %q, %q, %q); })()", apart, c.one, c.p, c.other, c.q)); got < c.least {
			t.Errorf("%s: contrast %.1f, want %.1f", c.what, got, c.least)
		}
	}
	for _, selector := range []string{"#q", "[aria-selected=true]"} {
		if got := eval[string](x, fmt.Sprintf(`getComputedStyle(document.querySelector(%q)).outlineStyle`, selector)); got == "none" {
			t.Errorf("%s has no ring", selector)
		}
	}
	x.visit(shippedPages["municipality"])
	x.do(chromedp.Focus(".map a:nth-of-type(3)"))
	x.keep("forced-map")
	for _, c := range []struct{ what, one, p, other, q string }{
		{"a dot", ".map a:nth-of-type(5) circle", "fill", ".land", "fill"},
		{"the chosen dot", ".map a[aria-current] circle", "fill", ".map a:nth-of-type(5) circle", "fill"},
		{"the dot with the focus", ".map a:focus circle", "stroke", ".land", "fill"},
		{"the coast", ".coast", "stroke", "body", "backgroundColor"},
		{"a name", ".cities text", "fill", ".land", "fill"},
	} {
		if got := eval[float64](x, fmt.Sprintf("(() => { %s return apart(%q, %q, %q, %q); })()", apart, c.one, c.p, c.other, c.q)); got < 3 {
			t.Errorf("%s: contrast %.1f, want 3", c.what, got)
		}
	}
	if v := x.violations(); len(v) > 0 {
		t.Errorf("axe: %q", v)
	}
}

// A window of 1280 by 1024 at 400 % shows 320 by 256 pixels (WCAG 2.2, 1.4.10).
// Nothing that sticks may then lie over what has the focus (2.4.11).
func mediaLarge(t *testing.T, x *tab) {
	x.do(chromedp.EmulateViewport(320, 256))
	for _, name := range []string{"landing", "results", "fiche", "map", "municipality", "nothing", "tips"} {
		x.visit(shippedPages[name])
		x.checkLook(name)
	}
	x.visit(shippedPages["results"])
	x.until(`document.querySelector(".show")`)
	x.click(".panel > summary")
	x.keep("large-filters")
	for _, size := range [][2]int64{{320, 256}, {320, 640}, {1280, 900}} {
		x.do(chromedp.EmulateViewport(size[0], size[1]))
		if covered := eval[string](x, `[...document.querySelectorAll("a, button, input, summary")].filter((e) => {
			if (!e.checkVisibility() || e.closest(".skip, .map")) return false;
			e.focus();
			if (document.activeElement !== e) return false;
			const b = e.getClientRects()[0], top = document.elementFromPoint(b.left + b.width / 2, b.top + b.height / 2);
			return !(top && (e.contains(top) || top.contains(e)));
		}).map((e) => e.outerHTML.slice(0, 90)).join("\n")`); covered != "" {
			t.Errorf("at %v the focus is covered on:\n%s", size, covered)
		}
	}
}

// Words that no line holds, a wide picture and a long list of places stay within
// a phone.
func mediaLong(t *testing.T, browser context.Context) {
	const word = "Meertaligheidsbeleidsondersteuningsvrijwilligerscoördinatievergadering"
	var wide bytes.Buffer
	if err := png.Encode(&wide, image.NewGray(image.Rect(0, 0, 1600, 400))); err != nil {
		t.Fatal(err)
	}
	f := handful()[0]
	f.Title, f.Summary = word+" op de werkvloer", "Over "+word+"."
	f.Categories, f.TargetGroups = []string{word}, []string{"Vrijwilligers in de " + word}
	f.Description += "\n\n| a | b |\n|---|---|\n| " + word + " | https://voorbeeld.be/" + word + " |\n\n    " + word + word
	h := newServer(t, server.Config{
		Searcher: newIndex(t, []corpus.Fiche{f}), Title: word, Contact: word + "@voorbeeld.be", Images: fstest.MapFS{"koffie.png": {Data: wide.Bytes()}},
	})
	x := newTab(t, browser, h)
	x.do(chromedp.EmulateViewport(320, 640))
	for name, path := range map[string]string{"fiche": "/praktijk/" + f.ID, "results": "/?q=" + url.QueryEscape(word), "landing": "/", "chips": "/?category=" + url.QueryEscape(word)} {
		for _, theme := range []string{"light", "dark"} {
			x.media("prefers-color-scheme", theme)
			x.visit(path)
			x.keep("long-" + name + "-" + theme)
			x.checkLook(name)
		}
	}
	x.visit("/")
	x.click("#q")
	x.press("meertal")
	x.until(isOpen)
	x.keep("long-box")
	x.checkLook("the list")
}
