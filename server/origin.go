package server

import (
	"net/http"
	"net/netip"
	"strings"
)

// An origin is where a request comes from and under which address of the site.
type origin struct {
	client netip.Addr // of who asks; the zero Addr when the connection does not tell
	secure bool       // it came over TLS to us, or to a proxy that we trust
	host   string     // under which it was asked
}

// origin reads it from the connection and, when a trusted proxy made that, from
// the headers X-Forwarded-For, -Proto and -Host. Anybody can send these: from
// others they mean nothing. Each proxy appends to what it got, so lists are read
// from the right, and in X-Forwarded-For up to the first address that is no
// trusted proxy.
func (s *site) origin(r *http.Request) origin {
	from, _ := netip.ParseAddrPort(r.RemoteAddr) // the zero Addr is nobody's
	o := origin{client: bare(from.Addr()), secure: r.TLS != nil, host: r.Host}
	if !s.trusts(o.client) {
		return o
	}
	for hops := listed(r.Header["X-Forwarded-For"]); len(hops) > 0 && s.trusts(o.client); hops = hops[:len(hops)-1] {
		hop, ok := hopAddress(hops[len(hops)-1])
		if !ok {
			break // what stands left of it, nobody we trust has written
		}
		o.client = hop
	}
	if protos := listed(r.Header["X-Forwarded-Proto"]); len(protos) > 0 {
		o.secure = strings.EqualFold(protos[len(protos)-1], "https")
	}
	if hosts := listed(r.Header["X-Forwarded-Host"]); len(hosts) > 0 && isHost(hosts[len(hosts)-1]) {
		o.host = hosts[len(hosts)-1]
	}
	return o
}

func (s *site) trusts(a netip.Addr) bool {
	for _, p := range s.TrustedProxies {
		if p.Contains(a) {
			return true
		}
	}
	return false
}

// bare is an address in one form: no IPv4 in IPv6, no zone.
func bare(a netip.Addr) netip.Addr { return a.Unmap().WithZone("") }

// listed are the elements of a header that is a list (RFC 9110 section 5.6.1),
// over however many lines.
func listed(lines []string) []string {
	if len(lines) == 0 {
		return nil
	}
	all := strings.Split(strings.Join(lines, ","), ",")
	for i := range all {
		all[i] = strings.TrimSpace(all[i])
	}
	return all
}

// hopAddress reads one element of X-Forwarded-For, which some proxies write with
// a port.
func hopAddress(text string) (netip.Addr, bool) {
	if a, err := netip.ParseAddr(strings.Trim(text, "[]")); err == nil {
		return bare(a), true
	}
	ap, err := netip.ParseAddrPort(text)
	return bare(ap.Addr()), err == nil
}

// isHost tells whether text can be the host of an address: a name or a number,
// with or without a port. The longest name has 253 characters (RFC 1035).
func isHost(text string) bool {
	return text != "" && len(text) <= 260 &&
		strings.Trim(text, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-._:[]") == ""
}
