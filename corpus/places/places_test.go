package places_test

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus/places"
)

func TestAll(t *testing.T) {
	all := places.All()
	perProvince := map[string]int{}
	for i, p := range all {
		perProvince[p.Province]++
		if q, ok := places.ByNIS(p.NIS); !ok || q != p {
			t.Errorf("ByNIS(%s) = %v, %v", p.NIS, q, ok)
		}
		for _, written := range []string{p.Name, strings.ToUpper(p.Name), strings.ReplaceAll(p.Name, "-", " ")} {
			if q, ok := places.ByName(written); !ok || q != p {
				t.Errorf("ByName(%q) = %v, %v", written, q, ok)
			}
		}
		if i > 0 && strings.EqualFold(all[i-1].Name, p.Name) {
			t.Errorf("%s is there twice", p.Name)
		}
	}
	want := map[string]int{
		"Antwerpen": 67, "Brussels Hoofdstedelijk Gewest": 19, "Limburg": 38,
		"Oost-Vlaanderen": 55, "Vlaams-Brabant": 63, "West-Vlaanderen": 62,
	}
	if diff := cmp.Diff(want, perProvince); diff != "" {
		t.Error(diff)
	}
	provinces := places.Provinces()
	if len(provinces) != len(want) || !slices.IsSorted(provinces) {
		t.Errorf("Provinces() = %q", provinces)
	}
	if all[0].Name != "Aalst" || all[303].Name != "Zwijndrecht" && all[303].Name != "Zwevegem" {
		t.Errorf("order: %s … %s", all[0].Name, all[303].Name)
	}
	all[0].Name = "veranderd"
	if places.All()[0].Name != "Aalst" {
		t.Error("All shares its slice")
	}
}

func TestByNameKnowsOnlyToday(t *testing.T) {
	for _, name := range []string{"Borsbeek", "Diegem", "Alost", "Temste", "", "Gent, Aalst"} {
		if p, ok := places.ByName(name); ok {
			t.Errorf("ByName(%q) = %v", name, p)
		}
	}
	if _, ok := places.ByNIS("99999"); ok {
		t.Error("ByNIS knows 99999")
	}
}

func TestPoint(t *testing.T) {
	for _, p := range places.All() {
		lat, lon, ok := places.Point(p.NIS)
		if !ok || lat < 50.6 || lat > 51.6 || lon < 2.5 || lon > 6 {
			t.Errorf("%s lies at %v, %v, %v", p.Name, lat, lon, ok)
		}
	}
	if _, _, ok := places.Point(""); ok {
		t.Error("a point for no code")
	}
}

// TestEveryName resolves and finds each row of the shipped table, so that none
// is unreachable: by itself where it means one municipality, else with it.
func TestEveryName(t *testing.T) {
	f, err := os.Open("data/names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	kinds := map[string]int{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		row := strings.Split(lines.Text(), "\t")
		if strings.HasPrefix(row[0], "#") {
			continue
		}
		kind, name := row[0], row[1]
		kinds[kind]++
		want, ok := places.ByNIS(row[2])
		if !ok {
			t.Fatalf("%s: unknown NIS code %s", name, row[2])
		}
		found := places.Find("praktijk in " + name + ".")
		if len(found) == 0 || found[0].Start != 12 && name[0] != '\'' || found[0].End != 12+len(name) {
			t.Errorf("Find %s: %+v", name, found)
		}
		r := places.Resolve(name)
		if kind == "former" && (len(r.Matches) != 1 || r.Matches[0].Place != want || r.Matches[0].How != places.Former || r.Matches[0].Since < 2019) {
			t.Errorf("%s: got %s, want %s", name, said(r), want.Name)
		}
		if len(r.Matches) == 1 && r.Matches[0].Place == want {
			continue
		}
		shared := len(r.Unknown) == 1 && slices.Contains(r.Unknown[0].Candidates, want)
		stronger := len(r.Matches) == 1 && r.Matches[0].How < places.Sub
		if !shared && !stronger {
			t.Errorf("%s: got %s, want %s", name, said(r), want.Name)
		}
		with := places.Resolve(name + " (" + want.Name + ")")
		if ps := with.Places(); len(ps) != 1 || ps[0] != want {
			t.Errorf("%s (%s): got %s", name, want.Name, said(with))
		}
	}
	if kinds["former"] < 30 || kinds["sub"] < 800 || kinds["french"] < 50 {
		t.Errorf("too few names: %v", kinds)
	}
}

func TestNearest(t *testing.T) {
	tests := map[string]string{
		"Temste": "Temse", "Regio Aalst": "Aalst", "Kapelle": "Kapelle-op-den-Bos",
		"Sint Nicklaes": "Sint-Niklaas", "Diegm": "Machelen", "Heist op": "Heist-op-den-Berg",
	}
	for word, want := range tests {
		t.Run(word, func(t *testing.T) {
			var names []string
			for _, p := range places.Nearest(word, 3) {
				names = append(names, p.Name)
			}
			if len(names) > 3 || !slices.Contains(names, want) {
				t.Errorf("got %q, want %s among them", names, want)
			}
		})
	}
	for _, word := range []string{"", "x", "qqqqqqqq", strings.Repeat("gent", 50)} {
		if got := places.Nearest(word, 3); len(got) != 0 {
			t.Errorf("Nearest(%q) = %v", word, got)
		}
	}
	if got := places.Nearest("Gent", 0); len(got) != 0 {
		t.Errorf("n = 0 gives %v", got)
	}
}
