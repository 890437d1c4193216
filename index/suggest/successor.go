package suggest

import "slices"

// farTooMany times as many changes as most allows are not waited for any longer:
// With makes the new base itself.
const farTooMany = 4

// A change is what one call of With is given.
type change struct {
	removed []string
	added   []Fiche
}

// combined returns what several changes do together, the first one first.
func combined(changes []change) change {
	var all change
	seen := map[string]bool{}
	for _, c := range slices.Backward(changes) {
		for _, f := range slices.Backward(c.added) {
			if !seen[f.ID] {
				seen[f.ID] = true
				all.added = append(all.added, f)
			}
		}
		for _, id := range c.removed {
			if !seen[id] {
				seen[id] = true
				all.removed = append(all.removed, id)
			}
		}
	}
	return all
}

// A successor is a table with a base of its own that a goroutine makes of
// another, while With goes on with the old base.
type successor struct {
	there chan struct{} // closed when table is there
	table *Table
}

// succeed begins to make a successor of t.
func (t *Table) succeed() *successor {
	s := &successor{there: make(chan struct{})}
	from := *t
	go func() {
		defer close(s.there)
		s.table = from.rebased()
		s.table.pair[0].find()
	}()
	return s
}

func (s *successor) isThere() bool {
	select {
	case <-s.there:
		return true
	default:
		return false
	}
}
