package inflect_test

import (
	"testing"

	"praktijkzoeker/index/dutch/inflect"
)

func TestStemIsNeverEmpty(t *testing.T) {
	for _, form := range []string{"a", "e", "en", "s", "één", "x-y", "65+", "vrijwilligers"} {
		if inflect.Stem(form) == "" {
			t.Errorf("Stem(%q) is empty", form)
		}
	}
}
