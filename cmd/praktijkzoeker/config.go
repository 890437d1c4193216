package main

import (
	"time"

	"praktijkzoeker/server"
)

// Config holds every setting, one struct for each part of the program. The
// toml tags name the keys of the file; section and key in capitals name the
// environment variable. config.toml in the root of the repository documents
// each of them, and a test keeps it equal to Default.
type Config struct {
	Server        ServerConfig        `toml:"server"`
	Theme         ThemeConfig         `toml:"theme"`
	Accessibility AccessibilityConfig `toml:"accessibility"`
	Corpus        CorpusConfig        `toml:"corpus"`
	Index         IndexConfig         `toml:"index"`
	Process       ProcessConfig       `toml:"process"`
	Log           LogConfig           `toml:"log"`

	// Read tells where these settings come from; no setting itself.
	Read readFrom `toml:"-"`
}

// ServerConfig says where the server listens and how it presents itself.
type ServerConfig struct {
	Listen      string        `toml:"listen"`       // host:port; an empty host is every network of the machine
	Title       string        `toml:"title"`        // name of the site
	Intro       string        `toml:"intro"`        // above the search box of the landing page
	Footer      string        `toml:"footer"`       // below every page
	BaseURL     string        `toml:"base_url"`     // address by which the world knows the site; empty: as asked for
	Contact     string        `toml:"contact"`      // mail or web address readers can turn to; empty: none is shown
	Changes     string        `toml:"changes"`      // mail address for changes to a fiche; empty: contact, if that is one
	Timeout     time.Duration `toml:"timeout"`      // longest time for one request
	StopTimeout time.Duration `toml:"stop_timeout"` // time that requests under way get when the server stops

	AdminListen    string   `toml:"admin_listen"`    // host:port of metrics and profiles; empty: none
	TLSCert        string   `toml:"tls_cert"`        // file of the certificate with its chain, in PEM; empty: no TLS
	TLSKey         string   `toml:"tls_key"`         // file of its key
	TrustedProxies []string `toml:"trusted_proxies"` // addresses and networks whose X-Forwarded headers count
	MaxRequests    int      `toml:"max_requests"`    // worked on at once
	RateLimit      float64  `toml:"rate_limit"`      // requests a second of one client to the API; 0: any number
	RateBurst      int      `toml:"rate_burst"`      // requests at once before rate_limit counts
}

// ThemeConfig gives the site colours and a logo of its own.
type ThemeConfig struct {
	Accent     string `toml:"accent"`      // #rrggbb, on light; empty: the colour of the program
	AccentDark string `toml:"accent_dark"` // the same on dark; empty: made from accent
	Logo       string `toml:"logo"`        // file of a picture; empty: none
}

// AccessibilityConfig is what the page "Toegankelijkheid" says.
type AccessibilityConfig struct {
	Status      string `toml:"status"`      // volledig, gedeeltelijk or niet; empty: not assessed
	Limitations string `toml:"limitations"` // Markdown: what is not accessible
	Method      string `toml:"method"`      // Markdown: how the site was assessed
	Feedback    string `toml:"feedback"`    // mail or web address; empty: server.contact
	Enforcement string `toml:"enforcement"` // Markdown: where to complain; empty: the ombudsman of Flanders
	Date        string `toml:"date"`        // of the last assessment: 2026-11-23
}

// CorpusConfig says where the fiches are.
type CorpusConfig struct {
	Dir  string        `toml:"dir"`  // folder of fiches; empty: the fiches in the binary
	Poll time.Duration `toml:"poll"` // time between two looks at the folder, for drives that tell no changes
}

// IndexConfig says where the index is kept, and what it knows of words.
type IndexConfig struct {
	Data     string `toml:"data"`     // folder of the index; empty: in memory
	Synonyms string `toml:"synonyms"` // file of synonyms beside the shipped ones; empty: only those
}

// ProcessConfig bounds what the server takes of the machine. Amounts of memory
// are written as GOMEMLIMIT is: "512MiB".
type ProcessConfig struct {
	MemoryLimit   string `toml:"memory_limit"`   // soft limit of the whole process; empty: GOMEMLIMIT, or none
	AnswersMemory string `toml:"answers_memory"` // for what searches found; "0": nothing is kept
	PagesMemory   string `toml:"pages_memory"`   // for whole responses; "0": nothing is kept
}

// LogConfig says what is logged and how.
type LogConfig struct {
	Level  string `toml:"level"`  // debug, info, warn or error
	Format string `toml:"format"` // text or json
}

// Default returns the settings of a binary without any file beside it.
func Default() Config {
	return Config{
		Server: ServerConfig{
			Listen:      "localhost:8080",
			Title:       server.DefaultTitle,
			Intro:       server.DefaultIntro,
			Footer:      server.DefaultFooter,
			Timeout:     server.DefaultTimeout,
			StopTimeout: 10 * time.Second,

			AdminListen:    "localhost:9080",
			TrustedProxies: []string{},
			MaxRequests:    server.DefaultMaxRequests,
			RateBurst:      20,
		},
		Corpus: CorpusConfig{Poll: 3 * time.Second},
		Process: ProcessConfig{
			// Some thousands of result pages: more than the different questions of a busy hour.
			AnswersMemory: "32MiB",
			PagesMemory:   "16MiB",
		},
		Log: LogConfig{Level: "info", Format: "text"},
	}
}
