package main

import (
	"errors"
	"flag"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A parsedLine is what a command line sets in the options of this test.
type parsedLine struct {
	Corpus string
	JSON   bool
	Page   int
	Sort   string
	List   []string
	Rest   []string
}

func parseLine(args []string, mixed bool) (parsedLine, error) {
	p := parsedLine{Page: 1, Sort: "relevance"}
	flags := command{name: "test"}.flagSet()
	flags.StringVar(&p.Corpus, "corpus", "", "")
	flags.BoolVar(&p.JSON, "json", false, "")
	flags.Var(&countFlag{&p.Page, 1, 9}, "page", "")
	flags.Var(&choiceFlag{&p.Sort, []string{"relevance", "title"}}, "sort", "")
	flags.Var((*listFlag)(&p.List), "domain", "")
	rest, err := parseFlags(flags, args, mixed)
	p.Rest = rest
	return p, err
}

func TestParseFlags(t *testing.T) {
	for _, test := range []struct {
		line  string
		mixed bool
		want  parsedLine
	}{
		{line: "", want: parsedLine{}},
		{line: "a b", want: parsedLine{Rest: []string{"a", "b"}}},
		{line: "-corpus x -json a", want: parsedLine{Corpus: "x", JSON: true, Rest: []string{"a"}}},
		{line: "--corpus=x --json=false a", want: parsedLine{Corpus: "x", Rest: []string{"a"}}},
		{line: "-corpus= a", want: parsedLine{Rest: []string{"a"}}},
		{line: "a -json", want: parsedLine{Rest: []string{"a", "-json"}}},
		{line: "a -json b", mixed: true, want: parsedLine{JSON: true, Rest: []string{"a", "b"}}},
		{line: "a -- -json", mixed: true, want: parsedLine{Rest: []string{"a", "-json"}}},
		{line: "-- -json", want: parsedLine{Rest: []string{"-json"}}},
		{line: "- a", want: parsedLine{Rest: []string{"-", "a"}}},
		{line: "-domain x -domain y,z -page 3 -sort title", want: parsedLine{List: []string{"x", "y,z"}, Page: 3, Sort: "title"}},
	} {
		t.Run(test.line, func(t *testing.T) {
			if test.want.Page == 0 {
				test.want.Page = 1
			}
			if test.want.Sort == "" {
				test.want.Sort = "relevance"
			}
			got, err := parseLine(strings.Fields(test.line), test.mixed)
			if err != nil {
				t.Fatal(err)
			}
			if len(got.Rest) == 0 {
				got.Rest = nil
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseFlagsTellsMistakes(t *testing.T) {
	for _, test := range []struct{ line, want string }{
		{"-corpsu x", `optie -corpsu bestaat niet; bedoel je "corpus"?`},
		{"-jongeren", "optie -jongeren bestaat niet"},
		{"-corpus", "optie -corpus heeft een waarde nodig"},
		{"-page nul", `optie -page: "nul" past niet: geef een getal van 1 tot 9`},
		{"-page 10", "geef een getal van 1 tot 9"},
		{"-page -1", "geef een getal van 1 tot 9"},
		{"-page 1.5", "geef een getal van 1 tot 9"},
		{"-sort datum", "kies relevance, title"},
	} {
		_, err := parseLine(strings.Fields(test.line), false)
		if err == nil {
			t.Errorf("%s: no error", test.line)
			continue
		}
		expectAll(t, err.Error(), test.want)
	}
	if _, err := parseLine([]string{"-json", "--help"}, false); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("--help: got %v", err)
	}
}

func TestTimeFlag(t *testing.T) {
	var d time.Duration
	f := &timeFlag{&d, time.Second, time.Hour}
	if f.String() != "" || new(timeFlag).String() != "" {
		t.Errorf("no time is %q", f.String())
	}
	for text, want := range map[string]time.Duration{"1s": time.Second, "20m": 20 * time.Minute, "1h": time.Hour} {
		if err := f.Set(text); err != nil || d != want || f.String() != want.String() {
			t.Errorf("%s gives %s, %v", text, f, err)
		}
	}
	for _, text := range []string{"", "20", "lang", "999ms", "61m", "-1s"} {
		if err := f.Set(text); err == nil || err.Error() != "geef een tijd van 1s tot 1h0m0s, zoals 20m" {
			t.Errorf("%q: %v", text, err)
		}
	}
}
