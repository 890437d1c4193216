package pagetext

import (
	"maps"
	"slices"
	"strings"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
)

// jsonPractices reads practices: objects, or names of places alone.
func (r *record) jsonPractices(value any) {
	values, ok := value.([]any)
	if !ok {
		values = []any{value}
	}
	for _, v := range values {
		switch v := v.(type) {
		case nil:
		case map[string]any:
			r.fiche.Practices = append(r.fiche.Practices, r.jsonPractice(v))
		default:
			if s := flat(v); s != "" {
				r.fiche.Practices = append(r.fiche.Practices, corpus.LocalPractice{AsWritten: s})
			}
		}
	}
}

func (r *record) jsonPractice(object map[string]any) corpus.LocalPractice {
	var p corpus.LocalPractice
	for _, name := range slices.Sorted(maps.Keys(object)) {
		value := object[name]
		if value == nil {
			continue
		}
		switch strings.ToLower(name) {
		case "as_written", "name_as_written", "gemeente", "municipality", "name", "naam", "plaats":
			if p.AsWritten == "" {
				p.AsWritten = flat(value)
			} else if flat(value) != p.AsWritten {
				r.unknown(name, flat(value))
			}
		case "municipalities", "gemeenten":
			p.Municipalities = append(p.Municipalities, jsonPlaces(value)...)
		case "examples", "voorbeelden":
			p.Examples = append(p.Examples, r.jsonExamples(value)...)
		default:
			r.unknown(name, flat(value))
		}
	}
	if p.AsWritten == "" {
		var names []string
		for _, m := range p.Municipalities {
			names = append(names, m.Name)
		}
		p.AsWritten = strings.Join(names, ", ")
	}
	return p
}

// jsonPlaces reads municipalities: objects with nis, name and province, or names.
// The gazetteer has the last word on each.
func jsonPlaces(value any) []places.Place {
	values, ok := value.([]any)
	if !ok {
		values = []any{value}
	}
	var out []places.Place
	for _, v := range values {
		object, ok := v.(map[string]any)
		if !ok {
			out = append(out, places.Place{Name: flat(v)})
			continue
		}
		p := places.Place{NIS: flat(object["nis"]), Name: flat(object["name"]), Province: flat(object["province"])}
		if known, ok := places.ByNIS(p.NIS); ok && p.Name == "" {
			p = known
		}
		out = append(out, p)
	}
	return out
}

func (r *record) jsonExamples(value any) []corpus.Example {
	values, ok := value.([]any)
	if !ok {
		values = []any{value}
	}
	var out []corpus.Example
	for _, v := range values {
		object, ok := v.(map[string]any)
		if !ok {
			if s := flat(v); s != "" {
				e, _ := splitExample(s)
				out = append(out, e)
			}
			continue
		}
		var e corpus.Example
		for _, name := range slices.Sorted(maps.Keys(object)) {
			switch strings.ToLower(name) {
			case "name", "naam":
				e.Name = flat(object[name])
			case "text", "tekst", "uitleg":
				e.Text = joinText(e.Text, flat(object[name]))
			default:
				r.unknown(name, flat(object[name]))
			}
		}
		out = append(out, e)
	}
	return out
}

// jsonExtra reads extra sections: objects with heading and text, or texts.
func (r *record) jsonExtra(value any) {
	values, ok := value.([]any)
	if !ok {
		values = []any{value}
	}
	for _, v := range values {
		object, ok := v.(map[string]any)
		if !ok {
			r.unknown(fieldExtra, flat(v))
			continue
		}
		var s corpus.Section
		for _, name := range slices.Sorted(maps.Keys(object)) {
			switch strings.ToLower(name) {
			case "heading", "kop", "titel":
				s.Heading = flat(object[name])
			case "text", "tekst":
				s.Text = flat(object[name])
			default:
				r.unknown(name, flat(object[name]))
			}
		}
		r.fiche.Extra = append(r.fiche.Extra, s)
	}
}

// jsonImage reads an image: an object with file, credit and alt, or a file name.
func (r *record) jsonImage(name string, value any) {
	object, ok := value.(map[string]any)
	if !ok {
		r.imageFile(name, flat(value))
		return
	}
	var i corpus.Image
	for _, key := range slices.Sorted(maps.Keys(object)) {
		switch strings.ToLower(key) {
		case "file", "bestand":
			i.File = flat(object[key])
		case "credit", "bron", "fotograaf":
			i.Credit = flat(object[key])
		case "alt":
			i.Alt = flat(object[key])
		default:
			r.unknown(key, flat(object[key]))
		}
	}
	r.fiche.Image = &i
}

// imageFile keeps the name of an image file; an address keeps its last part.
func (r *record) imageFile(name, file string) {
	file = strings.TrimSpace(file)
	if file == "" {
		return
	}
	if f := fileOf(file); f != "" && f != file {
		r.notes.tell(r.line, fieldImage, "van het adres %s is enkel de naam van het bestand bewaard", quoted(file))
		file = f
	} else if !imageName.MatchString(file) {
		r.unknown(name, file)
		return
	}
	r.fiche.Image = &corpus.Image{File: file}
}
