package server

import (
	_ "embed"
	"encoding/xml"
	"net/http"
	"unicode/utf8"
)

//go:embed openapi.yaml
var openAPI []byte

// serveOpenAPI gives the description of the API that its tests hold it to.
func serveOpenAPI(w http.ResponseWriter, _ *http.Request) {
	h := w.Header()
	h.Set("Content-Type", "application/yaml; charset=utf-8")
	h.Set("Cache-Control", "public, max-age=3600")
	h.Set("Access-Control-Allow-Origin", "*")
	_, _ = w.Write(openAPI) // an error means that the client left
}

// An openSearch is an OpenSearch 1.1 description: with it a browser searches
// this site from its address bar.
type openSearch struct {
	XMLName     xml.Name        `xml:"http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription"`
	ShortName   string          `xml:"ShortName"`
	LongName    string          `xml:"LongName"`
	Description string          `xml:"Description"`
	Language    string          `xml:"Language"`
	Encoding    string          `xml:"InputEncoding"`
	URLs        []openSearchURL `xml:"Url"`
}

type openSearchURL struct {
	Type     string `xml:"type,attr"`
	Rel      string `xml:"rel,attr,omitempty"`
	Template string `xml:"template,attr"`
}

// Lengths in characters that OpenSearch 1.1 allows.
const (
	maxShortName   = 16
	maxLongName    = 48
	maxDescription = 1024
)

func (s *site) serveOpenSearch(w http.ResponseWriter, r *http.Request) error {
	base := s.base(r)
	d := openSearch{
		ShortName: atMost(s.Title, maxShortName), LongName: atMost(s.Title, maxLongName),
		Description: atMost(s.Intro, maxDescription), Language: "nl", Encoding: "UTF-8",
		URLs: []openSearchURL{
			{"text/html", "", base + "/?q={searchTerms}"},
			{atomType, "", base + pathAtom + "?q={searchTerms}&page={startPage?}"},
			{suggestionsType, "suggestions", base + pathSuggestions + "?q={searchTerms}"},
			{jsonType, "suggestions", base + pathSuggestions + "?q={searchTerms}"},
			{"application/opensearchdescription+xml", "self", base + pathOpenSearch},
		},
	}
	body, err := xml.MarshalIndent(d, "", "  ")
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/opensearchdescription+xml")
	w.Header().Set("Cache-Control", "public, max-age=3600")
	_, _ = w.Write(append([]byte(xml.Header), body...)) // an error means that the client left
	return nil
}

// atMost returns s in at most n characters, with an ellipsis when cut.
func atMost(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}
