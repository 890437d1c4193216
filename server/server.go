// Package server shows the fiches of an index to people and to programs: pages
// rendered on the server, a JSON API, health and metrics.
//
// It only reads. The page is the URL: every state is a GET and works without
// JavaScript. Everything it needs comes in a Config; it reads no file and no
// environment of its own.
package server

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"praktijkzoeker/index"
)

// Config holds what a server needs. Only Searcher is required.
type Config struct {
	Searcher index.Searcher
	Metrics  Registry     // nil: a registry of its own
	Log      *slog.Logger // nil: nothing is logged
	Timeout  time.Duration
	Images   fs.FS  // holds the files that Fiche.Image names; nil: no images are shown
	Version  string // of the program: part of cache tags and of build_info
	// Reload tells of the last reload of the fiches, for /readyz; nil: nothing is
	// known of reloads.
	Reload func() Reload
	Kept   int // bytes of memory for whole answers, to be sent again; 0: DefaultKept; less: none

	// Limits; see docs/operations.md.
	MaxRequests    int            // worked on at once; 0: DefaultMaxRequests
	RateLimit      float64        // requests a second that one client may send to the API; 0: any number
	RateBurst      int            // requests that it may send at once before RateLimit counts; at least 1
	TrustedProxies []netip.Prefix // whose X-Forwarded-For, -Proto and -Host are believed

	// Texts of the theme, in Dutch. Empty ones have a default.
	Title         string // name of the site: "Praktijkzoeker"
	Intro         string // one or two sentences above the search box of the landing page
	Footer        string // one line below every page, before the one on privacy
	Contact       string // mail address or URL for questions; empty: none is shown
	Theme         Theme
	Accessibility Statement // shown on a page of its own
	Changes       string    // mail address for changes to a fiche; empty: Contact, if that is a mail address
	BaseURL       string    // "https://praktijken.example": for absolute addresses; empty: taken from the request
}

// A Registry takes metrics in and gives them out; *prometheus.Registry is one.
type Registry interface {
	prometheus.Registerer
	prometheus.Gatherer
}

// Defaults of a Config.
const (
	DefaultTitle = "Praktijkzoeker"
	DefaultIntro = "Zoek in wat Vlaamse en Brusselse gemeenten doen voor samenleven in diversiteit, en neem over wat bij jou kan werken."
	// DefaultFooter stands below every page, whatever else does: it is true of
	// the program, and readers may count on it.
	DefaultFooter  = "Deze site plaatst geen cookies en volgt je niet."
	DefaultTimeout = 10 * time.Second
	// DefaultMaxRequests keeps every core of a large machine busy; an answer is
	// work for a core, and more at once would only make each slower.
	DefaultMaxRequests = 64
	// DefaultKept is room for a thousand pages or so.
	DefaultKept = 16 << 20
)

// A site is a Config with everything made from it. It is safe for concurrent
// use: nothing in it changes after New, but what it remembers.
type site struct {
	Config
	log    *slog.Logger
	pages  pageSet
	assets assets
	tags   tagger
	seen   overviewCache
	kept   *keeper
	met    *metrics
}

// New returns the handler of the whole site. It fails when c has no Searcher, a
// BaseURL that is none, a Theme that cannot be read or a wrong Statement, when a
// template or asset is wrong, and when c.Metrics already holds metrics of a
// server.
func New(c Config) (*Handler, error) {
	if c.Searcher == nil {
		return nil, errors.New("server: no searcher")
	}
	if err := c.setDefaults(); err != nil {
		return nil, err
	}
	s := &site{Config: c, log: c.Log, tags: newTagger(c.Version), kept: &keeper{limit: max(c.Kept, 0)}}
	var err error
	if s.met, err = newMetrics(c.Metrics, c.Searcher, s.kept, c.Version); err != nil {
		return nil, err
	}
	s.Searcher = s.met.observe(c.Searcher)
	if s.assets, err = loadAssets(); err != nil {
		return nil, err
	}
	if err := s.addTheme(); err != nil {
		return nil, err
	}
	if s.pages, err = parsePages(s.assets); err != nil {
		return nil, err
	}
	public, err := s.handler()
	if err != nil {
		return nil, err
	}
	return &Handler{public, s.adminHandler()}, nil
}

// changeAddress is where readers mail a change to a fiche, or empty.
func (c *Config) changeAddress() string {
	if c.Changes != "" {
		return c.Changes
	}
	return c.Contact
}

func (c *Config) setDefaults() error {
	for _, d := range []struct {
		field *string
		value string
	}{{&c.Title, DefaultTitle}, {&c.Intro, DefaultIntro}} {
		if *d.field == "" {
			*d.field = d.value
		}
	}
	if c.Footer == DefaultFooter {
		c.Footer = "" // is there anyhow
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Metrics == nil {
		c.Metrics = prometheus.NewRegistry()
	}
	if c.Kept == 0 {
		c.Kept = DefaultKept
	}
	if c.Timeout <= 0 {
		c.Timeout = DefaultTimeout
	}
	if c.MaxRequests <= 0 {
		c.MaxRequests = DefaultMaxRequests
	}
	if err := c.Accessibility.Check(); err != nil {
		return fmt.Errorf("server: accessibility: %w", err)
	}
	if c.BaseURL != "" {
		u, err := url.Parse(c.BaseURL)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
			return errors.New("server: base URL " + c.BaseURL + ": want http(s)://host")
		}
		c.BaseURL = strings.TrimRight(c.BaseURL, "/")
	}
	return nil
}
