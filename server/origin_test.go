package server_test

import (
	"bytes"
	"crypto/tls"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"regexp"
	"strings"
	"testing"

	"praktijkzoeker/server"
)

// from asks a path from an address, with headers as pairs of name and value.
func from(h http.Handler, remote, path string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.RemoteAddr = remote
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// proxies are those of the tests: one network of each kind.
var proxies = []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fd00::/8")}

// Who a client is shows in the log line of one that asks too much.
func TestClientAddress(t *testing.T) {
	const forwarded = "X-Forwarded-For"
	for name, c := range map[string]struct {
		remote  string
		headers []string
		want    string
	}{
		"a connection of its own":          {"192.0.2.7:4711", nil, "192.0.2.7/32"},
		"a header from anybody":            {"192.0.2.7:4711", []string{forwarded, "198.51.100.1"}, "192.0.2.7/32"},
		"through a proxy":                  {"10.1.2.3:4711", []string{forwarded, "198.51.100.1"}, "198.51.100.1/32"},
		"a proxy without a header":         {"10.1.2.3:4711", nil, "10.1.2.3/32"},
		"through two proxies":              {"10.1.2.3:1", []string{forwarded, "198.51.100.1, 10.9.9.9"}, "198.51.100.1/32"},
		"what the client made up":          {"10.1.2.3:1", []string{forwarded, "203.0.113.5, 198.51.100.1"}, "198.51.100.1/32"},
		"made up, over two lines":          {"10.1.2.3:1", []string{forwarded, "203.0.113.5", forwarded, "198.51.100.1,10.0.0.2"}, "198.51.100.1/32"},
		"all of them proxies":              {"10.1.2.3:1", []string{forwarded, "10.0.0.9, 10.0.0.2"}, "10.0.0.9/32"},
		"no address":                       {"10.1.2.3:1", []string{forwarded, "198.51.100.1, onbekend"}, "10.1.2.3/32"},
		"no address behind a proxy":        {"10.1.2.3:1", []string{forwarded, "x\ny, 10.0.0.2"}, "10.0.0.2/32"},
		"an empty element":                 {"10.1.2.3:1", []string{forwarded, ""}, "10.1.2.3/32"},
		"with a port":                      {"10.1.2.3:1", []string{forwarded, "198.51.100.1:9999"}, "198.51.100.1/32"},
		"IPv6 by its network":              {"[2001:db8:1:2:3:4:5:6]:1", nil, "2001:db8:1:2::/64"},
		"IPv6 through a proxy, brackets":   {"[fd00::1]:1", []string{forwarded, "[2001:db8:1:2::9]:443"}, "2001:db8:1:2::/64"},
		"IPv6 in brackets without a port":  {"[fd00::1]:1", []string{forwarded, "[2001:db8:1:2::9]"}, "2001:db8:1:2::/64"},
		"IPv4 in IPv6":                     {"[::ffff:192.0.2.7]:1", nil, "192.0.2.7/32"},
		"a proxy as IPv4 in IPv6":          {"[::ffff:10.1.2.3]:1", []string{forwarded, "::ffff:198.51.100.1"}, "198.51.100.1/32"},
		"a zone":                           {"[fe80::1%eth0]:1", nil, "fe80::/64"},
		"a connection that does not tell":  {"@", nil, "invalid Prefix"},
		"another header that means it too": {"10.1.2.3:1", []string{"X-Real-Ip", "203.0.113.5", "Forwarded", "for=203.0.113.5"}, "10.1.2.3/32"},
	} {
		t.Run(name, func(t *testing.T) {
			var log bytes.Buffer
			h := newServer(t, server.Config{
				Searcher: failing{}, RateLimit: 1e-6, TrustedProxies: proxies, Log: slog.New(slog.NewTextHandler(&log, nil)),
			})
			from(h, c.remote, "/api/x", c.headers...)
			want(t, from(h, c.remote, "/api/x", c.headers...), http.StatusTooManyRequests)
			got := regexp.MustCompile(`client="?([^"\n]+)`).FindStringSubmatch(log.String())
			if got == nil || strings.TrimSpace(got[1]) != c.want {
				t.Errorf("client %q, want %s, in\n%s", got, c.want, &log)
			}
		})
	}
}

// The address of the site as a proxy says it, in a link that is absolute.
func TestForwardedAddress(t *testing.T) {
	for name, c := range map[string]struct {
		remote  string
		headers []string
		want    string
	}{
		"directly":                    {"192.0.2.7:1", nil, "http://example.com/"},
		"headers from anybody":        {"192.0.2.7:1", []string{"X-Forwarded-Proto", "https", "X-Forwarded-Host", "kwaad.example"}, "http://example.com/"},
		"through a proxy":             {"10.0.0.1:1", []string{"X-Forwarded-Proto", "https", "X-Forwarded-Host", "praktijken.example"}, "https://praktijken.example/"},
		"a host with a port":          {"10.0.0.1:1", []string{"X-Forwarded-Host", "praktijken.example:8443"}, "http://praktijken.example:8443/"},
		"the nearest proxy counts":    {"10.0.0.1:1", []string{"X-Forwarded-Proto", "http, https", "X-Forwarded-Host", "kwaad.example, praktijken.example"}, "https://praktijken.example/"},
		"a host that is none":         {"10.0.0.1:1", []string{"X-Forwarded-Host", "kwaad.example/x?<script>"}, "http://example.com/"},
		"a host of line breaks":       {"10.0.0.1:1", []string{"X-Forwarded-Host", "a\r\nb"}, "http://example.com/"},
		"a host that is far too long": {"10.0.0.1:1", []string{"X-Forwarded-Host", strings.Repeat("a", 300)}, "http://example.com/"},
	} {
		t.Run(name, func(t *testing.T) {
			h := newServer(t, server.Config{Searcher: failing{}, TrustedProxies: proxies})
			body := from(h, c.remote, "/robots.txt", c.headers...).Body.String()
			if !strings.Contains(body, "Sitemap: "+c.want+"sitemap.xml\n") {
				t.Errorf("want %s in\n%s", c.want, body)
			}
		})
	}
}

// An answer for one address of the site is not given at another.
func TestForwardedAddressAndKeptAnswers(t *testing.T) {
	h := newServer(t, server.Config{Searcher: newIndex(t, handful()), TrustedProxies: proxies})
	for range 2 {
		for _, proto := range []string{"http", "https"} {
			body := from(h, "10.0.0.1:1", "/zoeken.atom", "X-Forwarded-Proto", proto, "X-Forwarded-Host", "p.example").Body.String()
			if !strings.Contains(body, proto+"://p.example/") {
				t.Errorf("%s: feed leads elsewhere:\n%.300s", proto, body)
			}
		}
	}
}

func TestStrictTransport(t *testing.T) {
	for name, c := range map[string]struct {
		base  string
		tls   bool
		proto string
		want  string
	}{
		"plain":               {"", false, "", ""},
		"TLS of our own":      {"", true, "", "max-age=31536000"},
		"a base of https":     {"https://p.example", false, "", "max-age=31536000"},
		"a base of http":      {"http://p.example", false, "", ""},
		"a proxy that has it": {"", false, "https", ""}, // its own to say: it may have the site on http as well
	} {
		t.Run(name, func(t *testing.T) {
			h := newServer(t, server.Config{Searcher: failing{}, BaseURL: c.base, TrustedProxies: proxies})
			r := httptest.NewRequest(http.MethodGet, "/healthz", nil)
			r.RemoteAddr = "10.0.0.1:1"
			r.Header.Set("X-Forwarded-Proto", c.proto)
			if c.tls {
				r.TLS = &tls.ConnectionState{}
			}
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if got := w.Header().Get("Strict-Transport-Security"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
