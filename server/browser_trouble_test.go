package server_test

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// A gate is a site of which a test holds up or breaks some answers.
type gate struct {
	http.Handler
	mu     sync.Mutex
	rules  []rule
	passed []string // what was asked, in order
}

// A rule holds for the requests with text in their address.
type rule struct {
	text   string
	hold   chan struct{} // wait until it is closed
	status int           // answer with this, without a page
	broken bool          // break the connection of the script; a navigation passes
	once   bool
}

func (g *gate) add(r rule) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.rules = append(g.rules, r)
}

func (g *gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, found := range g.match(r.URL.RequestURI()) {
		if found.hold != nil {
			select {
			case <-found.hold:
			case <-r.Context().Done():
				return
			}
		}
		if found.broken && r.Header.Get("Sec-Fetch-Mode") != "navigate" {
			panic(http.ErrAbortHandler)
		}
		if found.status != 0 {
			w.WriteHeader(found.status)
			return
		}
	}
	g.Handler.ServeHTTP(w, r)
}

func (g *gate) match(address string) (found []rule) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.passed = append(g.passed, address)
	kept := g.rules[:0]
	for _, r := range g.rules {
		if strings.Contains(address, r.text) {
			found = append(found, r)
			if r.once {
				continue
			}
		}
		kept = append(kept, r)
	}
	g.rules = kept
	return found
}

func browserTrouble(t *testing.T, browser context.Context) {
	h := newServer(t, everyState(t))
	t.Run("suggestions fail", func(t *testing.T) {
		g := &gate{Handler: h}
		g.add(rule{text: "/suggest", status: http.StatusInternalServerError})
		x := newTab(t, browser, g)
		x.expect("500")
		x.visit("/")
		x.click("#q")
		x.press("taal", kb.ArrowDown, kb.Enter)
		x.until(`new URLSearchParams(location.search).get("q") === "taal"`)
	})
	t.Run("late suggestions do not replace newer ones", func(t *testing.T) {
		g, held := &gate{Handler: h}, make(chan struct{})
		g.add(rule{text: "q=ta&", hold: held})
		x := newTab(t, browser, g)
		x.visit("/")
		x.click("#q")
		eval[any](x, `window.sent = []; const ask = window.fetch; window.fetch = (a, ...b) => { sent.push(String(a.url ?? a)); return ask(a, ...b); }; null`)
		eval[any](x, `q.value = "ta"; q.dispatchEvent(new InputEvent("input")); null`)
		x.until(`window.sent.some((address) => address.includes("q=ta"))`)
		eval[any](x, `q.value = "buddy"; q.dispatchEvent(new InputEvent("input")); null`)
		x.until(isOpen)
		close(held)
		x.press(kb.ArrowDown)
		x.until(active("Buddywerking"))
	})
	t.Run("a failing answer becomes a navigation", func(t *testing.T) {
		g := &gate{Handler: h}
		x := newTab(t, browser, g)
		x.expect("503")
		x.visit("/?q=praktijkles")
		x.until(`document.querySelector(".show")`)
		x.stays()
		g.add(rule{text: "Groep+A", status: http.StatusServiceUnavailable, once: true})
		x.click(`input[value="Groep A"]`)
		x.until("window.stays === undefined && " + at("?q=praktijkles&category=Groep+A") + "&&" + status("4 praktijken"))
	})
	t.Run("a broken connection becomes a navigation", func(t *testing.T) {
		g := &gate{Handler: h}
		x := newTab(t, browser, g)
		x.expect("Failed to load resource")
		x.visit("/?q=praktijkles")
		x.until(`document.querySelector(".show")`)
		x.stays()
		g.add(rule{text: "Groep+A", broken: true})
		x.click(`input[value="Groep A"]`)
		x.until("window.stays === undefined && " + at("?q=praktijkles&category=Groep+A") + "&&" + status("4 praktijken"))
	})
	t.Run("a slow answer becomes a navigation", func(t *testing.T) {
		g, held := &gate{Handler: h}, make(chan struct{})
		defer close(held)
		x := newTab(t, browser, g)
		x.visit("/?q=praktijkles")
		x.until(`document.querySelector(".show")`)
		x.stays()
		g.add(rule{text: "Groep+A", hold: held, once: true})
		x.click(`input[value="Groep A"]`)
		x.until(`document.querySelector("[aria-busy=true]")`)
		x.until("window.stays === undefined && " + at("?q=praktijkles&category=Groep+A") + "&&" + status("4 praktijken"))
	})
	t.Run("answers never come out of order", func(t *testing.T) {
		g, held := &gate{Handler: h}, make(chan struct{})
		x := newTab(t, browser, g)
		x.visit("/?q=praktijkles")
		x.until(`document.querySelector(".show")`)
		x.stays()
		g.add(rule{text: "category=Groep+A", hold: held, once: true})
		x.click(`input[value="Groep A"]`)
		x.until(`document.querySelector("[aria-busy=true]")`)
		x.click(`input[value="Groep B"]`)
		x.until(at("?q=praktijkles&category=Groep+A&category=Groep+B") + "&&" + status("8 praktijken"))
		close(held)
		x.until(`!document.querySelector("[aria-busy]") && ` + status("8 praktijken") + "&&" + stayed)
		// The step that was overtaken is no step back.
		x.walk("back")
		x.until(at("?q=praktijkles") + "&&" + status("45 praktijken"))
	})
	t.Run("another version of the site is loaded whole", func(t *testing.T) {
		other := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.Contains(r.URL.RawQuery, "Groep") && r.Header.Get("Sec-Fetch-Dest") == "empty" {
				w.Header().Set("Content-Type", "text/html")
				_, _ = w.Write([]byte(`<!doctype html><script type="module" src="/static/main.0.js"></script>`))
				return
			}
			h.ServeHTTP(w, r)
		})
		x := newTab(t, browser, other)
		x.visit("/?q=praktijkles")
		x.until(`document.querySelector(".show")`)
		x.stays()
		x.click(`input[value="Groep A"]`)
		x.until("window.stays === undefined && " + at("?q=praktijkles&category=Groep+A") + "&&" + status("4 praktijken"))
	})
}
