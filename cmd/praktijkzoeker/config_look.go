package main

import (
	"fmt"
	"os"

	"praktijkzoeker/server"
)

// colours returns the theme without its logo, which is a file.
func (c ThemeConfig) colours() server.Theme {
	return server.Theme{Accent: c.Accent, AccentDark: c.AccentDark}
}

// theme returns the theme with its logo. It fails in Dutch when the file cannot
// be read or is no picture.
func (c ThemeConfig) theme() (server.Theme, error) {
	t := c.colours()
	if c.Logo == "" {
		return t, nil
	}
	var err error
	if t.Logo, err = os.ReadFile(c.Logo); err != nil {
		return t, fmt.Errorf("theme.logo: het bestand kan niet gelezen worden: %w", err)
	}
	if len(t.Logo) == 0 {
		return t, fmt.Errorf("theme.logo: %s is leeg", c.Logo)
	}
	if err := t.Check(); err != nil {
		return t, fmt.Errorf("theme.%w (%s)", err, c.Logo)
	}
	return t, nil
}

// statement returns what the page about accessibility says.
func (c AccessibilityConfig) statement() server.Statement {
	return server.Statement{Status: c.Status, Limitations: c.Limitations, Method: c.Method, Feedback: c.Feedback, Enforcement: c.Enforcement, Date: c.Date}
}
