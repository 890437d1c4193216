package server

import (
	"net/http"
	"strconv"
	"strings"

	"praktijkzoeker/index"
)

// remembered answers what was asked before, while the contents of the index are
// the same, without asking again. It keeps the answers that tagger gave a tag:
// they follow from the contents and the request alone.
func (s *site) remembered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		before := s.Searcher.Stats()
		if r.Method != http.MethodGet || before == (index.Stats{}) || r.ContentLength != 0 {
			next.ServeHTTP(w, r)
			return
		}
		rec := recordOf(r.Context())
		k := newAnswerKey(r)
		if a := s.kept.get(before.Snapshot, k); a != nil {
			rec.route = a.route
			if a.empty {
				s.met.zeroResults.Inc()
			}
			a.send(w, r)
			return
		}
		c := &capture{ResponseWriter: w, most: s.kept.limit / keptShare}
		set := make(map[string]bool, len(w.Header()))
		for name := range w.Header() {
			set[name] = true
		}
		next.ServeHTTP(c, r)
		if a := c.answer(set); a != nil && !rec.brief && s.Searcher.Stats().Snapshot == before.Snapshot {
			a.route, a.empty = rec.route, rec.empty
			s.kept.put(before.Snapshot, k, a)
		}
	})
}

func newAnswerKey(r *http.Request) answerKey {
	k := answerKey{
		host: r.Host, uri: r.URL.RequestURI(), secure: recordOf(r.Context()).from.secure,
		encoding: strings.Join(r.Header.Values("Accept-Encoding"), ","),
	}
	if strings.HasPrefix(r.URL.Path, fichePrefix) {
		k.referer = r.Referer() // see backLink
	}
	return k
}

// send writes a, or 304 to a client that has it.
func (a *kept) send(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	if given := r.Header.Get("If-None-Match"); given != "" && tagMatches(given, a.tag) {
		for _, name := range []string{"Etag", "Cache-Control", "Vary"} {
			if v := a.header[name]; v != nil {
				h[name] = v
			}
		}
		w.WriteHeader(http.StatusNotModified)
		return
	}
	for name, values := range a.header {
		h[name] = values
	}
	w.WriteHeader(http.StatusOK)
	_, _ = w.Write(a.body) // an error means that the client left
}

// A capture is a ResponseWriter that remembers what passes, up to most bytes.
type capture struct {
	http.ResponseWriter
	most int
	code int
	body []byte
	lost bool // more than most
}

func (c *capture) WriteHeader(code int) {
	if c.code == 0 {
		c.code = code
	}
	c.ResponseWriter.WriteHeader(code)
}

func (c *capture) Write(b []byte) (int, error) {
	if c.code == 0 {
		c.code = http.StatusOK
	}
	n, err := c.ResponseWriter.Write(b)
	if c.lost = c.lost || err != nil || len(c.body)+len(b) > c.most; c.lost {
		c.body = nil
	} else {
		c.body = append(c.body, b...)
	}
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (c *capture) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// answer returns what passed, if it may be sent again; set are the headers that
// were there before.
func (c *capture) answer(set map[string]bool) *kept {
	h := c.Header()
	tag := h.Get("ETag")
	if c.code != http.StatusOK || c.lost || tag == "" || h.Get("Cache-Control") != askEachTime {
		return nil
	}
	a := &kept{header: make(map[string][]string, len(h)), body: c.body, tag: tag}
	for name, values := range h {
		if !set[name] {
			a.header[name] = values
		}
	}
	a.header["Content-Length"] = []string{strconv.Itoa(len(c.body))}
	return a
}
