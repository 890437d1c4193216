package server_test

import (
	"errors"
	"net/http"
	"os"
	"strings"
	"testing"

	"praktijkzoeker/corpus"
	"praktijkzoeker/server"
)

func TestTips(t *testing.T) {
	h := site(t)
	doc := parse(t, get(t, h, "/zoektips"))
	examples := all(t, doc, ".tries li")
	if len(examples) < 8 {
		t.Fatalf("%d examples", len(examples))
	}
	promised := 0
	for _, li := range examples {
		href := hrefs(t, li, "a")[0]
		found := parse(t, get(t, h, href))
		status := text(one(t, found, "[role=status]"))
		for _, count := range texts(t, li, ".count") {
			promised++
			if !strings.HasPrefix(status, strings.Trim(count, "()")+" gevonden") {
				t.Errorf("%s: promised %s, found %q", href, count, status)
			}
		}
		if got, _ := attr(one(t, found, "input[name=q]"), "value"); got != text(all(t, li, "a")[0]) {
			t.Errorf("%s searches %q", href, got)
		}
	}
	if promised == 0 {
		t.Error("no example finds anything")
	}
	for _, page := range []string{"/", "/praktijk/buddywerking", "/nergens"} {
		links := strings.Join(hrefs(t, parse(t, get(t, h, page)), "footer a"), " ")
		for _, path := range []string{"/zoektips", "/toegankelijkheid"} {
			if !strings.Contains(links, path) {
				t.Errorf("%s does not lead to %s", page, path)
			}
		}
	}
}

// Each example finds something among the shipped fiches.
func TestTipsOfShippedFiches(t *testing.T) {
	loaded, err := corpus.Load(os.DirFS("../corpus/fiches"))
	if err != nil {
		t.Fatal(err)
	}
	doc := parse(t, get(t, newServer(t, server.Config{Searcher: newIndex(t, loaded.Fiches)}), "/zoektips"))
	for _, li := range all(t, doc, ".tries li") {
		if len(all(t, li, ".count")) == 0 {
			t.Errorf("%q finds nothing", text(li))
		}
	}
}

func TestTipsOfABrokenIndex(t *testing.T) {
	want(t, get(t, newServer(t, server.Config{Searcher: failing{errors.New(secret)}}), "/zoektips"), http.StatusInternalServerError)
}

func TestAccessibilityStatement(t *testing.T) {
	x := newIndex(t, nil)
	for _, tc := range []struct {
		name   string
		config server.Config
		says   []string
		leads  string
	}{
		{"not assessed", server.Config{}, []string{"nog niet beoordeeld", "geldt voor Praktijkzoeker op http://example.com", "II.16 van het Bestuursdecreet", "Vlaamse Ombudsdienst"}, ""},
		{"full", server.Config{Accessibility: server.Statement{Status: server.StatusFull, Date: "2026-11-03", Method: "Een *eigen* beoordeling."}}, []string{"voldoet volledig", "3 november 2026", "Een eigen beoordeling."}, ""},
		{"partial", server.Config{Contact: "info@voorbeeld.be", Accessibility: server.Statement{Status: server.StatusPartial, Limitations: "- De **kaart** heeft kleine stippen."}},
			[]string{"voldoet gedeeltelijk", "De kaart heeft kleine stippen."}, "mailto:info@voorbeeld.be"},
		{"none", server.Config{Contact: "info@voorbeeld.be", Accessibility: server.Statement{Status: server.StatusNone, Limitations: "Alles.", Feedback: "https://voorbeeld.be/meld", Enforcement: "Schrijf de ombudsvrouw."}},
			[]string{"voldoet nog niet", "Schrijf de ombudsvrouw."}, "https://voorbeeld.be/meld"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tc.config.Searcher = x
			doc := parse(t, get(t, newServer(t, tc.config), "/toegankelijkheid"))
			checkStructure(t, doc)
			main := one(t, doc, "main")
			for _, says := range tc.says {
				if !strings.Contains(text(main), says) {
					t.Errorf("does not say %q: %s", says, text(main))
				}
			}
			if got := strings.Join(hrefs(t, main, "[aria-labelledby=melden] p:first-of-type a"), " "); tc.leads != "" && got != tc.leads {
				t.Errorf("leads to %q, want %q", got, tc.leads)
			}
		})
	}
	for _, attack := range attacks {
		s := server.Statement{Limitations: attack, Method: attack, Feedback: attack, Enforcement: attack}
		harmless(t, attack, parse(t, get(t, newServer(t, server.Config{Searcher: x, Accessibility: s}), "/toegankelijkheid")))
	}
}
