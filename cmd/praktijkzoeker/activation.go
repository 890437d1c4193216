package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"
)

// firstPassed is the descriptor of the first socket that systemd passes to a
// program that it starts (sd_listen_fds(3)).
const firstPassed = 3

// passedListener returns the socket that systemd has opened for this program,
// or nil when it has not. Connections wait in it while the program is not there
// yet, so that a restart loses none.
func passedListener(environ []string) (net.Listener, error) {
	n, _ := lookupEnv(environ, "LISTEN_FDS")
	if pid, _ := lookupEnv(environ, "LISTEN_PID"); n == "" || pid != strconv.Itoa(os.Getpid()) {
		return nil, nil
	}
	if n != "1" {
		return nil, fmt.Errorf("systemd geeft %s sockets door; laat in praktijkzoeker.socket één ListenStream staan", n)
	}
	f := os.NewFile(firstPassed, "LISTEN_FDS")
	defer f.Close() // the listener has a descriptor of its own
	l, err := net.FileListener(f)
	if err != nil {
		return nil, fmt.Errorf("de socket van systemd is niet bruikbaar; gebruik ListenStream met een poort: %w", err)
	}
	if _, ok := l.(*net.TCPListener); !ok {
		return nil, errors.Join(fmt.Errorf("de socket van systemd (%s) is geen poort; gebruik ListenStream met een poort, zoals 8080", l.Addr()), l.Close())
	}
	return l, nil
}
