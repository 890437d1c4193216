package pagetext

import (
	"regexp"
	"strings"
	"unicode"
)

// prose writes lines as Markdown: paragraphs, lists and, below the headings of a
// fiche, smaller headings. Lines without a blank line between them stay one
// paragraph while the sentence goes on.
func (b *builder) prose(lines []line) string {
	var out strings.Builder
	last := line{}
	for _, l := range lines {
		if l.kind == blank {
			if last.kind != bullet {
				last = line{}
			}
			continue
		}
		if out.Len() > 0 {
			out.WriteString(b.between(last, l))
		}
		switch l.kind {
		case heading:
			out.WriteString(strings.Repeat("#", min(max(l.level, 3), 6)) + " " + b.escape(l.text))
		case bullet:
			out.WriteString(strings.Repeat("  ", l.level) + "- " + b.escape(l.text))
		default:
			out.WriteString(b.escape(l.text))
		}
		last = l
	}
	return out.String()
}

// between is what separates two lines of Markdown.
func (b *builder) between(last, l line) string {
	switch {
	case last.kind == bullet && l.kind == bullet:
		return "\n"
	case last.kind == plain && l.kind == plain && (b.markdown || !endsSentence(last.text)):
		return "\n"
	}
	return "\n\n"
}

// Signs that plain text means as themselves and Markdown does not.
var (
	markdownSigns = strings.NewReplacer(`\`, `\\`, "*", `\*`, "`", "\\`", "[", `\[`, "<", `\<`)
	markdownStart = regexp.MustCompile(`^(#{1,6} |>|\+\+\+|=+$|~~~|[-+] |\d{1,9}[.)] )`)
)

// escape keeps plain text from being read as Markdown. Text that is Markdown
// already stays as it is.
func (b *builder) escape(s string) string {
	if b.markdown {
		return s
	}
	s = markdownSigns.Replace(s)
	if m := markdownStart.FindString(s); m != "" {
		if i := strings.IndexAny(m, ".)"); i > 0 {
			return s[:i] + `\` + s[i:]
		}
		return `\` + s
	}
	return s
}

// head reads what stands before the first heading: the introduction. On a page
// without any heading only its first paragraph is that; the rest describes.
func (b *builder) head(lines []line, headings bool) {
	if headings {
		b.fiche.Summary = b.prose(lines)
		return
	}
	end := firstText(lines)
	if end < 0 {
		return
	}
	end++
	b.fiche.Summary = b.prose(lines[:end])
	b.fiche.Description = b.prose(lines[end:])
	if b.fiche.Description != "" {
		b.notes.tell(lines[end-1].n, fieldDescription, "de pagina heeft geen koppen: de eerste alinea is de inleiding en de rest de beschrijving")
	}
}

// dedupe keeps a description that repeats the introduction from counting twice.
// What is equal is kept once; what is nearly equal is told, as one word can turn
// the meaning round.
func (b *builder) dedupe() {
	f := &b.fiche
	intro, text := wordsOf(f.Summary), wordsOf(f.Description)
	if len(intro) == 0 || len(text) == 0 {
		return
	}
	if equalWords(intro, text) {
		f.Description = ""
		b.notes.tell(0, fieldDescription, "de beschrijving is gelijk aan de inleiding en staat enkel daar")
		return
	}
	paragraphs := strings.Split(f.Description, "\n\n")
	for i := 1; i < len(paragraphs); i++ {
		if equalWords(intro, wordsOf(strings.Join(paragraphs[:i], "\n\n"))) {
			f.Description = strings.Join(paragraphs[i:], "\n\n")
			b.notes.tell(0, fieldDescription, "de beschrijving begint met de inleiding; die tekst staat enkel daar")
			return
		}
	}
	onlyIntro, onlyText := difference(intro, text), difference(text, intro)
	if shared := len(intro) - len(onlyIntro); 10*shared >= 8*max(len(intro), len(text)) {
		b.notes.tell(0, fieldDescription, "inleiding en beschrijving zijn bijna gelijk; ze verschillen in %s tegenover %s: kijk na welke klopt en haal de andere weg",
			quoted(strings.Join(onlyIntro, " ")), quoted(strings.Join(onlyText, " ")))
	}
}

// wordsOf are the words of a text in small letters, hyphens inside kept.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r != '-' && !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}

func equalWords(a, b []string) bool { return strings.Join(a, " ") == strings.Join(b, " ") }

// difference are the words of a that b does not hold, as often as they occur.
func difference(a, b []string) []string {
	count := make(map[string]int)
	for _, w := range b {
		count[w]++
	}
	var out []string
	for _, w := range a {
		if count[w] == 0 {
			out = append(out, w)
			continue
		}
		count[w]--
	}
	return out
}
