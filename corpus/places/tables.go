package places

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/municipalities.tsv
var municipalitiesTSV string

//go:embed data/names.tsv
var namesTSV string

//go:embed data/words.txt
var wordsTXT string

// A town is a municipality with what is known about it.
type town struct {
	Place
	lat, lon  float64
	postcodes []string
}

// A name is one name of one municipality.
type name struct {
	text  string // well written
	key   string // folded words joined by spaces
	town  int    // index in gazetteer.towns
	how   How
	since int // year of the merger
}

// A gazetteer is all tables together. It never changes once built.
type gazetteer struct {
	towns     []town
	byName    []Place
	byNIS     map[string]int
	provinces []string
	names     []name            // by key, then the strongest kind first
	byKey     map[string][]name // parts of names
	longest   map[string]int    // first word of a name → most words of such a name
	ambiguous map[string]bool   // folded names that are also ordinary words
	kept      map[string]bool   // folded words that are never a misspelling
	near      []spelling        // names for comparing, see spelling.go
}

// tables builds the gazetteer at the first call (a few milliseconds). Its data are part
// of the program, so that a mistake in them is one of the programmer.
var tables = sync.OnceValue(func() *gazetteer {
	t, err := build(municipalitiesTSV, namesTSV, wordsTXT)
	if err != nil {
		panic("places: " + err.Error())
	}
	return t
})

var kinds = map[string]How{"former": Former, "sub": Sub, "french": French, "short": Short}

func build(municipalities, names, words string) (*gazetteer, error) {
	t := &gazetteer{byNIS: make(map[string]int, 304)}
	for _, f := range rows(municipalities) {
		if len(f) != 6 {
			return nil, fmt.Errorf("municipalities.tsv: %q: want 6 fields", f)
		}
		lat, err1 := strconv.ParseFloat(f[3], 64)
		lon, err2 := strconv.ParseFloat(f[4], 64)
		if err := cmp.Or(err1, err2); err != nil {
			return nil, fmt.Errorf("municipalities.tsv: %s: %w", f[1], err)
		}
		p := Place{NIS: f[0], Name: f[1], Province: f[2]}
		t.byNIS[p.NIS] = len(t.towns)
		t.names = append(t.names, name{text: p.Name, town: len(t.towns)})
		t.towns = append(t.towns, town{p, lat, lon, strings.Split(f[5], ",")})
		t.byName = append(t.byName, p)
		t.provinces = append(t.provinces, p.Province)
	}
	for _, f := range rows(names) {
		how, known := kinds[f[0]]
		if len(f) < 3 || !known {
			return nil, fmt.Errorf("names.tsv: %q: want kind, name, NIS", f)
		}
		i, known := t.byNIS[f[2]]
		if !known {
			return nil, fmt.Errorf("names.tsv: %q: unknown NIS code", f)
		}
		n := name{text: f[1], town: i, how: how}
		if len(f) > 3 {
			var err error
			if n.since, err = strconv.Atoi(f[3]); err != nil {
				return nil, fmt.Errorf("names.tsv: %s: year: %w", f[1], err)
			}
		}
		t.names = append(t.names, n)
	}
	slices.SortFunc(t.byName, func(a, b Place) int { return cmp.Compare(folded(a.Name), folded(b.Name)) })
	slices.Sort(t.provinces)
	t.provinces = slices.Compact(t.provinces)
	t.indexNames()
	t.indexWords(words)
	return t, nil
}

// indexNames fills everything that is looked up by a folded name.
func (t *gazetteer) indexNames() {
	for i := range t.names {
		t.names[i].key = folded(t.names[i].text)
		if f := t.names[i]; strings.HasPrefix(f.key, "saint ") { // "St.-Gilles" reads as "sint gilles"
			f.key = "sint" + strings.TrimPrefix(f.key, "saint")
			t.names = append(t.names, f)
		}
	}
	slices.SortStableFunc(t.names, func(a, b name) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.how, b.how), cmp.Compare(a.town, b.town))
	})
	t.byKey = make(map[string][]name, len(t.names))
	t.longest = make(map[string]int, len(t.names))
	for i := 0; i < len(t.names); {
		j := i + 1
		for j < len(t.names) && t.names[j].key == t.names[i].key {
			j++
		}
		key := t.names[i].key
		t.byKey[key] = t.names[i:j:j]
		for _, n := range strongest(t.byKey[key]) { // a slip in a name means what the name means
			t.near = append(t.near, newSpelling(n))
		}
		first, _, _ := strings.Cut(key, " ")
		t.longest[first] = max(t.longest[first], 1+strings.Count(key, " "))
		i = j
	}
}

func (t *gazetteer) indexWords(list string) {
	t.ambiguous = make(map[string]bool)
	t.kept = make(map[string]bool)
	into := t.ambiguous
	for line := range strings.Lines(list) {
		switch w := strings.TrimSpace(line); {
		case strings.HasPrefix(w, "# kept"):
			into = t.kept
		case w != "" && w[0] != '#':
			into[w] = true
		}
	}
}

// named returns the municipalities that have this name, the strongest first.
func (t *gazetteer) named(text string) []name {
	return t.byKey[folded(text)]
}

// folded returns the key of a name.
func folded(text string) string {
	var s scan
	s.read(text)
	return string(s.buf)
}

// rows returns the fields of the lines of a table, comments aside.
func rows(table string) [][]string {
	var rs [][]string
	for line := range strings.Lines(table) {
		if line = strings.TrimRight(line, "\n"); line != "" && line[0] != '#' {
			rs = append(rs, strings.Split(line, "\t"))
		}
	}
	return rs
}
