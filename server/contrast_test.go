package server

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// The pairs of the theme that stand on one another, with the least contrast of
// WCAG 2.2: 4.5 for text (1.4.3), 3 for edges of controls (1.4.11).
var pairs = []struct {
	front, back string
	least       float64
}{
	{"text", "ground", 4.5}, {"text", "surface", 4.5}, {"muted", "ground", 4.5}, {"muted", "surface", 4.5},
	{"accent", "ground", 4.5}, {"accent", "surface", 4.5}, {"accent-strong", "ground", 4.5}, {"accent-strong", "surface", 4.5},
	{"on-accent", "accent", 4.5}, {"on-accent", "accent-strong", 4.5}, {"on-mark", "mark", 4.5},
	{"visited", "ground", 4.5}, {"edge", "ground", 3}, {"edge", "surface", 3},
}

var hexColour = regexp.MustCompile(`--([a-z-]+):\s*(#[0-9a-f]{6}|#[0-9a-f]{3});`)

func TestContrast(t *testing.T) {
	css, err := staticFiles.ReadFile("static/style.css")
	if err != nil {
		t.Fatal(err)
	}
	light, rest, ok := strings.Cut(string(css), "prefers-color-scheme: dark")
	if !ok {
		t.Fatal("the style sheet has no dark theme")
	}
	dark, _, _ := strings.Cut(rest, "box-sizing")
	for name, part := range map[string]string{"light": light, "dark": dark} {
		colours := map[string]string{}
		for _, m := range hexColour.FindAllStringSubmatch(part, -1) {
			colours[m[1]] = m[2]
		}
		for _, p := range pairs {
			front, back := colours[p.front], colours[p.back]
			if front == "" || back == "" {
				t.Errorf("%s: no colour --%s or --%s", name, p.front, p.back)
				continue
			}
			if got := contrast(front, back); got < p.least {
				t.Errorf("%s: --%s on --%s: %.2f, want %.1f", name, p.front, p.back, got, p.least)
			}
		}
	}
	if got := fmt.Sprintf("%.1f", contrast("#000000", "#ffffff")); got != "21.0" {
		t.Errorf("black on white: %s, want 21.0", got)
	}
}

// The style asks nothing of another site and stays small.
func TestStyle(t *testing.T) {
	css, err := staticFiles.ReadFile("static/style.css")
	if err != nil {
		t.Fatal(err)
	}
	if len(css) > 20<<10 {
		t.Errorf("%d bytes, want at most 20 kB", len(css))
	}
	// What moves would have to heed prefers-reduced-motion.
	for _, s := range []string{"//", "@import", "url(", "transition", "animation", "scroll-behavior"} {
		if strings.Contains(string(css), s) {
			t.Errorf("the style sheet holds %q", s)
		}
	}
	for _, s := range []string{":focus-visible", "forced-colors", "@media print"} {
		if !strings.Contains(string(css), s) {
			t.Errorf("the style sheet lacks %s", s)
		}
	}
}
