package pagetext_test

import (
	"strings"
	"testing"

	"praktijkzoeker/corpus/pagetext"
)

func BenchmarkImportPage(b *testing.B) {
	var page strings.Builder
	for _, c := range irregularities() {
		page.WriteString(c.page)
	}
	data := []byte(page.String())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pagetext.Import("samen-tafelen.txt", data); err != nil {
			b.Fatal(err)
		}
	}
}
