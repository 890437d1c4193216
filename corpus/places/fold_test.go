package places

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// written gives the words of a scan with what stands before each: "+" joined,
// "_" space, "~" a dash between spaces, "|" anything else.
func written(s *scan) string {
	var b strings.Builder
	for i, w := range s.words {
		b.WriteString([]string{"", "+", "_", "~", "|"}[w.gap])
		b.Write(s.key(i, i+1))
	}
	return b.String()
}

func TestScan(t *testing.T) {
	tests := []struct{ text, want, key string }{
		{"Gent", "gent", "gent"},
		{"Sint-Niklaas", "sint+niklaas", "sint niklaas"},
		{"Sint Niklaas", "sint_niklaas", "sint niklaas"},
		{"St. Niklaas", "sint_niklaas", "sint niklaas"},
		{"St.-Niklaas", "sint+niklaas", "sint niklaas"},
		{"ST NIKLAAS", "sint_niklaas", "sint niklaas"},
		{"Sint\u2011Niklaas", "sint+niklaas", "sint niklaas"},
		{"Sint\u00a0\u00a0Niklaas", "sint_niklaas", "sint niklaas"},
		{"Gent - Aalst", "gent~aalst", "gent aalst"},
		{"Gent -Aalst", "gent~aalst", "gent aalst"},
		{"Gent- Aalst", "gent~aalst", "gent aalst"},
		{"Gent, Aalst", "gent|aalst", "gent aalst"},
		{"Gent. Aalst", "gent|aalst", "gent aalst"},
		{"Gent\nAalst", "gent|aalst", "gent aalst"},
		{" ,Gent", "gent", "gent"},
		{"'s-Gravenwezel", "s+gravenwezel", "s gravenwezel"},
		{"Sint-Job-in-’t-Goor", "sint+job+in+t+goor", "sint job in t goor"},
		{"Rhode-Saint-Genèse", "rhode+saint+genese", "rhode saint genese"},
		{"Gene\u0300se", "genese", "genese"},
		{"Ĳzer", "ijzer", "ijzer"},
		{"9230 Wetteren", "9230_wetteren", "9230 wetteren"},
		{"Gent\xffAalst", "gent|aalst", "gent aalst"},
		{"", "", ""},
	}
	var s scan // one for all: nothing of the text before may remain
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			s.read(tt.text)
			if diff := cmp.Diff([]string{tt.want, tt.key}, []string{written(&s), string(s.buf)}); diff != "" {
				t.Error(diff)
			}
			if got := folded(tt.text); got != tt.key {
				t.Errorf("folded: %q", got)
			}
			for _, w := range s.words {
				if w.start >= w.end || w.end > len(tt.text) {
					t.Errorf("word at %d–%d", w.start, w.end)
				}
			}
		})
	}
}

// TestFoldTwice: folding what is folded changes nothing.
func TestFoldTwice(t *testing.T) {
	for _, n := range tables().names {
		if got := folded(n.key); got != n.key {
			t.Errorf("%s: %q becomes %q", n.text, n.key, got)
		}
	}
}
