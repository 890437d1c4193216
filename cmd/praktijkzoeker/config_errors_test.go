package main

import (
	"math"
	"strings"
	"testing"
	"time"
)

// expectAll fails unless text holds each part.
func expectAll(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q is missing in:\n%s", part, text)
		}
	}
}

func TestMistakesInTheFile(t *testing.T) {
	for _, test := range []struct {
		name, file string
		want       []string
	}{
		{"unknown key", "[server]\n\nlisen = \":80\"\n", []string{`f.toml:3: onbekende instelling "server.lisen"; bedoel je "server.listen"?`}},
		{"unknown key far from any", "[server]\nabracadabra = 1\n", []string{`f.toml:2: onbekende instelling "server.abracadabra"`}},
		{"unknown table", "[log]\nlevel = \"info\"\n[severs]\nx = 1\n", []string{`f.toml:3: onbekende instelling "severs"`, `f.toml:4: onbekende instelling "severs.x"`}},
		{"key without table", "listen = \":80\"\n", []string{`f.toml:1: onbekende instelling "listen"`}},
		{"dotted key", "server.lisen = \":80\"\n", []string{`f.toml:1: onbekende instelling "server.lisen"`}},
		{"all at once", "[server]\na1 = 1\nb1 = 2\n", []string{"f.toml:2: ", "f.toml:3: "}},
		{"no TOML", "[server]\nlisten = \n", []string{"f.toml:2: dit is geen geldige TOML"}},
		{"wrong type", "[server]\nlisten = 8080\n", []string{"f.toml: ", "verkeerde soort", "line 2", "server.listen"}},
		{"wrong duration", "[server]\ntimeout = \"lang\"\n", []string{"f.toml:2: ", "lang"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := Default()
			err := c.decode("f.toml", []byte(test.file))
			if err == nil {
				t.Fatal("no error")
			}
			expectAll(t, err.Error(), test.want...)
		})
	}
}

func TestMistakesInTheEnvironment(t *testing.T) {
	c := Default()
	err := c.applyEnv([]string{"PRAKTIJKZOEKER_SERVER_LISTN=:80", "PRAKTIJKZOEKER_SERVER_TIMEOUT=tien"})
	if err == nil {
		t.Fatal("no error")
	}
	expectAll(t, err.Error(),
		`onbekende omgevingsvariabele PRAKTIJKZOEKER_SERVER_LISTN; bedoel je "PRAKTIJKZOEKER_SERVER_LISTEN"?`,
		`omgevingsvariabele PRAKTIJKZOEKER_SERVER_TIMEOUT: "tien" is geen tijdsduur`)
}

func TestValidateTellsAllMistakes(t *testing.T) {
	c := Config{
		Server: ServerConfig{Listen: "8080", BaseURL: "praktijken.be", Contact: "bel ons", Timeout: time.Nanosecond, StopTimeout: time.Hour,
			AdminListen: "9080", TLSCert: "c.pem", TrustedProxies: []string{"proxy", "10.0.0.0/33"}, RateLimit: -1, RateBurst: -1, MaxRequests: 1e9},
		Corpus: CorpusConfig{Dir: "fiches", Poll: -time.Second},
		Index:  IndexConfig{Data: "fiches/data"},
		Log:    LogConfig{Level: "veel", Format: "xml"},
	}
	c.Process = Default().Process // has a test of its own
	err := c.Validate()
	if err == nil {
		t.Fatal("no error")
	}
	if got, want := len(strings.Split(err.Error(), "\n")), 17; got != want {
		t.Errorf("%d mistakes told, want %d", got, want)
	}
	for _, key := range []string{"server.listen", "server.title", "server.base_url", "server.contact", "server.timeout", "server.stop_timeout", "server.admin_listen", "server.tls_cert",
		"server.trusted_proxies", "server.rate_limit", "server.rate_burst", "server.max_requests", "corpus.poll", "index.data", "log.level", "log.format"} {
		expectAll(t, "\n"+err.Error(), "\n"+key+": ")
	}
}

func TestValidateOneByOne(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*Config)
		wrong  string // the key; empty when it is right
	}{
		{"every network", func(c *Config) { c.Server.Listen = ":8080" }, ""},
		{"a free port", func(c *Config) { c.Server.Listen = "127.0.0.1:0" }, ""},
		{"IPv6", func(c *Config) { c.Server.Listen = "[::1]:8080" }, ""},
		{"port too high", func(c *Config) { c.Server.Listen = ":65536" }, "server.listen"},
		{"port in words", func(c *Config) { c.Server.Listen = ":http" }, "server.listen"},
		{"base with a path", func(c *Config) { c.Server.BaseURL = "https://example.be/praktijken" }, ""},
		{"base with a query", func(c *Config) { c.Server.BaseURL = "https://example.be/?q=1" }, "server.base_url"},
		{"other scheme", func(c *Config) { c.Server.BaseURL = "javascript:alert(1)" }, "server.base_url"},
		{"mail address", func(c *Config) { c.Server.Contact = "info@example.be" }, ""},
		{"contact page", func(c *Config) { c.Server.Contact = "https://example.be/contact" }, ""},
		{"address with a name", func(c *Config) { c.Server.Contact = "Wij <info@example.be>" }, "server.contact"},
		{"index beside the fiches", func(c *Config) { c.Corpus.Dir, c.Index.Data = "fiches", "fiches-index" }, ""},
		{"index is the folder of fiches", func(c *Config) { c.Corpus.Dir, c.Index.Data = "fiches", "./fiches" }, "index.data"},
		{"no admin address", func(c *Config) { c.Server.AdminListen = "" }, ""},
		{"admin on the same address", func(c *Config) { c.Server.AdminListen = c.Server.Listen }, "server.admin_listen"},
		{"both on a free port", func(c *Config) { c.Server.Listen, c.Server.AdminListen = "localhost:0", "localhost:0" }, ""},
		{"a key without a certificate", func(c *Config) { c.Server.TLSKey = "k.pem" }, "server.tls_cert"},
		{"proxies", func(c *Config) { c.Server.TrustedProxies = []string{"127.0.0.1", "::1", "10.1.2.3/8", "fd00::/8"} }, ""},
		{"a rate that is no number", func(c *Config) { c.Server.RateLimit = math.NaN() }, "server.rate_limit"},
		{"a rate below one", func(c *Config) { c.Server.RateLimit = 0.1 }, ""},
		{"nothing at once", func(c *Config) { c.Server.MaxRequests = 0 }, "server.max_requests"},
		{"seconds forgotten", func(c *Config) { c.Server.Timeout = 10 }, "server.timeout"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := Default()
			test.change(&c)
			err := c.Validate()
			switch {
			case test.wrong == "" && err != nil:
				t.Errorf("unexpected: %v", err)
			case test.wrong != "" && err == nil:
				t.Errorf("%s is wrong and was accepted", test.wrong)
			case test.wrong != "" && !strings.HasPrefix(err.Error(), test.wrong+": "):
				t.Errorf("got %v, want a mistake of %s", err, test.wrong)
			}
		})
	}
}
