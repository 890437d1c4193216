package server_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"praktijkzoeker/server"
)

// dots returns the name that a screen reader says of each dot, in the order of
// the keyboard.
func dots(tb testing.TB, doc *html.Node) []string {
	tb.Helper()
	var out []string
	for _, a := range all(tb, doc, ".map a") {
		name, _ := attr(a, "aria-label")
		out = append(out, name)
	}
	return out
}

func TestMap(t *testing.T) {
	h := site(t)
	doc := parse(t, get(t, h, "/?view=map"))
	want := []string{"Gent, 2 praktijken", "Aalst, 1 praktijk", "Oostende, 1 praktijk", "Oudsbergen, 1 praktijk", "Temse, 1 praktijk", "Ternat, 1 praktijk"}
	if diff := cmp.Diff(want, dots(t, doc)); diff != "" {
		t.Errorf("dots (-want +got):\n%s", diff)
	}
	wantList := []string{"Aalst (1 praktijk)", "Gent (2 praktijken)", "Oostende (1 praktijk)", "Oudsbergen (1 praktijk)", "Temse (1 praktijk)", "Ternat (1 praktijk)"}
	if diff := cmp.Diff(wantList, texts(t, doc, "[aria-labelledby=kaart-lijst] li")); diff != "" {
		t.Errorf("list (-want +got):\n%s", diff)
	}
	onMap, inList := hrefs(t, doc, ".map a"), hrefs(t, doc, "[aria-labelledby=kaart-lijst] a")
	if onMap[0] != "/?municipality=Gent" || inList[1] != onMap[0] {
		t.Errorf("Gent leads to %q and %q", onMap[0], inList[1])
	}
	if got := text(all(t, doc, ".map a title")[0]); got != "Gent: 2 praktijken" {
		t.Errorf("title of a dot %q", got)
	}
	if radius(t, doc, 0) <= radius(t, doc, 1) {
		t.Error("two practices are no larger than one")
	}
	if len(all(t, doc, ".result, .pager")) > 0 {
		t.Error("the map shows results too")
	}
}

func radius(tb testing.TB, doc *html.Node, i int) float64 {
	tb.Helper()
	value, _ := attr(all(tb, doc, ".map circle")[i], "r")
	r, err := strconv.ParseFloat(value, 64)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// A place is west of another on the map when it is so in the world.
func TestMapIsFlanders(t *testing.T) {
	doc := parse(t, get(t, site(t), "/?view=map"))
	x := map[string]float64{}
	for i, name := range dots(t, doc) {
		value, _ := attr(all(t, doc, ".map circle")[i], "cx")
		at, err := strconv.ParseFloat(value, 64)
		if err != nil || at < 0 || at > 1000 {
			t.Fatalf("%s at %q", name, value)
		}
		name, _, _ = strings.Cut(name, ",")
		x[name] = at
	}
	east := []string{"Oostende", "Gent", "Aalst", "Ternat", "Oudsbergen"}
	for i := range east[1:] {
		if x[east[i]] >= x[east[i+1]] {
			t.Errorf("%s lies east of %s", east[i], east[i+1])
		}
	}
}

func TestMapOfASearch(t *testing.T) {
	h := site(t)
	doc := parse(t, get(t, h, "/?q=buddywerking&municipality=Aalst&view=map"))
	if diff := cmp.Diff([]string{"Aalst, 1 praktijk", "Gent, 1 praktijk"}, dots(t, doc)); diff != "" {
		t.Errorf("dots (-want +got):\n%s", diff)
	}
	if got := hrefs(t, doc, ".map a"); !cmp.Equal(got, []string{"/?q=buddywerking&view=map", "/?q=buddywerking&municipality=Gent"}) {
		t.Errorf("dots lead to %q; the chosen one leads to all again", got)
	}
	if got := hrefs(t, doc, ".map a[aria-current=true]"); len(got) != 1 {
		t.Errorf("%d chosen dots", len(got))
	}
	// The form, the chips and the views stay with the map, or lead from it.
	if got, _ := attr(one(t, doc, "input[name=view]"), "value"); got != "map" {
		t.Errorf("the form forgets the map: %q", got)
	}
	if got := hrefs(t, doc, ".chips a"); !cmp.Equal(got, []string{"/?q=buddywerking&view=map"}) {
		t.Errorf("chip leads to %q", got)
	}
	if got := hrefs(t, doc, "[aria-label=Weergave] a"); !cmp.Equal(got, []string{"/?q=buddywerking&municipality=Aalst", "/?q=buddywerking&municipality=Aalst&view=map"}) {
		t.Errorf("views lead to %q", got)
	}
	if got := texts(t, doc, "[aria-label=Weergave] [aria-current]"); !cmp.Equal(got, []string{"Kaart"}) {
		t.Errorf("current view %q", got)
	}
}

func TestMapOfNoMunicipality(t *testing.T) {
	doc := parse(t, get(t, newServer(t, server.Config{Searcher: newIndex(t, many(3))}), "/?q=praktijkles&view=map"))
	if len(all(t, doc, ".map")) > 0 {
		t.Error("a map of nothing")
	}
	if got := hrefs(t, doc, ".note a"); !cmp.Equal(got, []string{"/?q=praktijkles"}) {
		t.Errorf("leads to %q", got)
	}
	want(t, get(t, site(t), "/?view=globe"), http.StatusBadRequest)
}

func TestMapOfAMunicipality(t *testing.T) {
	for place, dotsWanted := range map[string]int{"Gent": 6, "Zelzate": 7} {
		doc := parse(t, get(t, site(t), "/gemeente/"+place))
		current := all(t, doc, ".map a[aria-current=true]")
		if len(current) != 1 {
			t.Fatalf("%s: %d dots stand out", place, len(current))
		}
		if name, _ := attr(current[0], "aria-label"); !strings.HasPrefix(name, place+", ") {
			t.Errorf("%s: %q stands out", place, name)
		}
		if got := hrefs(t, doc, ".map a"); len(got) != dotsWanted || !strings.HasPrefix(got[0], "/gemeente/") {
			t.Errorf("%s: dots lead to %q", place, got)
		}
	}
}
