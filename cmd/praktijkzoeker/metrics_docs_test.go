package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/prometheus/client_golang/prometheus"

	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

var metricName = regexp.MustCompile(`^praktijk_[a-z0-9_]+$`)

// metricsInCode returns the names of metrics in the code of a folder.
func metricsInCode(t *testing.T, dir string, names map[string]bool) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if text, err := strconv.Unquote(lit.Value); err == nil && metricName.MatchString(text) {
					names[text] = true
				}
			}
			return true
		})
	}
}

// metricsInDocs returns what docs/operations.md says of each metric: the rows of
// its table.
func metricsInDocs(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile("../../docs/operations.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{}
	for _, m := range regexp.MustCompile("(?m)^\\| `(praktijk_[a-z0-9_]+)(?:\\{[a-z_,]+\\})?` \\| (.*) \\|$").FindAllStringSubmatch(string(data), -1) {
		if rows[m[1]] != "" {
			t.Errorf("%s is documented twice", m[1])
		}
		rows[m[1]] = m[2]
	}
	return rows
}

// Every metric is documented, and every documented one exists.
func TestMetricsAreDocumented(t *testing.T) {
	code, docs := map[string]bool{}, map[string]bool{}
	metricsInCode(t, ".", code)
	metricsInCode(t, "../../server", code)
	rows := metricsInDocs(t)
	for name := range rows {
		docs[name] = true
	}
	if diff := cmp.Diff(code, docs); diff != "" {
		t.Errorf("metrics (-code +docs/operations.md):\n%s", diff)
	}
}

// What is documented is what a server registers, but for what hangs on settings.
func TestDocumentedMetricsAreRegistered(t *testing.T) {
	ix, err := openIndex(IndexConfig{}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	registry := newRegistry()
	observeRefreshes(registry)
	if _, err := server.New(server.Config{Searcher: keepAnswers(index.Searcher(ix), 1<<20, registry), Metrics: registry}); err != nil {
		t.Fatal(err)
	}
	described := make(chan *prometheus.Desc)
	go func() { registry.Describe(described); close(described) }()
	name := regexp.MustCompile(`fqName: "(praktijk_[^"]+)"`)
	got := map[string]bool{}
	for d := range described {
		if m := name.FindStringSubmatch(d.String()); m != nil {
			got[m[1]] = true
		}
	}
	want := maps.Collect(func(yield func(string, bool) bool) {
		for name, row := range metricsInDocs(t) {
			if !strings.HasPrefix(row, "with TLS:") && !yield(name, true) {
				return
			}
		}
	})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("metrics (-documented +registered):\n%s", diff)
	}
}
