package places

// How says by which kind of name a municipality was found.
type How uint8

// The kinds of names, the strongest first: where two municipalities share a
// name, the one of the stronger kind is meant.
const (
	Official   How = iota // the name of today: "Oudsbergen"
	Former                // a municipality that merged in 2019 or 2025: "Meeuwen-Gruitrode"
	Short                 // a shorter name in everyday use: "Molenbeek"
	Sub                   // a sub-municipality, district or village: "Diegem"
	French                // the French name: "Courtrai"
	Misspelled            // near one of these, and near no other: "Temste"
)

// String returns what kind of name it is, in Dutch, for a message.
func (h How) String() string {
	switch h {
	case Official:
		return "officiële naam"
	case Former:
		return "vroegere gemeente"
	case Short:
		return "korte naam"
	case Sub:
		return "deelgemeente"
	case French:
		return "Franse naam"
	case Misspelled:
		return "schrijffout"
	}
	return "naam"
}

// A Match is a piece of text that names a municipality.
type Match struct {
	Written string // the piece of text: "Temste"
	Place   Place
	How     How
	Name    string // the known name it was taken for, well written: "Temse"
	Since   int    // with Former: the year of the merger
	// Start and End are the bytes of the text.
	Start, End int
	// Ambiguous: the name is also an ordinary word (Mol, As, Peer), or several
	// municipalities share it. Only Find sets it.
	Ambiguous bool
	// Capital: the name is written with a capital. Only Find sets it.
	Capital bool
	// Preposition: the word before it is in, te, van, uit, voor, naar or rond.
	// Only Find sets it.
	Preposition bool
}

// A Rest is a piece of text that names no municipality, or none for sure.
type Rest struct {
	Written    string
	Start, End int // bytes of the text
	// Remark: nothing an editor should mend, such as "(en andere gemeenten)".
	Remark bool
	// Candidates are the municipalities that share the name, or that are
	// equally near to it; empty when there are none.
	Candidates []Place
	// Nearest are at most three official names that may be meant, best first.
	// They are for a message; nothing says that one of them is right.
	Nearest []string
}

// A Resolution is what Resolve makes of a text. Both lists are in the order of
// the text.
type Resolution struct {
	Matches []Match
	Unknown []Rest
}

// Places returns the municipalities that were found, each once, in order.
func (r Resolution) Places() []Place {
	var ps []Place
	seen := make(map[string]bool, len(r.Matches))
	for _, m := range r.Matches {
		if !seen[m.Place.NIS] {
			seen[m.Place.NIS] = true
			ps = append(ps, m.Place)
		}
	}
	return ps
}
