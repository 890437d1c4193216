package main

import "testing"

func TestEditDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"serve", "serve", 0},
		{"sreve", "serve", 1}, {"serv", "serve", 1}, {"server", "serve", 1},
		{"sorve", "serve", 1}, {"kitten", "sitting", 3}, {"ca", "abc", 3},
	} {
		if got := editDistance(test.a, test.b); got != test.want {
			t.Errorf("editDistance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

func TestDidYouMean(t *testing.T) {
	names := []string{"serve", "search", "suggest", "check"}
	for _, test := range []struct{ word, want string }{
		{"serach", `; bedoel je "search"?`},
		{"CHECK", `; bedoel je "check"?`},
		{"sugest", `; bedoel je "suggest"?`},
		{"taalbeleid", ""},
		{"", ""},
	} {
		if got := didYouMean(test.word, names); got != test.want {
			t.Errorf("didYouMean(%q) = %q, want %q", test.word, got, test.want)
		}
	}
}
