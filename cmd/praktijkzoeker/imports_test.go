package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const modulePath = "praktijkzoeker"

// A forbidden arrow: no file of from and below may import to or below.
type forbidden struct {
	from, to string // relative to the module, or a path with a dot or of the standard library
	but      string // from these folders, separated by spaces, it is allowed
	inside   string // this folder is no part of to
	tests    bool   // test files are held to it as well
	reason   string
}

var forbiddenImports = []forbidden{
	{from: "corpus", to: "index", tests: true, reason: "the fiches are the truth and know nothing of a copy that is searched"},
	{from: "corpus", to: "server", tests: true, reason: "the fiches can be read and checked without a server"},
	{from: "corpus", to: "net/http", tests: true, reason: "checks and loading work without a network"},
	{from: "corpus", to: "github.com/blevesearch", tests: true, reason: "the fiches know no engine"},
	{from: "index", to: "server", tests: true, reason: "an engine does not know who asks"},
	{from: "index", to: "net/http", but: "index/opensearchindex", reason: "only an engine on another machine uses a network"},
	{from: "index/dutch", to: "corpus", tests: true, reason: "Dutch text is analysed without knowing what it is a part of"},
	{from: "index/dutch", to: "index", inside: "index/dutch", reason: "every engine uses the same Dutch, so it knows none"},
	{from: "index/dutch", to: "github.com/blevesearch", tests: true, reason: "every engine uses the same Dutch, so it knows none"},
	{from: "index/bleveindex", to: "index/opensearchindex", tests: true, reason: "engines do not know one another"},
	{from: "index/opensearchindex", to: "index/bleveindex", tests: true, reason: "engines do not know one another"},
	{from: "", to: "index/bleveindex", but: "cmd/praktijkzoeker index/bleveindex", reason: "only the command chooses an engine; others take an index.Searcher"},
	{from: "", to: "index/opensearchindex", but: "cmd/praktijkzoeker", reason: "only the command chooses an engine; others take an index.Searcher"},
	{from: "", to: "github.com/blevesearch", but: "index/bleveindex", reason: "only the embedded engine knows Bleve, so that another can take its place"},
	{from: "", to: "index/indextest", but: "index/indextest", reason: "the conformance suite is for tests, and stays out of the binary"},
	{from: "", to: "testing", but: "index/indextest", reason: "test code stays out of the binary"},
	{from: "", to: "cmd", but: "cmd", tests: true, reason: "the command wires everything and nothing builds on it"},
	{from: "", to: "C", tests: true, reason: "one static binary, built with Go alone"},
	{from: "", to: "github.com/gorilla/mux", but: "server cmd/praktijkzoeker/internal/bench", reason: "only the server knows routes"},
	{from: "", to: "github.com/BurntSushi/toml", but: "corpus cmd", reason: "settings are read by the command and front matter by corpus; packages take values"},
}

// An importing file, with the path of the file and of what it imports relative
// to the module where it is ours.
type importing struct {
	file, imports string
	test          bool
}

func (f forbidden) breaks(i importing) bool {
	folder := path.Dir(i.file)
	if i.test && !f.tests || !below(folder, f.from) || !below(i.imports, f.to) {
		return false
	}
	if f.inside != "" && below(i.imports, f.inside) {
		return false
	}
	for _, folderAllowed := range strings.Fields(f.but) {
		if below(folder, folderAllowed) {
			return false
		}
	}
	return true
}

// below says whether a path is a folder or lies below it.
func below(p, folder string) bool {
	return folder == "" || p == folder || strings.HasPrefix(p, folder+"/")
}

func TestImportsRunOneWay(t *testing.T) {
	files := importsOfModule(t, "../..")
	if len(files) < 50 {
		t.Fatalf("only %d imports found: is the module elsewhere?", len(files))
	}
	for _, i := range files {
		for _, f := range forbiddenImports {
			if f.breaks(i) {
				t.Errorf("%s imports %s: %s", i.file, i.imports, f.reason)
			}
		}
	}
}

// The rule itself is tested: each arrow is broken by an import that it is for.
func TestForbiddenImportsAreSeen(t *testing.T) {
	for _, test := range []struct {
		file, imports string
		broken        bool
	}{
		{"corpus/load.go", "index", true},
		{"corpus/pagetext/html.go", "index/dutch", true},
		{"corpus/watch.go", "net/http", true},
		{"corpus/load.go", "corpus/places", false},
		{"index/refresh.go", "corpus", false},
		{"index/refresh.go", "index/bleveindex", true},
		{"index/refresh_test.go", "index/bleveindex", false},
		{"index/dutch/analyzer.go", "index", true},
		{"index/dutch/analyzer.go", "index/dutch/compound", false},
		{"index/bleveindex/search.go", "index/dutch", false},
		{"index/bleveindex/build.go", "index/bleveindex/zapwriter", false},
		{"index/bleveindex/search.go", "github.com/blevesearch/bleve/v2", false},
		{"index/opensearchindex/bulk.go", "net/http", false},
		{"index/excerpt.go", "net/http", true},
		{"server/search.go", "index", false},
		{"server/search.go", "index/bleveindex", true},
		{"server/search_test.go", "index/bleveindex", false},
		{"server/search.go", "github.com/gorilla/mux", false},
		{"server/search.go", "github.com/BurntSushi/toml", true},
		{"cmd/praktijkzoeker/open.go", "index/bleveindex", false},
		{"cmd/praktijkzoeker/config_load.go", "github.com/BurntSushi/toml", false},
		{"cmd/praktijkzoeker/open.go", "github.com/blevesearch/bleve/v2", true},
		{"cmd/praktijkzoeker/open.go", "index/indextest", true},
		{"server/server.go", "cmd/praktijkzoeker", true},
		{"docs/screenshots/main.go", "index/bleveindex", true},
	} {
		i := importing{test.file, test.imports, strings.HasSuffix(test.file, "_test.go")}
		broken := false
		for _, f := range forbiddenImports {
			broken = broken || f.breaks(i)
		}
		if broken != test.broken {
			t.Errorf("%s imports %s: forbidden = %t, want %t", test.file, test.imports, broken, test.broken)
		}
	}
}

// importsOfModule reads the imports of every Go file below root.
func importsOfModule(t *testing.T, root string) []importing {
	t.Helper()
	var all []importing
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || d.Name() == ".git"):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go"):
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			imported = strings.TrimPrefix(imported, modulePath+"/")
			all = append(all, importing{filepath.ToSlash(rel), imported, strings.HasSuffix(rel, "_test.go")})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
