package corpus_test

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"praktijkzoeker/corpus"
)

// patience is how long a test waits for a signal before it fails.
const patience = 10 * time.Second

func awaitSignal(t *testing.T, changed <-chan struct{}, what string) {
	t.Helper()
	select {
	case _, ok := <-changed:
		if !ok {
			t.Fatalf("%s: the channel was closed", what)
		}
	case <-time.After(patience):
		t.Fatalf("%s: no signal", what)
	}
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// writeOld writes a file that was last changed an hour ago.
func writeOld(t testing.TB, path, text string) {
	t.Helper()
	write(t, path, text)
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(path, old, old); err != nil {
		t.Fatal(err)
	}
}

// watchFast watches with short times. With poll an hour, only what the system
// tells counts; with quiet short and poll short, either.
func watchFast(t *testing.T, dir string, poll time.Duration) (<-chan struct{}, context.CancelFunc) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	changed, err := corpus.Watcher{Dir: dir, Poll: poll, Quiet: time.Millisecond, Log: slog.New(slog.DiscardHandler)}.Watch(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return changed, cancel
}

func TestWatchSeesWhatEditorsDo(t *testing.T) {
	for name, act := range map[string]func(t *testing.T, dir string){
		"write":       func(t *testing.T, dir string) { write(t, filepath.Join(dir, "a.md"), "anders") },
		"new file":    func(t *testing.T, dir string) { write(t, filepath.Join(dir, "b.md"), "nieuw") },
		"in a folder": func(t *testing.T, dir string) { write(t, filepath.Join(dir, "sub", "c.md"), "anders") },
		"remove": func(t *testing.T, dir string) {
			if err := os.Remove(filepath.Join(dir, "a.md")); err != nil {
				t.Fatal(err)
			}
		},
		"save by rename": func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, ".a.md.swp"), "anders")
			if err := os.Rename(filepath.Join(dir, ".a.md.swp"), filepath.Join(dir, "a.md")); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "a.md"), "een")
			write(t, filepath.Join(dir, "sub", "c.md"), "een")
			changed, _ := watchFast(t, dir, time.Hour)
			act(t, dir)
			awaitSignal(t, changed, name)
		})
	}
}

func TestWatchFollowsNewFolders(t *testing.T) {
	dir := t.TempDir()
	changed, _ := watchFast(t, dir, time.Hour)
	if err := os.Mkdir(filepath.Join(dir, "nieuw"), 0o777); err != nil {
		t.Fatal(err)
	}
	awaitSignal(t, changed, "new folder")
	write(t, filepath.Join(dir, "nieuw", "a.md"), "x")
	awaitSignal(t, changed, "file in the new folder")
}

func TestWatchSurvivesAFolderThatVanishes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "corpus")
	write(t, filepath.Join(dir, "a.md"), "een")
	changed, _ := watchFast(t, dir, 5*time.Millisecond)
	if err := os.Rename(dir, dir+".weg"); err != nil {
		t.Fatal(err)
	}
	awaitSignal(t, changed, "vanished")
	write(t, filepath.Join(dir, "b.md"), "twee")
	awaitSignal(t, changed, "came back")
	write(t, filepath.Join(dir, "b.md"), "drie en meer")
	awaitSignal(t, changed, "changed after it came back")
}

func TestWatchClosesItsChannel(t *testing.T) {
	changed, cancel := watchFast(t, t.TempDir(), time.Hour)
	cancel()
	deadline := time.After(patience)
	for {
		select {
		case _, ok := <-changed:
			if !ok {
				return
			}
		case <-deadline:
			t.Fatal("the channel stays open")
		}
	}
}

func TestWatchNeedsAFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "file"), "x")
	for _, path := range []string{filepath.Join(dir, "none"), filepath.Join(dir, "file")} {
		if _, err := corpus.Watch(t.Context(), path, nil); err == nil {
			t.Errorf("Watch(%s) gave no error", path)
		}
	}
}
