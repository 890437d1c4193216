package corpus

import (
	"strings"
	"time"
)

// Tidy returns f in the form that Parse gives: clean text (UTF-8 in NFC, plain
// spaces, no blanks at the ends), no empty list items, no label twice, days
// without a clock, nil for what is empty, and the municipalities that follow
// from the places as written. f is left as it is; the result shares no slice
// with it.
//
// Parse(path, Format(f)) gives f.Tidy() for every f that has a title, and
// f itself for every f that came from Parse.
func (f Fiche) Tidy() Fiche {
	out := f.tidyText()
	for i := range out.Practices {
		out.Practices[i].Municipalities = municipalities(out.Practices[i].AsWritten)
	}
	return out
}

// tidyText is Tidy without municipalities.
func (f Fiche) tidyText() Fiche {
	out := Fiche{
		ID:             f.ID,
		Title:          oneLine(f.Title),
		Summary:        block(f.Summary),
		Categories:     labels(f.Categories),
		Domains:        labels(f.Domains),
		TargetGroups:   labels(f.TargetGroups),
		Goals:          items(f.Goals),
		SuccessFactors: items(f.SuccessFactors),
		Challenges:     items(f.Challenges),
		Audience:       block(f.Audience),
		Description:    block(f.Description),
		Source:         oneLine(f.Source),
		Updated:        day(f.Updated),
		Reviewed:       day(f.Reviewed),
	}
	for _, p := range f.Practices {
		p.AsWritten = headingText(p.AsWritten)
		p.Examples = tidyExamples(p.Examples)
		if p.AsWritten == "" && p.Examples == nil {
			continue
		}
		p.Municipalities = nil
		out.Practices = append(out.Practices, p)
	}
	for _, s := range f.Extra {
		s = Section{Heading: headingText(s.Heading), Text: block(s.Text)}
		if s != (Section{}) {
			out.Extra = append(out.Extra, s)
		}
	}
	if f.Image != nil {
		out.Image = tidyImage(*f.Image)
	}
	return out
}

func tidyExamples(in []Example) []Example {
	var out []Example
	for _, e := range in {
		e = Example{Name: oneLine(e.Name), Text: oneLine(e.Text)}
		if e != (Example{}) {
			out = append(out, e)
		}
	}
	return out
}

func tidyImage(i Image) *Image {
	i = Image{File: oneLine(i.File), Credit: oneLine(i.Credit), Alt: oneLine(i.Alt)}
	if i == (Image{}) {
		return nil
	}
	return &i
}

// headingText is a heading as a value: one line, without the colon that editors
// put behind it.
func headingText(s string) string {
	return strings.TrimRight(oneLine(s), " :")
}

// day is midnight UTC of the day that t shows on the calendar, or zero for days
// that a four-digit year cannot write.
func day(t time.Time) time.Time {
	if t.IsZero() || t.Year() < 1 || t.Year() > 9999 {
		return time.Time{}
	}
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
