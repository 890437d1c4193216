package main

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"praktijkzoeker/server"
)

const (
	// healthPatience is what a server that answers needs many times over.
	healthPatience = 5 * time.Second
	// maxReadiness bounds what is read of an answer, in bytes.
	maxReadiness = 64 << 10
)

var healthcheckCommand = command{
	name:  "healthcheck",
	short: "vraagt een server die draait of hij klaar is om te antwoorden",
	long: `Vraagt de server die met deze instellingen draait of hij zoekvragen beantwoordt (/readyz). Slaagt
(0) als dat zo is, ook als er iets te herstellen valt, en faalt (1) als hij niet of niet op tijd
antwoordt. Zegt het op één regel. Voor HEALTHCHECK in een container, en voor cron.

  praktijkzoeker healthcheck
  praktijkzoeker healthcheck -url https://praktijken.example.be`,
	setup: func(flags *flag.FlagSet, c *Config) func(context.Context, *terminal, []string) error {
		address := flags.String("url", "", "vraagt het op dit `WEBADRES` in plaats van op server.listen")
		return func(ctx context.Context, t *terminal, args []string) error {
			if len(args) > 0 {
				return wrongUse("argument %q past hier niet", args[0])
			}
			base, own := *address, *address == ""
			switch {
			case own:
				var err error
				if base, err = ownURL(c.Server.Listen, c.Server.TLSCert != ""); err != nil {
					return err
				}
			case !isWebAddress(base):
				return wrongUse("-url: %q is geen webadres; schrijf het met http:// of https:// ervoor", base)
			}
			r, err := askReady(ctx, base, own)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(t.out, describeReadiness(r))
			return err
		}
	},
}

// ownURL returns the URL by which this machine reaches a server that listens on
// an address, with TLS or without.
func ownURL(address string, secure bool) (string, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil || port == "0" {
		return "", fmt.Errorf("de poort van %s staat niet vast; zeg met -url waar de server luistert", address)
	}
	scheme := "http"
	if secure {
		scheme = "https"
	}
	return scheme + "://" + net.JoinHostPort(reachable(host), port), nil
}

// reachable returns a host that can be asked, for one that can be listened on.
func reachable(host string) string {
	ip := net.ParseIP(host)
	switch {
	case host == "" || ip != nil && ip.IsUnspecified() && ip.To4() != nil:
		return "127.0.0.1" // an empty image knows no name
	case ip != nil && ip.IsUnspecified():
		return "::1"
	}
	return host
}

// askReady asks the server at a base URL whether it is ready. own: the address
// is where this machine listens, and no name of the site, so no certificate is
// for it. The error is in Dutch, on one line.
func askReady(ctx context.Context, base string, own bool) (server.Readiness, error) {
	var r server.Readiness
	ctx, cancel := context.WithTimeout(ctx, healthPatience)
	defer cancel()
	u, err := url.Parse(base)
	if err != nil {
		return r, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimRight(base, "/")+"/readyz", nil)
	if err != nil {
		return r, err
	}
	// No proxy, no connection that is kept.
	client := http.Client{Transport: &http.Transport{
		DisableKeepAlives: true,
		TLSClientConfig:   &tls.Config{InsecureSkipVerify: own || isLoopback(u.Hostname())},
	}}
	response, err := client.Do(request)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return r, fmt.Errorf("%s antwoordt niet op tijd", base)
	case err != nil:
		return r, fmt.Errorf("%s antwoordt niet; draait de server? (%w)", base, err)
	}
	defer response.Body.Close()
	data, err := io.ReadAll(io.LimitReader(response.Body, maxReadiness))
	if err != nil {
		return r, fmt.Errorf("%s antwoordt maar half: %w", base, err)
	}
	if err := json.Unmarshal(data, &r); err != nil || r.Status == "" {
		return r, fmt.Errorf("%s/readyz antwoordt met status %d en niet zoals Praktijkzoeker; kijk het adres na", base, response.StatusCode)
	}
	if response.StatusCode != http.StatusOK {
		return r, fmt.Errorf("%s: %s", base, r.Detail)
	}
	return r, nil
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// describeReadiness says on one line what a ready server tells of itself.
func describeReadiness(r server.Readiness) string {
	text := "klaar: " + count(r.Fiches, "fiche", "fiches")
	if r.Generation > 0 {
		text += fmt.Sprintf(", generatie %d", r.Generation)
	}
	if r.Since != nil {
		text += ", inhoud van " + r.Since.Local().Format("2006-01-02 15:04")
	}
	if r.Status == server.StatusDegraded {
		text += "; let op: " + r.Detail
	}
	return text
}
