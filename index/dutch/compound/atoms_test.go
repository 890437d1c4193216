package compound_test

import (
	"strings"
	"testing"

	"praktijkzoeker/index/dutch/compound"
)

func TestEveryCompoundOfTwoAtomsIsTheirs(t *testing.T) {
	// Words that are no compounds, put together, are cut where they meet.
	s := compound.Default()
	for _, modifier := range strings.Fields("taal buurt sport jeugd kook fiets") {
		for _, head := range strings.Fields("beleid huis tafel wandeling atelier") {
			if got, want := bars(s, modifier+head), modifier+"|"+head; got != want && !s.Known(modifier+head) {
				t.Errorf("%s is divided as %s", modifier+head, got)
			}
		}
	}
}
