package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
)

// A problem is an error for programs: application/problem+json of RFC 9457,
// with members of our own after the five of the standard. Type is about:blank,
// so Status is what a program decides by; Title and Detail are for people.
type problem struct {
	Type      string   `json:"type"`
	Title     string   `json:"title"`
	Status    int      `json:"status"`
	Detail    string   `json:"detail"`
	Instance  string   `json:"instance"`
	Parameter string   `json:"parameter,omitempty"`
	Nearest   []string `json:"nearest,omitempty"`
	RequestID string   `json:"request_id,omitempty"`
}

// failAPI answers an error as a problem document.
func (s *site) failAPI(w http.ResponseWriter, r *http.Request, err error) {
	f := tell(r, err)
	if !s.begin(w, r, err, f) {
		return
	}
	p := problem{
		Type: "about:blank", Title: f.Title, Status: f.Status, Detail: f.Detail,
		Instance: r.URL.EscapedPath(), Parameter: f.Parameter, RequestID: f.RequestID,
	}
	for _, n := range f.Nearest {
		p.Nearest = append(p.Nearest, idOf(n))
	}
	if bad, ok := errors.AsType[*paramError](err); ok && bad.Nearest != "" {
		p.Nearest = append(p.Nearest, bad.Nearest)
	}
	writeJSON(w, "application/problem+json", f.Status, p)
}

// idOf returns the ID of the fiche that a link leads to, by which a program asks
// for it; of another link its text.
func idOf(l link) string {
	if escaped, ok := strings.CutPrefix(l.URL, fichePrefix); ok {
		if id, err := url.PathUnescape(escaped); err == nil {
			return id
		}
	}
	return l.Text
}

// buffers are those of answers that were sent. A large one would be kept for the
// sake of the small.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

const maxBuffer = 256 << 10

func release(b *bytes.Buffer) {
	if b.Cap() <= maxBuffer {
		b.Reset()
		buffers.Put(b)
	}
}

// writeJSON sends v. Its values are our own structs, which always encode.
func writeJSON(w http.ResponseWriter, contentType string, code int, v any) {
	b := buffers.Get().(*bytes.Buffer)
	defer release(b)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false) // nosniff and the content type keep it from being a page
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Content-Length", strconv.Itoa(b.Len())) // one write, not chunks
	w.WriteHeader(code)
	_, _ = w.Write(b.Bytes()) // an error means that the client left
}

// isAPI tells whether r asks for JSON by its path.
func isAPI(r *http.Request) bool { return strings.HasPrefix(r.URL.Path+"/", apiPrefix) }
