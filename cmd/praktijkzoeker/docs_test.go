package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"praktijkzoeker/corpus"
)

func readDoc(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../..", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Each command of README.md stands in the script that runs them.
func TestReadmeCommandsAreRun(t *testing.T) {
	script, err := os.ReadFile("testdata/script/readme.txtar")
	if err != nil {
		t.Fatal(err)
	}
	commands := 0
	for _, line := range strings.Split(readDoc(t, "README.md"), "\n") {
		line, _, _ = strings.Cut(line, "  #")
		line = strings.TrimSpace(line)
		var want string
		if args, ok := strings.CutPrefix(line, "./praktijkzoeker serve "); ok {
			want = "serve a " + args
		} else if args, ok := strings.CutPrefix(line, "./praktijkzoeker "); ok {
			want = "exec praktijkzoeker " + args
		} else if address, ok := strings.CutPrefix(line, "curl 'http://localhost:8080"); ok {
			want = "get a " + strings.TrimSuffix(address, "'")
		} else {
			continue
		}
		commands++
		if !strings.Contains(string(script), "\n"+want+"\n") {
			t.Errorf("readme.txtar does not run %q", want)
		}
	}
	if commands < 8 {
		t.Errorf("only %d commands found in README.md", commands)
	}
}

// The example for editors is a fiche without a single remark.
func TestExampleFicheIsSound(t *testing.T) {
	blocks := regexp.MustCompile("(?s)```markdown\n(.*?)```").FindStringSubmatch(readDoc(t, "docs/contributing.md"))
	if blocks == nil {
		t.Fatal("docs/contributing.md has no example")
	}
	fiche, problems := corpus.Parse("buurtsoep.md", []byte(blocks[1]))
	for _, p := range problems {
		t.Error(p)
	}
	if got := fiche.MunicipalityNames(); strings.Join(got, ", ") != "Aalst, Gent, Temse" {
		t.Errorf("municipalities %q", got)
	}
}

// Links of the documents lead to files that exist.
func TestLinksOfDocuments(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#]+)\)`)
	for _, name := range []string{"README.md", "docs/architecture.md", "docs/decisions.md", "docs/api.md", "docs/operations.md", "docs/contributing.md"} {
		for _, m := range link.FindAllStringSubmatch(readDoc(t, name), -1) {
			if strings.HasPrefix(m[1], "http") {
				continue
			}
			if _, err := os.Stat(filepath.Join("../..", filepath.Dir(name), m[1])); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}
