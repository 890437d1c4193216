package corpus

import (
	"errors"
	"regexp"
	"strings"

	"github.com/BurntSushi/toml"
)

// frontKeys are the keys of the front matter with the names under which
// problems mention them.
var frontKeys = map[string]string{
	"title": "titel", "categories": "categorie", "domains": "beleidsdomein", "target_groups": "doelgroep",
	"source": "bron", "updated": "bijgewerkt", "reviewed": "nagekeken", "image": "afbeelding",
}

// keyLine matches a line of front matter that sets a key or opens a table.
var keyLine = regexp.MustCompile(`^\s*(?:\[\s*"?([\w-]+)"?\s*\]|["']?([\w-]+)["']?\s*[=:])`)

// A front is the front matter of one fiche: its values and where they stand.
type front struct {
	values map[string]any
	lines  map[string]int // "title" and "image.file" → line of the file
	text   []string       // the lines
}

// readFront reads the front matter; lines[0] is the first line of the file.
func (r *reader) readFront(lines []string, closed bool) {
	fr := front{lines: keyLines(lines), text: lines}
	r.at = fr.lines
	if !closed {
		r.noFront = true
		r.fail(fenceLine(lines), "blok bovenaan", "de afsluitende regel +++ ontbreekt: zet +++ op een eigen regel onder de laatste van title, categories, …")
		return
	}
	if deep := tooDeep(lines); deep >= 0 {
		r.noFront = true
		r.fail(deep+1, "blok bovenaan", "hier staan te veel punten of haken in elkaar: schrijf elke sleutel als in het voorbeeld, zoals categories = [\"Taalbeleid\"]")
		return
	}
	if _, err := toml.Decode(strings.Join(lines, "\n"), &fr.values); err != nil {
		r.noFront = true
		line := fenceLine(lines)
		var pe toml.ParseError
		if errors.As(err, &pe) {
			line = min(max(pe.Position.Line, 1), len(lines))
		}
		r.fail(line, "blok bovenaan", tomlMessage(err.Error(), lines[line-1]))
		return
	}
	f := &r.fiche
	f.Title = r.text(fr, "title")
	f.Categories = r.list(fr, "categories")
	f.Domains = r.list(fr, "domains")
	f.TargetGroups = r.list(fr, "target_groups")
	f.Source = r.text(fr, "source")
	f.Updated = r.date(fr, "updated")
	f.Reviewed = r.date(fr, "reviewed")
	f.Image = r.image(fr)
	r.checkFront(fr)
}

// keyLines finds the line of each key, which the TOML decoder does not tell.
func keyLines(lines []string) map[string]int {
	found := make(map[string]int)
	table := ""
	for i, l := range lines {
		m := keyLine.FindStringSubmatch(l)
		if m == nil {
			continue
		}
		key := table + m[2]
		if m[1] != "" {
			key, table = m[1], m[1]+"."
		}
		if _, ok := found[key]; !ok {
			found[key] = i + 1
		}
	}
	return found
}

// fenceLine is the line of the opening +++.
func fenceLine(lines []string) int {
	for i, l := range lines {
		if strings.TrimSpace(l) != "" {
			return max(i, 1)
		}
	}
	return 1
}

func (r *reader) text(fr front, key string) string {
	return r.asText(fr.values[key], fr.lines[key], frontKeys[key], key)
}

func (r *reader) imageText(fr front, table map[string]any, key string) string {
	return r.asText(table[key], fr.lines["image."+key], "afbeelding", key)
}

func (r *reader) asText(v any, line int, field, key string) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return oneLine(v)
	}
	r.fail(line, field, "hier hoort tekst tussen aanhalingstekens: "+key+` = "…"`)
	return ""
}

// list reads labels. One text instead of a list is one label, commas and all:
// a category's name may hold a comma.
func (r *reader) list(fr front, key string) []string {
	var in []string
	switch v := fr.values[key].(type) {
	case nil:
		return nil
	case string:
		in = []string{v}
		if oneLine(v) != "" {
			r.warn(fr.lines[key], frontKeys[key], "hier hoort een lijst: "+key+" = ["+quote(oneLine(v))+"]")
		}
	case []any:
		for _, e := range v {
			s, ok := e.(string)
			if !ok {
				r.failList(fr, key)
				return nil
			}
			in = append(in, s)
		}
	default:
		r.failList(fr, key)
		return nil
	}
	out := labels(in)
	r.checkDuplicateLabels(fr, key, in)
	return out
}

func (r *reader) failList(fr front, key string) {
	r.fail(fr.lines[key], frontKeys[key], "hier hoort een lijst van teksten tussen vierkante haken: "+key+` = ["…", "…"]`)
}

func (r *reader) image(fr front) *Image {
	switch v := fr.values["image"].(type) {
	case nil:
		return nil
	case string:
		r.warn(fr.lines["image"], "afbeelding", "schrijf de afbeelding zo: een regel [image] en daaronder file = "+quote(oneLine(v)))
		return tidyImage(Image{File: v})
	case map[string]any:
		return tidyImage(Image{
			File: r.imageText(fr, v, "file"), Credit: r.imageText(fr, v, "credit"), Alt: r.imageText(fr, v, "alt"),
		})
	}
	r.fail(fr.lines["image"], "afbeelding", `hier hoort een regel [image] met daaronder file = "naam.jpg"`)
	return nil
}
