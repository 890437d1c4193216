package bleveindex

import (
	"strings"
	"testing"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// An index whose terms were made by other word lists is built anew, never
// searched with terms that it does not have.
func TestIndexOfOtherWordListsIsBuiltAnew(t *testing.T) {
	if id := formatID(); id != formatID() || !strings.HasPrefix(id, formatVersion+" ") || len(id) < 16 {
		t.Fatalf("format %q", id)
	}
	dir := t.TempDir()
	x, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	fs := []corpus.Fiche{{ID: "a", Title: "Fietsen"}}
	if err := x.Replace(t.Context(), sequence(fs)); err != nil {
		t.Fatal(err)
	}
	if err := x.store.scorch.SetInternal(keyFormat, []byte(formatVersion+" other")); err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if x, err = Open(dir, Options{}); err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if _, err := x.Search(t.Context(), index.Query{}); err == nil {
		t.Error("an index of other terms is searched")
	}
	if err := x.Replace(t.Context(), sequence(fs)); err != nil {
		t.Fatal(err)
	}
	if res, err := x.Search(t.Context(), index.Query{Text: "fietsen"}); err != nil || res.Total != 1 {
		t.Errorf("after the rebuild: %+v, %v", res, err)
	}
}
