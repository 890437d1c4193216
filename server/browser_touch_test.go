package server_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"praktijkzoeker/server"
)

// finger touches the page at a point and, in steps, moves by dy.
func (x *tab) finger(px, py, dy float64) {
	x.Helper()
	touch := func(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
		x.Helper()
		call(x, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: append([]*input.TouchPoint{}, points...)})
	}
	touch(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: px, Y: py})
	for i := 1.0; dy != 0 && i <= 8; i++ {
		touch(input.DispatchTouchEventTypeTouchMove, &input.TouchPoint{X: px, Y: py + dy*i/8})
	}
	touch(input.DispatchTouchEventTypeTouchEnd)
}

// middle is where an element is.
func (x *tab) middle(selector string) (px, py float64) {
	x.Helper()
	at := eval[[]float64](x, fmt.Sprintf(`(() => { const b = document.querySelector(%q).getBoundingClientRect(); return [b.left + b.width / 2, b.top + b.height / 2]; })()`, selector))
	return at[0], at[1]
}

func browserTouch(t *testing.T, browser context.Context) {
	t.Run("suggestions", func(t *testing.T) {
		x := newTab(t, browser, newServer(t, server.Config{Searcher: newIndex(t, many(45))}))
		x.do(chromedp.EmulateViewport(360, 640, chromedp.EmulateTouch, chromedp.EmulateMobile))
		x.visit("/")
		x.until(`document.querySelector("#q[role=combobox]")`)
		px, py := x.middle("#q")
		x.finger(px, py, 0)
		x.until(`document.activeElement.id === "q"`)
		x.press("les")
		x.until(isOpen + `&& document.querySelector(".suggestions").scrollHeight > document.querySelector(".suggestions").clientHeight`)
		px, py = x.middle("[role=option]:nth-of-type(3)")
		x.finger(px, py, -80)
		x.until(`document.querySelector(".suggestions").scrollTop > 20`)
		if got := x.path(); got != "/" {
			t.Fatalf("scrolling the list went to %s", got)
		}
		x.until(isOpen + "&&" + noneActive)
		// A touch on a list that still rolls only stops it.
		x.until(`(() => { const top = document.querySelector(".suggestions").scrollTop;
			[window.same, window.top0] = [top === window.top0 ? (window.same ?? 0) + 1 : 0, top]; return window.same > 40; })()`)
		want := eval[string](x, `(() => { const list = document.querySelector(".suggestions").getBoundingClientRect();
			const seen = [...document.querySelectorAll("[role=option]")].find((o) => o.getBoundingClientRect().top > list.top + 10);
			seen.dataset.tapped = ""; return seen.querySelector("span").textContent; })()`)
		px, py = x.middle("[data-tapped]")
		x.finger(px, py, 0)
		x.until(fmt.Sprintf(`location.pathname.startsWith("/praktijk/") && document.querySelector("h1").textContent === %q`, want))
	})
	t.Run("targets", func(t *testing.T) {
		x := newTab(t, browser, shipped(t))
		x.do(chromedp.EmulateViewport(360, 740, chromedp.EmulateTouch))
		if !eval[bool](x, `matchMedia("(pointer: coarse)").matches`) {
			call(x, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true, MaxTouchPoints: 1})
		}
		for _, name := range []string{"landing", "results", "all", "fiche", "municipality", "tips", "not found"} {
			x.expect("Failed to load resource")
			x.visit(shippedPages[name])
			eval[any](x, `document.querySelectorAll("details").forEach((d) => { d.open = true; }); null`)
			x.keep(name + "-touch")
			if small := eval[string](x, smallTargets); small != "" {
				t.Errorf("%s: targets lower than 44 px:\n%s", name, small)
			}
			x.checkLook(name + " under a finger")
		}
	})
}

// smallTargets lists what is lower than a finger needs. A link within a
// sentence or an example keeps the height of its line (WCAG 2.2, 2.5.8,
// "Inline").
const smallTargets = `[...document.querySelectorAll("a, button, summary, label, input:not([type=checkbox])")].filter((e) =>
	e.checkVisibility() && !e.closest(".skip, .unseen, .map, .note, .examples, .lead, .fiche .text, label:not(.choices label)") &&
	e.getBoundingClientRect().height < 43.5).map((e) => Math.round(e.getBoundingClientRect().height) + " " + e.outerHTML.slice(0, 100)).join("\n")`
