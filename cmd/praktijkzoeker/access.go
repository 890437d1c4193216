package main

import (
	"fmt"
	"net"
	"net/netip"
	"strconv"
)

// maxRate bounds the numbers of the limits: more is a mistake, not a wish.
const maxRate = 1_000_000

// checkAccess tells what is wrong with who may reach the server and how often.
func (c ServerConfig) checkAccess(wrong func(key, format string, args ...any)) {
	checkAddress(wrong, "server.listen", c.Listen)
	if c.AdminListen != "" {
		checkAddress(wrong, "server.admin_listen", c.AdminListen)
		if _, port, _ := net.SplitHostPort(c.Listen); c.AdminListen == c.Listen && port != "0" {
			wrong("server.admin_listen", "is hetzelfde adres als server.listen; kies een andere poort, zoals \"localhost:9080\", of laat het leeg")
		}
	}
	if (c.TLSCert == "") != (c.TLSKey == "") {
		wrong("server.tls_cert", "een certificaat en zijn sleutel horen samen; vul server.tls_cert en server.tls_key allebei in, of geen van beide")
	}
	for _, text := range c.TrustedProxies {
		if _, err := parseProxy(text); err != nil {
			wrong("server.trusted_proxies", "%q is geen IP-adres en geen netwerk; schrijf bijvoorbeeld \"127.0.0.1\" of \"10.0.0.0/8\"", text)
		}
	}
	if !(c.RateLimit >= 0 && c.RateLimit <= maxRate) { // so that it refuses what is no number, too
		wrong("server.rate_limit", "%v ligt niet tussen 0 en %d; schrijf hoeveel vragen per seconde één bezoeker mag stellen, of 0 voor geen grens", c.RateLimit, maxRate)
	}
	for _, n := range []struct {
		key   string
		value int
	}{{"server.rate_burst", c.RateBurst}, {"server.max_requests", c.MaxRequests}} {
		if n.value < 1 || n.value > maxRate {
			wrong(n.key, "%d ligt niet tussen 1 en %d", n.value, maxRate)
		}
	}
}

func checkAddress(wrong func(key, format string, args ...any), key, address string) {
	if _, port, err := net.SplitHostPort(address); err != nil {
		wrong(key, "%q is geen adres; schrijf machine:poort, zoals \"localhost:8080\" of \":8080\"", address)
	} else if _, err := strconv.ParseUint(port, 10, 16); err != nil {
		wrong(key, "%q is geen poort; kies een getal tot 65535, zoals 8080 (0: het systeem kiest er een)", port)
	}
}

// parseProxy reads an address or a network.
func parseProxy(text string) (netip.Prefix, error) {
	if a, err := netip.ParseAddr(text); err == nil {
		a = a.Unmap()
		return a.Prefix(a.BitLen())
	}
	p, err := netip.ParsePrefix(text)
	if err != nil {
		return p, fmt.Errorf("proxy: %w", err)
	}
	if p.Addr().Is4In6() && p.Bits() >= 96 { // as IPv4, like the addresses that are compared with it
		p = netip.PrefixFrom(p.Addr().Unmap(), p.Bits()-96)
	}
	return p.Masked(), nil
}

// proxies are the trusted ones of settings that are sound.
func (c ServerConfig) proxies() []netip.Prefix {
	var all []netip.Prefix
	for _, text := range c.TrustedProxies {
		if p, err := parseProxy(text); err == nil {
			all = append(all, p)
		}
	}
	return all
}
