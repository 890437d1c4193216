package server

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"
)

//go:embed templates/*.html
var templateFiles embed.FS

// A link leads to a place on this site or another.
type link struct {
	Text string
	URL  string
}

// A frame is what every page has around its own contents.
type frame struct {
	Site        siteTexts
	Title       string // of the page; the name of the site follows it
	Description string // for search engines
	Canonical   string // absolute address, or empty
	Query       string // in the search box
	Box         bool   // a small search box in the head; the search page has a large one
	Home        bool   // this is the landing page
	NoIndex     bool   // search engines should not list this page
	Feed        string // address of the Atom feed of what the page shows, or empty
	JSONFeed    string // the same as JSON Feed
	Preview     string // absolute address of a picture for links in social media, or empty
	Kind        string // of the page, in the words of Open Graph: "website" or "article"
	Data        any    // JSON-LD, or nil
}

// siteTexts are the texts of the theme.
type siteTexts struct {
	Title, Intro, Footer, Privacy string
	Contact                       link   // URL empty: none
	Style, Logo                   string // addresses of what the theme adds, or empty
}

// frame returns the frame of a page; path is its own address, empty when it
// has none that should be kept.
func (s *site) frame(title, path string) frame {
	f := frame{
		Site:  siteTexts{Title: s.Title, Intro: s.Intro, Footer: s.Footer, Privacy: DefaultFooter, Contact: contactLink(s.Contact), Style: s.assets.addresses[themeStyle], Logo: s.assets.addresses[themeLogo]},
		Title: title, Box: true, Kind: "website",
	}
	if s.BaseURL != "" && path != "" {
		f.Canonical = s.BaseURL + path
	}
	return f
}

// contactLink makes a link of a mail address or URL.
func contactLink(contact string) link {
	switch {
	case contact == "":
		return link{}
	case isWebURL(contact):
		return link{Text: "Contact", URL: contact}
	default:
		return link{Text: contact, URL: mailto(contact)}
	}
}

// isWebURL tells whether text is an address that a browser may be sent to.
func isWebURL(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// The pages and the type that each shows:
//
//	search.html        searchPage
//	fiche.html         fichePage
//	municipality.html  municipalityPage
//	tips.html          tipsPage
//	accessibility.html accessibilityPage
//	error.html         errorPage
var pageNames = []string{"search", "fiche", "municipality", "tips", "accessibility", "error"}

type pageSet map[string]*template.Template

// parsePages parses every page together with what the pages share.
func parsePages(a assets) (pageSet, error) {
	funcs := template.FuncMap{
		"asset": a.url, "number": number, "practices": practices, "counted": counted, "date": date, "day": day,
		"markdown": markdown, "line": markdownLine, "municipalityURL": municipalityURL, "ficheURL": ficheURL,
		"join": strings.Join, "modules": a.modules,
	}
	shared, err := template.New("layout").Funcs(funcs).ParseFS(templateFiles, "templates/layout.html", "templates/parts_*.html")
	if err != nil {
		return nil, fmt.Errorf("server: %w", err)
	}
	pages := make(pageSet, len(pageNames))
	for _, name := range pageNames {
		t, err := shared.Clone()
		if err == nil {
			t, err = t.ParseFS(templateFiles, "templates/"+name+".html")
		}
		if err != nil {
			return nil, fmt.Errorf("server: page %s: %w", name, err)
		}
		pages[name] = t
	}
	return pages, nil
}

// show writes a page. It is made whole before a byte is sent, so that an error
// can still become an error page.
func (s *site) show(w http.ResponseWriter, name string, code int, data any) error {
	b := buffers.Get().(*bytes.Buffer)
	defer release(b)
	if err := s.pages[name].ExecuteTemplate(b, "layout", data); err != nil {
		return fmt.Errorf("page %s: %w", name, err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Language", "nl-BE")
	w.WriteHeader(code)
	_, _ = w.Write(b.Bytes()) // an error means that the client left
	return nil
}
