package server

import (
	"fmt"
	"net/http"
	"time"
)

// A Statement is what the organisation behind a site says of its accessibility,
// as Directive (EU) 2016/2102 asks of public bodies, and in Flanders article
// II.16 of the Bestuursdecreet. Its parts are those of the model statement in
// Implementing Decision (EU) 2018/1523. Without a Status the page says what is
// known of the program itself.
type Statement struct {
	Status      string // StatusFull, StatusPartial or StatusNone; empty: not assessed yet
	Limitations string // Markdown: what is not accessible, why, and what helps instead; needed unless all is
	Method      string // Markdown: how the site was assessed, and by whom; may be empty
	Feedback    string // mail address or URL; empty: Config.Contact
	Enforcement string // Markdown: where to go with an answer that does not satisfy; empty: DefaultEnforcement
	Date        string // of the last assessment, as "2026-11-23", or empty
}

// The values of Statement.Status.
const (
	StatusFull    = "volledig"
	StatusPartial = "gedeeltelijk"
	StatusNone    = "niet"
)

// DefaultEnforcement names who handles complaints about sites of public bodies
// in Flanders. It is true of any site, whoever runs it.
const DefaultEnforcement = "Krijg je geen antwoord, of een antwoord waar je niet mee verder kunt? Met een klacht over een site van een Vlaamse of lokale overheid kun je terecht bij de [Vlaamse Ombudsdienst](https://www.vlaamseombudsdienst.be)."

// Check tells in Dutch what is wrong with s, naming the field, and how to mend
// it.
func (s Statement) Check() error {
	switch s.Status {
	case "", StatusFull, StatusPartial, StatusNone:
	default:
		return fmt.Errorf("status %q bestaat niet: kies %q, %q of %q, of laat leeg", s.Status, StatusFull, StatusPartial, StatusNone)
	}
	if (s.Status == StatusPartial || s.Status == StatusNone) && s.Limitations == "" {
		return fmt.Errorf("limitations ontbreekt: zeg bij status %q wat niet toegankelijk is, waarom, en wat in de plaats helpt", s.Status)
	}
	if _, err := s.date(); s.Date != "" && err != nil {
		return fmt.Errorf("date %q is geen dag: schrijf jaar, maand en dag, zoals \"2026-11-23\"", s.Date)
	}
	return nil
}

func (s Statement) date() (time.Time, error) { return time.Parse(time.DateOnly, s.Date) }

// An accessibilityPage is the statement.
type accessibilityPage struct {
	frame
	Address     string // of the site that the statement is about
	Conformity  string // a sentence or some
	Limitations string // Markdown
	Method      string // Markdown
	Feedback    link   // URL empty: none
	Enforcement string // Markdown
	Date        time.Time
}

// conformity says each status in a sentence.
var conformity = map[string]string{
	"": "Deze site is nog niet beoordeeld. De software erachter is gemaakt volgens WCAG 2.2, niveau AA. Automatische tests in een echte browser " +
		"kijken dat na: in licht en donker, op kleine en grote schermen, met alleen het toetsenbord en zonder JavaScript. Zulke tests vinden niet elk probleem.",
	StatusFull:    "Deze site voldoet volledig aan de Europese norm EN 301 549, die verwijst naar WCAG, niveau AA.",
	StatusPartial: "Deze site voldoet gedeeltelijk aan de Europese norm EN 301 549, die verwijst naar WCAG, niveau AA. Hieronder lees je wat nog niet in orde is.",
	StatusNone:    "Deze site voldoet nog niet aan de Europese norm EN 301 549, die verwijst naar WCAG, niveau AA. Hieronder lees je wat niet in orde is.",
}

func (s *site) serveAccessibility(w http.ResponseWriter, r *http.Request) error {
	p := accessibilityPage{
		frame: s.frame("Toegankelijkheid", pathAccessibility), Conformity: conformity[s.Accessibility.Status],
		Address: s.base(r), Limitations: s.Accessibility.Limitations, Method: s.Accessibility.Method, Enforcement: s.Accessibility.Enforcement, Feedback: contactLink(s.Accessibility.Feedback),
	}
	p.Description = "Hoe toegankelijk " + s.Title + " is, en waar je een probleem kunt melden."
	if p.Feedback.URL == "" {
		p.Feedback = contactLink(s.Contact)
	}
	if p.Enforcement == "" {
		p.Enforcement = DefaultEnforcement
	}
	if s.Accessibility.Date != "" {
		p.Date, _ = s.Accessibility.date() // New has checked it
	}
	w.Header().Set("Cache-Control", "no-cache")
	return s.show(w, "accessibility", http.StatusOK, p)
}
