package server_test

import (
	"net/url"
	"strings"
	"testing"

	"praktijkzoeker/corpus"
	"praktijkzoeker/server"
)

// mail reads a mailto address as a mail program does (RFC 6068).
func mail(t *testing.T, href string) (to, subject, body string) {
	t.Helper()
	u, err := url.Parse(href)
	if err != nil || u.Scheme != "mailto" {
		t.Fatalf("address %q: %v", href, err)
	}
	if strings.Contains(u.RawQuery, "+") {
		t.Errorf("a mail program shows the plus signs of %q", u.RawQuery)
	}
	q, err := url.ParseQuery(u.RawQuery)
	if err != nil || len(q) != 2 {
		t.Fatalf("fields %q: %v", u.RawQuery, err)
	}
	if to, err = url.PathUnescape(u.Opaque); err != nil {
		t.Fatal(err)
	}
	return to, q.Get("subject"), q.Get("body")
}

func TestChange(t *testing.T) {
	h := newServer(t, server.Config{Searcher: newIndex(t, handful()), Contact: "https://voorbeeld.be/contact", Changes: "fiches@voorbeeld.be", BaseURL: "https://p.be"})
	to, subject, body := mail(t, hrefs(t, parse(t, get(t, h, "/praktijk/buddywerking")), ".change a")[0])
	if to != "fiches@voorbeeld.be" || subject != "Wijziging aan de praktijkfiche: Buddywerking voor nieuwkomers" {
		t.Errorf("to %q, subject %q", to, subject)
	}
	if !strings.Contains(body, "https://p.be/praktijk/buddywerking") || !strings.Contains(body, "Wat klopt er niet") {
		t.Errorf("body %q", body)
	}
}

func TestChangeGoesToTheContact(t *testing.T) {
	for contact, wanted := range map[string]int{"": 0, "https://voorbeeld.be/contact": 0, "info@voorbeeld.be": 1} {
		h := newServer(t, server.Config{Searcher: newIndex(t, handful()), Contact: contact})
		if got := hrefs(t, parse(t, get(t, h, "/praktijk/buddywerking")), ".change a"); len(got) != wanted {
			t.Errorf("contact %q: %q", contact, got)
		}
	}
}

// A title cannot add a field or an address to the mail.
func TestChangeEscapes(t *testing.T) {
	for _, attack := range append(attacks, "x&bcc=a@elders.be", "x\r\nBcc: a@elders.be", "100% + meer", "x?subject=y") {
		f := corpus.Fiche{ID: "gif", Title: "titel " + attack}
		h := newServer(t, server.Config{Searcher: newIndex(t, []corpus.Fiche{f}), Contact: "info@voorbeeld.be"})
		to, subject, _ := mail(t, hrefs(t, parse(t, get(t, h, "/praktijk/gif")), ".change a")[0])
		if to != "info@voorbeeld.be" || strings.ContainsAny(subject, "\r\n") || !strings.HasPrefix(subject, "Wijziging aan de praktijkfiche: titel ") {
			t.Errorf("to %q, subject %q", to, subject)
		}
	}
}

func TestCopyableAddress(t *testing.T) {
	h := newServer(t, everyState(t))
	doc := parse(t, get(t, h, "/praktijk/buddywerking"))
	a := one(t, doc, ".share a")
	href, _ := attr(a, "href")
	if wanted := "https://praktijken.voorbeeld.be/praktijk/buddywerking"; href != wanted || text(a) != wanted {
		t.Errorf("%q leads to %q", text(a), href)
	}
}
