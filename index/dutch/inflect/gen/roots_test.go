package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// lists writes small lists in the form of OpenTaal's.
func lists(t *testing.T) (words, dic, aff string) {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	return write("words", strings.Join(strings.Fields(`werk werkt werkte werkten werken gewerkt liep liepen lopen loop loopt
			gelopen huizen deugden kleinkind kleinkinderen Gent`), "\n")),
		write("nl.dic", "9\nhuis/CcYbZh\nwerken/Vi\nlopen/Vi\nwerk/V3Vq\nwerk/CcYbZb\nloop/V3\ndeugd/CcZx\nbal/Yf\nVlaams/AaLl\n"),
		write("nl.aff", `SFX Zh Y 1
SFX Zh s zen/CaCb s
SFX Zb Y 1
SFX Zb 0 en [^eo]
SFX Yf Y 1
SFX Yf 0 letje l
SFX V3 Y 1
SFX V3 0 t [^ao]
SFX Vq Y 1
SFX Vq 0 te .
SFX Aa Y 1
SFX Aa 0 e [^e]
`)
}

func TestRoots(t *testing.T) {
	lex, err := load(lists(t))
	if err != nil {
		t.Fatal(err)
	}
	roots := lex.roots()
	for form, want := range map[string]string{
		"huizen": "huis", "huis": "huis", "werken": "werk", "gewerkt": "werk", "werkten": "werk", "liep": "loop",
		"gelopen": "loop", "deugden": "deugd", "balletje": "bal", "kleinkinderen": "kleinkind", "vlaamse": "vlaams",
	} {
		if got := roots[form]; got != want {
			t.Errorf("root of %q is %q, want %q", form, got, want)
		}
	}
	if root, ok := roots["gent"]; ok {
		t.Errorf("a name has the root %q", root)
	}
}

func TestRunWritesTheFile(t *testing.T) {
	words, dic, aff := lists(t)
	out := filepath.Join(t.TempDir(), "out.bin")
	if err := run(words, dic, aff, out); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(out); err != nil || info.Size() == 0 {
		t.Errorf("%v, %v", info, err)
	}
	if err := run(words+".missing", dic, aff, out); err == nil || !strings.Contains(err.Error(), "missing") {
		t.Errorf("a missing list gives %v", err)
	}
}

func TestRootsOf(t *testing.T) {
	for inf, want := range map[string]string{
		"werken": "werk", "leven": "leef", "reizen": "reis", "pakken": "pak pakk", "maken": "maak", "rekenen": "rekeen reken", "kijken": "kijk",
	} {
		if got := strings.Join(rootsOf(inf), " "); got != want {
			t.Errorf("rootsOf(%q) = %q, want %q", inf, got, want)
		}
	}
}
