package server

import (
	"crypto/rand"
	"hash/fnv"
	"net/http"
	"strconv"
	"strings"

	"praktijkzoeker/index"
)

// A tagger makes the tags by which caches know that a page has not changed. A
// page follows from the program, the contents of the index and the address;
// nothing else goes in. Snapshot numbers begin anew when the program does, so
// each run has a mark of its own.
type tagger struct{ run string }

func newTagger(version string) tagger { return tagger{version + rand.Text()} }

// askEachTime lets caches keep an answer, and ask whether it is still so; the
// answer is often 304.
const askEachTime = "no-cache"

// unchanged sets the tag of an answer that follows from what st describes, the
// URL of r and extra. When the client has that already it answers 304 and
// returns true. Contents that are not there yet have no tag.
func (t tagger) unchanged(w http.ResponseWriter, r *http.Request, st index.Stats, extra string) bool {
	h := w.Header()
	h.Set("Cache-Control", askEachTime)
	if st == (index.Stats{}) {
		return false
	}
	sum := fnv.New64a()
	for _, part := range []string{t.run, strconv.FormatUint(st.Snapshot, 36), r.Host, r.URL.RequestURI(), extra} {
		_, _ = sum.Write([]byte(part + "\x00")) // never fails
	}
	tag := `W/"` + strconv.FormatUint(sum.Sum64(), 36) + `"`
	h.Set("ETag", tag)
	if !tagMatches(r.Header.Get("If-None-Match"), tag) {
		return false
	}
	w.WriteHeader(http.StatusNotModified)
	return true
}

// tagMatches compares weakly, as RFC 9110 section 13.1.2 asks of If-None-Match.
func tagMatches(given, tag string) bool {
	if strings.TrimSpace(given) == "*" {
		return true
	}
	want := strings.TrimPrefix(tag, "W/")
	for _, g := range strings.Split(given, ",") {
		if strings.TrimPrefix(strings.TrimSpace(g), "W/") == want {
			return true
		}
	}
	return false
}
