package suggest

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestKey(t *testing.T) {
	k := newKey(beside+misspelled, 1<<30)
	if k.fit() != beside+misspelled || k.item() != 1<<30 {
		t.Errorf("fit %d, item %d", k.fit(), k.item())
	}
	if newKey(head, 9) > newKey(inner, 0) || newKey(head, 1) > newKey(head, 2) || newKey(beside, 9) > newKey(misspelled+head, 0) {
		t.Error("the order of keys is wrong")
	}
}

// TestBest compares the kept keys with sorting all, whatever the order.
func TestBest(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var b best
	for range 300 {
		limit := 1 + r.IntN(8)
		b.reset(limit, nil)
		least := map[uint32]key{}
		for range r.IntN(60) {
			k := newKey(uint8(r.IntN(5)), uint32(r.IntN(20)))
			b.offer(k)
			if old, ok := least[k.item()]; !ok || k < old {
				least[k.item()] = k
			}
		}
		var want []key
		for _, k := range least {
			want = append(want, k)
		}
		slices.Sort(want)
		want = want[:min(limit, len(want))]
		if !slices.Equal(want, b.keys) {
			t.Fatalf("limit %d: got %v, want %v", limit, b.keys, want)
		}
	}
}

// TestStartsFind compares the binary search with looking at every start.
func TestStartsFind(t *testing.T) {
	fiches, words := generated(7, 200)
	table, err := Build(all(fiches), counted(words), partsOf)
	if err != nil {
		t.Fatal(err)
	}
	l := table.pair[0]
	sh := &l.shelves[ofFiche]
	r := rand.New(rand.NewPCG(8, 9))
	for range 500 {
		i := r.IntN(len(sh.items))
		own := sh.words[sh.begin[i]:sh.beside[i]]
		from := r.IntN(len(own))
		exact := own[from : from+r.IntN(len(own)-from)]
		if len(exact) == 0 {
			continue
		}
		last := span{uint32(r.IntN(len(l.words))), uint32(len(l.words))}
		for n := range others {
			st := &sh.lists[n]
			want := 0
			for k, at := range st.at {
				ws := sh.words[at:sh.beside[st.item[k]]]
				if len(ws) > len(exact) && slices.Equal(ws[:len(exact)], exact) && holds([]span{last}, ws[len(exact)]) {
					want++
				}
			}
			lo, hi := l.within(span{exact[0], exact[0] + 1}, ofFiche, n)
			if lo, hi = st.find(sh, lo, hi, exact, last); hi-lo != want {
				t.Fatalf("%v then %v: %d starts, want %d", exact, last, hi-lo, want)
			}
		}
	}
}
