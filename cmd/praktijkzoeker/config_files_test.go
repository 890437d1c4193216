package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestCheckOfTheIndexFolder(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct{ data, says string }{
		"in memory":      {"", ""},
		"is there":       {dir, ""},
		"to be made":     {filepath.Join(dir, "a", "b"), ""},
		"a file":         {file, "index.data: " + file + " is geen map"},
		"below a file":   {filepath.Join(file, "a"), "index.data: " + file + " is geen map"},
		"a name too far": {filepath.Join(dir, strings.Repeat("x", 5000)), "kan niet geschreven worden"},
	} {
		t.Run(name, func(t *testing.T) {
			err := errors.Join(IndexConfig{Data: test.data}.checkFolder()...)
			if test.says == "" && err != nil || test.says != "" && (err == nil || !strings.Contains(err.Error(), test.says)) {
				t.Errorf("%s: %v, want %q", test.data, err, test.says)
			}
		})
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("the check made something: %v, %v", entries, err)
	}
}

func TestCheckOfAllFiles(t *testing.T) {
	dir := t.TempDir()
	list := filepath.Join(dir, "synoniemen.txt")
	if err := os.WriteFile(list, []byte("duikboot, zwemles\nalleen\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	gone := filepath.Join(dir, "weg")
	var remarks []string
	look := func(change func(*Config)) string {
		c := Default()
		change(&c)
		remarks = nil
		err := errors.Join(c.checkFiles(t.Context(), func(s string) { remarks = append(remarks, s) })...)
		if err == nil {
			return ""
		}
		return err.Error()
	}
	if got := look(func(*Config) {}); got != "" {
		t.Errorf("the defaults: %s", got)
	}
	if len(remarks) != 1 || !strings.Contains(remarks[0], "uit het programma") {
		t.Errorf("remarks on the defaults: %q", remarks)
	}
	got := look(func(c *Config) {
		c.Corpus.Dir, c.Index.Synonyms, c.Theme.Logo = gone, list, filepath.Join(dir, "logo.png")
	})
	lines := strings.Split(got, "\n")
	if len(lines) != 3 {
		t.Fatalf("want three problems:\n%s", got)
	}
	expectAll(t, lines[0], "corpus.dir: "+gone+" bestaat niet")
	expectAll(t, lines[1], list+":2: synoniemen: er staat maar één term")
	expectAll(t, lines[2], "theme.logo: het bestand kan niet gelezen worden")
	expectAll(t, look(func(c *Config) { c.Index.Synonyms = gone }), "index.synonyms: "+gone+" bestaat niet")
}

func TestCheckOfTheCertificate(t *testing.T) {
	for name, test := range map[string]struct {
		end  time.Time
		says string // of the problem; empty: there is none
	}{
		"sound":   {time.Now().Add(time.Hour), ""},
		"too old": {time.Now().Add(-48 * time.Hour), "is verlopen op 20"},
	} {
		t.Run(name, func(t *testing.T) {
			p, remark := newPairOnDisk(t), ""
			p.write(newPair(t, 1, test.end))
			err := p.config.checkCertificate(func(s string) { remark = s })
			if test.says == "" && (err != nil || !strings.Contains(remark, "geldig tot 20")) {
				t.Errorf("problem %v, remark %q", err, remark)
			}
			if test.says != "" && (err == nil || !strings.Contains(err.Error(), test.says)) {
				t.Errorf("problem %v, want %q", err, test.says)
			}
		})
	}
	if err := Default().Server.checkCertificate(nil); err != nil {
		t.Errorf("without a certificate: %v", err)
	}
	c := newPairOnDisk(t).config
	if err := c.checkCertificate(nil); err == nil {
		t.Error("files that are not there are no problem")
	}
	c.TLSKey = ""
	if err := c.checkCertificate(nil); err != nil {
		t.Errorf("half of a pair is told twice: %v", err)
	}
}

func TestEachOf(t *testing.T) {
	a, b, c := errors.New("a"), errors.New("b"), errors.New("c")
	for _, test := range []struct {
		err  error
		want []error
	}{
		{nil, nil}, {a, []error{a}}, {errors.Join(a, b), []error{a, b}}, {errors.Join(errors.Join(a, b), nil, c), []error{a, b, c}},
	} {
		if diff := cmp.Diff(test.want, eachOf(test.err), cmp.Comparer(func(x, y error) bool { return x == y })); diff != "" {
			t.Errorf("%v (-want +got):\n%s", test.err, diff)
		}
	}
}
