package soak

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"praktijkzoeker/cmd/praktijkzoeker/internal/bench/generate"
	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// questions is how many different addresses are asked: more than the server
// keeps answers of, so that it has both kinds of work.
const questions = 20_000

// prepare writes the fiches into a folder below dir, and returns the addresses
// to ask for: pages and the API, searches with words, filters and slips, what
// somebody types letter by letter, fiches, and what does not exist.
func prepare(dir string, o Options) ([]string, error) {
	g, err := generate.New(o.Seed)
	if err != nil {
		return nil, fmt.Errorf("generate fiches: %w", err)
	}
	fiches := filepath.Join(dir, "fiches")
	if err := os.Mkdir(fiches, 0o755); err != nil {
		return nil, err
	}
	ids := make([]string, o.Fiches)
	for i := range ids {
		f := g.Fiche(i)
		ids[i] = f.ID
		if err := os.WriteFile(filepath.Join(fiches, f.ID+".md"), corpus.Format(f), 0o644); err != nil {
			return nil, err
		}
	}
	log := g.Log("soak", o.Fiches)
	out := make([]string, questions)
	for i := range out {
		out[i] = address(log, ids, i)
	}
	return out, nil
}

// address returns the address of number i.
func address(log *generate.Log, ids []string, i int) string {
	id := ids[i%len(ids)]
	search := func(q index.Query) url.Values {
		v := url.Values{}
		if q.Text != "" {
			v.Set("q", q.Text)
		}
		for facet, values := range q.Filters {
			v[string(facet)] = values
		}
		return v
	}
	switch i % 10 {
	case 0:
		return "/?" + search(index.Query{Text: log.Words()}).Encode()
	case 1:
		return "/?" + search(log.Filtered()).Encode()
	case 2:
		return "/?" + search(index.Query{Text: log.Misspelt()}).Encode()
	case 3:
		return "/praktijk/" + id
	case 4:
		return "/api/v1/fiches/" + id
	case 5:
		return "/api/v1/search?size=20&" + search(log.Filtered()).Encode()
	case 6:
		return "/zoeken.atom?" + search(index.Query{Text: log.Words()}).Encode()
	case 7:
		return "/praktijk/bestaat-niet-" + fmt.Sprint(i)
	}
	return "/api/v1/suggest?" + search(index.Query{Text: log.Typed()}).Encode()
}
