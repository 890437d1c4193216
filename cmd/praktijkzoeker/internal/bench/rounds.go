package bench

import (
	"context"
	"time"
)

// A side is one of the two that answer the same questions: it answers the
// question of a number.
type side func(ctx context.Context, question int) error

const (
	rounds       = 3 // in which the sides alternate
	warmQuestion = 50
	warmTime     = 500 * time.Millisecond
)

// A clocked side notes how long each question took, once for every time that
// it was asked.
type clocked struct {
	ask   side
	times [][]time.Duration // by question
	next  int
}

// alternate lets the sides answer questions 0 to n-1 in turn, for budget each in
// all. In a round a side goes on where it stopped and asks no question twice.
// Before, each answers some untimed. A slow side may not reach all questions.
func alternate(ctx context.Context, n int, budget time.Duration, sides ...side) ([]*clocked, error) {
	all := make([]*clocked, len(sides))
	for i, ask := range sides {
		all[i] = &clocked{ask: ask, times: make([][]time.Duration, n)}
		for q, start := 0, time.Now(); q < min(n, warmQuestion) && time.Since(start) < warmTime; q++ {
			if err := ask(ctx, q); err != nil {
				return nil, err
			}
		}
	}
	for range rounds {
		for _, c := range all {
			if err := c.round(ctx, budget/rounds); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

func (c *clocked) round(ctx context.Context, budget time.Duration) error {
	begin := time.Now()
	for range c.times {
		if err := ctx.Err(); err != nil {
			return err
		}
		start := time.Now()
		if err := c.ask(ctx, c.next); err != nil {
			return err
		}
		end := time.Now()
		c.times[c.next] = append(c.times[c.next], end.Sub(start))
		c.next = (c.next + 1) % len(c.times)
		if end.Sub(begin) > budget {
			return nil
		}
	}
	return nil
}

// common returns, for the questions that all sides answered, the mean time of
// each side for each.
func common(sides []*clocked) [][]time.Duration {
	out := make([][]time.Duration, len(sides))
next:
	for q := range sides[0].times {
		for _, s := range sides {
			if len(s.times[q]) == 0 {
				continue next
			}
		}
		for i, s := range sides {
			out[i] = append(out[i], time.Duration(mean(s.times[q])))
		}
	}
	return out
}
