package corpus_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
)

// knownWarnings are those of shipped fiches that stay: municipalities are
// written as on the page that the fiche comes from, and there they are wrong
// or have merged since.
var knownWarnings = map[string][]string{
	"overlegplatformen-en-netwerken.md": {
		`overlegplatformen-en-netwerken.md:81: gemeente: "Temste" staat niet in de lijst van gemeenten: bedoelde je Temse? De praktijk wordt bij Temse gevonden`,
		`overlegplatformen-en-netwerken.md:101: gemeente: "Meeuwen-Gruitrode" is sinds 2019 een deel van Oudsbergen; de praktijk wordt daar gevonden: schrijf Oudsbergen`,
	},
}

func TestShippedFiches(t *testing.T) {
	fsys := corpus.Shipped()
	loaded, err := corpus.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if len(loaded.Fiches) < 30 || len(loaded.LeftOut) > 0 {
		t.Errorf("%d shipped fiches, left out %v; want 30 or more and none", len(loaded.Fiches), loaded.LeftOut)
	}
	told := make(map[string][]string)
	for _, p := range loaded.Problems {
		told[p.Path] = append(told[p.Path], p.Error())
	}
	for _, f := range loaded.Fiches {
		name := f.ID + ".md"
		t.Run(f.ID, func(t *testing.T) {
			if diff := cmp.Diff(knownWarnings[name], told[name]); diff != "" {
				t.Errorf("problems (-known +got):\n%s", diff)
			}
			data, err := fs.ReadFile(fsys, name)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(data), string(corpus.Format(f))); diff != "" {
				t.Errorf("not as Format writes it (-file +Format):\n%s", diff)
			}
		})
	}
	if !slices.IsSortedFunc(loaded.Fiches, func(a, b corpus.Fiche) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("fiches are not sorted by ID")
	}
}
