package dutch_test

import (
	"strings"
	"testing"

	"praktijkzoeker/index/dutch"
)

// text is some 3.7 kB, the size of a fiche.
var text = strings.Repeat(`De gemeente brengt nieuwkomers en vrijwilligers samen in een buddywerking. Duo's spreken
twee keer per maand af, oefenen Nederlands en leren de buurt kennen: de bibliotheek, het jeugdhuis, de sportclub. Het OCMW
en de integratiedienst leiden toe; een coördinator begeleidt de vrijwilligers en organiseert een onthaal- en
intakegesprek. Financiële drempels worden weggewerkt met de UiTPAS. Evaluatie gebeurt jaarlijks met alle partners,
scholen en verenigingen, (semi)professionelen inbegrepen. Succesfactoren zijn vertrouwen, een vast aanspreekpunt en tijd.
`, 6)

func BenchmarkTokens(b *testing.B) {
	a := dutch.NewAnalyzer()
	tokens := a.Tokens(nil, text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		tokens = a.Tokens(tokens[:0], text)
	}
}

func BenchmarkTokensAndWords(b *testing.B) {
	a := dutch.NewAnalyzer()
	tokens := a.Tokens(nil, text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		tokens = a.Tokens(tokens[:0], text)
		for _, t := range tokens {
			a.Word(t.Term)
		}
	}
}

func BenchmarkTokensAndWordsCold(b *testing.B) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		a := dutch.NewAnalyzer()
		b.StartTimer()
		for _, t := range a.Tokens(nil, text) {
			a.Word(t.Term)
		}
	}
}

func BenchmarkWordHit(b *testing.B) {
	a := dutch.NewAnalyzer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			a.Word("vrijwilligerswerk")
		}
	})
}
