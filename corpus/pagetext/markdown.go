package pagetext

import (
	"regexp"
	"strings"

	"praktijkzoeker/corpus"
)

// importMarkdown reads our own format, which begins with +++, or plain Markdown.
func importMarkdown(name, text string, before []corpus.Problem) ([]Result, error) {
	n := &notes{path: name, list: before}
	if strings.HasPrefix(strings.TrimSpace(text), "+++") {
		fiche, problems := corpus.Parse(name, []byte(text))
		return []Result{{Fiche: fiche, Notes: append(n.list, problems...)}}, nil
	}
	lines := strings.Split(mendMojibake(text, n), "\n")
	d := &document{name: name, markdown: true}
	start := d.frontMatter(lines, n)
	d.lines = markdownLines(lines[start:], start)
	for i, l := range d.lines {
		if l.kind == heading && l.level == 1 && d.title == "" && templateParts[headingKey(l.text)] == partNone {
			d.title = strings.TrimRight(l.text, " :")
			d.lines[i] = line{n: l.n}
		}
		if m := markdownImage.FindStringSubmatch(l.text); m != nil && l.kind == plain && d.image.File == "" && fileOf(m[2]) != "" {
			d.image.File, d.image.Alt = fileOf(m[2]), m[1]
			n.tell(l.n, fieldImage, "van de afbeelding %s is enkel de naam %s bewaard: zet het bestand bij de fiches", quoted(l.text), quoted(d.image.File))
			d.lines[i] = line{n: l.n}
		}
	}
	return []Result{d.result(n)}, nil
}

// frontMatter takes YAML front matter (between lines of ---) off: the title is
// used, the rest is kept as text. It returns the number of lines taken.
func (d *document) frontMatter(lines []string, n *notes) int {
	if strings.TrimSpace(lines[0]) != "---" {
		return 0
	}
	for i := 1; i < len(lines); i++ {
		if strings.TrimSpace(lines[i]) != "---" {
			continue
		}
		var kept []string
		for _, l := range lines[1:i] {
			if title, ok := strings.CutPrefix(l, "title:"); ok && strings.Trim(title, ` "'`) != "" {
				d.title = strings.Trim(title, ` "'`)
			} else if strings.TrimSpace(l) != "" {
				kept = append(kept, strings.TrimSpace(l))
			}
		}
		if len(kept) > 0 {
			n.tell(2, fieldExtra, "de gegevens bovenaan zijn bewaard onder %s: zet ze zelf op hun plaats", quoted("Gegevens"))
			d.about = strings.Join(kept, "\n\n")
		}
		return i + 1
	}
	return 0
}

var (
	markdownHeading = regexp.MustCompile(`^ {0,3}(#{1,6})(?:\s+(.*?))?\s*#*\s*$`)
	markdownImage   = regexp.MustCompile(`^!\[([^\]]*)\]\(([^)\s]+)(?:\s+"[^"]*")?\)$`)
	numbered        = regexp.MustCompile(`^\d{1,3}[.)] `)
)

// markdownLines reads Markdown as lines. Emphasis and links stay as they are. Lines
// of one paragraph or one list item are joined.
func markdownLines(raw []string, offset int) []line {
	var out []line
	fenced := false
	for i, s := range raw {
		l := textLine(strings.ReplaceAll(s, "\t", "    "))
		l.n = offset + i + 1
		indent := len(s) - len(strings.TrimLeft(s, " \t"))
		last := line{}
		if len(out) > 0 {
			last = out[len(out)-1]
		}
		trimmed := strings.TrimSpace(s)
		switch {
		case strings.HasPrefix(trimmed, "```"):
			fenced = !fenced
			l = line{n: l.n, kind: plain, text: trimmed}
		case fenced:
			l = line{n: l.n, kind: plain, text: trimmed}
			if trimmed == "" {
				l.kind = blank
			}
		case markdownHeading.MatchString(s):
			m := markdownHeading.FindStringSubmatch(s)
			l.kind, l.level, l.text = heading, len(m[1]), tidyText(plainSpaces(m[2]))
			if l.text == "" {
				l = line{n: l.n}
			}
		case last.kind == plain && isUnderline(trimmed):
			out[len(out)-1].kind, out[len(out)-1].level = heading, 1
			if trimmed[0] == '-' {
				out[len(out)-1].level = 2
			}
			continue
		case l.kind == bullet:
			l.level = min(indent/2, 6)
		case l.kind == plain && (last.kind == plain || last.kind == bullet) && !numbered.MatchString(l.text):
			out[len(out)-1].text += " " + l.text
			continue
		}
		out = append(out, l)
	}
	return out
}

// isUnderline reports whether s makes the line above it a heading.
func isUnderline(s string) bool {
	return len(s) >= 3 && (strings.Trim(s, "=") == "" || strings.Trim(s, "-") == "")
}
