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

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
	"praktijkzoeker/index/bleveindex"
	"praktijkzoeker/index/indextest"
)

// The test binary runs itself again as a process that is killed: killFolder is
// the index it writes to, from the version after killVersion on.
const (
	killFolder  = "PRAKTIJKZOEKER_TEST_KILL_FOLDER"
	killVersion = "PRAKTIJKZOEKER_TEST_KILL_VERSION"
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
// next, and all changes fit in one batch.
func versionSize(v int) int { return 40 + 17*(v%5) }

// contentsOf returns the fiches of a version. A third of them is the same in
// every version, and some come and go.
func contentsOf(v int) []corpus.Fiche {
	fs := make([]corpus.Fiche, versionSize(v))
	for i := range fs {
		fs[i] = corpus.Fiche{ID: fmt.Sprintf("fiche-%d", i), Title: fmt.Sprintf("Titel %d", i), Description: "Blijft gelijk."}
		if i%3 != 0 {
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
		fmt.Println(v)
	}
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
	if res.Total != len(want) || len(res.Hits) != len(want) {
		t.Fatalf("version %d has %d fiches, %d hits, want %d", v, res.Total, len(res.Hits), len(want))
	}
	for _, f := range want {
		got, err := x.Fiche(t.Context(), f.ID)
		if err != nil || got.Description != f.Description {
			t.Fatalf("version %d: %s says %q, %v", v, f.ID, got.Description, err)
		}
	}
	if got := total(t, x, "gelijk"); got != (len(want)+2)/3 {
		t.Fatalf("version %d: %d fiches that never change, want %d", v, got, (len(want)+2)/3)
	}
	return v, true
}

// TestKill kills a process that replaces the contents over and over. What it
// acknowledged is there at the next start, or the version that it was writing;
// never a part of one.
func TestKill(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	r := rand.New(rand.NewPCG(8, 5))
	acknowledged := 0
	for round := range 7 {
		child := exec.Command(self)
		child.Env = append(os.Environ(), killFolder+"="+dir, fmt.Sprintf("%s=%d", killVersion, acknowledged))
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
		for range r.IntN(12) { // in the first round also before anything is there
			if !lines.Scan() {
				_ = child.Wait()
				t.Fatalf("round %d: the process ended: %s", round, complaints.String())
			}
			if acknowledged, err = strconv.Atoi(lines.Text()); err != nil {
				t.Fatal(err)
			}
		}
		for range r.IntN(4_000_000) { // somewhere within the next Replace
			r.Uint64()
		}
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for lines.Scan() { // what it said before it died counts too
			if acknowledged, err = strconv.Atoi(lines.Text()); err != nil {
				t.Fatal(err)
			}
		}
		if err := child.Wait(); err == nil {
			t.Fatal("the process ended by itself")
		}
		v, ready := versionIn(t, dir)
		if !ready && acknowledged == 0 {
			continue
		}
		if !ready {
			t.Fatalf("round %d: version %d was acknowledged and there is nothing", round, acknowledged)
		}
		if v != acknowledged && v != acknowledged+1 {
			t.Fatalf("round %d: version %d was acknowledged, %d is there", round, acknowledged, v)
		}
		t.Logf("round %d: acknowledged %d, found %d", round, acknowledged, v)
		acknowledged = v
	}
}
