package suggest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCombined(t *testing.T) {
	f := func(id, title string) Fiche { return Fiche{ID: id, Title: title} }
	got := combined([]change{
		{removed: []string{"a", "b", "c"}, added: []Fiche{f("c", "old"), f("d", "first")}},
		{removed: []string{"d"}, added: []Fiche{f("a", "again"), f("c", "one"), f("c", "two")}},
		{added: []Fiche{f("d", "last")}},
		{removed: []string{"a"}},
	})
	want := change{removed: []string{"a", "b"}, added: []Fiche{f("d", "last"), f("c", "two")}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(change{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// While a new base is made With goes on with the old one; then it takes the new
// one, and all that came meanwhile is in it.
func TestSuccessor(t *testing.T) {
	contents, _ := generated(5, 400)
	pool := fichesOf(contents)
	const n = 200
	table := tableOf(t, pool[:n])
	first := table.pair[0]
	i := n
	for ; table.next == nil && i < len(pool); i++ {
		table = table.With(nil, pool[i:i+1])
	}
	if table.next == nil || i-n <= most(n) {
		t.Fatalf("a new base is begun after %d changes, want more than %d", i-n, most(n))
	}
	next := table.next
	table = table.with(change{removed: []string{pool[0].ID}}) // as if it were not there yet
	table = table.with(change{added: pool[i : i+2]})
	if table.pair[0] != first || table.next != next || len(table.since) != 2 {
		t.Fatalf("the old base is gone early, or changes are forgotten: %d", len(table.since))
	}
	<-next.there
	table = table.With([]string{pool[1].ID}, pool[i+2:i+3])
	if table.pair[0] == first || table.next != nil || table.since != nil {
		t.Error("the new base is not used")
	}
	want := tableOf(t, pool[2:i+3])
	for k, text := range keystrokes(9, contents, 300) {
		if diff := cmp.Diff(want.Suggest(text, 1+k%20), table.Suggest(text, 1+k%20)); diff != "" {
			t.Fatalf("%q:\n%s", text, diff)
		}
	}
	// Far too much at once is not put off.
	small := tableOf(t, pool[:10])
	if big := small.With(nil, pool[10:]); big.next != nil || big.changed() {
		t.Error("a table that is mostly changes keeps its base")
	}
}
