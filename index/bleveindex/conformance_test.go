package bleveindex_test

import (
	"testing"

	"praktijkzoeker/index"
	"praktijkzoeker/index/bleveindex"
	"praktijkzoeker/index/indextest"
)

func open(t *testing.T, dir string) *bleveindex.Index {
	t.Helper()
	x, err := bleveindex.Open(dir, bleveindex.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestConformanceInMemory(t *testing.T) {
	indextest.Run(t, func(t *testing.T) index.Index { return open(t, "") })
}

func TestConformanceOnDisk(t *testing.T) {
	indextest.Run(t, func(t *testing.T) index.Index { return open(t, t.TempDir()) })
}
