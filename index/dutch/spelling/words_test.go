package spelling_test

import (
	"slices"
	"strings"
	"testing"

	"praktijkzoeker/index/dutch/spelling"
)

func TestJoin(t *testing.T) {
	v := words("vrijwilligers", "vrij", "taalbeleid", "taal", "beleid", "werk")
	tests := map[string]struct{ a, b, want string }{
		"second unknown": {"vrij", "willigers", "vrijwilligers"},
		"both unknown":   {"vrijwil", "ligers", "vrijwilligers"},
		"both known":     {"taal", "beleid", ""},
		"joined unknown": {"vrij", "werkers", ""},
		"nothing before": {"", "werk", ""},
		"nothing behind": {"werk", "", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got, ok := v.Join(tt.a, tt.b); got != tt.want || ok != (tt.want != "") {
				t.Errorf("%q, %v, want %q", got, ok, tt.want)
			}
		})
	}
}

func TestSplit(t *testing.T) {
	v := spelling.Build(func(yield func(string, int) bool) {
		_ = yield("taalcafe", 5) && yield("aalst", 9) && yield("taal", 50) && yield("de", 90) && yield("vrijwilligers", 20) &&
			yield("in", 80) && yield("gent", 12) && yield("werk", 30) && yield("werkin", 1) && yield("a", 5) && yield("jaar", 40) && yield("buurt", 9)
	})
	tests := map[string]struct{ form, want string }{
		"two words":               {"taalcafeaalst", "taalcafe aalst"},
		"article":                 {"devrijwilligers", "de vrijwilligers"},
		"three words":             {"devrijwilligersaalst", ""},
		"number before":           {"75jaar", "75 jaar"},
		"number behind":           {"aalst2025", "aalst 2025"},
		"not inside a number":     {"2025", ""},
		"short words on both":     {"dein", ""},
		"one letter is no word":   {"agent", ""},
		"known":                   {"taalcafe", ""},
		"half unknown":            {"taalcafexyz", ""},
		"empty":                   {"", ""},
		"endless":                 {strings.Repeat("taal", 30), ""},
		"the same word twice":     {"buurtbuurt", "buurt buurt"},
		"number and unknown word": {"75xyz", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			a, b, ok := v.Split(tt.form)
			if got := strings.TrimSpace(a + " " + b); got != tt.want || ok != (tt.want != "") {
				t.Errorf("%q, %v, want %q", got, ok, tt.want)
			}
		})
	}
}

func TestSplitTakesCommonerWords(t *testing.T) {
	v := spelling.Build(func(yield func(string, int) bool) {
		_ = yield("werk", 30) && yield("ingent", 1) && yield("werkin", 5) && yield("gent", 12)
	})
	if a, b, ok := v.Split("werkingent"); a != "werkin" || b != "gent" || !ok {
		t.Errorf("%q %q %v", a, b, ok)
	}
}

func TestMend(t *testing.T) {
	v := words("vrijwilligers", "vrij", "taalcafe", "aalst", "zoeken", "in", "tekomst", "te", "taal", "beleid", "taalbeleid")
	compound := func(w string) bool { return w == "buddywerking" }
	tests := map[string]struct {
		query, want string
		is          func(string) bool
	}{
		"nothing wrong":            {"vrijwilligers zoeken in aalst", "vrijwilligers zoeken in aalst", nil},
		"corrected":                {"vrijwiligers zoeken", "vrijwilligers zoeken", nil},
		"joined":                   {"vrij willigers zoeken", "vrijwilligers zoeken", nil},
		"split":                    {"taalcafeaalst", "taalcafe aalst", nil},
		"several":                  {"vrijwiligers taalcafeaalst", "vrijwilligers taalcafe aalst", nil},
		"two known words stay two": {"taal beleid", "taal beleid", nil},
		"hopeless":                 {"qwxqwx zoeken", "qwxqwx zoeken", nil},
		"left alone when asked":    {"buddywerking", "buddywerking", compound},
		"nothing":                  {"", "", nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			query := strings.Fields(tt.query)
			before := slices.Clone(query)
			got, changed := v.Mend(query, tt.is)
			if strings.Join(got, " ") != tt.want || changed != (tt.query != tt.want) {
				t.Errorf("%q, changed %v, want %q", got, changed, tt.want)
			}
			if !slices.Equal(query, before) {
				t.Errorf("the query became %q", query)
			}
		})
	}
}
