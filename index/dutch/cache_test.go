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

func TestCacheKeepsWordsThatComeBack(t *testing.T) {
	c := newCache()
	const set = 7
	often := &Word{Form: "often"}
	c.put(set, often)
	for i := range 10 * ways {
		if c.get(set, "often") != often {
			t.Fatalf("forgotten after %d words that came once", i)
		}
		c.put(set|uint64(i)<<40, &Word{Form: fmt.Sprint("once", i)})
	}
}

func TestCacheForgetsWordsOfOld(t *testing.T) {
	// Also words that were asked for often once must make room.
	c := newCache()
	const set = 7
	for i := range ways {
		w := &Word{Form: fmt.Sprint("old", i)}
		c.put(set, w)
		c.get(set, w.Form)
	}
	for range 3 {
		for i := range ways {
			form := fmt.Sprint("new", i)
			if h := uint64(set | i<<33); c.get(h, form) == nil {
				c.put(h, &Word{Form: form})
			}
		}
	}
	old := 0
	for i := range ways {
		if c.get(set, fmt.Sprint("old", i)) != nil {
			old++
		}
	}
	if old == ways {
		t.Error("no old word made room")
	}
}

func TestCacheTellsWordsOfOneMarkApart(t *testing.T) {
	// Eight bits of hash are no proof: the form decides.
	c := newCache()
	a, b := &Word{Form: "a"}, &Word{Form: "b"}
	h := uint64(0xab)<<56 | 7
	c.put(h, a)
	c.put(h, b)
	if c.get(h, "a") != a || c.get(h, "b") != b || c.get(h, "c") != nil {
		t.Error("words with one hash are mixed up")
	}
}
