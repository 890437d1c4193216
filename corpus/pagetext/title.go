package pagetext

import (
	"net/url"
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"praktijkzoeker/corpus"
)

// compact is a slug without hyphens: two titles with the same letters and digits
// are the same to it.
func compact(s string) string { return strings.ReplaceAll(corpus.Slug(s), "-", "") }

// fileStem is the name of a file without folder, extension and percent signs.
func fileStem(name string) string {
	base := baseName(name)
	if ext := path.Ext(base); len(ext) > 1 && len(ext) <= 9 {
		base = strings.TrimSuffix(base, ext)
	}
	if plain, err := url.PathUnescape(base); err == nil {
		base = plain
	}
	return plainSpaces(base)
}

// noTitle stands for a title that is nowhere to be found.
const noTitle = "Fiche zonder titel"

// copyNumber is what a second copy of a page or file has behind its name.
var copyNumber = regexp.MustCompile(`(?:[-_ ]\d{1,2}| ?\(\d{1,2}\))$`)

// readable makes a title of a file name: "praatcafe-in-de-bib" → "Praatcafe in de bib".
func readable(name string) string {
	s := fileStem(name)
	if !strings.Contains(s, " ") {
		s = strings.NewReplacer("-", " ", "_", " ", "+", " ").Replace(s)
	}
	return capitalised(tidyText(s))
}

func capitalised(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// meaningless are file names that say nothing about the practice.
var meaningless = regexp.MustCompile(`^(?:|\d+|document\d*|naamloos\d*|untitled|index|download|pagina\d*|page|fiche\d*|nieuw(?:-document)?|copy|kopie|tekst|text|stdin|import)$`)

// settleTitle chooses the title and the ID: a title that the form itself marks; the
// first line when the page begins with its title; else the name of the file, whose
// lost signs are looked for in the text.
func (d *document) settleTitle(head []line, n *notes) []line {
	stem := fileStem(d.name)
	d.id = corpus.Slug(stem)
	fromFile := readable(copyNumber.ReplaceAllString(stem, ""))
	if copyNumber.ReplaceAllString(stem, "") == "" {
		fromFile = readable(stem)
	}
	named := !meaningless.MatchString(d.id)
	if d.title == "" {
		if i := firstText(head); i >= 0 && d.isTitleLine(head, i, fromFile, named, n) {
			d.title = strings.TrimRight(head[i].text, " :")
			head[i] = line{n: head[i].n}
		}
	}
	d.title = dropPersonalMail(d.title, 0, n)
	if (corpus.Fiche{Title: d.title}).Tidy().Title == "" {
		d.titleFromFile(fromFile, n)
	}
	if !named && corpus.Slug(d.title) != "" {
		d.id = corpus.Slug(d.title)
	}
	if d.id == "" {
		d.id = "fiche"
		n.tell(0, fieldTitle, "de naam van het bestand geeft geen bruikbare naam voor de fiche: ze heet nu %s", quoted(d.id))
	}
	return head
}

func firstText(lines []line) int {
	for i, l := range lines {
		if l.kind != blank {
			return i
		}
	}
	return -1
}

// isTitleLine reports whether the first line is the title: it has the letters of
// the file name, or the page does not begin with an image and the line is short
// and no sentence.
func (d *document) isTitleLine(head []line, i int, fromFile string, named bool, n *notes) bool {
	l := head[i]
	if l.kind == bullet {
		return false
	}
	if compact(l.text) == compact(fromFile) || compact(l.text) == compact(fileStem(d.name)) {
		return compact(l.text) != ""
	}
	if d.webImage || utf8.RuneCountInString(l.text) > 100 || wordCount(l.text) > 14 || endsSentence(strings.TrimRight(l.text, "?! ")) ||
		photoCredit.MatchString(l.text) || i+1 < len(head) && head[i+1].kind == bullet || !d.hasMore(l) {
		return false
	}
	if named {
		n.tell(l.n, fieldTitle, "de eerste regel %s is als titel genomen; de naam van het bestand is %s: kijk na of dat klopt", quoted(l.text), quoted(fileStem(d.name)))
	}
	return true
}

// hasMore reports whether the page has text after l.
func (d *document) hasMore(l line) bool {
	for _, m := range d.lines {
		if m.n > l.n && m.kind != blank {
			return true
		}
	}
	return false
}

// titleFromFile makes the title of the file name and tells that it is a guess.
func (d *document) titleFromFile(fromFile string, n *notes) {
	d.title = fromFile
	if (corpus.Fiche{Title: d.title}).Tidy().Title == "" {
		d.title = noTitle
		n.tell(0, fieldTitle, "de titel ontbreekt: schrijf er een in plaats van %s", quoted(d.title))
		return
	}
	if found, at := d.findTitle(compact(fromFile)); found != "" && found != d.title {
		d.title = found
		n.tell(at, fieldTitle, "de titel komt van de naam van het bestand; de leestekens komen uit deze regel: %s", quoted(found))
		return
	}
	n.tell(0, fieldTitle, "de titel %s is afgeleid van de naam van het bestand: leestekens zoals ' ( ) en - kunnen ontbreken, kijk hem na", quoted(d.title))
}

// findTitle looks in the text for words with exactly the letters of the title, as
// a name loses its apostrophes and brackets on the way into a file name.
func (d *document) findTitle(want string) (found string, at int) {
	if want == "" {
		return "", 0
	}
	for _, l := range d.lines {
		words := strings.Fields(l.text)
		for i := range words {
			have := ""
			for j := i; j < min(len(words), i+30) && len(have) < len(want); j++ {
				have += compact(words[j])
				if have == want {
					title := strings.Trim(strings.Join(words[i:j+1], " "), `.,:;!?"“”`)
					if hasSigns(title) {
						return capitalised(title), l.n
					}
				}
			}
		}
	}
	return "", 0
}

// hasSigns reports whether s holds more than letters, digits and spaces.
func hasSigns(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ' ' || r > unicode.MaxASCII
	})
}
