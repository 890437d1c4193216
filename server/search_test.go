package server_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

func TestSearchPage(t *testing.T) {
	doc := parse(t, get(t, site(t), "/?q=praatcaf%C3%A9"))
	if got := text(one(t, doc, "h1")); got != "Resultaten voor “praatcafé”" {
		t.Errorf("heading %q", got)
	}
	if got := text(one(t, doc, "[role=status]")); got != "1 praktijk gevonden" {
		t.Errorf("status %q", got)
	}
	if got, _ := attr(one(t, doc, "input[name=q]"), "value"); got != "praatcafé" {
		t.Errorf("box holds %q", got)
	}
	result := one(t, doc, ".result")
	if got := hrefs(t, result, "h3 a"); got[0] != "/praktijk/taalbeleid-op-de-werkvloer" {
		t.Errorf("leads to %q", got)
	}
	if got := texts(t, result, ".examples li"); len(got) != 1 || got[0] != "Ternat PRAATCAFÉ elke dinsdag koffie en taal" {
		t.Errorf("examples %q", got)
	}
	if got := hrefs(t, result, ".examples a"); got[0] != "/praktijk/taalbeleid-op-de-werkvloer#in-ternat" {
		t.Errorf("example leads to %q", got)
	}
	if got := texts(t, result, "mark"); len(got) == 0 || got[0] != "PRAATCAFÉ" {
		t.Errorf("marked %q", got)
	}
	if got := text(one(t, result, ".where")); got != "Gemeenten: Ternat, Oudsbergen, Gent, Temse, Oostende" {
		t.Errorf("municipalities %q", got)
	}
}

func TestFilters(t *testing.T) {
	h := site(t)
	doc := parse(t, get(t, h, "/?category=Onthaalbeleid&category=Bestaatniet&sort=title"))
	if got := texts(t, doc, "fieldset legend"); !cmp.Equal(got, []string{"Categorie", "Beleidsdomein", "Gemeente", "Doelgroep"}) {
		t.Errorf("legends %q", got)
	}
	got := map[string]bool{} // label: checked
	for _, label := range all(t, doc, "label[for^=category]") {
		id, _ := attr(label, "for")
		_, checked := attr(one(t, doc, "#"+id), "checked")
		got[text(label)] = checked
	}
	wantLabels := map[string]bool{
		"Onthaalbeleid (1 praktijk)":                     true,
		"Bestaatniet (0 praktijken)":                     true,
		"Taalbeleid (1 praktijk)":                        false,
		"Visie, organisatie & samenwerking (1 praktijk)": false,
	}
	if diff := cmp.Diff(wantLabels, got); diff != "" {
		t.Errorf("categories (-want +got):\n%s", diff)
	}
	// A value without a match is still there to choose.
	if got := texts(t, doc, "label[for^=domain]"); !cmp.Equal(got, []string{"Integratie (1 praktijk)", "Werk (0 praktijken)"}) {
		t.Errorf("domains %q", got)
	}
	// The chips lead to the same without one value.
	if got := hrefs(t, doc, ".chips a"); !cmp.Equal(got, []string{"/?category=Bestaatniet&sort=title", "/?category=Onthaalbeleid&sort=title"}) {
		t.Errorf("chips lead to %q", got)
	}
	if got := hrefs(t, doc, ".chosen > a"); !cmp.Equal(got, []string{"/?sort=title"}) {
		t.Errorf("no filters: %q", got)
	}
	if got, _ := attr(one(t, doc, "input[type=hidden]"), "value"); got != "title" {
		t.Errorf("the form forgets the order: %q", got)
	}
}

// Submitting the form as a browser does leads to the address of the same state.
func TestFormIsTheState(t *testing.T) {
	h := newServer(t, everyState(t))
	for _, path := range []string{
		"/?q=taal&category=Taalbeleid&municipality=Gent&sort=updated&view=map",
		"/?category=Groep+A&category=Groep+L", "/?q=%22a+b%22+-c&domain=Bestaat%2C+niet",
	} {
		doc := parse(t, get(t, h, path))
		form := url.Values{}
		for _, n := range all(t, doc, "input[name]") {
			name, _ := attr(n, "name")
			value, _ := attr(n, "value")
			kind, _ := attr(n, "type")
			owner, _ := attr(n, "form")
			if _, checked := attr(n, "checked"); kind == "checkbox" && !checked {
				continue
			}
			if kind == "checkbox" && owner != "zoek" {
				t.Errorf("checkbox %s belongs to form %q", value, owner)
			}
			if value != "" {
				form.Add(name, value)
			}
		}
		u, err := url.Parse(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(map[string][]string(u.Query()), map[string][]string(form)); diff != "" {
			t.Errorf("%s (-address +form):\n%s", path, diff)
		}
	}
}

func TestLongFacet(t *testing.T) {
	h := newServer(t, server.Config{Searcher: newIndex(t, many(48))})
	doc := parse(t, get(t, h, "/?q=praktijkles&category=Groep+L"))
	if got := texts(t, doc, "fieldset > .choices label"); len(got) != 7 || got[6] != "Groep L (4 praktijken)" {
		t.Errorf("in sight: %q; want six and the chosen one", got)
	}
	if got := texts(t, doc, "fieldset details label"); len(got) != 5 {
		t.Errorf("behind the summary: %q", got)
	}
	if got := text(one(t, doc, "fieldset summary")); got != "Nog 5 bij Categorie tonen" {
		t.Errorf("summary %q", got)
	}
}

func TestPaging(t *testing.T) {
	h := newServer(t, server.Config{Searcher: newIndex(t, many(95))})
	doc := parse(t, get(t, h, "/?q=praktijkles&page=5"))
	if got := text(one(t, doc, "[role=status]")); got != "95 praktijken gevonden, pagina 5 van 10" {
		t.Errorf("status %q", got)
	}
	if got := texts(t, doc, ".pager li"); !cmp.Equal(got, []string{"Pagina 1", "…", "Pagina 4", "Pagina 5", "Pagina 6", "…", "Pagina 10"}) {
		t.Errorf("pages %q", got)
	}
	if got := hrefs(t, doc, "a[rel]"); !cmp.Equal(got, []string{"/?q=praktijkles&page=4", "/?q=praktijkles&page=6"}) {
		t.Errorf("previous and next %q", got)
	}
	past := get(t, h, "/?q=praktijkles&page=11")
	want(t, past, http.StatusOK)
	doc = parse(t, past)
	if got := hrefs(t, doc, ".note a"); !cmp.Equal(got, []string{"/?q=praktijkles&page=10"}) || len(all(t, doc, ".result")) > 0 {
		t.Errorf("past the end leads to %q", got)
	}
}

func TestNothingFound(t *testing.T) {
	doc := parse(t, get(t, site(t), "/?category=Taalbeleid&municipality=Aalst"))
	if got := text(one(t, doc, "[role=status]")); got != "0 praktijken gevonden" {
		t.Errorf("status %q", got)
	}
	got := texts(t, doc, ".note li")
	wantOut := []string{"Zonder de filter Categorie: Taalbeleid (1 praktijk)", "Zonder de filter Gemeente: Aalst (1 praktijk)"}
	if diff := cmp.Diff(wantOut, got); diff != "" {
		t.Errorf("ways out (-want +got):\n%s", diff)
	}
	for _, href := range hrefs(t, doc, ".note li a") {
		if n := len(all(t, parse(t, get(t, site(t), href)), ".result")); n != 1 {
			t.Errorf("%s gives %d results, promised 1", href, n)
		}
	}
	// Without a word that helps there is advice.
	doc = parse(t, get(t, site(t), "/?q=zzzzqqqq"))
	if !strings.Contains(text(one(t, doc, ".note")), "tikfout") {
		t.Errorf("no advice: %s", text(one(t, doc, ".note")))
	}
}

// correcting searches buddywerking whatever is asked.
type correcting struct{ index.Searcher }

func (c correcting) Search(ctx context.Context, q index.Query) (*index.Results, error) {
	q.Text = "buddywerking"
	r, err := c.Searcher.Search(ctx, q)
	r.Corrected = q.Text
	return r, err
}

func TestCorrection(t *testing.T) {
	h := newServer(t, server.Config{Searcher: correcting{newIndex(t, handful())}})
	doc := parse(t, get(t, h, "/?q=budywerking"))
	if got := text(one(t, doc, ".note")); !strings.HasPrefix(got, "Gezocht op buddywerking in plaats van “budywerking”.") {
		t.Errorf("note %q", got)
	}
	if got := hrefs(t, doc, ".note a"); !cmp.Equal(got, []string{"/?q=buddywerking", "/?q=%22budywerking%22"}) {
		t.Errorf("leads to %q", got)
	}
	if got, _ := attr(one(t, doc, "input[name=q]"), "value"); got != "budywerking" {
		t.Errorf("the box lost what was typed: %q", got)
	}
}

func TestOrder(t *testing.T) {
	doc := parse(t, get(t, site(t), "/?sort=updated"))
	if got := texts(t, doc, ".result h3"); !cmp.Equal(got, []string{"Taalbeleid op de werkvloer", "Buddywerking voor nieuwkomers", "Alleen een titel"}) {
		t.Errorf("results %q", got)
	}
	if got := texts(t, doc, "[aria-label=Volgorde] [aria-current]"); !cmp.Equal(got, []string{"Recent"}) {
		t.Errorf("current order %q", got)
	}
	undated := newServer(t, server.Config{Searcher: newIndex(t, many(3))})
	for path, want := range map[string][]string{
		"/?q=praktijkles": {"Relevantie", "Titel"}, "/?sort=title": {"Titel"}, "/?sort=updated": {"Titel", "Recent"},
	} {
		if got := texts(t, parse(t, get(t, undated, path)), "[aria-label=Volgorde] a"); !cmp.Equal(got, want) {
			t.Errorf("%s, without dates: orders %q, want %q", path, got, want)
		}
	}
	doc = parse(t, get(t, site(t), "/?q=taal&category=Taalbeleid"))
	if got := hrefs(t, doc, "[aria-label=Volgorde] a"); !cmp.Equal(got, []string{"/?q=taal&category=Taalbeleid", "/?q=taal&category=Taalbeleid&sort=title", "/?q=taal&category=Taalbeleid&sort=updated"}) {
		t.Errorf("orders %q", got)
	}
}

func TestWhy(t *testing.T) {
	doc := parse(t, get(t, site(t), "/?q=buddywerking"))
	if got := text(one(t, doc, "details.why")); !strings.HasPrefix(got, "Waarom deze? “buddywerking” ") {
		t.Errorf("reason %q", got)
	}
	if got := all(t, parse(t, get(t, site(t), "/?category=Taalbeleid")), ".why"); len(got) > 0 {
		t.Error("explains a search without words")
	}
}

func TestNamedMunicipalityComesFirst(t *testing.T) {
	for _, path := range []string{"/?q=taalbeleid+oostende", "/?q=taalbeleid&municipality=Oostende"} {
		doc := parse(t, get(t, site(t), path))
		if got := texts(t, doc, ".result .where")[0]; !strings.HasPrefix(got, "Gemeenten: Oostende") {
			t.Errorf("%s: %q", path, got)
		}
	}
}

func TestLanding(t *testing.T) {
	doc := parse(t, get(t, site(t), "/"))
	if got := texts(t, doc, ".figures li"); !cmp.Equal(got, []string{"3 praktijken", "6 gemeenten", "3 categorieën", "2 beleidsdomeinen"}) {
		t.Errorf("figures %q", got)
	}
	if got := hrefs(t, doc, "[aria-labelledby=op-municipality] a")[0]; got != "/gemeente/Gent" {
		t.Errorf("first municipality leads to %q", got)
	}
	if got := texts(t, doc, ".recent li"); !cmp.Equal(got, []string{"Taalbeleid op de werkvloer 3 mei 2024", "Buddywerking voor nieuwkomers 2 januari 2023"}) {
		t.Errorf("recent %q", got)
	}
	for _, href := range hrefs(t, doc, "main a") {
		want(t, get(t, site(t), href), http.StatusOK)
	}
	// What mail programs add to a link changes nothing, and empty parameters mean nothing.
	for _, path := range []string{"/?utm_source=mail&fbclid=1", "/?q=&category="} {
		if got := len(all(t, parse(t, get(t, site(t), path)), ".figures")); got != 1 {
			t.Errorf("%s is not the landing page", path)
		}
	}
}

// The real engine corrects, and the way back is not corrected again.
func TestCorrectionByTheEngine(t *testing.T) {
	h := site(t)
	doc := parse(t, get(t, h, "/?q=nieuwkomers+budywerking"))
	back := hrefs(t, doc, ".note a")
	if len(back) != 2 || back[1] != "/?q=nieuwkomers+%22budywerking%22" {
		t.Fatalf("way back %q", back)
	}
	if notes := texts(t, parse(t, get(t, h, back[1])), ".note"); strings.Contains(strings.Join(notes, ""), "in plaats van") {
		t.Errorf("corrected again: %q", notes)
	}
}

// echoing answers with an excerpt that an example in sight repeats.
type echoing struct{ index.Searcher }

func (e echoing) Search(ctx context.Context, q index.Query) (*index.Results, error) {
	r, err := e.Searcher.Search(ctx, q)
	if err == nil && len(r.Hits) > 0 {
		said := []index.Span{{Text: "koffie en "}, {Text: "taal", Match: true}}
		r.Hits[0].Excerpt = append([]index.Span{{Text: "… "}}, said...)
		r.Hits[0].Practices = []index.PracticeHit{{Municipality: "Ternat", Text: append([]index.Span{{Text: "elke dinsdag "}}, said...)}}
	}
	return r, err
}

func TestExcerptSaysNothingTwice(t *testing.T) {
	h := newServer(t, server.Config{Searcher: echoing{newIndex(t, handful())}})
	got := texts(t, parse(t, get(t, h, "/?q=taalbeleid")), ".result > p:not([class])")
	if want := "Collega's leren samen Nederlands. Zie de gids."; len(got) != 1 || got[0] != want {
		t.Errorf("texts %q, want only %q", got, want)
	}
}

func TestEmptyFiltersAreBehindTheSummary(t *testing.T) {
	h := newServer(t, server.Config{Searcher: newIndex(t, many(45))})
	counts := func(path, selector string) string {
		return strings.Join(texts(t, parse(t, get(t, h, path)), selector), ", ")
	}
	const open = "fieldset > .choices label"
	if got := counts("/?q=044", open); got != "Groep I (1 praktijk)" {
		t.Errorf("in sight: %s", got)
	}
	if got := counts("/?q=044&category=Groep+A", open); !strings.Contains(got, "Groep A (0 praktijken)") {
		t.Errorf("a chosen value is not in sight: %s", got)
	}
	none := parse(t, get(t, h, "/?q=onvindbaarzzzz"))
	if got := texts(t, none, open); len(got) != 0 {
		t.Errorf("nothing found, in sight: %q", got)
	}
	if got := text(one(t, none, "fieldset summary")); got != "12 bij Categorie tonen" {
		t.Errorf("summary %q", got)
	}
}
