package bench

import (
	"fmt"
	"slices"
	"testing"
	"testing/synctest"

	"praktijkzoeker/corpus"
)

func TestAhead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // fails when the goroutine stays
		made := 0
		fiches := func(yield func(corpus.Fiche, error) bool) {
			for i := range 10 {
				made++
				if !yield(corpus.Fiche{ID: fmt.Sprint(i)}, nil) {
					return
				}
			}
		}
		var got []string
		for f := range ahead(fiches, 3) {
			got = append(got, f.ID)
		}
		if want := []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}; !slices.Equal(got, want) {
			t.Errorf("got %v", got)
		}
		made = 0
		for range ahead(fiches, 3) {
			synctest.Wait()
			break
		}
		synctest.Wait()
		if made != 5 { // the one taken, three in the room, one at the door
			t.Errorf("%d fiches were made ahead of one, want 5 in all", made)
		}
	})
}
