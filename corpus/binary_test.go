package corpus_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"praktijkzoeker/corpus"
)

func TestBinaryOfShippedFiches(t *testing.T) {
	loaded, err := corpus.Load(corpus.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range append(loaded.Fiches, corpus.Fiche{}, corpus.Fiche{Title: "T", Image: &corpus.Image{Alt: "\x00"}}) {
		data, err := want.AppendBinary([]byte("before"))
		if err != nil {
			t.Fatal(err)
		}
		var got corpus.Fiche
		if err := got.UnmarshalBinary(data[len("before"):]); err != nil {
			t.Fatalf("%s: %v", want.ID, err)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", want.ID, diff)
		}
		if got.Hash() != want.Hash() {
			t.Errorf("%s has another hash", want.ID)
		}
		for n := range len(data) - len("before") {
			if err := got.UnmarshalBinary(data[len("before") : len("before")+n]); err == nil {
				t.Fatalf("%s cut off after %d bytes is read", want.ID, n)
			}
		}
	}
}

func FuzzUnmarshalBinary(f *testing.F) {
	data, _ := (&corpus.Fiche{ID: "a", Title: "A", Goals: []string{"x", ""}, Practices: []corpus.LocalPractice{{AsWritten: "Gent"}}}).AppendBinary(nil)
	f.Add(data)
	f.Add([]byte{})
	f.Add([]byte{1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		var a, b corpus.Fiche
		if a.UnmarshalBinary(data) != nil {
			return
		}
		again, _ := a.AppendBinary(nil)
		if err := b.UnmarshalBinary(again); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(a, b); diff != "" {
			t.Error(diff)
		}
	})
}

func BenchmarkUnmarshalBinary(b *testing.B) {
	loaded, err := corpus.Load(corpus.Shipped())
	if err != nil {
		b.Fatal(err)
	}
	data, _ := loaded.Fiches[0].AppendBinary(nil)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	var f corpus.Fiche
	for b.Loop() {
		if err := f.UnmarshalBinary(data); err != nil {
			b.Fatal(err)
		}
	}
}
