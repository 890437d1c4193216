package main

import (
	"errors"
	"fmt"
	"log/slog"
	"net/mail"
	"net/url"
	"path/filepath"
	"strings"
	"time"
)

// maxTimeout bounds the times of the settings: longer is a mistake in the
// unit, not a wish.
const maxTimeout = 10 * time.Minute

// Validate tells all that is wrong with the settings at once, in Dutch and
// with how to mend it. It looks at no file and no network.
func (c Config) Validate() error {
	var problems []error
	wrong := func(key, format string, args ...any) {
		problems = append(problems, fmt.Errorf("%s: %s", key, fmt.Sprintf(format, args...)))
	}

	c.Server.checkAccess(wrong)
	if strings.TrimSpace(c.Server.Title) == "" {
		wrong("server.title", "is leeg; geef de site een naam, zoals \"Praktijkzoeker\"")
	}
	if c.Server.BaseURL != "" && !isWebAddress(c.Server.BaseURL) {
		wrong("server.base_url", "%q is geen webadres; schrijf het met https:// ervoor en zonder vraagteken, zoals \"https://praktijken.example.be\"", c.Server.BaseURL)
	}
	if c.Server.Contact != "" && !isContact(c.Server.Contact) {
		wrong("server.contact", "%q is geen mailadres en geen webadres; schrijf bijvoorbeeld \"info@example.be\" of \"https://example.be/contact\"", c.Server.Contact)
	}
	if c.Server.Changes != "" && (!isContact(c.Server.Changes) || isWebAddress(c.Server.Changes)) {
		wrong("server.changes", "%q is geen mailadres; schrijf bijvoorbeeld \"fiches@example.be\"", c.Server.Changes)
	}
	if c.Accessibility.Feedback != "" && !isContact(c.Accessibility.Feedback) {
		wrong("accessibility.feedback", "%q is geen mailadres en geen webadres; schrijf bijvoorbeeld \"info@example.be\" of \"https://example.be/contact\"", c.Accessibility.Feedback)
	}
	if err := c.Accessibility.statement().Check(); err != nil {
		problems = append(problems, fmt.Errorf("accessibility.%w", err))
	}
	if err := c.Theme.colours().Check(); err != nil {
		problems = append(problems, fmt.Errorf("theme.%w", err))
	}
	for _, t := range []struct {
		key   string
		value time.Duration
	}{{"server.timeout", c.Server.Timeout}, {"server.stop_timeout", c.Server.StopTimeout}, {"corpus.poll", c.Corpus.Poll}} {
		if t.value < 100*time.Millisecond || t.value > maxTimeout {
			wrong(t.key, "%s ligt niet tussen 100ms en %s; schrijf een getal met een eenheid, zoals \"10s\"", t.value, maxTimeout)
		}
	}
	if c.Corpus.Dir != "" && c.Index.Data != "" && inside(c.Index.Data, c.Corpus.Dir) {
		wrong("index.data", "%q ligt in de map met fiches (corpus.dir); kies een andere map, want de index wordt telkens herschreven", c.Index.Data)
	}
	c.Process.check(wrong)
	if _, err := c.Log.level(); err != nil {
		wrong("log.level", "%q bestaat niet; kies debug, info, warn of error", c.Log.Level)
	}
	if c.Log.Format != "text" && c.Log.Format != "json" {
		wrong("log.format", "%q bestaat niet; kies text of json", c.Log.Format)
	}
	return errors.Join(problems...)
}

// level returns the level for slog.
func (c LogConfig) level() (slog.Level, error) {
	switch c.Level {
	case "debug", "info", "warn", "error":
		var level slog.Level
		return level, level.UnmarshalText([]byte(c.Level))
	}
	return 0, fmt.Errorf("unknown level %q", c.Level)
}

func isWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.RawQuery == "" && u.Fragment == ""
}

func isContact(s string) bool {
	if isWebAddress(s) {
		return true
	}
	a, err := mail.ParseAddress(s)
	return err == nil && a.Address == s
}

// inside says whether folder a is folder b or lies in it.
func inside(a, b string) bool {
	a, errA := filepath.Abs(a)
	b, errB := filepath.Abs(b)
	if errA != nil || errB != nil {
		return false
	}
	rel, err := filepath.Rel(b, a)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
