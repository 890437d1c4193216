package inflect

import (
	"bytes"
	"testing"

	"praktijkzoeker/index/dutch/inflect/internal/suffix"
)

func TestEmbeddedFileIsSound(t *testing.T) {
	if _, err := suffix.Decode(bytes.NewReader(embedded)); err != nil {
		t.Error(err)
	}
	if len(embedded) > 600<<10 {
		t.Errorf("it takes %d bytes", len(embedded))
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := suffix.Decode(bytes.NewReader(embedded)); err != nil {
			b.Fatal(err)
		}
	}
}
