package bleveindex_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/bleveindex"
	"praktijkzoeker/index/indextest"
)

// The test binary runs itself again as a process that is killed: killFolder is
// the index it writes to, from the version after killVersion on. With killItself
// it kills itself as soon as Replace returned.
const (
	killFolder  = "PRAKTIJKZOEKER_TEST_KILL_FOLDER"
	killVersion = "PRAKTIJKZOEKER_TEST_KILL_VERSION"
	killItself  = "PRAKTIJKZOEKER_TEST_KILL_ITSELF"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(killFolder); dir != "" {
		after, err := strconv.Atoi(os.Getenv(killVersion))
		if err == nil {
			err = replaceForEver(dir, after)
		}
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// versionSize is the number of fiches of a version; it differs from one to the
// next. Most changes fit in one batch; every sixth version, and the one after
// it, is a rebuild.
func versionSize(v int) int {
	if v%6 == 5 {
		return 1300
	}
	return 40 + 17*(v%5)
}

// contentsOf returns the fiches of a version. A third of them is the same in
// every version, and some come and go.
func contentsOf(v int) []corpus.Fiche {
	fs := make([]corpus.Fiche, versionSize(v))
	for i := range fs {
		fs[i] = corpus.Fiche{ID: fmt.Sprintf("fiche-%d", i), Title: fmt.Sprintf("Titel %d", i), Description: "Blijft gelijk."}
		if i%3 != 0 || i > 150 {
			fs[i].Description = fmt.Sprintf("Hoort bij versie v%d.", v)
			fs[i].Categories = []string{fmt.Sprintf("v%d", v)}
		}
	}
	return fs
}

// replaceForEver writes one version after the other and says so on standard
// output.
func replaceForEver(dir string, after int) error {
	x, err := bleveindex.Open(dir, bleveindex.Options{})
	if err != nil {
		return err
	}
	for v := after + 1; ; v++ {
		if err := x.Replace(context.Background(), indextest.Fiches(contentsOf(v)...)); err != nil {
			return err
		}
		if os.Getenv(killItself) != "" {
			self, err := os.FindProcess(os.Getpid())
			if err != nil {
				return err
			}
			return self.Kill()
		}
		fmt.Println(v)
	}
}

// runUntil runs a process that writes one version and kills itself.
func runUntil(dir string, v int) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	child := exec.Command(self)
	child.Env = append(os.Environ(), killFolder+"="+dir, fmt.Sprintf("%s=%d", killVersion, v-1), killItself+"=1")
	return child.Run()
}

// versionIn opens the index and returns the one version that it holds; false
// when it is not ready.
func versionIn(t *testing.T, dir string) (int, bool) {
	t.Helper()
	var log bytes.Buffer // why an index is not ready
	x, err := bleveindex.Open(dir, bleveindex.Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	defer closeIndex(t, x)
	res, err := x.Search(t.Context(), index.Query{Limit: index.MaxLimit})
	if errors.Is(err, index.ErrNotReady) {
		t.Log(log.String())
		return 0, false
	}
	if err != nil {
		t.Fatal(err)
	}
	counts := res.Facets[index.Category]
	if len(counts) != 1 {
		t.Fatalf("a mixture: %v", counts)
	}
	v, err := strconv.Atoi(strings.TrimPrefix(counts[0].Value, "v"))
	if err != nil {
		t.Fatal(err)
	}
	want := contentsOf(v)
	if res.Total != len(want) {
		t.Fatalf("version %d has %d fiches, want %d", v, res.Total, len(want))
	}
	same := 0
	for _, f := range want {
		got, err := x.Fiche(t.Context(), f.ID)
		if err != nil || got.Description != f.Description {
			t.Fatalf("version %d: %s says %q, %v", v, f.ID, got.Description, err)
		}
		if len(f.Categories) == 0 {
			same++
		}
	}
	if got := total(t, x, "gelijk"); got != same {
		t.Fatalf("version %d: %d fiches that never change, want %d", v, got, same)
	}
	return v, true
}

// killRounds is how many times TestKill kills a process, in all; the environment
// can ask for more.
func killRounds(t *testing.T) int {
	rounds := 16
	if s := os.Getenv("PRAKTIJKZOEKER_TEST_KILLS"); s != "" {
		var err error
		if rounds, err = strconv.Atoi(s); err != nil {
			t.Fatal(err)
		}
	}
	return rounds
}

// TestKill kills processes that replace the contents over and over, by small
// changes and by rebuilds, at random moments. What was acknowledged is there at
// the next start, or the version that was being written; never a part of one.
func TestKill(t *testing.T) {
	const folders = 4
	rounds := killRounds(t)
	for seed := range uint64(folders) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			t.Parallel()
			r, dir, acknowledged, newer := rand.New(rand.NewPCG(8, seed)), t.TempDir(), 0, 0
			for round := range (rounds + folders - 1) / folders {
				said := killedAfter(t, dir, acknowledged, r)
				acknowledged = max(acknowledged, said)
				v, ready := versionIn(t, dir)
				switch {
				case !ready && acknowledged == 0:
					continue
				case !ready:
					t.Fatalf("round %d: version %d was acknowledged and there is nothing", round, acknowledged)
				case v != acknowledged && v != acknowledged+1:
					t.Fatalf("round %d: version %d was acknowledged, %d is there", round, acknowledged, v)
				case v > acknowledged:
					newer++
				}
				acknowledged = v
			}
			t.Logf("%d versions; after %d kills the one that was not acknowledged yet was there", acknowledged, newer)
		})
	}
}

// killedAfter runs a process that writes versions, kills it at a random moment
// and returns the last version that it acknowledged; 0 for none.
func killedAfter(t *testing.T, dir string, after int, r *rand.Rand) (acknowledged int) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command(self)
	child.Env = append(os.Environ(), killFolder+"="+dir, fmt.Sprintf("%s=%d", killVersion, after))
	var complaints strings.Builder
	child.Stderr = &complaints
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	read := func() bool {
		if !lines.Scan() {
			return false
		}
		if acknowledged, err = strconv.Atoi(lines.Text()); err != nil {
			t.Fatal(err)
		}
		return true
	}
	for range r.IntN(6) { // also before anything is there
		if !read() {
			_ = child.Wait()
			t.Fatalf("the process ended: %s", complaints.String())
		}
	}
	<-time.After(time.Duration(r.IntN(1+r.IntN(200))) * time.Millisecond)
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for read() { // what it said before it died counts too
	}
	if err := child.Wait(); err == nil {
		t.Fatal("the process ended by itself")
	}
	return acknowledged
}

// What Replace acknowledged is there after a kill at that very moment.
func TestKillRightAfterReplace(t *testing.T) {
	dir := t.TempDir()
	for v := 1; v <= 6; v++ { // the last two are rebuilds
		if err := runUntil(dir, v); err == nil {
			t.Fatal("the process ended by itself")
		}
		if got, ready := versionIn(t, dir); !ready || got != v {
			t.Fatalf("version %d was acknowledged, %d is there (%t)", v, got, ready)
		}
	}
}
