package server

import (
	"errors"
	"log/slog"
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

var errRate = errors.New("too many requests")

// maxClients bounds the memory of the limits per client: two generations of so
// many, of some 200 bytes each.
const maxClients = 10_000

// A limiter lets each client ask so often. It remembers clients in two
// generations: when the young one is full it becomes the old one, and who was
// old and has not asked since is forgotten, and may begin anew. It is safe for
// concurrent use.
type limiter struct {
	every rate.Limit // requests a second
	burst int        // at once
	most  int        // clients of a generation

	mu         sync.Mutex
	young, old map[netip.Prefix]*rate.Limiter
}

func newLimiter(perSecond float64, burst int) *limiter {
	return &limiter{every: rate.Limit(perSecond), burst: max(burst, 1), most: maxClients, young: map[netip.Prefix]*rate.Limiter{}}
}

// wait is how long a client must wait before it may ask; 0: it may now, and has.
func (l *limiter) wait(client netip.Prefix, now time.Time) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	b := l.young[client]
	if b == nil {
		if b = l.old[client]; b == nil {
			b = rate.NewLimiter(l.every, l.burst)
		}
		if len(l.young) >= l.most {
			l.old, l.young = l.young, map[netip.Prefix]*rate.Limiter{}
		}
		l.young[client] = b
	}
	if b.AllowN(now, 1) {
		return 0
	}
	return max(1, time.Duration((1-b.TokensAt(now))/float64(l.every)*float64(time.Second)))
}

// clientKey is what one client has to itself: an IPv4 address, and of IPv6 the
// network of /64 that every connection gets (RFC 6177), in which it can choose
// its address anew for each request.
func clientKey(a netip.Addr) netip.Prefix {
	bits := a.BitLen()
	if a.Is6() {
		bits = 64
	}
	p, _ := a.Prefix(bits) // of the zero Addr: the zero Prefix, one client like others
	return p
}

// rated holds each client of the API to its rate, if there is one. Pages are for
// people, of whom a whole town hall can share one address. The log tells the
// address of who was refused, so that an operator can do something about it, and
// of nobody else.
func (s *site) rated(next http.Handler) http.Handler {
	if s.RateLimit <= 0 {
		return next
	}
	l := newLimiter(s.RateLimit, s.RateBurst)
	refused := s.api(func(http.ResponseWriter, *http.Request) error { return errRate })
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isAPI(r) {
			next.ServeHTTP(w, r)
			return
		}
		rec := recordOf(r.Context())
		key := clientKey(rec.from.client)
		wait := l.wait(key, time.Now())
		if wait == 0 {
			next.ServeHTTP(w, r)
			return
		}
		rec.extra = append(rec.extra, slog.String("client", key.String()))
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(wait.Seconds()))))
		refused.ServeHTTP(w, r)
	})
}
