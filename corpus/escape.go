package corpus

import (
	"regexp"
	"strings"
)

// The body of a fiche is plain Markdown; a backslash keeps the few texts apart
// that would otherwise be read as structure:
//
//	\## five years     a line of a text that is no heading of the fiche
//	\<<<<<<< a         a line that is no trace of a merge
//	## \Doelen         an extra section that bears a heading of the template
//	- Het kan\: soms   an example whose colon does not end a name
//
// One backslash is added in writing and one is taken away in reading, so that
// texts which hold such backslashes themselves survive as well.

// structural matches a line of a text that needs, or has, such a backslash.
var structural = regexp.MustCompile(`^ {0,3}\\*(?:##?(?: |$)|<<<<<<<)`)

// escapeLine is the form in the file of a line of Markdown text.
func escapeLine(l string) string {
	if !mayBeStructural(l) || !structural.MatchString(l) {
		return l
	}
	i := len(l) - len(strings.TrimLeft(l, " "))
	return l[:i] + `\` + l[i:]
}

// unescapeLine is the inverse of escapeLine.
func unescapeLine(l string) string {
	i := len(l) - len(strings.TrimLeft(l, " "))
	if i == len(l) || l[i] != '\\' || !structural.MatchString(l) {
		return l
	}
	return l[:i] + l[i+1:]
}

// mayBeStructural spares the regular expression for nearly every line.
func mayBeStructural(l string) bool {
	t := strings.TrimLeft(l, " ")
	return t != "" && strings.IndexByte(`\#<`, t[0]) >= 0
}

// escapeName is the form in the file of a text that stands before, or instead
// of, the colon that ends the name of an example.
func escapeName(s string) string {
	if !strings.ContainsAny(s, `:\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		end := i+1 == len(s)
		switch {
		case s[i] == '\\' && (end || s[i+1] == '\\' || s[i+1] == ':'),
			s[i] == ':' && (end || s[i+1] == ' '):
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// splitExample reads "Naam: tekst". What stands before the first colon that a
// blank or the end follows is the name; without such a colon all is text. A
// colon behind a backslash is an ordinary one.
func splitExample(s string) Example {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		end := i+1 == len(s)
		switch {
		case s[i] == '\\' && !end && (s[i+1] == '\\' || s[i+1] == ':'):
			i++
		case s[i] == ':' && (end || s[i+1] == ' '):
			return Example{Name: oneLine(b.String()), Text: oneLine(s[i+1:])}
		}
		b.WriteByte(s[i])
	}
	return Example{Text: oneLine(b.String())}
}

// formatExample is the inverse of splitExample.
func formatExample(e Example) string {
	switch {
	case e.Name == "":
		return escapeName(e.Text)
	case e.Text == "":
		return escapeName(e.Name) + ":"
	}
	return escapeName(e.Name) + ": " + e.Text
}
