package main

import (
	"sync"
	"time"

	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

// A reloadState remembers how the last reloads went. It is safe for concurrent
// use.
type reloadState struct {
	mu   sync.Mutex
	last server.Reload
}

func (s *reloadState) observe(r index.Refresh) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.last.Failing = r.Err != nil; !s.last.Failing {
		s.last.Success = time.Now()
	}
}

func (s *reloadState) get() server.Reload {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.last
}

// all returns an observer that tells each of observers, in order.
func all(observers ...func(index.Refresh)) func(index.Refresh) {
	return func(r index.Refresh) {
		for _, tell := range observers {
			tell(r)
		}
	}
}
