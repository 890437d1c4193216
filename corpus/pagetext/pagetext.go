// Package pagetext reads the forms in which practices already exist (copies of
// web pages, saved pages, Word documents, tables, JSON, plain Markdown) and
// gives fiches.
//
// It holds two promises. It never loses a sentence: what has no place in a
// fiche becomes an extra section, and what is left out on purpose (furniture of
// the web page, personal mail addresses) is quoted in a note. And it never
// guesses in silence: each correction, each doubt and each choice is a note with
// the line of the source.
//
// Every textual form becomes a list of lines first (line.go); the lines are
// divided over the headings of the template (split.go), and each heading has its
// own builder. Tables and JSON fill the fields directly (record.go).
package pagetext

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"praktijkzoeker/corpus"
)

// A Result is one fiche and what an editor should know about it.
type Result struct {
	Fiche corpus.Fiche
	// Notes say in Dutch what was left out, moved, corrected or doubted, ordered
	// by line. Line is the line of the source (the paragraph of a Word document,
	// the row of a table). A note that is no warning means that the fiche lacks
	// something it must have; see corpus.Broken.
	Notes []corpus.Problem
}

// maxSize is the largest file that Import reads, in bytes. The largest fiche seen
// is 15 kB of text; a saved page with all its scripts stays under 5 MB.
const maxSize = 32 << 20

// formats are the forms that Import knows, by extension.
var formats = map[string]func(name, text string, notes []corpus.Problem) ([]Result, error){
	".txt":      importText,
	".text":     importText,
	".html":     importHTML,
	".htm":      importHTML,
	".xhtml":    importHTML,
	".md":       importMarkdown,
	".markdown": importMarkdown,
	".json":     importJSON,
	".jsonl":    importJSONLines,
	".ndjson":   importJSONLines,
	".csv":      importCSV,
	".tsv":      importCSV,
}

// Import reads the fiches in data. The extension of name chooses the form: .txt
// (a copy of a page), .html, .md, .json, .jsonl, .csv or .docx; a web page in a
// .txt file is read as a page, and told. A text, page or document is one fiche;
// JSON and tables may hold many. Each fiche has a title, and an ID made of the name
// of the file, of its own key or of its title.
//
// The error, in Dutch, is for a file of which nothing can be used: an unknown
// form, an unknown encoding, empty, too large or damaged. Import keeps no state;
// several calls may run at once.
func Import(name string, data []byte) ([]Result, error) {
	switch {
	case len(data) > maxSize:
		return nil, fmt.Errorf("%s: het bestand is groter dan %d MB: bewaar enkel de tekst van de praktijk", name, maxSize>>20)
	case len(strings.TrimSpace(strings.TrimPrefix(string(data), "\uFEFF"))) == 0:
		return nil, fmt.Errorf("%s: het bestand is leeg", name)
	}
	results, err := importForm(name, data)
	for _, r := range results {
		slices.SortStableFunc(r.Notes, func(a, b corpus.Problem) int { return a.Line - b.Line })
	}
	return results, err
}

// importForm chooses the reader.
func importForm(name string, data []byte) ([]Result, error) {
	ext := strings.ToLower(path.Ext(baseName(name)))
	if ext == ".docx" || ext == ".docm" {
		return importDocx(name, data)
	}
	read, known := formats[ext]
	if !known {
		return nil, unknownForm(name, ext)
	}
	text, notes, err := decode(name, ext, data)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(text) == "" {
		return nil, fmt.Errorf("%s: het bestand is leeg", name)
	}
	if ext == ".txt" && looksLikeHTML(text) {
		notes = append(notes, corpus.Problem{Path: name, Field: "bestand", Warning: true,
			Message: "dit is een webpagina en geen kopie van haar tekst; ze is als .html gelezen"})
		read = importHTML
	}
	return read(name, text, notes)
}

// unknownForm says what to do with a file that no reader is for.
func unknownForm(name, ext string) error {
	advice := "gebruik .txt, .html, .md, .json, .jsonl, .csv of .docx"
	switch ext {
	case ".doc", ".odt", ".rtf", ".pages":
		advice = "bewaar het document als .docx"
	case ".xls", ".xlsx", ".ods":
		advice = "bewaar het werkblad als CSV (UTF-8)"
	case ".pdf":
		advice = "kopieer de tekst naar een .txt-bestand"
	case ".mht", ".mhtml", ".webarchive":
		advice = "bewaar de pagina als .html"
	case "":
		return fmt.Errorf("%s: de naam heeft geen extensie, dus de vorm is onbekend: %s", name, advice)
	}
	return fmt.Errorf("%s: de vorm %s is onbekend: %s", name, ext, advice)
}

// baseName is the last part of a path of any system.
func baseName(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	if i := strings.IndexByte(name, '?'); i > 0 {
		name = name[:i] // saved from the address of a search: "…html?query=taal"
	}
	return path.Base(name)
}

// importText reads the copy of the text of a page.
func importText(name, text string, before []corpus.Problem) ([]Result, error) {
	n := &notes{path: name, list: before}
	d := &document{name: name, lines: textLines(mendMojibake(text, n))}
	return []Result{d.result(n)}, nil
}
