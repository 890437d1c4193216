package bench

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index"
)

// A slow Searcher takes 1 ms of the bubble's time for a search.
type slow struct {
	index.Searcher
	asked []string
}

func (s *slow) Stats() index.Stats { return index.Stats{Snapshot: 1} }

func (s *slow) Search(_ context.Context, q index.Query) (*index.Results, error) {
	s.asked = append(s.asked, q.Text)
	<-time.After(time.Millisecond)
	return &index.Results{Total: 1}, nil
}

func TestReplay(t *testing.T) {
	log := []index.Query{{Text: "a"}, {Text: "never asked"}, {Text: "c"}, {Text: "d"}}
	for _, test := range []struct {
		name  string
		room  int64
		want  Cached
		asked []string // first of the searcher behind the cache
		all   int      // how often it is asked
	}{
		{"all is kept", 1 << 20, Cached{HitShare: 1}, []string{"a", "c", "d"}, 3},
		{"nothing is kept", 0, Cached{Latency{1000, 1000, 1000, 1000}, 0}, []string{"a", "c", "d", "d", "c", "a", "a", "c", "d"}, 3 * (1 + rounds)},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &slow{}
				cache := index.NewCache(s, test.room)
				got, err := replay(t.Context(), cache, oursOn(cache, Words, log), []int{0, 2, 3}, time.Second)
				if err != nil {
					t.Fatal(err)
				}
				if d := cmp.Diff(test.want, *got); d != "" {
					t.Error(d)
				}
				if d := cmp.Diff(test.asked, s.asked[:len(test.asked)]); d != "" || len(s.asked) != test.all {
					t.Errorf("%d questions reach the searcher, want %d:\n%s", len(s.asked), test.all, d)
				}
			})
		})
	}
}

func TestReplayFindsWhatTheCacheHolds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var log []index.Query
		var all []int
		for i := range 100 {
			log = append(log, index.Query{Text: string(rune('a' + i))})
			all = append(all, i)
		}
		s := &slow{}
		probe := index.NewCache(s, 1<<20)
		if _, err := probe.Search(t.Context(), log[0]); err != nil {
			t.Fatal(err)
		}
		cache := index.NewCache(s, 50*probe.CacheStats().Bytes)
		got, err := replay(t.Context(), cache, oursOn(cache, Words, log), all, time.Second)
		if err != nil {
			t.Fatal(err)
		}
		if got.HitShare < 0.4 || got.HitShare > 0.55 {
			t.Errorf("%v of the answers were kept, want about the half that fits", got.HitShare)
		}
	})
}

func TestReplayStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	cache := index.NewCache(&slow{}, 0)
	if _, err := replay(ctx, cache, oursOn(cache, Words, []index.Query{{}}), []int{0}, time.Second); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want that of the context", err)
	}
}
