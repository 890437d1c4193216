package server

import (
	"errors"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"praktijkzoeker/index"
)

var compareStates = cmp.Options{cmp.AllowUnexported(state{}), cmpopts.EquateEmpty()}

func TestParseState(t *testing.T) {
	for _, tc := range []struct {
		name, raw string
		want      func(*state)
	}{
		{"nothing", "", func(*state) {}},
		{"words", "q=taal+op+het+werk", func(s *state) { s.text = "taal op het werk" }},
		{"control characters are spaces", "q=%00a%09b%0d%0ac%7f", func(s *state) { s.text = "a b  c" }},
		{"only spaces", "q=%20%20&category=+", func(*state) {}},
		{"letters put together", "q=e%CC%81en", func(s *state) { s.text = "één"[:2] + "en" }},
		{"operators are text", "q=%2A+%22+-+%28a", func(s *state) { s.text = `* " - (a` }},
		{"values repeat and keep their order", "domain=b&domain=a&domain=b", func(s *state) {
			s.filters = map[index.Facet][]string{index.Domain: {"b", "a"}}
		}},
		{"a comma is a letter", "category=a,b", func(s *state) { s.filters = map[index.Facet][]string{index.Category: {"a,b"}} }},
		{"order", "sort=updated&page=3", func(s *state) { s.sort, s.page = index.Updated, 3 }},
		{"same text twice", "q=a&q=a&q=", func(s *state) { s.text = "a" }},
		{"unknown is ignored on a page", "utm_source=x&size=5", func(*state) {}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			wanted := newState()
			tc.want(&wanted)
			got, err := parseState(tc.raw, inPage)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(wanted, got, compareStates); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// What is wrong in one parameter keeps the others.
func TestParseStateKeepsTheRest(t *testing.T) {
	got, err := parseState("page=abc&q=taal&sort=x&category=a&category=%ff", inPage)
	bad, ok := errors.AsType[*paramError](err)
	if !ok || bad.Name != "category" {
		t.Errorf("error %v, want the first in the order of the table: category", err)
	}
	wanted := newState()
	wanted.text = "taal"
	wanted.filters = map[index.Facet][]string{index.Category: {"a"}}
	if diff := cmp.Diff(wanted, got, compareStates); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTooManyValues(t *testing.T) {
	raw := ""
	for i := range maxValues + 1 {
		raw += "&domain=" + strings.Repeat("x", i+1)
	}
	if _, err := parseState(raw, inPage); err == nil || !strings.Contains(err.Error(), "hoogstens 100 waarden") {
		t.Errorf("error %v", err)
	}
}

func TestQueryOfState(t *testing.T) {
	s, err := parseState("q=a&domain=b&sort=title&page=3&size=20&explain=1&prefix=true", inSearch)
	if err != nil {
		t.Fatal(err)
	}
	wanted := index.Query{
		Text: "a", Filters: map[index.Facet][]string{index.Domain: {"b"}}, Sort: index.Title,
		Offset: 40, Limit: 20, Explain: true, Prefix: true,
	}
	if diff := cmp.Diff(wanted, s.query()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestStateIsNotShared(t *testing.T) {
	s, err := parseState("category=a&category=b&page=4", inPage)
	if err != nil {
		t.Fatal(err)
	}
	less := s.without(index.Category, "a")
	other := s.only(index.Domain, "c")
	if got := s.url(); got != "/?category=a&category=b&page=4" {
		t.Errorf("the state changed: %s", got)
	}
	if got := less.url(); got != "/?category=b" {
		t.Errorf("without: %s", got)
	}
	if got := other.url(); got != "/?category=a&category=b&domain=c" {
		t.Errorf("only: %s", got)
	}
	if got := less.without(index.Category, "b").url(); got != "/" {
		t.Errorf("without the last: %s", got)
	}
}

// Any query string is read without a panic; what is read can be written and
// read again, and asks the index nothing out of bounds.
func FuzzParseState(f *testing.F) {
	scopes := []scope{inPage, inSearch, inFacets, inFiches, inSuggest, noParams}
	for _, seed := range []string{
		"", "q=a&category=b%2Cc&category=d&sort=title&page=2&size=5&explain=1&prefix=1&zero=1", "q=%ff", "%zz", "q=a;b",
		"page=-1", "q=%00%09", "domain=&domain=%20", "q=e%CC%81", "page=99999999999999999999", "limit=3&q=x", "q=\u0085a",
	} {
		for i := range scopes {
			f.Add(seed, uint8(i))
		}
	}
	f.Fuzz(func(t *testing.T, raw string, where uint8) {
		at := scopes[int(where)%len(scopes)]
		s, err := parseState(raw, at)
		if err != nil {
			if bad, ok := errors.AsType[*paramError](err); !ok || bad.Detail == "" {
				t.Fatalf("error %v says nothing", err)
			}
			return
		}
		if !utf8.ValidString(s.text) || utf8.RuneCountInString(s.text) > maxText || s.page < 1 || s.page > maxPage || s.size < 1 || s.size > maxSize {
			t.Fatalf("out of bounds: %+v", s)
		}
		if q := s.query(); q.Offset < 0 || q.Limit > index.MaxLimit {
			t.Fatalf("query out of bounds: %+v", q)
		}
		again, err := parseState(s.encode(at), at)
		if err != nil {
			t.Fatalf("%q: written as %q: %v", raw, s.encode(at), err)
		}
		if diff := cmp.Diff(s, again, compareStates); diff != "" {
			t.Fatalf("%q: written as %q (-before +after):\n%s", raw, s.encode(at), diff)
		}
		if _, err := url.Parse(s.url()); err != nil {
			t.Fatal(err)
		}
	})
}
