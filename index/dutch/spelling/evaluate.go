package spelling

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"time"
)

// A Report says how well errors are corrected.
type Report struct {
	Corrected float64 `json:"corrected"`  // share of the wrong words for which the right one is the first choice
	LeftAlone float64 `json:"left_alone"` // share of the right words that stay as they are
	// Untouched is the share of the right words that would get no correction
	// if the vocabulary lacked them: what happens to a right word that no
	// document has.
	Untouched   float64         `json:"untouched"`
	MicrosPer   float64         `json:"us_per_word"` // time to correct a wrong word
	Words       int             `json:"words"`
	Vocabulary  int             `json:"vocabulary"`
	Types       map[string]Type `json:"types"`
	Uncorrected []string        `json:"-"` // "wrong → right, found", in the order of the file
}

// Type counts the errors of one type.
type Type struct {
	Words     int     `json:"words"`
	Corrected float64 `json:"corrected"`
	// WrongIsKnown is the share of the wrong words that are words of the
	// vocabulary and are therefore never corrected: "word" for "wordt".
	WrongIsKnown float64 `json:"wrong_is_known"`
	// Joined is the share of errors of which nothing is corrected, because all
	// words are known, but which a search finds that tries neighbours as one
	// word: "milieu onderzoek". It counts in WrongIsKnown too.
	Joined float64 `json:"joined"`
}

// Evaluate measures the correction on a table of tab-separated columns with a
// head line: the wrong words, the right ones, the type of error. The
// vocabulary is the right words and more (the words of the compound lexicon),
// all in one document. Words are folded by fold; a hyphen counts as a space,
// as it does in a search. What fold alone mends counts as corrected.
func Evaluate(r io.Reader, more iter.Seq[string], fold func(string) string) (Report, error) {
	rows, err := table(r, fold)
	if err != nil {
		return Report{}, err
	}
	v := Build(func(yield func(string, int) bool) {
		for _, row := range rows {
			for _, w := range row.right {
				if !yield(w, 1) {
					return
				}
			}
		}
		for w := range more {
			if !yield(w, 1) {
				return
			}
		}
	}).flat()
	report := Report{Words: len(rows), Vocabulary: v.Len(), Types: map[string]Type{}}
	var corrected, left, untouched int
	var spent time.Duration
	for _, row := range rows {
		start := time.Now()
		found, _ := v.Mend(row.wrong, nil)
		found = strings.FieldsFunc(strings.Join(found, " "), isGap)
		spent += time.Since(start)
		t := report.Types[row.kind]
		t.Words++
		switch {
		case slices.Equal(found, row.right):
			corrected++
			t.Corrected++
		default:
			report.Uncorrected = append(report.Uncorrected, strings.Join(row.wrong, " ")+" → "+strings.Join(row.right, " ")+", "+strings.Join(found, " "))
			if !slices.ContainsFunc(row.wrong, func(w string) bool { return !v.Known(w) }) {
				t.WrongIsKnown++
				if strings.Join(row.wrong, "") == strings.Join(row.right, "") && len(row.wrong) > len(row.right) {
					t.Joined++
				}
			}
		}
		report.Types[row.kind] = t
		if found, _ := v.Mend(row.right, nil); slices.Equal(found, row.right) {
			left++
		}
		if v.untouched(row.right) {
			untouched++
		}
	}
	for name, t := range report.Types {
		t.Corrected /= float64(t.Words)
		t.WrongIsKnown /= float64(t.Words)
		t.Joined /= float64(t.Words)
		report.Types[name] = t
	}
	if n := float64(len(rows)); n > 0 {
		report.Corrected, report.LeftAlone, report.Untouched = float64(corrected)/n, float64(left)/n, float64(untouched)/n
		report.MicrosPer = float64(spent.Microseconds()) / n
	}
	return report, nil
}

// flat gives every word the same frequency, so that no word of the file has an
// advantage for being in it twice.
func (v *Vocabulary) flat() *Vocabulary {
	for i := range v.base.counts {
		v.base.counts[i] = 1
	}
	return v
}

// untouched tells whether none of the words would be corrected if it alone was
// not known.
func (v *Vocabulary) untouched(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return len(v.near(w)) > 0 })
}

func isGap(r rune) bool { return r == ' ' || r == '-' }

type row struct {
	wrong, right []string
	kind         string
}

func table(r io.Reader, fold func(string) string) ([]row, error) {
	const columns = 3
	var rows []row
	sc := bufio.NewScanner(r)
	for line := 1; sc.Scan(); line++ {
		f := strings.Split(strings.TrimSuffix(sc.Text(), "\r"), "\t")
		if line == 1 || len(f) == 1 && f[0] == "" {
			continue
		}
		if len(f) < columns {
			return nil, fmt.Errorf("line %d: %d columns are needed, with a tab between them", line, columns)
		}
		words := func(s string) []string { return strings.FieldsFunc(fold(s), isGap) }
		wrong, right := words(f[0]), words(f[1])
		if len(wrong) == 0 || len(right) == 0 {
			return nil, fmt.Errorf("line %d: a wrong and a right word are needed", line)
		}
		rows = append(rows, row{wrong, right, f[2]})
	}
	return rows, sc.Err()
}
