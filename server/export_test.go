package server

import (
	"net/netip"
	"time"
)

// A Limiter is a limiter for tests of another package.
type Limiter struct{ l *limiter }

func NewLimiter(perSecond float64, burst, most int) Limiter {
	l := newLimiter(perSecond, burst)
	l.most = most
	return Limiter{l}
}

func (l Limiter) Wait(client string, now time.Time) time.Duration {
	return l.l.wait(clientKey(netip.MustParseAddr(client)), now)
}

func (l Limiter) Clients() int { return len(l.l.young) + len(l.l.old) }

// MaxWaiting and MaxWait are those of a room.
const (
	MaxWaiting   = maxWaiting
	MaxWait      = maxWait
	BulkRequests = bulkRequests
)
