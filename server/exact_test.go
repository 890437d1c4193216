package server

import "testing"

func TestExactText(t *testing.T) {
	for _, tc := range []struct{ typed, searched, want string }{
		{"budywerking", "buddywerking", `"budywerking"`},
		{"taal budywerking", "taal buddywerking", `taal "budywerking"`},
		{"Taal Budywerking", "taal buddywerking", `Taal "Budywerking"`},
		{`"lokaal bestur" budywerking -scool`, `"lokaal bestur" buddywerking -scool`, `"lokaal bestur" "budywerking" -scool`},
		{`"open budy`, `"open buddy`, `"open budy`},
		{"", "", ""},
		{"zelfde", "zelfde", "zelfde"},
	} {
		if got := exactText(tc.typed, tc.searched); got != tc.want {
			t.Errorf("%q for %q: got %q, want %q", tc.typed, tc.searched, got, tc.want)
		}
	}
}
