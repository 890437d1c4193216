package server_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// stays marks the page, to tell afterwards whether it was loaded anew.
func (x *tab) stays() { eval[any](x, "window.stays = true; null") }

// stayed is a condition: the page is the marked one.
const stayed = "window.stays === true"

// status is a condition on what is read out.
func status(text string) string {
	return fmt.Sprintf(`document.querySelector("[role=status].status")?.textContent.startsWith(%q)`, text)
}

// at is a condition on the address.
func at(query string) string { return fmt.Sprintf("location.search === %q", query) }

func browserFinder(t *testing.T, browser context.Context) {
	h := newServer(t, everyState(t))
	t.Run("filters", func(t *testing.T) { finderFilters(t, newTab(t, browser, h)) })
	t.Run("links keep the reader's place", func(t *testing.T) { finderLinks(t, newTab(t, browser, h)) })
	t.Run("back and forward", func(t *testing.T) { finderHistory(t, newTab(t, browser, h)) })
	t.Run("keyboard only", func(t *testing.T) { finderKeyboard(t, newTab(t, browser, h)) })
	t.Run("long lists", func(t *testing.T) { finderNarrow(t, newTab(t, browser, shipped(t))) })
	t.Run("long lists of any kind", func(t *testing.T) { finderNarrowLabels(t, newTab(t, browser, everywhere(t, 1))) })
	t.Run("the map by keyboard", func(t *testing.T) { finderMap(t, newTab(t, browser, h)) })
	t.Run("on a phone", func(t *testing.T) {
		x := newTab(t, browser, h)
		x.do(chromedp.EmulateViewport(360, 740))
		x.visit("/?q=taal")
		x.until(`document.querySelector(".show")`)
		x.click(".panel > summary")
		x.click(`input[value="Taalbeleid"]`)
		x.until(at("?q=taal&category=Taalbeleid"))
		x.until(`document.querySelector(".show").textContent === "Toon 1 praktijk"`)
		x.click(".show")
		x.until(`!document.querySelector(".panel").open && document.activeElement.id === "resultaten"`)
	})
}

func finderFilters(t *testing.T, x *tab) {
	x.visit("/?q=praktijkles")
	x.until(`document.querySelector(".apply .show")`)
	x.stays()
	order := `[...document.querySelectorAll(".choices input")].map((i) => i.value).join("|")`
	before := eval[string](x, order)
	x.until(status("45 praktijken gevonden"))
	place := `Math.round(document.querySelector('input[value="Groep C"]').getBoundingClientRect().top)`
	eval[any](x, `document.querySelector('input[value="Groep C"]').scrollIntoView({ block: "center" }); null`)
	placed := eval[int](x, place)
	x.click(`input[value="Groep C"]`)
	x.until(at("?q=praktijkles&category=Groep+C"))
	x.until(status("4 praktijken gevonden"))
	x.until(`document.activeElement.value === "Groep C" && document.querySelector(".chips").innerText.includes("Groep C")`)
	x.until(`document.querySelector(".panel > summary").textContent.includes("1 gekozen")`)
	if now := eval[int](x, place); now != placed {
		t.Errorf("the box under the reader's finger moved from %d to %d", placed, now)
	}
	if after := eval[string](x, order); after != before {
		t.Errorf("the filters moved:\n%s\n%s", before, after)
	}
	x.click(`input[value="Groep D"]`)
	x.until(at("?q=praktijkles&category=Groep+C&category=Groep+D"))
	x.until(status("8 praktijken gevonden"))
	x.click(`.chips a`)
	x.until(status("4 praktijken gevonden"))
	x.until(`document.querySelector('input[value="Groep D"]').checked && !document.querySelector('input[value="Groep C"]').checked`)
	x.until(`document.activeElement.id === "resultaten"`)
	x.until(stayed)

	// Everything off is the list of all, not the start page.
	x.visit("/?category=Groep+C")
	x.until(`document.querySelector(".show")`)
	x.stays()
	x.click(`input[value="Groep C"]`)
	x.until(at("?sort=title") + "&&" + status("48 praktijken gevonden") + "&&" + stayed)

	// Words without a hit, and the way out.
	x.click("#q")
	x.press("onvindbaarzzzz", kb.Enter)
	x.until(status("0 praktijken gevonden") + "&&" + stayed)
	x.until(`document.activeElement.id === "q"`)
}

func finderLinks(t *testing.T, x *tab) {
	x.visit("/?q=praktijkles")
	x.until(`document.querySelector(".show")`)
	x.stays()
	x.do(chromedp.Focus(`.sorts a[href*="title"]`))
	x.press(kb.Enter)
	x.until(at("?q=praktijkles&sort=title"))
	x.until(`document.activeElement.textContent === "Titel" && document.activeElement.getAttribute("aria-current") === "true"`)
	x.click(`.pager a[rel=next]`)
	x.until(at("?q=praktijkles&sort=title&page=2"))
	x.until(status("45 praktijken gevonden, pagina 2 van 5"))
	x.until(`document.activeElement.id === "resultaten" && document.querySelector(".status").getBoundingClientRect().top < innerHeight / 2`)
	x.until(`document.title.includes("praktijkles")`)
	x.until(`document.querySelector(".result h3").textContent.startsWith("Les 01")`)
	// The sort of the links is the form's, too.
	x.click(`input[value="Groep A"]`)
	x.until(at("?q=praktijkles&sort=title&category=Groep+A") + "&&" + stayed)
}

func finderHistory(t *testing.T, x *tab) {
	x.visit("/")
	x.visit("/?q=praktijkles")
	x.until(`document.querySelector(".show")`)
	x.stays()
	x.click(`input[value="Groep B"]`)
	x.until(status("4 praktijken"))
	x.click(`.sorts a[href*="title"]`)
	x.until(at("?q=praktijkles&category=Groep+B&sort=title"))
	for _, c := range []struct{ step, then string }{
		{"back", at("?q=praktijkles&category=Groep+B") + `&& document.querySelector("[name=sort]") === null`},
		{"back", at("?q=praktijkles") + "&&" + status("45 praktijken") + `&& !document.querySelector('input[value="Groep B"]').checked && !document.querySelector(".chips")`},
		{"forward", at("?q=praktijkles&category=Groep+B") + "&&" + status("4 praktijken") + `&& document.querySelector('input[value="Groep B"]').checked`},
		{"forward", at("?q=praktijkles&category=Groep+B&sort=title") + `&& document.querySelector("[name=sort]").value === "title"`},
	} {
		x.walk(c.step)
		x.until(c.then + "&&" + stayed)
	}
	// Away to a fiche and back to the same search.
	x.click(".result h3 a")
	x.until(`location.pathname.startsWith("/praktijk/")`)
	x.walk("back")
	x.until(at("?q=praktijkles&category=Groep+B&sort=title") + "&&" + status("4 praktijken"))
}

func finderKeyboard(t *testing.T, x *tab) {
	x.visit("/?q=praktijkles")
	x.until(`document.querySelector(".show")`)
	x.press(kb.Tab)
	x.until(`document.activeElement.textContent === "Naar de inhoud"`)
	x.press(kb.Enter)
	x.until(`document.activeElement.id === "inhoud"`)
	seen := map[string]bool{}
	for range 60 {
		x.press(kb.Tab)
		at := eval[string](x, `(() => { const e = document.activeElement, b = e.getBoundingClientRect();
			if (e === document.body) return "";
			const top = document.elementFromPoint(b.left + b.width / 2, b.top + b.height / 2);
			const ringed = getComputedStyle(e).outlineStyle !== "none";
			return (top && (e.contains(top) || top.contains(e)) ? "" : "hidden: ") + (ringed ? "" : "no ring: ") + (e.labels?.[0] ?? e).textContent.trim(); })()`)
		seen[at] = true
	}
	for what := range seen {
		if len(what) > 7 && (what[:7] == "hidden:" || what[:7] == "no ring") {
			t.Errorf("focus: %s", what)
		}
	}
	for _, what := range []string{"Zoeken", "Waar zoek je naar?", "Titel", "Les 001"} {
		if !seen[what] {
			t.Errorf("Tab never comes to %q: %v", what, seen)
		}
	}
	x.do(chromedp.Focus(`input[value="Groep A"]`))
	x.press(" ")
	x.until(at("?q=praktijkles&category=Groep+A") + "&&" + status("4 praktijken"))
}

func finderNarrow(t *testing.T, x *tab) {
	x.visit("/?sort=title")
	x.until(`document.querySelector(".narrow input")`)
	x.click(".filters fieldset:has(.long) details > summary")
	x.click(".narrow input")
	x.press("oostende")
	x.until(seen(".long li") + ` === "Oostende"`)
	x.until(seen(".long [role=group]") + ` === "Oostende"`)
	x.until(`document.querySelector(".long [role=status]").textContent.startsWith("1 van ")`)
	if v := x.violations(); len(v) > 0 {
		t.Errorf("axe: %q", v)
	}
	x.click(`.long input[value="Oostende"]`)
	x.until(at("?sort=title&municipality=Oostende"))
	x.until(`document.activeElement.value === "Oostende" && document.querySelector(".narrow input").value === "oostende"`)
	x.click(".narrow input")
	x.press("qqq")
	x.until(`document.querySelector(".long [role=status]").textContent.startsWith("0 van ")`)
	x.until(seen(".long li") + ` === ""`)
	// What stands above the list already is not called absent.
	eval[any](x, `document.querySelector(".narrow input").value = ""; null`)
	x.press("aals")
	x.until(`document.querySelector(".long [role=status]").textContent.endsWith("; hierboven: Aalst")`)
}

// seen is an expression: the values of the boxes in sight within what selector
// picks.
func seen(selector string) string {
	return fmt.Sprintf(`[...document.querySelectorAll("%s input[type=checkbox]")].filter((i) => i.checkVisibility()).map((i) => i.value).join()`, selector)
}

// finderNarrowLabels narrows a list that has no provinces.
func finderNarrowLabels(t *testing.T, x *tab) {
	x.visit("/?sort=title")
	x.until(`document.querySelectorAll(".narrow").length === 2`)
	x.click(`fieldset:has([data-narrow=doelgroep]) details > summary`)
	x.click("[data-narrow=doelgroep] .narrow input")
	x.press("groep 33")
	x.until(seen("[data-narrow=doelgroep] li") + ` === "Doelgroep 33"`)
	x.until(`document.querySelector("[data-narrow=doelgroep] label").textContent === "Zoek een doelgroep"`)
	x.click(`[data-narrow=doelgroep] input[value="Doelgroep 33"]`)
	x.until(at("?sort=title&target_group=Doelgroep+33"))
}

// finderMap goes from the list to the map and to a municipality on it.
func finderMap(t *testing.T, x *tab) {
	x.visit("/?q=taal")
	x.until(`document.querySelector(".show")`)
	x.stays()
	x.do(chromedp.Focus(`[aria-label=Weergave] a[href*="view=map"]`))
	x.press(kb.Enter)
	x.until(at("?q=taal&view=map") + `&& document.querySelector(".map a") && document.activeElement.textContent === "Kaart"`)
	x.press(kb.Tab)
	x.until(`document.activeElement.closest(".map a") && getComputedStyle(document.activeElement.querySelector("circle")).strokeWidth === "6px"`)
	place := eval[string](x, `document.activeElement.getAttribute("aria-label").split(",")[0]`)
	x.press(kb.Enter)
	x.until(`new URLSearchParams(location.search).get("municipality") === ` + fmt.Sprintf("%q", place) + "&&" + stayed)
	x.until(`document.querySelector(".chips").innerText.includes(` + fmt.Sprintf("%q", place) + `)`)
}
