package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every command explains itself, and every option of it.
func TestEveryCommandIsExplained(t *testing.T) {
	var overview bytes.Buffer
	if err := printOverview(&overview); err != nil {
		t.Fatal(err)
	}
	for _, c := range commands() {
		t.Run(c.name, func(t *testing.T) {
			expectAll(t, overview.String(), "  "+c.name+" ", c.short)
			var help bytes.Buffer
			if err := printHelp(&help, c); err != nil {
				t.Fatal(err)
			}
			expectAll(t, help.String(), "Gebruik: praktijkzoeker "+c.name)
			config := Default()
			flags := c.flagSet()
			c.setup(flags, &config)
			flags.VisitAll(func(f *flag.Flag) {
				value, usage := flag.UnquoteUsage(f)
				if usage == "" {
					t.Errorf("option -%s is not explained", f.Name)
				}
				if !isSwitch(f) && value != strings.ToUpper(value) {
					t.Errorf("option -%s does not name its value: %q", f.Name, value)
				}
				expectAll(t, help.String(), "-"+f.Name)
			})
			for _, line := range strings.Split(help.String(), "\n") {
				if n := len([]rune(line)); n > 110 {
					t.Errorf("a line of %d characters: %s", n, line)
				}
			}
		})
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", []string{""}},
		{"short", "een twee", []string{"een twee"}},
		{"to the brim", "een twee drie", []string{"een twee", "drie"}},
		{"by characters, not bytes", "ééééé ii", []string{"ééééé ii"}},
		{"a long word", "a samenlevingsopbouw b", []string{"a", "samenlevingsopbouw", "b"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, wrap(test.text, 8)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestLogger(t *testing.T) {
	var out bytes.Buffer
	log := newLogger(&out, LogConfig{Level: "warn", Format: "json"})
	log.Info("stil")
	log.Warn("luid", "fiches", 3)
	var line struct {
		Level, Msg string
		Fiches     int
	}
	if err := json.Unmarshal(out.Bytes(), &line); err != nil {
		t.Fatalf("%v in %q", err, out.String())
	}
	if line.Level != "WARN" || line.Msg != "luid" || line.Fiches != 3 {
		t.Errorf("got %+v", line)
	}

	out.Reset()
	newLogger(&out, Default().Log).Log(t.Context(), slog.LevelInfo, "klaar")
	expectAll(t, out.String(), "level=INFO", "msg=klaar")
}

// Nothing but text goes into a file or a pipe.
func TestTerminalIsPlainElsewhere(t *testing.T) {
	var out, errs bytes.Buffer
	term := &terminal{out: &out, err: &errs}
	if got := term.marker()("taal"); got != "taal" {
		t.Errorf("marked: %q", got)
	}
	bar := term.progress(10, "werk")
	for i := range 10 {
		if err := bar.Set(i); err != nil {
			t.Fatal(err)
		}
	}
	if err := bar.Finish(); err != nil {
		t.Fatal(err)
	}
	if errs.Len() > 0 {
		t.Errorf("the bar wrote %q", errs.String())
	}
}
