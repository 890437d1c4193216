package corpus

import (
	"strings"
	"time"
)

// dateForms are the ways to write a day between quotes.
var dateForms = []string{time.DateOnly, "2/1/2006", "2-1-2006", "2.1.2006", time.RFC3339}

// date reads a day: a TOML date, or a text in one of dateForms.
func (r *reader) date(fr front, key string) time.Time {
	var t time.Time
	switch v := fr.values[key].(type) {
	case nil:
		return t
	case time.Time:
		t = day(v)
	case string:
		if strings.TrimSpace(v) == "" {
			return t
		}
		t = parseDay(oneLine(v))
	}
	if t.IsZero() {
		r.warn(fr.lines[key], frontKeys[key], "deze datum is niet te lezen: schrijf jaar-maand-dag, zonder aanhalingstekens: "+key+" = 2024-05-01")
		return t
	}
	// A day of grace: it may be tomorrow where the editor is.
	if t.After(time.Now().AddDate(0, 0, 1)) {
		r.warn(fr.lines[key], frontKeys[key], "deze datum ligt in de toekomst: kijk het jaartal na")
	}
	return t
}

func parseDay(s string) time.Time {
	for _, form := range dateForms {
		if t, err := time.Parse(form, s); err == nil {
			return day(t)
		}
	}
	return time.Time{}
}
