package main

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

func TestReloadState(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var s reloadState
		if got := s.get(); got != (server.Reload{}) {
			t.Errorf("before the first reload: %+v", got)
		}
		count := 0
		observe := all(s.observe, func(index.Refresh) { count++ })
		observe(index.Refresh{Fiches: 1})
		at := time.Now()
		if got := s.get(); got != (server.Reload{Success: at}) {
			t.Errorf("after a success at %v: %+v", at, got)
		}
		<-time.After(time.Hour)
		observe(index.Refresh{Err: errors.New("no folder")})
		if got := s.get(); got != (server.Reload{Success: at, Failing: true}) {
			t.Errorf("after a failure: %+v", got)
		}
		observe(index.Refresh{Fiches: 1})
		if got := s.get(); got != (server.Reload{Success: at.Add(time.Hour)}) {
			t.Errorf("after the next success: %+v", got)
		}
		if count != 3 {
			t.Errorf("the second observer heard %d reloads", count)
		}
	})
}
