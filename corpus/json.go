package corpus

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"praktijkzoeker/corpus/places"
)

// ficheJSON is a Fiche as JSON: the keys of exports, of the API and of what an
// index stores.
type ficheJSON struct {
	ID             string         `json:"id"`
	Title          string         `json:"title"`
	Summary        string         `json:"summary"`
	Categories     []string       `json:"categories"`
	Domains        []string       `json:"domains"`
	TargetGroups   []string       `json:"target_groups"`
	Goals          []string       `json:"goals"`
	SuccessFactors []string       `json:"success_factors"`
	Challenges     []string       `json:"challenges"`
	Audience       string         `json:"audience"`
	Description    string         `json:"description"`
	Practices      []practiceJSON `json:"practices"`
	Extra          []sectionJSON  `json:"extra"`
	Image          *imageJSON     `json:"image"`
	Source         string         `json:"source"`
	Updated        string         `json:"updated"`
	Reviewed       string         `json:"reviewed"`
}

type practiceJSON struct {
	AsWritten      string         `json:"as_written"`
	Municipalities []places.Place `json:"municipalities"`
	Examples       []exampleJSON  `json:"examples"`
}

type exampleJSON struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

type sectionJSON struct {
	Heading string `json:"heading"`
	Text    string `json:"text"`
}

type imageJSON struct {
	File   string `json:"file"`
	Credit string `json:"credit"`
	Alt    string `json:"alt"`
}

// MarshalJSON writes f with the snake_case keys of the API. Lists are always
// arrays, days are "2024-05-01" or "" when unknown, and image is null when
// there is none. It escapes nothing for HTML; json.Marshal around it does, and
// an encoder with SetEscapeHTML(false) does not.
func (f Fiche) MarshalJSON() ([]byte, error) {
	out := ficheJSON{
		ID: f.ID, Title: f.Title, Summary: f.Summary,
		Categories: array(f.Categories), Domains: array(f.Domains), TargetGroups: array(f.TargetGroups),
		Goals: array(f.Goals), SuccessFactors: array(f.SuccessFactors), Challenges: array(f.Challenges),
		Audience: f.Audience, Description: f.Description,
		Practices: make([]practiceJSON, len(f.Practices)), Extra: make([]sectionJSON, len(f.Extra)),
		Image: (*imageJSON)(f.Image), Source: f.Source, Updated: dayJSON(f.Updated), Reviewed: dayJSON(f.Reviewed),
	}
	for i, p := range f.Practices {
		examples := make([]exampleJSON, len(p.Examples))
		for j, e := range p.Examples {
			examples[j] = exampleJSON(e)
		}
		out.Practices[i] = practiceJSON{AsWritten: p.AsWritten, Municipalities: array(p.Municipalities), Examples: examples}
	}
	for i, s := range f.Extra {
		out.Extra[i] = sectionJSON(s)
	}
	return marshalPlain(out)
}

// marshalPlain is json.Marshal without escapes for HTML: whether & becomes
// \u0026 is for the encoder outside to say, which adds the escapes if it has to
// but cannot take them away.
func marshalPlain(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// UnmarshalJSON is the inverse of MarshalJSON: an empty list becomes nil.
// Municipalities are taken as they stand; where the key is absent or null, as
// in JSON from elsewhere, they follow from as_written. Keys it does not know
// are skipped; use Tidy for texts from elsewhere.
func (f *Fiche) UnmarshalJSON(data []byte) error {
	var in ficheJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return fmt.Errorf("fiche: %w", err)
	}
	out := Fiche{
		ID: in.ID, Title: in.Title, Summary: in.Summary,
		Categories: list(in.Categories), Domains: list(in.Domains), TargetGroups: list(in.TargetGroups),
		Goals: list(in.Goals), SuccessFactors: list(in.SuccessFactors), Challenges: list(in.Challenges),
		Audience: in.Audience, Description: in.Description, Image: (*Image)(in.Image), Source: in.Source,
	}
	for _, p := range in.Practices {
		practice := LocalPractice{AsWritten: p.AsWritten, Municipalities: list(p.Municipalities)}
		if p.Municipalities == nil {
			practice.Municipalities = municipalities(p.AsWritten)
		}
		for _, e := range p.Examples {
			practice.Examples = append(practice.Examples, Example(e))
		}
		out.Practices = append(out.Practices, practice)
	}
	for _, s := range in.Extra {
		out.Extra = append(out.Extra, Section(s))
	}
	var err error
	if out.Updated, err = dayFromJSON("updated", in.Updated); err != nil {
		return err
	}
	if out.Reviewed, err = dayFromJSON("reviewed", in.Reviewed); err != nil {
		return err
	}
	*f = out
	return nil
}

// array is s, never nil, so that JSON shows [] and not null.
func array[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// list is s, nil when it is empty, as everywhere in a Fiche.
func list[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	return s
}

func dayJSON(t time.Time) string {
	if t = day(t); t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func dayFromJSON(key, s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t := parseDay(s)
	if t.IsZero() {
		return t, fmt.Errorf("fiche: %s: %q is no day of the form 2024-05-01", key, s)
	}
	return t, nil
}
