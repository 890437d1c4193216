package server_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"
)

// described is what a screen reader gets of the search box: the box, and each
// group and option of its list.
func (x *tab) described() string {
	x.Helper()
	tree := call(x, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	nodes := map[accessibility.NodeID]*accessibility.Node{}
	byDOM := map[cdp.BackendNodeID]*accessibility.Node{}
	for _, n := range tree.Nodes {
		nodes[n.NodeID], byDOM[n.BackendDOMNodeID] = n, n
	}
	var b strings.Builder
	var walk func(n *accessibility.Node, in string)
	walk = func(n *accessibility.Node, in string) {
		if n == nil {
			return
		}
		role := textOf(n.Role)
		switch {
		case n.Ignored:
		case role == "combobox":
			fmt.Fprintf(&b, "box %q value %q expanded %s autocomplete %s", textOf(n.Name), textOf(n.Value), property(n, "expanded"), property(n, "autocomplete"))
			for _, p := range n.Properties {
				if p.Name == "activedescendant" && len(p.Value.RelatedNodes) == 1 {
					fmt.Fprintf(&b, " active %q", textOf(byDOM[p.Value.RelatedNodes[0].BackendDOMNodeID].Name))
				}
			}
			b.WriteByte('\n')
		case role == "listbox":
			fmt.Fprintf(&b, "list %q\n", textOf(n.Name))
			in = role
		case in == "listbox" && role == "group":
			fmt.Fprintf(&b, "  group %q\n", textOf(n.Name))
		case in == "listbox" && role == "option":
			fmt.Fprintf(&b, "    option %q", textOf(n.Name))
			if property(n, "selected") == "true" {
				b.WriteString(" selected")
			}
			b.WriteByte('\n')
		}
		for _, id := range n.ChildIDs {
			walk(nodes[id], in)
		}
	}
	walk(tree.Nodes[0], "")
	return b.String()
}

func textOf(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	var text any
	if err := json.Unmarshal([]byte(v.Value), &text); err != nil {
		panic(err)
	}
	return fmt.Sprint(text)
}

func property(n *accessibility.Node, name string) string {
	for _, p := range n.Properties {
		if string(p.Name) == name {
			return textOf(p.Value)
		}
	}
	return ""
}

// hears fails unless a screen reader gets this.
func (x *tab) hears(step, want string) {
	x.Helper()
	if diff := cmp.Diff(strings.TrimPrefix(want, "\n"), x.described()); diff != "" {
		x.Errorf("%s: -want +got:\n%s", step, diff)
	}
}

const (
	// isOpen: the list completes what stands in the box, not what stood there a key ago.
	isOpen   = `(document.querySelector("#q").getAttribute("aria-expanded") === "true" && document.querySelector("[role=listbox]").dataset.text === document.querySelector("#q").value.trim())`
	isClosed = `document.querySelector("#q").getAttribute("aria-expanded") === "false" && document.querySelector("#q-lijst").hidden`
)

// active is a condition: the option with this text is the chosen one.
func active(text string) string {
	return fmt.Sprintf(`document.getElementById(document.querySelector("#q").getAttribute("aria-activedescendant"))?.innerText.startsWith(%q)`, text)
}

const noneActive = `!document.querySelector("#q").hasAttribute("aria-activedescendant")`

func browserBox(t *testing.T, browser context.Context) {
	h := site(t)
	closed := func(value string) string {
		return fmt.Sprintf("box %q value %q expanded false autocomplete list\n", "Waar zoek je naar?", value)
	}
	t.Run("a screen reader follows", func(t *testing.T) {
		x := newTab(t, browser, h)
		x.visit("/")
		x.until(`document.querySelector("#q[role=combobox]")`)
		x.hears("at first", closed(""))
		x.click("#q")
		x.press("t")
		x.hears("one letter", closed("t"))
		x.press("aal")
		x.until(isOpen)
		x.hears("typed", fmt.Sprintf(listOfTaal, "", "", ""))
		x.press(kb.ArrowDown)
		x.hears("down", fmt.Sprintf(listOfTaal, ` active "`+firstOfTaal+`"`, " selected", ""))
		x.press(kb.ArrowDown)
		x.hears("down again", fmt.Sprintf(listOfTaal, ` active "`+secondOfTaal+`"`, "", " selected"))
		x.press(kb.ArrowUp, kb.ArrowUp)
		x.hears("up to the box", fmt.Sprintf(listOfTaal, "", "", ""))
		x.until(`document.querySelector(".search [role=status]").textContent.endsWith(" suggesties")`)
		if v := x.violations(); len(v) > 0 {
			x.Errorf("axe, with the list open: %q", v)
		}
		x.press(kb.Escape)
		x.hears("escape", closed("taal"))
		x.press(kb.Escape)
		x.hears("escape again", closed(""))
	})
	t.Run("said once", func(t *testing.T) {
		x := newTab(t, browser, h)
		x.visit("/")
		x.until(`document.querySelector("#q[role=combobox]")`)
		x.click("#q")
		eval[any](x, `window.said = []; const region = document.querySelector(".search [role=status]");
			new MutationObserver(() => { if (region.textContent) said.push(region.textContent); }).observe(region, { childList: true, characterData: true, subtree: true });
			for (const text of ["ta", "taa", "taal"]) { q.value = text; q.dispatchEvent(new InputEvent("input")); } null`)
		x.until(isOpen)
		x.press(kb.ArrowDown, kb.ArrowDown, kb.ArrowUp)
		x.until("said.length > 0")
		x.press(kb.ArrowDown)
		x.until(active("Taalbeleid"))
		if got := eval[string](x, `said.join("|")`); got != "2 suggesties" {
			t.Errorf("said %q", got)
		}
	})
	t.Run("keys", func(t *testing.T) { boxKeys(t, newTab(t, browser, h)) })
	t.Run("pointer, input methods and blur", func(t *testing.T) { boxPointer(t, newTab(t, browser, h)) })
	t.Run("in the head of a page", func(t *testing.T) {
		x := newTab(t, browser, h)
		x.visit("/praktijk/buddywerking")
		x.click("#q")
		x.press("onthaal")
		x.until(isOpen)
		x.press(kb.ArrowDown)
		x.until(active("Onthaalbeleid"))
		x.press(kb.Enter)
		x.until(`location.search === "?category=Onthaalbeleid"`)
	})
}

func boxKeys(t *testing.T, x *tab) {
	type step struct{ key, then string }
	last := `document.getElementById(document.querySelector("#q").getAttribute("aria-activedescendant")) === [...document.querySelectorAll("[role=option]")].at(-1)`
	for _, c := range []struct {
		name  string
		steps []step
	}{
		{"alt and arrows open and close", []step{{"alt" + kb.ArrowUp, isClosed}, {"alt" + kb.ArrowDown, isOpen + "&&" + noneActive}}},
		{"down opens and goes to the first", []step{{kb.Escape, isClosed}, {kb.ArrowDown, isOpen + "&&" + active("Taal")}}},
		{"up goes to the last", []step{{kb.ArrowUp, last}, {kb.ArrowDown, noneActive}}},
		{"home and end edit", []step{
			{kb.ArrowDown, active("Taal")}, {kb.Home, noneActive + `&& document.querySelector("#q").selectionStart === 0`},
			{kb.ArrowDown, active("Taal")}, {kb.End, noneActive + `&& document.querySelector("#q").selectionStart === 4`},
		}},
		{"typing leaves the option", []step{{kb.ArrowDown, active("Taal")}, {"b", noneActive}}},
		{"tab moves on", []step{{kb.ArrowDown, active("Taal")}, {kb.Tab, isClosed + `&& document.activeElement.textContent === "Zoeken" && document.querySelector("#q").value === "taal"`}}},
		{"enter on nothing searches the words", []step{{kb.Enter, `new URLSearchParams(location.search).get("q") === "taal"`}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := &tab{T: t, ctx: x.ctx, base: x.base}
			x.visit("/")
			x.click("#q")
			x.press("taal")
			x.until(isOpen)
			for _, s := range c.steps {
				if key, alt := strings.CutPrefix(s.key, "alt"); alt {
					x.altKey(key)
				} else {
					x.press(s.key)
				}
				x.until(s.then)
			}
		})
	}
}

func boxPointer(t *testing.T, x *tab) {
	x.visit("/")
	x.click("#q")
	x.press("buddy")
	x.until(isOpen)
	x.click(`[id="q-lijst-fiche"] ~ [role=option]`)
	x.until(`location.pathname === "/praktijk/buddywerking"`)

	x.visit("/")
	x.click("#q")
	eval[any](x, `window.asked = 0; window.fetch = ((f) => (...a) => { window.asked++; return f(...a); })(fetch); null`)
	eval[any](x, `q.dispatchEvent(new CompositionEvent("compositionstart")); q.value = "buddy";
		q.dispatchEvent(new InputEvent("input", { isComposing: true })); 
		q.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, cancelable: true })); null`)
	if asked := eval[int](x, "asked"); asked != 0 {
		t.Errorf("%d questions while a word was being composed", asked)
	}
	eval[any](x, `q.dispatchEvent(new CompositionEvent("compositionend")); null`)
	x.until(isOpen)
	x.click("h1")
	x.until(isClosed)
	x.click("#q")
	x.press("zzzzqqq")
	x.until(`document.querySelector(".search [role=status]").textContent === "Geen suggesties"`)
	x.until(isClosed)
}

// What the box tells when "taal" is typed; the places are for the chosen option,
// and the marks of the first and the second.
const (
	firstOfTaal  = "Taalbeleid op de werkvloer"
	secondOfTaal = "Taalbeleid 1 praktijk"
	listOfTaal   = `
box "Waar zoek je naar?" value "taal" expanded true autocomplete list%s
list "Suggesties"
  group "Praktijken"
    option "Taalbeleid op de werkvloer"%s
  group "Categorieën"
    option "Taalbeleid 1 praktijk"%s
`
)

// altKey presses a key together with Alt.
func (x *tab) altKey(key string) {
	x.Helper()
	x.do(chromedp.KeyEvent(key, chromedp.KeyModifiers(chromedp.ModifierAlt)))
}
