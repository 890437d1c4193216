package pagetext

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"praktijkzoeker/corpus"
)

// importJSON reads one object or an array of objects.
func importJSON(name, text string, before []corpus.Problem) ([]Result, error) {
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	var out []Result
	ids := make(map[string]bool)
	for {
		var value any
		err := dec.Decode(&value)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, jsonError(name, text, err)
		}
		number := 1 + strings.Count(text[:dec.InputOffset()], "\n")
		objects, ok := value.([]any)
		if !ok {
			objects = []any{value}
			number = 1
		}
		var starts []int
		if len(objects) > 1 {
			starts = elementLines(text, len(objects))
		}
		for i, o := range objects {
			object, ok := o.(map[string]any)
			if !ok {
				return nil, fmt.Errorf("%s: element %d is geen object {…}: een fiche begint met { en heeft minstens \"title\"", name, i+1)
			}
			n := &notes{path: name, list: slices.Clone(before)}
			if len(objects) > 1 {
				number = starts[i]
			}
			fallback := ""
			if len(objects) == 1 {
				fallback = readable(name)
			}
			out = append(out, recordOf(object, n, number).finish(fallback, ids))
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: er staat geen enkele fiche in", name)
	}
	return out, nil
}

// elementLines are the lines on which the first count elements of the array that
// text is begin.
func elementLines(text string, count int) []int {
	dec := json.NewDecoder(strings.NewReader(text))
	lines := make([]int, count)
	if _, err := dec.Token(); err != nil {
		return lines
	}
	number, at := 1, 0
	var skip json.RawMessage
	for i := range lines {
		begin := int(dec.InputOffset())
		begin += len(text[begin:]) - len(strings.TrimLeft(text[begin:], " \t\n,"))
		number += strings.Count(text[at:begin], "\n")
		at, lines[i] = begin, number
		if dec.Decode(&skip) != nil {
			break
		}
	}
	return lines
}

// importJSONLines reads one object per line. A line that is no JSON stops no other.
func importJSONLines(name, text string, before []corpus.Problem) ([]Result, error) {
	var out []Result
	var broken []corpus.Problem
	ids := make(map[string]bool)
	for i, l := range strings.Split(text, "\n") {
		if strings.TrimSpace(l) == "" {
			continue
		}
		dec := json.NewDecoder(strings.NewReader(l))
		dec.UseNumber()
		var object map[string]any
		err := dec.Decode(&object)
		if err == nil && dec.More() {
			err = errors.New("er staat nog iets achter het object")
		}
		if err != nil || object == nil {
			broken = append(broken, corpus.Problem{Path: name, Line: i + 1, Field: fieldFile,
				Message: fmt.Sprintf("deze regel is geen JSON-object en is niet gelezen: verbeter ze en lees het bestand opnieuw in: %s", quoted(shortened(l)))})
			continue
		}
		n := &notes{path: name}
		out = append(out, recordOf(object, n, i+1).finish("", ids))
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: geen enkele regel is een JSON-object: zet op elke regel een fiche {…}", name)
	}
	out[0].Notes = append(append(before, broken...), out[0].Notes...)
	return out, nil
}

// jsonError says where JSON breaks.
func jsonError(name, text string, err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at := min(int(syntax.Offset), len(text))
		return fmt.Errorf("%s:%d: dit is geen geldige JSON: kijk aanhalingstekens, komma's en haakjes na: %w", name, 1+strings.Count(text[:at], "\n"), err)
	}
	return fmt.Errorf("%s: dit is geen volledige JSON: het einde ontbreekt: %w", name, err)
}

// recordOf fills a record from an object. Known keys are read in the form of the
// API, and leniently: one text for a list, names for practices. All else is kept.
func recordOf(object map[string]any, n *notes, number int) *record {
	r := newRecord(n, number)
	for _, name := range slices.Sorted(maps.Keys(object)) {
		value := object[name]
		if value == nil {
			continue
		}
		key := fieldKey(name)
		switch {
		case r.list(key) != nil:
			r.jsonList(name, r.list(key), value)
		case r.text(key) != nil:
			if s := flat(value); strings.TrimSpace(s) != "" {
				r.addText(key, s)
			}
		case key == "updated" || key == "reviewed":
			if s := flat(value); s != "" {
				r.day(key, s)
			}
		case key == "practices" || key == "municipalities":
			r.jsonPractices(value)
		case key == "extra":
			r.jsonExtra(value)
		case key == "image":
			r.jsonImage(name, value)
		default:
			r.unknown(name, flat(value))
		}
	}
	return r
}

// jsonList reads a list of texts, or one text as a list of one.
func (r *record) jsonList(name string, to *[]string, value any) {
	values, ok := value.([]any)
	if !ok {
		values = []any{value}
	}
	for _, v := range values {
		switch v := v.(type) {
		case nil:
		case map[string]any, []any:
			*to = append(*to, flat(v))
			r.notes.tell(r.line, name, "een element van %s is geen tekst en is platgemaakt: %s", quoted(name), quoted(flat(v)))
		default:
			*to = append(*to, flat(v))
		}
	}
}

// flat is any value as text, a line for each part.
func flat(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return v
	case []any:
		var parts []string
		for _, e := range v {
			if s := flat(e); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, "\n\n")
	case map[string]any:
		var parts []string
		for _, k := range slices.Sorted(maps.Keys(v)) {
			if s := flat(v[k]); s != "" {
				parts = append(parts, k+": "+s)
			}
		}
		return strings.Join(parts, "\n\n")
	}
	return fmt.Sprint(value)
}
