package bench

import (
	"context"
	"time"
)

// A side is one of the two that answer the same questions: it answers the
// question of a number.
type side func(ctx context.Context, question int) error

const (
	rounds       = 8 // in which the sides alternate; many, so that what else runs on the machine disturbs both alike
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
		end, err := c.clock(ctx, c.next)
		if err != nil {
			return err
		}
		c.next = (c.next + 1) % len(c.times)
		if end.Sub(begin) > budget {
			return nil
		}
	}
	return nil
}

// clock asks a question and notes its time; it returns when it was answered.
func (c *clocked) clock(ctx context.Context, question int) (time.Time, error) {
	start := time.Now()
	if err := c.ask(ctx, question); err != nil {
		return start, err
	}
	end := time.Now()
	c.times[question] = append(c.times[question], end.Sub(start))
	return end, nil
}

// common returns the numbers of the questions that all sides answered, and for
// each side the mean time of each.
func common(sides []*clocked) (questions []int, times [][]time.Duration) {
	times = make([][]time.Duration, len(sides))
next:
	for q := range sides[0].times {
		for _, s := range sides {
			if len(s.times[q]) == 0 {
				continue next
			}
		}
		questions = append(questions, q)
		for i, s := range sides {
			times[i] = append(times[i], time.Duration(mean(s.times[q])))
		}
	}
	return questions, times
}
