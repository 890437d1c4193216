package dutch

import (
	"fmt"
	"testing"
)

func TestCacheForgetsOnlyWhenASetIsFull(t *testing.T) {
	c := newCache()
	const set = 7
	var words []*Word
	for i := range ways {
		w := &Word{Form: fmt.Sprint("w", i)}
		words = append(words, w)
		c.put(set, w)
	}
	for _, w := range words {
		if c.get(set, w.Form) != w {
			t.Errorf("%s is forgotten in a set that is not full", w.Form)
		}
	}
	last := &Word{Form: "last"}
	c.put(set, last)
	kept := 0
	for _, w := range words {
		if c.get(set, w.Form) == w {
			kept++
		}
	}
	if c.get(set, "last") != last || kept != ways-1 {
		t.Errorf("after one more: %d of %d kept, the new one %v", kept, ways, c.get(set, "last"))
	}
}

func TestCacheSetsDoNotOverlap(t *testing.T) {
	c := newCache()
	for _, h := range []uint64{0, 1, sets - 1, 1<<64 - 1} {
		if n := len(c.set(h).words); n != ways {
			t.Errorf("set of %x has %d slots", h, n)
		}
	}
	a, b := &Word{Form: "x"}, &Word{Form: "x"}
	c.put(1, a)
	c.put(2, b)
	if c.get(1, "x") != a || c.get(2, "x") != b || c.get(3, "x") != nil {
		t.Error("a word is found in another set")
	}
}
