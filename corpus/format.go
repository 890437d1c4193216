package corpus

import (
	"bytes"
	"strings"
	"time"
)

// widest is the number of characters of a list in the front matter up to which
// it stays on one line: what an editor's window shows without scrolling.
const widest = 100

// Format writes a fiche as Parse reads it, in the one form that people compare
// from version to version: keys and headings in a fixed order, only what is
// set, one list item on a line, text lines as the author broke them. It writes
// f.Tidy(); the ID and the municipalities are not in the file, for they follow
// from its name and from the places as written.
func Format(f Fiche) []byte {
	f = f.tidyText()
	var b bytes.Buffer
	formatFront(&b, f)
	formatText(&b, "", f.Summary)
	formatList(&b, headGoals, f.Goals)
	formatText(&b, headAudience, f.Audience)
	formatText(&b, headDescription, f.Description)
	formatList(&b, headSuccess, f.SuccessFactors)
	formatList(&b, headChallenges, f.Challenges)
	for _, s := range f.Extra {
		b.WriteString("\n" + strings.TrimRight("## "+escapeHeading(s.Heading), " ") + "\n")
		formatText(&b, "", s.Text)
	}
	formatPractices(&b, f.Practices)
	return b.Bytes()
}

func formatFront(b *bytes.Buffer, f Fiche) {
	b.WriteString("+++\n")
	formatString(b, "title", f.Title)
	formatLabels(b, "categories", f.Categories)
	formatLabels(b, "domains", f.Domains)
	formatLabels(b, "target_groups", f.TargetGroups)
	formatString(b, "source", f.Source)
	formatDay(b, "updated", f.Updated)
	formatDay(b, "reviewed", f.Reviewed)
	if i := f.Image; i != nil {
		b.WriteString("\n[image]\n")
		formatString(b, "file", i.File)
		formatString(b, "credit", i.Credit)
		formatString(b, "alt", i.Alt)
	}
	b.WriteString("+++\n")
}

func formatString(b *bytes.Buffer, key, value string) {
	if value != "" {
		b.WriteString(key + " = " + quote(value) + "\n")
	}
}

func formatDay(b *bytes.Buffer, key string, t time.Time) {
	if !t.IsZero() {
		b.WriteString(key + " = " + t.Format(time.DateOnly) + "\n")
	}
}

func formatLabels(b *bytes.Buffer, key string, values []string) {
	if values == nil {
		return
	}
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = quote(v)
	}
	if one := key + " = [" + strings.Join(quoted, ", ") + "]\n"; len([]rune(one)) <= widest {
		b.WriteString(one)
		return
	}
	b.WriteString(key + " = [\n  " + strings.Join(quoted, ",\n  ") + ",\n]\n")
}

// quote writes a TOML string: plain, or between single quotes where that spares
// the reader backslashes.
func quote(s string) string {
	if strings.ContainsAny(s, `"\`) && !strings.Contains(s, "'") {
		return "'" + s + "'"
	}
	return `"` + tomlEscaper.Replace(s) + `"`
}

var tomlEscaper = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

func formatHeading(b *bytes.Buffer, heading string) {
	if heading != "" {
		b.WriteString("\n## " + heading + "\n")
	}
}

func formatText(b *bytes.Buffer, heading, text string) {
	if text == "" {
		return
	}
	formatHeading(b, heading)
	b.WriteByte('\n')
	for l := range strings.SplitSeq(text, "\n") {
		b.WriteString(escapeLine(l) + "\n")
	}
}

func formatList(b *bytes.Buffer, heading string, items []string) {
	if items == nil {
		return
	}
	formatHeading(b, heading)
	b.WriteByte('\n')
	for _, it := range items {
		b.WriteString("- " + it + "\n")
	}
}

func formatPractices(b *bytes.Buffer, practices []LocalPractice) {
	if practices == nil {
		return
	}
	formatHeading(b, headPractices)
	for _, p := range practices {
		b.WriteString("\n" + strings.TrimRight("### "+p.AsWritten, " ") + "\n")
		for i, e := range p.Examples {
			if i == 0 {
				b.WriteByte('\n')
			}
			b.WriteString("- " + formatExample(e) + "\n")
		}
	}
}
