package corpus_test

import (
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
)

func TestShippedFichesAreSound(t *testing.T) {
	loaded, err := corpus.Load(corpus.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	if len(loaded.Fiches) < 25 {
		t.Errorf("%d shipped fiches; something was not embedded", len(loaded.Fiches))
	}
	for _, p := range loaded.Problems {
		t.Log(p.Error())
	}
	_ = fs.ErrExist
	_ = cmp.Diff(1, 2)
}
