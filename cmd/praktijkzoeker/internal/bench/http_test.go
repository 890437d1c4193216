package bench

import (
	"context"
	"sync/atomic"
	"testing"

	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

// A counted Searcher finds nothing and counts how often it is asked.
type counted struct {
	index.Searcher
	searches atomic.Int64
}

func (c *counted) Stats() index.Stats { return index.Stats{Fiches: 1, Snapshot: 7} }

func (c *counted) Search(context.Context, index.Query) (*index.Results, error) {
	c.searches.Add(1)
	return &index.Results{}, nil
}

// Without this the page over HTTP would be measured against nothing: the server
// keeps answers of its own.
func TestNobodyKeepsAnswersOfARestlessSearcher(t *testing.T) {
	const asked = 5
	for name, kept := range map[string]bool{"restless": false, "at rest": true} {
		t.Run(name, func(t *testing.T) {
			c := &counted{}
			var in index.Searcher = c
			if !kept {
				in = &restless{Searcher: c}
			}
			h, err := server.New(server.Config{Searcher: index.NewCache(in, 1<<20)})
			if err != nil {
				t.Fatal(err)
			}
			l, err := serveLoopback(h)
			if err != nil {
				t.Fatal(err)
			}
			defer l.close()
			for range asked {
				if _, _, err := l.get(t.Context(), "/api/v1/search?q=buur"); err != nil {
					t.Fatal(err)
				}
			}
			if n := c.searches.Load(); kept != (n == 1) || !kept && n != asked {
				t.Errorf("%d searches for %d requests", n, asked)
			}
		})
	}
}
