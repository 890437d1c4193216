package suffix_test

import (
	"bytes"
	"strings"
	"testing"

	"praktijkzoeker/index/dutch/inflect/internal/suffix"
)

// roots are forms with what a tree is to give for them.
var roots = map[string]string{
	"huizen": "huis", "huis": "huis", "talen": "taal", "taal": "taal", "scholen": "school", "school": "school",
	"gewerkt": "werk", "werkt": "werk", "aangepast": "aanpas", "gemeente": "gemeente", "ging": "ga", "geef": "geef",
}

func TestTrainedFormsAreExact(t *testing.T) {
	tree := suffix.Train(roots)
	for form, root := range roots {
		if got := tree.Apply(form); got != root {
			t.Errorf("Apply(%q) = %q, want %q", form, got, root)
		}
	}
}

func TestOtherFormsFollowTheirEnding(t *testing.T) {
	tree := suffix.Train(roots)
	for form, want := range map[string]string{
		"buurthuizen": "buurthuis", "zomerscholen": "zomerschool", "moedertaal": "moedertaal", "s": "s", "": "",
	} {
		if got := tree.Apply(form); got != want {
			t.Errorf("Apply(%q) = %q, want %q", form, got, want)
		}
	}
}

func TestScriptOf(t *testing.T) {
	for _, tt := range []struct {
		name, form, root string
		want             suffix.Script
	}{
		{"nothing", "taal", "taal", suffix.Script{}},
		{"ending", "huizen", "huis", suffix.Script{Strip: 3, Add: "s"}},
		{"participle", "gewerkt", "werk", suffix.Script{Ge: true, Strip: 1}},
		{"participle with a prefix", "aangepast", "aanpas", suffix.Script{Ge: true, Strip: 1}},
		{"ge- that stays", "gezinnen", "gezin", suffix.Script{Strip: 3}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := suffix.ScriptOf(tt.form, tt.root); got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestEncodeDecode(t *testing.T) {
	var file bytes.Buffer
	if err := suffix.Train(roots).Encode(&file); err != nil {
		t.Fatal(err)
	}
	tree, err := suffix.Decode(bytes.NewReader(file.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	for form, root := range roots {
		if got := tree.Apply(form); got != root {
			t.Errorf("Apply(%q) = %q, want %q", form, got, root)
		}
	}
	for n := range file.Len() {
		if _, err := suffix.Decode(bytes.NewReader(file.Bytes()[:n])); err == nil {
			t.Fatalf("a file cut to %d bytes of %d is read", n, file.Len())
		}
	}
}

func FuzzDecode(f *testing.F) {
	var file bytes.Buffer
	if err := suffix.Train(roots).Encode(&file); err != nil {
		f.Fatal(err)
	}
	f.Add(file.Bytes())
	f.Add([]byte(strings.Repeat("\x00", 20)))
	f.Fuzz(func(t *testing.T, b []byte) {
		tree, err := suffix.Decode(bytes.NewReader(b))
		if err == nil {
			tree.Apply("gewerkte")
		}
	})
}
