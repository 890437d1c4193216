package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// What show writes is a file of settings that gives the same ones.
func TestShownConfigIsAConfig(t *testing.T) {
	c := Default()
	c.Server.Title = "Zoek \"hier\" # of\\daar"
	c.Server.Timeout = 90 * time.Second
	c.Accessibility.Limitations = "Kaarten.\n\n[theme]\naccent = \"rood\"\n"
	var out strings.Builder
	if err := showConfig(&out, c, nil); err != nil {
		t.Fatal(err)
	}
	got := Config{}
	if err := got.decode("shown.toml", []byte(out.String())); err != nil {
		t.Fatalf("%v in:\n%s", err, out.String())
	}
	if diff := cmp.Diff(c, got); diff != "" {
		t.Errorf("(-shown +read):\n%s", diff)
	}
}

func TestOriginOfSettings(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.toml")
	if err := os.WriteFile(path, []byte("\ufeff[server]\n\nlisten = \":80\"\ntitle = \"A\"\n[log]\nlevel = \"debug\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	environ := []string{"PRAKTIJKZOEKER_SERVER_LISTEN=:90", "PRAKTIJKZOEKER_LOG_FORMAT=json"}
	c, from, err := loadConfig(&path, environ)
	if err != nil {
		t.Fatal(err)
	}
	c.Read = readFrom{File: from, Environ: environ}
	c.Corpus.Dir = "fiches" // as an option sets it
	var out strings.Builder
	if err := showConfig(&out, c, []string{"corpus"}); err != nil {
		t.Fatal(err)
	}
	expectAll(t, out.String(),
		"listen = \":90\"  # omgevingsvariabele PRAKTIJKZOEKER_SERVER_LISTEN\n",
		"title = \"A\"  # "+path+":4\n",
		"level = \"debug\"  # "+path+":6\n",
		"format = \"json\"  # omgevingsvariabele PRAKTIJKZOEKER_LOG_FORMAT\n",
		"dir = \"fiches\"  # optie -corpus\n",
		"poll = \"3s\"  # standaard\n",
	)
}

// Every option of serve that gives a setting is known to show.
func TestOptionsOfSettings(t *testing.T) {
	before := Default()
	for name, option := range optionOf {
		c := Default()
		flags := serveCommand.flagSet()
		serveFlags(flags, &c)
		if err := flags.Set(option, "changed"); err != nil {
			t.Fatal(err)
		}
		for i, s := range c.settings() {
			changed := !cmp.Equal(s.value.Interface(), before.settings()[i].value.Interface())
			if changed != (s.Name() == name) {
				t.Errorf("option -%s: %s changed is %t", option, s.Name(), changed)
			}
		}
	}
	flags, c := serveCommand.flagSet(), Default()
	serveFlags(flags, &c)
	if names := flagNames(flags); len(names) != len(optionOf) {
		t.Errorf("options %q, known %v", names, optionOf)
	}
}

func TestSecretsAreMasked(t *testing.T) {
	for _, test := range []struct{ key, value, want string }{
		{"listen", ":80", ":80"},
		{"api_token", "abc", mask},
		{"password", "", ""},
		{"base_url", "https://user:pass@example.be/x", "https://user:***@example.be/x"},
		{"base_url", "https://user:p%40ss%3a:w@example.be:80/a:b@c?d@e", "https://user:***@example.be:80/a:b@c?d@e"},
		{"base_url", "https://user:pa%zz@example.be", "https://user:***@example.be"},
		{"base_url", "https://:pass@example.be", "https://:***@example.be"},
		{"base_url", "https://example.be/a:b@c", "https://example.be/a:b@c"},
		{"base_url", "https://user@example.be", "https://user@example.be"},
		{"base_url", "https://example.be/%zz", "https://example.be/%zz"},
	} {
		if got := (setting{Key: test.key}).masked(test.value); got != test.want {
			t.Errorf("%s = %q shows %q, want %q", test.key, test.value, got, test.want)
		}
	}
}
