package server

import (
	"os"
	"strings"
	"testing"
)

func TestThemeStyle(t *testing.T) {
	for _, tc := range []struct {
		name  string
		theme Theme
		says  string // in the error; empty: none
	}{
		{"none", Theme{}, ""},
		{"dark blue", Theme{Accent: "#0B3D91"}, ""},
		{"black", Theme{Accent: "#000000"}, ""},
		{"both", Theme{Accent: "#7a1f5c", AccentDark: "#f0a8d8"}, ""},
		{"yellow", Theme{Accent: "#ffe615"}, "kies een donkerdere kleur"},
		{"too dark on dark", Theme{Accent: "#0b3d91", AccentDark: "#0b3d91"}, "kies een lichtere kleur"},
		{"only dark", Theme{AccentDark: "#f0a8d8"}, "zonder accent"},
		{"a name", Theme{Accent: "red"}, "is geen kleur"},
		{"short", Theme{Accent: "#abc"}, "is geen kleur"},
		{"injection", Theme{Accent: "#000000;} body{display:none"}, "is geen kleur"},
		{"injection on dark", Theme{Accent: "#0b3d91", AccentDark: "url(//elders.be)"}, "is geen kleur"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			css, err := tc.theme.style()
			if tc.says != "" {
				if err == nil || !strings.Contains(err.Error(), tc.says) || css != "" {
					t.Fatalf("got %q, %v; want an error that says %q", css, err, tc.says)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if (css == "") != (tc.theme.Accent == "") {
				t.Errorf("style %q", css)
			}
		})
	}
}

// Every accent that is let in can be read, light and dark, also when the second
// is made from the first.
func TestThemeContrast(t *testing.T) {
	steps := []string{"00", "33", "66", "99", "cc", "ff"}
	accepted := 0
	for _, r := range steps {
		for _, g := range steps {
			for _, b := range steps {
				accent := "#" + r + g + b
				css, err := Theme{Accent: accent}.style()
				if (err == nil) && contrast(accent, lightPalette.surface) < leastContrast {
					t.Errorf("%s is let in", accent)
				}
				if err != nil {
					continue
				}
				accepted++
				light, dark, _ := strings.Cut(css, "dark")
				checkPalette(t, accent, light, lightPalette)
				checkPalette(t, accent, dark, darkPalette)
			}
		}
	}
	if accepted < 50 {
		t.Errorf("only %d of 216 colours are let in", accepted)
	}
}

func checkPalette(t *testing.T, accent, css string, p palette) {
	t.Helper()
	c := map[string]string{}
	for _, m := range hexColour.FindAllStringSubmatch(css, -1) {
		c[m[1]] = m[2]
	}
	for _, pair := range [][2]string{
		{c["accent"], p.ground}, {c["accent"], p.surface}, {c["accent-strong"], p.ground}, {c["accent-strong"], p.surface},
		{c["on-accent"], c["accent"]}, {c["on-accent"], c["accent-strong"]},
	} {
		if got := contrast(pair[0], pair[1]); got < leastContrast {
			t.Errorf("%s: %s on %s is %.2f", accent, pair[0], pair[1], got)
		}
	}
}

func TestPalettesAreThoseOfTheStyleSheet(t *testing.T) {
	css, err := os.ReadFile("static/style.css")
	if err != nil {
		t.Fatal(err)
	}
	light, rest, _ := strings.Cut(string(css), "prefers-color-scheme: dark")
	for part, p := range map[string]palette{light: lightPalette, rest[:900]: darkPalette} {
		for _, property := range []string{"--ground: " + p.ground, "--surface: " + p.surface} {
			if !strings.Contains(part, property+";") {
				t.Errorf("style.css lacks %s", property)
			}
		}
	}
}

func TestLogoExtension(t *testing.T) {
	for logo, want := range map[string]string{
		"\x89PNG\r\n\x1a\n": ".png", "\xff\xd8\xff": ".jpg", "RIFF....WEBPVP8 ": ".webp",
		"<?xml version=\"1.0\"?><svg xmlns='x'/>": ".svg", "\n<svg/>": ".svg",
		"": "", "GIF": "", "<html><svg>": ".svg", "tekst <svg>": "",
	} {
		got, err := logoExtension([]byte(logo))
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v; want %q", logo, got, err, want)
		}
	}
}
