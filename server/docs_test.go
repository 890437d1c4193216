package server_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// docs/api.md names every route, and no path that is none.
func TestDocsKnowEveryRoute(t *testing.T) {
	source, err := os.ReadFile("routes.go")
	if err != nil {
		t.Fatal(err)
	}
	docs, err := os.ReadFile("../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	pattern := regexp.MustCompile(`\{([a-z]+):[^"]*\}`) // of a variable: {deel:[0-9]+}
	routes := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^\s+path[A-Za-z]+\s+= "(/[^"]*)"$`).FindAllStringSubmatch(string(source), -1) {
		routes[pattern.ReplaceAllString(m[1], "{$1}")] = true
	}
	if len(routes) < 20 {
		t.Fatalf("%d routes found in routes.go", len(routes))
	}
	described := map[string]bool{}
	for line := range strings.Lines(string(docs)) {
		if !strings.HasPrefix(line, "| `") {
			continue
		}
		cell, _, _ := strings.Cut(line[2:], " | ")
		for _, m := range regexp.MustCompile("`(/[^`]*)`").FindAllStringSubmatch(cell, -1) {
			path, _, _ := strings.Cut(m[1], "?")
			described[path] = true
		}
	}
	for path := range routes {
		if !described[path] {
			t.Errorf("docs/api.md does not name %s", path)
		}
	}
	for path := range described {
		if !routes[path] {
			t.Errorf("docs/api.md names %s, which is no route", path)
		}
	}
}
