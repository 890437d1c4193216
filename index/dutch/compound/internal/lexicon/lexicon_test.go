package lexicon_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index/dutch/compound/internal/lexicon"
)

var forms = map[string]lexicon.Entry{
	"buurt":   {Left: 4, Right: 9, Word: true},
	"buurten": {Left: lexicon.Never, Right: lexicon.Never, Word: true},
	"huis":    {Left: 3, Right: 3, Word: true},
	"huizen":  {Left: 5, Right: 3, Word: true, Base: lexicon.BaseListed},
	"stads":   {Left: 2, Right: lexicon.Never, Base: 1},
	"thuis":   {Left: 9, Right: 12, Word: true},
	"buur":    {Left: 8, Right: 8, Word: true},
	"beleid":  {Left: 6, Right: 2, Word: true, Atom: true},
	"be":      {Left: lexicon.Never, Right: lexicon.Never, Word: true},
	"na":      {Left: 9, Right: lexicon.Never, Word: true},
}

func build(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	l, err := lexicon.Build(forms, map[string]string{"huizen": "huis"}, map[string][]int{"buurthuis": {5}, "huizenbuurten": {3, 6}})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func encode(t testing.TB, l *lexicon.Lexicon) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := l.Encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFind(t *testing.T) {
	for name, l := range map[string]*lexicon.Lexicon{"built": build(t), "decoded": decode(t, encode(t, build(t)))} {
		t.Run(name, func(t *testing.T) {
			for form, want := range forms {
				got := l.Find(form)
				if got == nil {
					t.Errorf("%q is lost", form)
				} else if diff := cmp.Diff(want, *got); diff != "" {
					t.Errorf("%q (-want +got):\n%s", form, diff)
				}
			}
			for _, form := range []string{"", "b", "bu", "buurte", "huisje", "zzz", "buurt\x00", "\x00", "é"} {
				if e := l.Find(form); e != nil {
					t.Errorf("%q is found: %v", form, *e)
				}
			}
		})
	}
}

func decode(t testing.TB, data []byte) *lexicon.Lexicon {
	t.Helper()
	l, err := lexicon.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestWords(t *testing.T) {
	var got []string
	for w := range build(t).Words {
		got = append(got, w)
	}
	want := []string{"be", "beleid", "buur", "buurt", "buurten", "huis", "huizen", "na", "thuis"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("words (-want +got):\n%s", diff)
	}
}

func TestDecodeLists(t *testing.T) {
	l := decode(t, encode(t, build(t)))
	if diff := cmp.Diff(map[string]string{"huizen": "huis"}, l.Bases); diff != "" {
		t.Errorf("bases (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string][]int{"buurthuis": {5}, "huizenbuurten": {3, 6}}, l.Splits); diff != "" {
		t.Errorf("splits (-want +got):\n%s", diff)
	}
}

func TestEncodeIsStable(t *testing.T) {
	if !bytes.Equal(encode(t, build(t)), encode(t, build(t))) {
		t.Error("the same words give different files")
	}
}

func TestCheapest(t *testing.T) {
	l := build(t)
	tests := map[string]struct {
		form string
		want []int
		cost int
	}{
		"two parts, the cheaper way": {"buurthuis", []int{5}, 4 + 3 + 12}, // not buur|thuis
		"form of compounds only":     {"stadsbeleid", []int{5}, 2 + 2 + 12},
		"three parts":                {"stadsbuurthuis", []int{5, 10}, 2 + 4 + 3 + 18},
		"linking s never seen":       {"buurtshuis", []int{6}, 20 + 3 + 12},
		"two letters, first":         {"nabeleid", []int{2}, 9 + 2 + 12},
		"two letters, elsewhere":     {"buurtnabeleid", nil, 0},
		"not a last part":            {"buurtstads", nil, 0},
		"the whole word is no part":  {"beleid", nil, 0},
		"nothing":                    {"", nil, 0},
		"zero byte":                  {"buurt\x00huis", nil, 0},
		"too long":                   {strings.Repeat("huis", 21), nil, 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var cuts lexicon.Cuts
			cost, ok := l.Cheapest(tt.form, &cuts)
			if ok != (tt.want != nil) || cost != tt.cost || !slices.Equal(cuts.At[:cuts.N], tt.want) {
				t.Errorf("%v %v %v, want %v for %d", cuts.At[:cuts.N], cost, ok, tt.want, tt.cost)
			}
		})
	}
}

func TestBuildRefuses(t *testing.T) {
	for name, bad := range map[string]map[string]lexicon.Entry{"no forms": {}, "empty form": {"": {}}, "zero byte": {"a\x00b": {}}} {
		t.Run(name, func(t *testing.T) {
			if _, err := lexicon.Build(bad, nil, nil); err == nil {
				t.Error("no error")
			}
		})
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{"Café": "cafe", "ideeën": "ideeen", "mĳn": "mijn", "Ĳ": "ij", "programma’s": "programma's", "huis": "huis", "e\u0301": "e"} {
		if got := lexicon.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}
