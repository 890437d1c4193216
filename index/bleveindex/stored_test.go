package bleveindex

import (
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
)

// longFiche returns a fiche of some kB, which shares most of its words with others.
func longFiche(i int) corpus.Fiche {
	var text strings.Builder
	for k := range 60 {
		fmt.Fprintf(&text, "In wijk %d leren buren elkaar kennen bij een %s met %s. ", i*7+k,
			[]string{"praatcafé", "buurtfeest", "taaltraject"}[(i+k)%3], []string{"vrijwilligers", "nieuwkomers"}[k%2])
	}
	return corpus.Fiche{
		ID: fmt.Sprintf("lang-%04d", i), Title: fmt.Sprintf("Praktijk %d", i), Summary: "Kort.", Description: text.String(),
		Categories: []string{"Taalbeleid"}, Updated: time.Date(2020, 1, 1+i, 0, 0, 0, 0, time.UTC),
	}
}

func TestFicheCoder(t *testing.T) {
	f := longFiche(1)
	other := longFiche(2)
	text, err := other.AppendBinary(nil)
	if err != nil {
		t.Fatal(err)
	}
	size := map[string]int{}
	for name, dictionary := range map[string][]byte{"none": nil, "another fiche": makeDictionary(text), "short": makeDictionary([]byte("a"))} {
		t.Run(name, func(t *testing.T) {
			coder, err := newFicheCoder(dictionary)
			if err != nil {
				t.Fatal(err)
			}
			var buf ficheBuffer
			for _, want := range []corpus.Fiche{f, {}, {ID: "x", Title: "X"}, f} {
				stored, err := coder.encode(&want, &buf)
				if err != nil {
					t.Fatal(err)
				}
				size[name] = len(stored)
				got, err := coder.decode(stored)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			}
			for _, broken := range [][]byte{nil, []byte("geen zstd"), {0x28, 0xb5, 0x2f, 0xfd}} {
				if got, err := coder.decode(broken); err == nil && got.ID != "" {
					t.Errorf("%q is fiche %q", broken, got.ID)
				}
			}
		})
	}
	if size["another fiche"] > size["none"]*3/4 {
		t.Errorf("%d bytes with a dictionary, %d without: it is no use", size["another fiche"], size["none"])
	}
}

// What a coder wrote is an error to another, never another fiche.
func TestFicheCoderOfAnotherDictionary(t *testing.T) {
	f := longFiche(1)
	with, err := newFicheCoder(makeDictionary([]byte(f.Description)))
	if err != nil {
		t.Fatal(err)
	}
	without, err := newFicheCoder(nil)
	if err != nil {
		t.Fatal(err)
	}
	stored, err := with.encode(&f, &ficheBuffer{})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := without.decode(stored); err == nil {
		t.Errorf("gives %v", got)
	}
}

// endless yields fiches until told to stop.
func endless(fail int, failure error) iter.Seq2[corpus.Fiche, error] {
	return func(yield func(corpus.Fiche, error) bool) {
		for i := 0; ; i++ {
			if i == fail {
				yield(corpus.Fiche{}, failure)
				return
			}
			if !yield(longFiche(i), nil) {
				return
			}
		}
	}
}

func TestSampled(t *testing.T) {
	failure := errors.New("the folder is gone")
	enough := 2000 // fiches that are certainly enough for a dictionary
	for _, c := range []struct {
		name       string
		fail, take int
		use        error // of use
		dictionary bool
		want       error
	}{
		{name: "many", fail: -1, take: enough, dictionary: true},
		{name: "stopped early", fail: -1, take: 1, dictionary: true},
		{name: "an error at once", fail: 0, take: enough, want: failure},
		{name: "an error among the first", fail: 3, take: enough, want: failure},
		{name: "an error later", fail: enough - 1, take: enough, dictionary: true, want: failure},
		{name: "the dictionary cannot be used", fail: -1, take: enough, use: failure, dictionary: true, want: failure},
	} {
		t.Run(c.name, func(t *testing.T) {
			used, n := 0, 0
			var got error
			fiches := sampled(endless(c.fail, failure), func(dictionary []byte) error {
				used++
				if n != 0 {
					t.Errorf("used after %d fiches", n)
				}
				if (len(dictionary) > 1000) != c.dictionary {
					t.Errorf("a dictionary of %d bytes", len(dictionary))
				}
				return c.use
			})
			for f, err := range fiches {
				if err != nil {
					got = err
					continue
				}
				if f.ID != longFiche(n).ID {
					t.Fatalf("fiche %d is %s", n, f.ID)
				}
				if n++; n == c.take {
					break
				}
			}
			if !errors.Is(got, c.want) {
				t.Errorf("error %v, want %v", got, c.want)
			}
			if c.dictionary != (used == 1) {
				t.Errorf("used %d times", used)
			}
		})
	}
}

func TestFewAreNotSampled(t *testing.T) {
	for _, n := range []int{0, 1, 20} {
		used, met := 0, 0
		few := func(yield func(corpus.Fiche, error) bool) {
			for i := range n {
				if !yield(longFiche(i), nil) {
					return
				}
			}
		}
		for _, err := range sampled(few, func(dictionary []byte) error {
			used++
			if len(dictionary) > 0 {
				t.Errorf("a dictionary for %d fiches", n)
			}
			return nil
		}) {
			if err != nil {
				t.Fatal(err)
			}
			met++
		}
		if met != n || used != 1 {
			t.Errorf("%d of %d fiches come through, use was called %d times", met, n, used)
		}
	}
}

// An index of so many fiches that it has a dictionary gives them all back: after a
// restart, after a change, and after it was built anew.
func TestDictionaryLasts(t *testing.T) {
	fs := make([]corpus.Fiche, 1000)
	for i := range fs {
		fs[i] = longFiche(i)
	}
	dir := t.TempDir()
	x := openIn(t, dir, Options{}, fs...)
	same := func(when string) {
		t.Helper()
		for i := range fs {
			got, err := x.Fiche(t.Context(), fs[i].ID)
			if err != nil {
				t.Fatalf("%s: %v", when, err)
			}
			if diff := cmp.Diff(fs[i], got); diff != "" {
				t.Fatalf("%s: %s (-want +got):\n%s", when, fs[i].ID, diff)
			}
		}
	}
	if common, err := x.store.internal(keyCommon); err != nil || len(common) < 1000 {
		t.Fatalf("a dictionary of %d bytes, %v", len(common), err)
	}
	same("at first")
	fs[3].Summary = "Anders."
	replaceWith(t, x, fs...)
	same("after a change")
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	fs[4].Summary = "Ook anders."
	x = openIn(t, dir, Options{}, fs...)
	same("after a restart and a change")
}

func BenchmarkFicheCoder(b *testing.B) {
	var sample []byte
	for i := 100; len(sample) < sampleBytes; i++ {
		f := longFiche(i)
		sample, _ = f.AppendBinary(sample)
	}
	coder, err := newFicheCoder(makeDictionary(sample))
	if err != nil {
		b.Fatal(err)
	}
	f, buf := longFiche(1), ficheBuffer{}
	stored, err := coder.encode(&f, &buf)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("encode", func(b *testing.B) {
		for b.Loop() {
			if stored, err = coder.encode(&f, &buf); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("decode", func(b *testing.B) {
		for b.Loop() {
			if _, err := coder.decode(stored); err != nil {
				b.Fatal(err)
			}
		}
	})
}
