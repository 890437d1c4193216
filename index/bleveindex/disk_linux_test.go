package bleveindex

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"praktijkzoeker/index"
)

// smallDisk mounts a file system of so many kilobytes, with a folder for an
// index in it.
func smallDisk(t *testing.T, kilobytes int) (mount, dir string) {
	t.Helper()
	mount = t.TempDir()
	if err := syscall.Mount("tmpfs", mount, "tmpfs", 0, fmt.Sprintf("size=%dk", kilobytes)); err != nil {
		t.Skip("only root can mount a small disk:", err)
	}
	t.Cleanup(func() {
		runtime.GC() // nothing is mapped any more
		if err := syscall.Unmount(mount, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return mount, filepath.Join(mount, "data")
}

func remount(t *testing.T, mount, options string, flags uintptr) {
	t.Helper()
	must(t, syscall.Mount("tmpfs", mount, "tmpfs", syscall.MS_REMOUNT|flags, options))
}

// fill leaves so many kilobytes of a disk.
func fill(t *testing.T, mount string, leave int64) (ballast string) {
	t.Helper()
	free, _ := freeBytes(mount)
	ballast = filepath.Join(mount, "ballast")
	must(t, os.WriteFile(ballast, make([]byte, free-leave<<10), 0o644))
	return ballast
}

// hurried opens an index that does not look how full its disk is.
func hurried(t *testing.T, dir string, log *bytes.Buffer, orMemory bool) *Index {
	t.Helper()
	x, err := Open(dir, Options{Log: slog.New(slog.NewTextHandler(log, nil)), OrMemory: orMemory})
	must(t, err)
	x.minRoom = 0
	return x
}

// whileSearching runs f while others search; each answer must be of one version
// of n fiches.
func whileSearching(t *testing.T, x *Index, n int, f func()) {
	t.Helper()
	stop := make(chan struct{})
	var searchers sync.WaitGroup
	for range 4 {
		searchers.Go(func() {
			for !isClosed(stop) {
				res, err := x.Search(t.Context(), index.Query{Text: "samen werken", Limit: 100})
				if err != nil || res.Total != n || len(res.Hits) != n || len(res.Facets[index.Category]) != 1 {
					t.Errorf("an answer of no version: %+v, %v", res, err)
					return
				}
			}
		})
	}
	f()
	close(stop)
	searchers.Wait()
}

// restarted checks that a restart serves a version.
func restarted(t *testing.T, dir string, v, n int) {
	t.Helper()
	x := openOnce(t, dir)
	served(t, x, v, n)
	must(t, x.Close())
}

func TestDiskTooFullToBegin(t *testing.T) {
	mount, dir := smallDisk(t, 40<<10)
	x := openOnce(t, dir)
	replaceWith(t, x, versionOf(1, 30)...)
	before := x.store.bytes()
	ballast := fill(t, mount, 10<<10)
	for range 2 {
		if err := x.Replace(t.Context(), sequence(versionOf(2, 30))); !errors.Is(err, errNoRoom) {
			t.Fatalf("Replace on a full disk returned %v", err)
		}
	}
	if after := x.store.bytes(); after != before {
		t.Errorf("the index of %d bytes has %d on a full disk", before, after)
	}
	served(t, x, 1, 30)
	must(t, os.Remove(ballast))
	replaceWith(t, x, versionOf(3, 30)...)
	served(t, x, 3, 30)
	must(t, x.Close())
	restarted(t, dir, 3, 30)
}

// The disk fills up under a batch: whatever scorch makes of it, searches go on
// and the next Replace after there is room succeeds.
func TestDiskFullDuringABatch(t *testing.T) {
	for _, leave := range []int64{0, 4, 12, 28, 60} {
		t.Run(fmt.Sprintf("%d kB left", leave), func(t *testing.T) {
			mount, dir := smallDisk(t, 8<<10)
			var log bytes.Buffer
			x := hurried(t, dir, &log, false)
			replaceWith(t, x, versionOf(1, 60)...)
			replaceWith(t, x, versionOf(2, 60)...)
			ballast := fill(t, mount, leave)
			for range 2 { // once more while it is full: also opening it anew may fail
				var err error
				whileSearching(t, x, 60, func() { err = x.Replace(t.Context(), sequence(versionOf(3, 60))) })
				if err == nil { // so much fitted
					served(t, x, 3, 60)
					break
				}
				if !isClosed(x.store.stopped) {
					t.Error("scorch goes on writing to a full disk")
				}
				served(t, x, 2, 60)
			}
			must(t, os.Remove(ballast))
			replaceWith(t, x, versionOf(4, 55)...)
			served(t, x, 4, 55)
			if err := x.Close(); err != nil {
				t.Error(err)
			}
			restarted(t, dir, 4, 55)
		})
	}
}

func TestDiskFullDuringARebuild(t *testing.T) {
	mount, dir := smallDisk(t, 700)
	var log bytes.Buffer
	x := hurried(t, dir, &log, false)
	replaceWith(t, x, versionOf(1, 40)...)
	many := manyFiches(1500)
	whileSearching(t, x, 40, func() {
		if err := x.Replace(t.Context(), sequence(many)); err == nil {
			t.Error("1500 fiches fit on the disk: the test says nothing")
		}
	})
	if left, _ := filepath.Glob(filepath.Join(dir, generationPrefix+"*")); len(left) != 1 {
		t.Errorf("the failed rebuild leaves %v", left)
	}
	served(t, x, 1, 40)
	remount(t, mount, "size=64m", 0)
	replaceWith(t, x, many...)
	if got := x.Stats().Fiches; got != len(many) {
		t.Errorf("%d fiches, want %d", got, len(many))
	}
	must(t, x.Close())
}

// Without anything on disk to serve, an index that may be in memory is, and
// follows the fiches there, until the disk can be used.
func TestFullDiskAtTheStart(t *testing.T) {
	mount, dir := smallDisk(t, 256)
	var log bytes.Buffer
	x := hurried(t, dir, &log, true)
	fill(t, mount, 0)
	replaceWith(t, x, versionOf(1, 80)...)
	served(t, x, 1, 80)
	replaceWith(t, x, versionOf(2, 70)...)
	served(t, x, 2, 70)
	if n := strings.Count(log.String(), "komt in het geheugen"); n < 1 || n > 2 {
		t.Errorf("told %d times:\n%s", n, log.String())
	}
	remount(t, mount, "size=64m", 0)
	replaceWith(t, x, versionOf(3, 75)...)
	served(t, x, 3, 75)
	if !strings.Contains(log.String(), "staat weer op schijf") {
		t.Errorf("not told that the disk is used again:\n%s", log.String())
	}
	must(t, x.Close())
	restarted(t, dir, 3, 75)
}

func TestReadOnlyDisk(t *testing.T) {
	mount, dir := smallDisk(t, 64<<10)
	x := openOnce(t, dir)
	replaceWith(t, x, versionOf(1, 30)...)
	must(t, x.Close())
	remount(t, mount, "", syscall.MS_RDONLY)
	if _, err := Open(dir, Options{}); !errors.Is(err, syscall.EROFS) {
		t.Errorf("Open on a read-only disk returned %v", err)
	}
	var log bytes.Buffer
	x = hurried(t, dir, &log, true)
	if _, err := x.Search(t.Context(), index.Query{}); !errors.Is(err, index.ErrNotReady) {
		t.Errorf("Search returned %v, want ErrNotReady", err)
	}
	replaceWith(t, x, versionOf(2, 30)...)
	served(t, x, 2, 30)
	remount(t, mount, "", 0)
	replaceWith(t, x, versionOf(3, 31)...)
	served(t, x, 3, 31)
	must(t, x.Close())
	restarted(t, dir, 3, 31)
}

// TestNoFilesLeft lowers the limit of open files: nothing can be opened, and
// that is no damage.
func TestNoFilesLeft(t *testing.T) {
	dir := t.TempDir()
	x := openIn(t, dir, Options{}, versionOf(1, 20)...)
	other := t.TempDir()
	y := openOnce(t, other)
	replaceWith(t, y, versionOf(1, 20)...)
	must(t, y.Close())

	var old syscall.Rlimit
	must(t, syscall.Getrlimit(syscall.RLIMIT_NOFILE, &old))
	next, err := os.Open(os.DevNull)
	must(t, err)
	low := syscall.Rlimit{Cur: uint64(next.Fd()), Max: old.Max}
	must(t, next.Close())
	must(t, syscall.Setrlimit(syscall.RLIMIT_NOFILE, &low))
	_, openErr := Open(other, Options{})
	replaceErr := x.Replace(t.Context(), sequence(versionOf(2, 20)))
	served(t, x, 1, 20)
	must(t, syscall.Setrlimit(syscall.RLIMIT_NOFILE, &old))

	for call, err := range map[string]error{"Open": openErr, "Replace": replaceErr} {
		if !errors.Is(err, syscall.EMFILE) && (err == nil || !strings.Contains(err.Error(), "too many open files")) {
			t.Errorf("%s without a file left returned %v", call, err)
		}
	}
	replaceWith(t, x, versionOf(3, 20)...)
	served(t, x, 3, 20)
	restarted(t, other, 1, 20)
}

// A segment that is cut off while it is served: the search that meets it waits
// for what is built in its place.
func TestSegmentCutOffWhileServing(t *testing.T) {
	dir := t.TempDir()
	x := openIn(t, dir, Options{}, versionOf(1, 90)...)
	go func() {
		for range x.Asks() {
			if err := x.Replace(t.Context(), sequence(versionOf(1, 90))); err == nil || errors.Is(err, ErrClosed) {
				return
			}
		}
	}()
	segments, err := filepath.Glob(filepath.Join(generationDir(dir, 1), "*.zap"))
	must(t, err)
	for _, path := range segments {
		must(t, os.Truncate(path, 0))
	}
	var callers sync.WaitGroup
	for range 8 {
		callers.Go(func() { served(t, x, 1, 90) })
	}
	callers.Wait()
	if damaged, _ := filepath.Glob(filepath.Join(dir, damagedPrefix+"*")); len(damaged) != 1 {
		t.Errorf("set aside: %v", damaged)
	}
}

// Without anybody to mend it, a call fails when its time is over.
func TestDamageThatNobodyMends(t *testing.T) {
	dir := t.TempDir()
	x := openIn(t, dir, Options{}, versionOf(1, 50)...)
	segments, err := filepath.Glob(filepath.Join(generationDir(dir, 1), "*.zap"))
	must(t, err)
	for _, path := range segments {
		must(t, os.Truncate(path, 0))
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := x.Fiche(ctx, "fiche-3"); !errors.Is(err, index.ErrDamaged) {
		t.Errorf("Fiche returned %v", err)
	}
	select {
	case <-x.Asks():
	default:
		t.Error("the index does not ask for its contents")
	}
	replaceWith(t, x, versionOf(2, 50)...)
	served(t, x, 2, 50)
}
