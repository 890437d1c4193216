package server

import (
	"fmt"
	"sync"
	"testing"
)

func keptOf(n int) *kept { return &kept{body: make([]byte, n), tag: `W/"1"`} }

func uriKey(i int) answerKey { return answerKey{uri: fmt.Sprintf("/?q=%d", i)} }

func TestKeeperForgetsWithTheSnapshot(t *testing.T) {
	c := &keeper{limit: 1 << 20}
	if c.get(1, uriKey(1)) != nil {
		t.Fatal("an answer from nowhere")
	}
	c.put(1, uriKey(1), keptOf(10))
	if c.get(1, uriKey(1)) == nil || c.get(1, uriKey(2)) != nil {
		t.Error("kept the wrong answer")
	}
	if c.get(2, uriKey(1)) != nil || c.bytes() != 0 {
		t.Error("an answer outlived the contents that it followed from")
	}
	c.put(1, uriKey(1), keptOf(10)) // made before the contents changed
	if c.get(2, uriKey(1)) != nil {
		t.Error("an answer of old contents was kept for the new ones")
	}
}

func TestKeeperIsBounded(t *testing.T) {
	c := &keeper{limit: 100_000}
	c.get(1, uriKey(0))
	c.put(1, uriKey(0), keptOf(100))
	for i := 1; i < 1000; i++ {
		c.put(1, uriKey(i), keptOf(1000))
		if got := c.bytes(); got > 100_000 {
			t.Fatalf("%d bytes kept, want at most 100000", got)
		}
		if c.get(1, uriKey(0)) == nil {
			t.Fatalf("after %d answers, one that is asked for each time is gone", i)
		}
	}
	if c.get(1, uriKey(1)) != nil {
		t.Error("the oldest answer is still there")
	}
	c.put(1, uriKey(5000), keptOf(50_000))
	if c.get(1, uriKey(5000)) != nil {
		t.Error("one answer takes half of the memory")
	}
	if c.hits.Load() == 0 || c.misses.Load() == 0 {
		t.Error("nothing was counted")
	}
}

func TestKeeperUnderLoad(t *testing.T) {
	c := &keeper{limit: 50_000}
	var wg sync.WaitGroup
	for w := range 8 {
		wg.Go(func() {
			for i := range 500 {
				snapshot := uint64(i / 100)
				if c.get(snapshot, uriKey(i%20)) == nil {
					c.put(snapshot, uriKey(i%20), keptOf(100*w))
				}
			}
		})
	}
	wg.Wait()
	if got := c.bytes(); got > 50_000 {
		t.Errorf("%d bytes", got)
	}
}
