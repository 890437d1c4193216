package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index"
	"praktijkzoeker/index/dutch/synonyms"
)

// A synonymLog gathers what a list tells and gives.
type synonymLog struct {
	mu    sync.Mutex
	table *synonyms.Table
	lines []string
}

func (s *synonymLog) add(line string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lines = append(s.lines, line)
}

func (s *synonymLog) list(path string) *synonymList {
	return &synonymList{
		path:    path,
		set:     func(t *synonyms.Table) { s.mu.Lock(); defer s.mu.Unlock(); s.table = t },
		tell:    s.add,
		changed: func(int) { s.add("changed") },
	}
}

// knows says whether the last table has alternatives for a word.
func (s *synonymLog) knows(word string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.table != nil && len(s.table.Alternatives([]string{word})) > 0
}

func (s *synonymLog) expect(t *testing.T, want ...string) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if diff := cmp.Diff(want, s.lines); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	s.lines = nil
}

func save(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Two looks in a row must see the same, so a file that is being written is not
// used in between; a file that vanishes changes nothing and is told once.
func TestFollowedSynonyms(t *testing.T) {
	path := filepath.Join(t.TempDir(), "eigen.txt")
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		var log synonymLog
		l := log.list(path)
		l.load()
		gone := "eigen synoniemen niet gelezen, ze blijven zoals ze waren: " + path + " bestaat niet; kijk de naam na"
		log.expect(t, gone)

		hangup := make(chan os.Signal)
		ended := make(chan struct{})
		go func() { defer close(ended); l.follow(ctx, hangup) }()
		look := func() { <-time.After(synonymsLook); synctest.Wait() }
		<-time.After(synonymsLook / 2)
		look()
		log.expect(t) // told already

		save(t, path, "kluizenaar")
		look()
		save(t, path, "kluizenaar, zwemles\n")
		look()
		log.expect(t) // still being written
		look()
		log.expect(t, "changed")
		if !log.knows("kluizenaar") || !log.knows("buddy") {
			t.Error("the table lacks own or shipped synonyms")
		}
		look()
		look()
		log.expect(t) // nothing changed

		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		look()
		look()
		log.expect(t, gone)
		if !log.knows("kluizenaar") {
			t.Error("the old list is lost")
		}
		hangup <- syscall.SIGHUP
		synctest.Wait()
		log.expect(t, gone)

		save(t, path, "")
		hangup <- syscall.SIGHUP
		synctest.Wait()
		log.expect(t, "changed")
		if log.knows("kluizenaar") {
			t.Error("an empty list keeps the old synonyms")
		}
		cancel()
		<-ended
	})
}

func TestUseOfSynonyms(t *testing.T) {
	for _, test := range []struct {
		name, list string
		want       []string
		knows      bool
	}{
		{"sound", "kluizenaar, zwemles", []string{"changed"}, true},
		{"a broken line", "alleen\nkluizenaar, zwemles", []string{
			"x.txt:1: er staat maar één term op deze regel; zet er een komma en een synoniem bij", "changed"}, true},
		{"only broken lines", "alleen", []string{
			"x.txt:1: er staat maar één term op deze regel; zet er een komma en een synoniem bij",
			"x.txt: geen enkele regel is bruikbaar; de synoniemen blijven zoals ze waren"}, false},
		{"too large", strings.Repeat("#", maxSynonyms), []string{
			"x.txt: de lijst is groter dan 1 MiB; is dit wel een lijst met synoniemen?",
			"x.txt: geen enkele regel is bruikbaar; de synoniemen blijven zoals ze waren"}, false},
		{"nothing", "# leeg", []string{"changed"}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			var log synonymLog
			log.list("x.txt").use([]byte(test.list))
			log.expect(t, test.want...)
			if got := log.knows("kluizenaar"); got != test.knows {
				t.Errorf("knows the own word: %t", got)
			}
		})
	}
}

func TestReadSynonyms(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pijp")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("this system has no named pipes:", err)
	}
	for _, path := range []string{dir, pipe} {
		if _, err := readSynonyms(path); err == nil || !strings.Contains(err.Error(), "geen gewoon bestand") {
			t.Errorf("%s: got %v", path, err)
		}
	}
	large := filepath.Join(dir, "groot.txt")
	save(t, large, "")
	if err := os.Truncate(large, 1<<40); err != nil {
		t.Fatal(err)
	}
	if text, err := readSynonyms(large); err != nil || len(text) != maxSynonyms {
		t.Errorf("read %d bytes, %v", len(text), err)
	}
}

// An index without synonyms of its own says so, instead of leaving them out.
func TestSynonymsNeedAnIndexThatTakesThem(t *testing.T) {
	var plain index.Index
	if err := useSynonyms(IndexConfig{Synonyms: "x"}, plain, nil); err == nil {
		t.Error("no error")
	}
	if err := useSynonyms(IndexConfig{}, plain, nil); err != nil {
		t.Error(err)
	}
}
