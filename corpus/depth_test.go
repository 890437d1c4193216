package corpus_test

import (
	"strings"
	"testing"

	"praktijkzoeker/corpus"
)

// A front matter that nests without end is told at once: read, these would take
// hours.
func TestFrontMatterThatNests(t *testing.T) {
	const n = 300_000
	for name, front := range map[string]string{
		"parts of a key":            "title = \"x\"\n" + strings.Repeat("a.", n) + "a = 1",
		"parts of a table":          "title = \"x\"\n[" + strings.Repeat("a.", n) + "a]",
		"lists":                     "title = \"x\"\nb = " + strings.Repeat("[", n),
		"lists on their lines":      "title = \"x\"\nb = " + strings.Repeat("[\n", n/2),
		"tables":                    "title = \"x\"\nb = " + strings.Repeat("{a=", n),
		"behind lines of text":      "title = \"x\"\nb = [\"\"\"\n'\"\"\", {" + strings.Repeat("a.", n) + "a = 1 }]",
		"behind literal lines":      "title = \"x\"\nb = ['''\n\"\\''', {" + strings.Repeat("a.", n) + "a = 1 }]",
		"behind what is no comment": "title = \"x\"\nb = [\"\"\"\n#\"\"\", {" + strings.Repeat("a.", n) + "a = 1 }]",
		"behind five quotes":        "title = \"x\"\nb = [\"\"\"a\"\"\"\"\", {" + strings.Repeat("a.", n) + "a = 1 }]",
		"behind an escaped quote":   "title = \"x\"\nb = [\"\"\"a\\\"\"\"\", {" + strings.Repeat("a.", n) + "a = 1 }]",
		"behind an empty text":      "title = \"x\"\nb = [\"\", '', \"\"\"\"\"\", {" + strings.Repeat("a.", n) + "a = 1 }]",
		"behind a text":             "title = \"x\"\nb = { \"a\\\"[\" = '\"', c." + strings.Repeat("a.", n) + "a = 1 }",
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := corpus.Parse("x.md", []byte("+++\n"+front+"\n+++\n"))
			if !corpus.Broken(problems) || len(problems) != 1 || !strings.Contains(problems[0].Message, "in elkaar") || problems[0].Line < 3 {
				t.Errorf("told as %.300q", problems)
			}
		})
	}
	// What only looks like it is no nesting.
	for name, front := range map[string]string{
		"a text":         "title = \"" + strings.Repeat("[{a.", 100) + "\"",
		"a literal text": "title = '" + strings.Repeat("[{a.", 100) + "'",
		"lines of text":  "title = \"x\"\nsource = \"\"\"\n" + strings.Repeat("[{a. ", 100) + "\n\"\" # [\n" + strings.Repeat("[", 100) + "\"\"\"\"",
		"literal lines":  "title = \"x\"\nsource = '''\n" + strings.Repeat("[{a. ", 100) + "\\'''",
		"a comment":      "title = \"x\" # " + strings.Repeat("[{a.", 100),
		"many values":    "title = \"x\"\ncategories = [" + strings.Repeat("\"a. b\", ", 100) + "]",
	} {
		t.Run(name, func(t *testing.T) {
			if _, problems := corpus.Parse("x.md", []byte("+++\n"+front+"\n+++\n")); corpus.Broken(problems) {
				t.Errorf("told as %q", problems)
			}
		})
	}
}
