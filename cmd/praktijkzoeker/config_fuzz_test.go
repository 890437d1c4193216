package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
)

// FuzzConfig gives anything to the settings, as a file and as an environment:
// each is taken or told in words, and what was taken can be written and read
// again.
func FuzzConfig(f *testing.F) {
	f.Add([]byte("[server]\nlisten = \":80\"\ntimeout = \"2m\"\n"), "PRAKTIJKZOEKER_SERVER_LISTEN=:90\nHOME=/x")
	f.Add([]byte("[server]\nlisen = 1\n[severs.x]\n\"a\\u0000b\" = 1\n"), "PRAKTIJKZOEKER_SERVER_TIMEOUT=lang\nPRAKTIJKZOEKER_X")
	f.Add([]byte("server.listen = [[[[1]]]]\nserver = {a = {b = {c = 1}}}"), "PRAKTIJKZOEKER_=\n=\nPRAKTIJKZOEKER_LOG_LEVEL=\xff")
	f.Add([]byte("\ufeff[theme]\naccent = \"#123456\"\nlogo = \"\\u0000\"\n[accessibility]\nlimitations = \"\"\"\n<script>\n\"\"\"\n"), "PRAKTIJKZOEKER_CONFIG=x")
	f.Add([]byte("[server]\r\nbase_url = \"https://\\nx\"\r\ncontact = \"a@b.c\\r\\nBcc: d@e.f\"\n"), "PRAKTIJKZOEKER_ACCESSIBILITY_DATE=9999-99-99")
	f.Fuzz(func(t *testing.T, file []byte, environment string) {
		c := Default()
		for _, err := range []error{c.decode("f.toml", file), c.applyEnv(strings.Split(environment, "\n"))} {
			if err == nil {
				continue
			}
			if strings.TrimSpace(err.Error()) == "" || strings.ContainsAny(err.Error(), "\x00\x1b\r") {
				t.Errorf("told as %q", err)
			}
			return
		}
		if err := c.Validate(); err != nil && strings.TrimSpace(err.Error()) == "" {
			t.Error("wrong, and not told why")
		}
		var b bytes.Buffer
		if err := toml.NewEncoder(&b).Encode(c); err != nil {
			t.Fatalf("%+v cannot be written: %v", c, err)
		}
		var again Config
		if err := again.decode("again.toml", b.Bytes()); err != nil {
			return // bytes of an environment that are no UTF-8
		}
		if diff := cmp.Diff(c, again); diff != "" {
			t.Errorf("written and read again (-before +after):\n%s", diff)
		}
	})
}
