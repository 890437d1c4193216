package server_test

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// spin is until, for pages that were away: polling from within starts again late
// in them, if at all.
func (x *tab) spin(condition string) {
	x.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); {
		if ok, err := chromedp.Run(x.ctx, chromedp.Evaluate[bool]("Boolean("+condition+")")); err == nil && ok {
			return
		}
	}
	x.Fatalf("never: %s\n%s", condition, eval[string](x, "location.href"))
}

// A browser that keeps the pages that were left shows them as they were.
func browserKept(t *testing.T, _ context.Context) {
	browser := startBrowser(t, chromium(), "Translate")
	h := newServer(t, everyState(t))
	x := newTab(t, browser, h)
	x.visit("/?q=praktijkles")
	x.spin(`document.querySelector(".show")`)
	eval[any](x, `addEventListener("pageshow", (e) => { window.kept = e.persisted; }); null`)
	x.stays()
	x.click(`input[value="Groep B"]`)
	x.spin(at("?q=praktijkles&category=Groep+B") + "&&" + status("4 praktijken"))
	x.click(".result h3 a")
	x.spin(`location.pathname.startsWith("/praktijk/")`)
	x.walk("back")
	x.spin(at("?q=praktijkles&category=Groep+B") + "&&" + status("4 praktijken") + "&&" + stayed + "&& window.kept === true")
	x.spin(`document.querySelector('input[value="Groep B"]').checked && !document.querySelector("[aria-busy]")`)

	// What was kept still works: filters, back, the box.
	eval[any](x, `document.querySelector('input[value="Groep C"]').click(); null`)
	x.spin(at("?q=praktijkles&category=Groep+B&category=Groep+C") + "&&" + status("8 praktijken"))
	x.walk("back")
	x.spin(at("?q=praktijkles&category=Groep+B") + "&&" + status("4 praktijken") + "&&" + stayed)

	// A list of suggestions does not outlive the page that it led away from.
	eval[any](x, `q.focus(); q.value = "budd"; null`)
	x.press("y") // one key, so that no list of fewer letters comes before
	x.spin(isOpen)
	x.press(kb.ArrowDown, kb.Enter)
	x.spin(`location.pathname === "/praktijk/buddywerking"`)
	x.walk("back")
	x.spin("window.kept === true &&" + isClosed)
}
