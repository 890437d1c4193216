package synonyms_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index/dutch/synonyms"
)

// show writes alternatives as "from-to:words*weight".
func show(all []synonyms.Alternative) string {
	var out []string
	for _, a := range all {
		out = append(out, fmt.Sprintf("%d-%d:%s*%.2g", a.From, a.To, strings.Join(a.Forms, " "), a.Weight))
	}
	return strings.Join(out, "; ")
}

func parse(t *testing.T, list string) *synonyms.Table {
	t.Helper()
	table, problems := synonyms.Parse("lijst.txt", strings.NewReader(list))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return table
}

func TestAlternatives(t *testing.T) {
	table := parse(t, `# een lijst
buddy, maatje
ocmw, openbaar centrum voor maatschappelijk welzijn
ocmw => Sociaal Huis   # zo heet het op veel plaatsen
vrije tijd, vrijetijdsaanbod
tijd => uur
buurt, wijk
crèche, kinderdagverblijf
vluchteling => verzoeker om internationale bescherming
`)
	for _, tt := range []struct{ name, query, want string }{
		{"both ways", "buddy", "0-1:maatje*0.75"},
		{"the other way", "maatje", "0-1:buddy*0.75"},
		{"plural", "twee maatjes", "1-2:buddy*0.75"},
		{"best first", "ocmw", "0-1:openbaar centrum maatschappelijk welzijn*0.75; 0-1:sociaal huis*0.5"},
		{"one way only", "sociaal huis", ""},
		{"more words", "het openbaar centrum voor maatschappelijk welzijn helpt", "1-6:ocmw*0.75"},
		{"more words, stop words left out", "openbaar centrum maatschappelijk welzijn", "0-4:ocmw*0.75"},
		{"part of a key is no match", "openbaar centrum", ""},
		{"longest wins", "vrije tijd", "0-2:vrijetijdsaanbod*0.75"},
		{"inside no longer key", "tijd", "0-1:uur*0.5"},
		{"accents", "creche", "0-1:kinderdagverblijf*0.75"},
		{"part of a compound", "buurthuizen", "0-1:wijkhuizen*0.6"},
		{"head of a compound", "taalbuddy", "0-1:taalmaatje*0.6"},
		{"alternative without stop words", "vluchtelingen", "0-1:verzoeker internationale bescherming*0.5"},
		{"nothing", "zomaar iets", ""},
		{"no words", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, show(table.Alternatives(strings.Fields(tt.query)))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseTellsProblems(t *testing.T) {
	for _, tt := range []struct {
		name, list string
		line       int
		want       string
	}{
		{"one term", "buddy, maatje\nalleen\n", 2, "maar één term"},
		{"two arrows", "a => b => c", 1, "twee keer =>"},
		{"nothing after the arrow", "ocmw =>", 1, "ontbreekt een term"},
		{"empty term", "buddy,, maatje", 1, "ontbreekt een term"},
		{"no word", "buddy, --", 1, "geen woord"},
		{"stop words", "de het, buddy", 1, "niet gezocht"},
		{"long term", "buddy, " + strings.Repeat("woord ", 9), 1, "te lang"},
		{"many terms", strings.Repeat("buddy,", 41) + "x", 1, "meer dan 40"},
		{"no UTF-8", "buddy, caf\xe9", 1, "UTF-8"},
		{"large", strings.Repeat("#", 1<<20+1), 0, "groter dan 1 MiB"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, problems := synonyms.Parse("lijst.txt", strings.NewReader(tt.list))
			if len(problems) != 1 || problems[0].Line != tt.line || !strings.Contains(problems[0].Message, tt.want) {
				t.Errorf("got %v, want line %d: %s", problems, tt.line, tt.want)
			}
		})
	}
}

func TestParseKeepsTheOtherLines(t *testing.T) {
	table, problems := synonyms.Parse("lijst.txt", strings.NewReader("\ufeffbuddy, maatje\r\nalleen\r\nwijk, buurt\r\n"))
	if len(problems) != 1 || problems[0].String() != "lijst.txt:2: er staat maar één term op deze regel; zet er een komma en een synoniem bij" {
		t.Errorf("problems %v", problems)
	}
	if table.Len() != 4 {
		t.Errorf("%d alternatives, want 4", table.Len())
	}
}

func TestParseTellsAReadError(t *testing.T) {
	_, problems := synonyms.Parse("lijst.txt", io.MultiReader(strings.NewReader("a, b"), iotest.ErrReader(errors.New("schijf weg"))))
	if len(problems) != 1 || !strings.Contains(problems[0].String(), "schijf weg") {
		t.Errorf("problems %v", problems)
	}
}

func TestMerge(t *testing.T) {
	a, b := parse(t, "buddy => maatje"), parse(t, "buddy, maatje\nwijk => buurt")
	m := a.Merge(b)
	if got, want := show(m.Alternatives([]string{"buddy", "wijk"})), "0-1:maatje*0.75; 1-2:buurt*0.5"; got != want {
		t.Errorf("merged %s, want %s", got, want)
	}
	if got := show(a.Alternatives([]string{"wijk"})); got != "" {
		t.Errorf("merging changed the first: %s", got)
	}
	if n := new(synonyms.Table).Merge(b).Len(); n != b.Len() {
		t.Errorf("an empty table adds %d", n-b.Len())
	}
}

func TestShipped(t *testing.T) {
	for _, tt := range []struct{ query, want string }{
		{"buddy's", "maatje"}, {"maatjes", "buddy"}, {"ocmw", "openbaar centrum maatschappelijk welzijn"},
		{"nederlands als tweede taal", "nt2"}, {"loi", "lokaal opvanginitiatief"}, {"agii", "agentschap integratie inburgering"},
		{"wijkwerking", "buurtwerking"}, {"praatcafes", "conversatietafel"}, {"begeleiden", "begeleiding"},
	} {
		found := false
		for _, a := range synonyms.Shipped().Alternatives(strings.Fields(tt.query)) {
			found = found || strings.Join(a.Forms, " ") == tt.want
		}
		if !found {
			t.Errorf("%s does not give %s: %s", tt.query, tt.want, show(synonyms.Shipped().Alternatives(strings.Fields(tt.query))))
		}
	}
}

func TestShippedKeepsApart(t *testing.T) {
	for _, tt := range []struct{ query, never string }{
		{"beleid", "begeleiding"}, {"begeleiding", "beleid"}, {"buur", "buurt"}, {"buurt", "buur"}, {"oud", "oudere"},
		{"ouder", "oudere"}, {"stad", "stadje"},
	} {
		for _, a := range synonyms.Shipped().Alternatives([]string{tt.query}) {
			if strings.Join(a.Forms, " ") == tt.never {
				t.Errorf("%s gives %s", tt.query, tt.never)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("a, b\nc => d", "a c")
	f.Add("ocmw, openbaar centrum # x", "openbaar centrum")
	f.Fuzz(func(t *testing.T, list, query string) {
		table, _ := synonyms.Parse("f", strings.NewReader(list))
		forms := strings.Fields(query)
		for _, a := range table.Alternatives(forms) {
			if a.From < 0 || a.From >= a.To || a.To > len(forms) || len(a.Forms) == 0 || a.Weight <= 0 || a.Weight >= 1 {
				t.Errorf("%+v", a)
			}
		}
	})
}

func BenchmarkAlternatives(b *testing.B) {
	table, forms := synonyms.Shipped(), strings.Fields("buddy voor vrije tijd van nieuwkomers in de buurthuizen")
	b.ReportAllocs()
	for b.Loop() {
		table.Alternatives(forms)
	}
}
