package bleveindex

import (
	"strings"

	"praktijkzoeker/index/suggest"
)

// contents tells of every fiche of an index what hash its content has, so that
// a Replace knows which ones changed. It stays from one Replace to the next; only
// the one under way uses it.
type contents struct {
	fiches map[string]knownFiche // by ID
	round  uint32                // of the Replace under way
	met    int                   // of fiches, in this round
	fresh  map[string]hash       // of the fiches of this round that are new or changed
}

type hash = [hashBytes]byte

type knownFiche struct {
	hash  hash
	round uint32 // the last in which it was met
}

func newContents() *contents { return &contents{fiches: map[string]knownFiche{}} }

// begin starts the next round.
func (c *contents) begin() {
	c.round++
	c.met = 0
	c.fresh = map[string]hash{}
}

// What a fiche that a round meets is.
type novelty int

const (
	sameFiche novelty = iota
	changedFiche
	newFiche
	metBefore // in this round
)

// meet notes that a fiche is to be there.
func (c *contents) meet(id string, h hash) novelty {
	k, ok := c.fiches[id]
	if !ok {
		if _, twice := c.fresh[id]; twice {
			return metBefore
		}
		c.fresh[strings.Clone(id)] = h
		return newFiche
	}
	if k.round == c.round {
		return metBefore
	}
	k.round = c.round
	c.fiches[id] = k
	c.met++
	if k.hash == h {
		return sameFiche
	}
	c.fresh[strings.Clone(id)] = h
	return changedFiche
}

// gone returns the IDs of the fiches that the round did not meet.
func (c *contents) gone() []string {
	if c.met == len(c.fiches) {
		return nil
	}
	var ids []string
	for id, k := range c.fiches {
		if k.round != c.round {
			ids = append(ids, id)
		}
	}
	return ids
}

// commit makes the fiches of the round what is known; gone are those that it did
// not meet. A round that fails is not committed, and leaves all as it was.
func (c *contents) commit(gone []string) {
	for id, h := range c.fresh {
		c.fiches[id] = knownFiche{h, c.round}
	}
	for _, id := range gone {
		delete(c.fiches, id)
	}
	c.fresh = nil
}

// A difference is what a Replace of no more than batchFiches changed, as far as a
// view must know it to follow from the one before.
type difference struct {
	gone  []string        // IDs of fiches that are no more
	added []suggest.Fiche // that came, or took the place of one with the same ID
	words wordCounts      // by how much they changed
}
