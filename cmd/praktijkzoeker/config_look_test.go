package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/server"
)

func TestValidateTheLook(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*Config)
		says   string // start of the mistake; empty when it is right
	}{
		{"an accent", func(c *Config) { c.Theme.Accent = "#7a1f5c" }, ""},
		{"an accent that cannot be read", func(c *Config) { c.Theme.Accent = "#ffe615" }, "theme.accent #ffe615: het contrast"},
		{"a name of a colour", func(c *Config) { c.Theme.Accent = "rood" }, `theme.accent "rood" is geen kleur`},
		{"dark alone", func(c *Config) { c.Theme.AccentDark = "#f0a8d8" }, "theme.accent_dark zonder accent"},
		{"a status", func(c *Config) { c.Accessibility.Status = "volledig" }, ""},
		{"a status with its reasons", func(c *Config) { c.Accessibility.Status, c.Accessibility.Limitations = "gedeeltelijk", "De kaart." }, ""},
		{"a status without reasons", func(c *Config) { c.Accessibility.Status = "gedeeltelijk" }, "accessibility.limitations ontbreekt"},
		{"no status", func(c *Config) { c.Accessibility.Status = "prima" }, `accessibility.status "prima" bestaat niet`},
		{"no day", func(c *Config) { c.Accessibility.Date = "3 mei" }, `accessibility.date "3 mei" is geen dag`},
		{"no feedback", func(c *Config) { c.Accessibility.Feedback = "bel" }, "accessibility.feedback: "},
		{"changes by mail", func(c *Config) { c.Server.Changes = "fiches@example.be" }, ""},
		{"changes to a site", func(c *Config) { c.Server.Changes = "https://example.be" }, "server.changes: "},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := Default()
			test.change(&c)
			err := c.Validate()
			if test.says == "" && err != nil || test.says != "" && (err == nil || !strings.HasPrefix(err.Error(), test.says)) {
				t.Errorf("got %v, want %q", err, test.says)
			}
		})
	}
}

func TestLogo(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	svg := write("logo.svg", "<svg/>")
	got, err := ThemeConfig{Accent: "#7a1f5c", Logo: svg}.theme()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(server.Theme{Accent: "#7a1f5c", Logo: []byte("<svg/>")}, got); diff != "" {
		t.Errorf("theme (-want +got):\n%s", diff)
	}
	for name, path := range map[string]string{
		"kan niet gelezen worden": filepath.Join(dir, "weg.png"), "is leeg": write("leeg.png", ""), "PNG-, JPEG-": write("tekst.png", "tekst"),
	} {
		if _, err := (ThemeConfig{Logo: path}).theme(); err == nil || !strings.HasPrefix(err.Error(), "theme.logo") || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
