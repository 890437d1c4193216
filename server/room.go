package server

import (
	"context"
	"errors"
	"net/http"
	"time"
)

var errBusy = errors.New("too many requests at once")

// Who waits for a place. Answers come by the thousand a second, so whoever is
// still waiting after maxWait would wait for ever; a thousand who wait cost some
// 10 MB.
const (
	maxWaiting = 1000
	maxWait    = 2 * time.Second
)

// bulkRequests is how many downloads of many fiches there may be at once. Each
// is made whole, some 5 MB for a thousand fiches, and held until the client has
// it all.
const bulkRequests = 8

// A room holds so many requests at once and a queue before it. It is safe for
// concurrent use.
type room struct {
	places chan struct{} // one element for each request inside
	queue  chan struct{} // one for each that waits
}

func newRoom(places int) *room {
	return &room{make(chan struct{}, places), make(chan struct{}, maxWaiting)}
}

// enter waits for a place. It returns errBusy when there is none within maxWait
// or the queue is full, and the error of ctx when its client left.
func (m *room) enter(ctx context.Context) error {
	select {
	case m.places <- struct{}{}:
		return nil
	default:
	}
	select {
	case m.queue <- struct{}{}:
	default:
		return errBusy
	}
	defer func() { <-m.queue }()
	late := time.NewTimer(maxWait)
	defer late.Stop()
	select {
	case m.places <- struct{}{}:
		return nil
	case <-late.C:
		return errBusy
	case <-ctx.Done():
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return errBusy
		}
		return ctx.Err()
	}
}

func (m *room) leave() { <-m.places }

// admitted lets only so many requests at once come to work, whatever asks: more
// would only make each slower, and all need memory. What has no work to do, or
// tells whether the program is alive, never waits.
//
// A place is for the work. A page is written whole, so from its first byte on
// only the pace of the client counts, and whoever reads slowly holds no place.
func (s *site) admitted(next http.Handler) http.Handler {
	all, bulk := newRoom(s.MaxRequests), newRoom(min(bulkRequests, s.MaxRequests))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case pathHealth, pathReady, pathRobots, pathOpenAPI:
			next.ServeHTTP(w, r)
		case pathCSV, pathJSON, pathAPIFiches:
			if s.entered(bulk, w, r) {
				defer bulk.leave()
				s.inside(all, next, w, r)
			}
		default:
			s.inside(all, next, w, r)
		}
	})
}

// inside answers a request while it has a place in m.
func (s *site) inside(m *room, next http.Handler, w http.ResponseWriter, r *http.Request) {
	if s.entered(m, w, r) {
		p := &place{ResponseWriter: w, room: m}
		defer p.leave()
		next.ServeHTTP(p, r)
	}
}

// entered enters a room; if it cannot, it answers.
func (s *site) entered(m *room, w http.ResponseWriter, r *http.Request) bool {
	err := m.enter(r.Context())
	if err != nil {
		s.both(func(http.ResponseWriter, *http.Request) error { return err }).ServeHTTP(w, r)
	}
	return err == nil
}

// A place is left when the answer begins, or else at the end. It is for one
// goroutine.
type place struct {
	http.ResponseWriter
	room *room // nil: left
}

func (p *place) leave() {
	if p.room != nil {
		p.room.leave()
		p.room = nil
	}
}

func (p *place) WriteHeader(code int) {
	p.leave()
	p.ResponseWriter.WriteHeader(code)
}

func (p *place) Write(b []byte) (int, error) {
	p.leave()
	return p.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the connection.
func (p *place) Unwrap() http.ResponseWriter { return p.ResponseWriter }
