package main

import (
	"net"
	"strings"
	"testing"
)

func TestWebAddress(t *testing.T) {
	tcp := func(s string) net.Addr {
		a, err := net.ResolveTCPAddr("tcp", s)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	for _, test := range []struct{ configured, opened, want string }{
		{"localhost:8080", "127.0.0.1:8080", "http://localhost:8080"},
		{":8080", "[::]:8080", "http://localhost:8080"},
		{"0.0.0.0:80", "0.0.0.0:80", "http://localhost:80"},
		{"[::]:80", "[::]:80", "http://localhost:80"},
		{"[::1]:0", "[::1]:4711", "http://[::1]:4711"},
		{"192.0.2.7:0", "192.0.2.7:4711", "http://192.0.2.7:4711"},
	} {
		if got := webAddress(test.configured, tcp(test.opened)); got != test.want {
			t.Errorf("webAddress(%q, %q) = %q, want %q", test.configured, test.opened, got, test.want)
		}
	}
}

func TestNextPort(t *testing.T) {
	for _, test := range []struct{ address, want string }{
		{"localhost:8080", "localhost:8081"}, {":80", ":81"}, {"[::1]:65535", "[::1]:8080"}, {"x", "localhost:8081"},
	} {
		if got := nextPort(test.address); got != test.want {
			t.Errorf("nextPort(%q) = %q, want %q", test.address, got, test.want)
		}
	}
}

func TestListenSaysWhatToDo(t *testing.T) {
	first, err := listen(t.Context(), "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	_, port, err := net.SplitHostPort(first.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ address, want string }{
		{"localhost:" + port, "is al in gebruik door een ander programma"},
		{"192.0.2.7:0", "kan deze machine niet luisteren"}, // an address for documentation, RFC 5737
	} {
		l, err := listen(t.Context(), test.address)
		if err == nil {
			l.Close()
			t.Errorf("%s: no error", test.address)
		} else if !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.address, err, test.want)
		}
	}
}
