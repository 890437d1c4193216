package server

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"praktijkzoeker/index"
)

// A paramError says what is wrong with a parameter and what to do about it, in
// Dutch.
type paramError struct {
	Name    string // of the parameter; empty when the query string as a whole is wrong
	Detail  string
	Nearest string // an existing name or value that may be meant, or empty
}

func (e *paramError) Error() string { return "parameter " + strconv.Quote(e.Name) + ": " + e.Detail }

// parseState reads a raw query string. Empty values mean nothing, repeated ones
// count once. With an error, which is always a *paramError, the state holds
// what was right all the same.
//
// Unknown parameters are an error for programs, whose authors want to know of a
// spelling mistake; on a page and in a feed they are what mail programs, social
// media and feed readers add to a link, and are ignored.
func parseState(raw string, where scope) (state, error) {
	s := newState()
	values, err := url.ParseQuery(raw)
	var first *paramError
	complain := func(e paramError) {
		if first == nil {
			first = &e
		}
	}
	if err != nil {
		complain(paramError{Detail: "De vraag achter het vraagteken is niet goed gecodeerd. Schrijf een procentteken als %25, een puntkomma als %3B en een & in een waarde als %26."})
	}
	for _, p := range params {
		if p.scope&where == 0 {
			continue
		}
		given := values[p.name]
		seen := make(map[string]bool, len(given))
		n := 0
		for _, v := range given {
			if !utf8.ValidString(v) {
				complain(paramError{Name: p.name, Detail: fmt.Sprintf("De waarde van %s is geen geldige UTF-8. Codeer tekst als UTF-8 en daarna met procenttekens.", p.name)})
				continue
			}
			if v = clean(v); v == "" || seen[v] {
				continue
			}
			seen[v] = true
			if n++; n > 1 && !p.many {
				complain(paramError{Name: p.name, Detail: fmt.Sprintf("De parameter %s kan maar één keer. Laat de andere weg.", p.name)})
				break
			}
			if complaint := p.set(&s, v); complaint != "" {
				complain(paramError{Name: p.name, Detail: complaint})
			}
		}
	}
	if where&(inPage|inFeed) == 0 {
		if e, ok := unknownParam(values, where); ok {
			complain(e)
		}
	}
	if first != nil {
		return s, first
	}
	return s, nil
}

// unknownParam finds a parameter that means nothing at this address.
func unknownParam(values url.Values, where scope) (paramError, bool) {
	var known, unknown []string
	for _, p := range params {
		if p.scope&where != 0 {
			known = append(known, p.name)
		}
	}
	for name := range values {
		if !slices.Contains(known, name) {
			unknown = append(unknown, name)
		}
	}
	if len(unknown) == 0 {
		return paramError{}, false
	}
	slices.Sort(unknown)
	name := strings.ToValidUTF8(unknown[0], "\uFFFD")
	e := paramError{Name: name, Nearest: nearest(name, known)}
	e.Detail = fmt.Sprintf("De parameter %q bestaat hier niet. ", shorten(name, 40))
	if e.Nearest != "" {
		e.Detail += fmt.Sprintf("Bedoel je %s? ", e.Nearest)
	}
	if len(known) == 0 {
		e.Detail += "Laat alle parameters weg."
	} else {
		e.Detail += "Je kunt kiezen uit " + strings.Join(known, ", ") + "."
	}
	return e, true
}

// clean makes a value one line in NFC: control characters, line breaks too,
// become spaces, and the ends are trimmed.
func clean(v string) string {
	v = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, v)
	return strings.TrimSpace(norm.NFC.String(v))
}

func setText(s *state, v string) string {
	s.text = v
	if n := utf8.RuneCountInString(v); n > maxText {
		return fmt.Sprintf("Je zoektekst telt %d tekens; er passen er %d. Houd alleen de woorden over die ertoe doen.", n, maxText)
	}
	return ""
}

func (s *state) addFilter(f index.Facet, v string) string {
	if utf8.RuneCountInString(v) > maxValue {
		return fmt.Sprintf("Een waarde van %s telt hoogstens %d tekens. Kies er een die bestaat; %s geeft ze allemaal.", f, maxValue, pathAPIFacets)
	}
	if len(s.filters[f]) == maxValues {
		return fmt.Sprintf("Je kunt van %s hoogstens %d waarden kiezen. Laat er weg.", f, maxValues)
	}
	if s.filters == nil {
		s.filters = make(map[index.Facet][]string)
	}
	s.filters[f] = append(s.filters[f], v)
	return ""
}

func setSort(s *state, v string) string {
	switch index.Sort(v) {
	case index.Title, index.Updated:
		s.sort = index.Sort(v)
	case "relevance":
		s.sort = index.Relevance
	default:
		return "Deze volgorde bestaat niet. Kies relevance, title of updated."
	}
	return ""
}

func setView(s *state, v string) string {
	if v != viewList && v != viewMap {
		return "Deze weergave bestaat niet. Kies list of map."
	}
	s.onMap = v == viewMap
	return ""
}

// numberParam is a whole number from low to high; def is what an empty URL
// means.
func numberParam(name string, where scope, low, high, def int, field func(*state) *int) param {
	return param{
		name: name, scope: where,
		set: func(s *state, v string) string {
			n, err := strconv.Atoi(v)
			if err != nil || n < low || n > high {
				return fmt.Sprintf("De waarde van %s moet een geheel getal zijn van %d tot en met %s.", name, low, number(high))
			}
			*field(s) = n
			return ""
		},
		get: func(s state) []string {
			if n := *field(&s); n != def {
				return []string{strconv.Itoa(n)}
			}
			return nil
		},
	}
}

// switchParam is on (1) or off (0).
func switchParam(name string, where scope, field func(*state) *bool) param {
	return param{
		name: name, scope: where,
		set: func(s *state, v string) string {
			on, err := strconv.ParseBool(v)
			if err != nil {
				return fmt.Sprintf("%s is 1 (aan) of 0 (uit).", name)
			}
			*field(s) = on
			return ""
		},
		get: func(s state) []string {
			if *field(&s) {
				return []string{"1"}
			}
			return nil
		},
	}
}
