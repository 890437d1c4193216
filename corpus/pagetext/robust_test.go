package pagetext_test

import (
	"strings"
	"testing"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/pagetext"
)

// FuzzForms gives anything to every form: nothing panics, each fiche has a title
// and an ID that can name a file, and survives its own file.
func FuzzForms(f *testing.F) {
	extensions := []string{".txt", ".html", ".md", ".json", ".jsonl", ".csv", ".docx"}
	for _, c := range forms {
		for i, ext := range extensions {
			if strings.HasSuffix(c.file, ext) {
				f.Add([]byte(c.text), uint8(i))
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, which uint8) {
		ext := extensions[int(which)%len(extensions)]
		results, err := pagetext.Import("bron"+ext, data)
		if err == nil && len(results) == 0 {
			t.Error("neither a fiche nor an error")
		}
		for _, r := range results {
			if ext == ".md" && corpus.Broken(r.Notes) {
				continue // our own format, and it told what is wrong
			}
			if r.Fiche.Title == "" || r.Fiche.ID == "" || strings.ContainsAny(r.Fiche.ID, `/\`) {
				t.Errorf("title %q and ID %q", r.Fiche.Title, r.Fiche.ID)
			}
			if _, problems := corpus.Parse(r.Fiche.ID+".md", corpus.Format(r.Fiche)); corpus.Broken(problems) {
				t.Errorf("the file of the fiche is broken: %v", problems)
			}
		}
	})
}

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
