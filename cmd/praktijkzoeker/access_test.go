package main

import (
	"net/netip"
	"testing"
)

// Each proxy of the settings is found by the address that a connection has,
// which is never IPv4 in IPv6.
func TestProxiesHoldTheirAddresses(t *testing.T) {
	for text, address := range map[string]string{
		"127.0.0.1":            "127.0.0.1",
		"10.1.2.3/8":           "10.9.9.9",
		"::ffff:192.0.2.1":     "192.0.2.1",
		"::ffff:192.0.2.0/120": "192.0.2.9",
		"fe80::1%eth0":         "fe80::1",
		"fd00::1/8":            "fd12::1",
		"::/0":                 "2001:db8::1",
	} {
		all := ServerConfig{TrustedProxies: []string{text}}.proxies()
		if len(all) != 1 || !all[0].Contains(netip.MustParseAddr(address)) {
			t.Errorf("%s is read as %v, which does not hold %s", text, all, address)
		}
	}
	if all := (ServerConfig{TrustedProxies: []string{"10.0.0.0/8"}}).proxies(); all[0].Contains(netip.MustParseAddr("192.0.2.1")) {
		t.Error("a network holds an address of another")
	}
}
