package dutch_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/index/dutch"
)

// words shows tokens as pos:term, with a + for Joined ones.
func words(tokens []dutch.Token) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		if t.Joined {
			b.WriteByte('+')
		}
		fmt.Fprintf(&b, "%d:%s", t.Pos, t.Term)
	}
	return b.String()
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"words", "Samen taal leren.", "0:samen 1:taal 2:leren"},
		{"spaces of every kind", "de\u00a0relevante\u202fgroep\u2003en\u3000meer", "0:de 1:relevante 2:groep 3:en 4:meer"},
		{"possessive", "OCMW's, buddy’s en auto's", "0:ocmw 1:buddy 2:en 3:auto"},
		{"possessive in capitals", "LOI'S", "0:loi"},
		{"endings after an apostrophe", "sms'en 65'er foto'tje zo'n", "0:smsen 1:65er 2:fototje 3:zo'n"},
		{"bracket first", "(semi)professionelen", "0:semiprofessionelen +0:professionelen"},
		{"bracket with a hyphen", "(semi-)professionelen", "0:semiprofessionelen +0:professionelen"},
		{"bracket last", "Navigate You(th)", "0:navigate 1:youth +1:you"},
		{"bracket inside", "medewerk(st)ers", "0:medewerksters +0:medewerkers"},
		{"plain brackets", "LOI (lokaal opvanginitiatief)", "0:loi 1:lokaal 2:opvanginitiatief"},
		{"slash", "en/of", "0:en 1:of"},
		{"hyphen", "NT2-overleg", "0:nt2 +0:nt2overleg 1:overleg"},
		{"rest of a hyphenation", "mede- werkers", "0:mede +0:medewerkers 1:werkers"},
		{"rest with a capital", "NT2- overleg", "0:nt2 +0:nt2overleg 1:overleg"},
		{"inner apostrophe", "CHILL'OP", "0:chill +0:chillop 1:op"},
		{"plus", "65+", "0:65+ +0:65"},
		{"plus as a sign", "1+1", "0:1 1:1"},
		{"hashtag", "#taal", "0:taal"},
		{"abbreviations", "S.O.S. o.a. i.s.m.", "0:sos 1:oa 2:ism"},
		{"thousands", "3.000 en 1.250.000", "0:3000 1:en 2:1250000"},
		{"decimals", "1,5 km", "0:1,5 1:km"},
		{"years", "2019-2020", "0:2019 1:2020"},
		{"forgotten space", "zomerscholen.Dat werkt", "0:zomerscholen 1:dat 2:werkt"},
		{"mail", "info@gemeente.be", "0:info +0:info@gemeente.be 1:gemeente 2:be"},
		{"site", "www.vvsg.be", "0:www +0:www.vvsg.be 1:vvsg 2:be"},
		{"ampersand", "K&G", "0:k +0:k&g 1:g"},
		{"mojibake", "efficiĆ«nt werken", "0:efficient 1:werken"},
		{"soft hyphen", "taal\u00adbeleid", "0:taalbeleid"},
		{"emoji", "buddy 🎉 werking", "0:buddy 1:werking"},
		{"elided prefix", "antidiscriminatie en -racisme", "0:antidiscriminatie 1:en 2:racisme +2:antiracisme"},
		{"elided head", "onthaal- en integratiegesprek", "0:onthaal +0:onthaalgesprek 1:en 2:integratiegesprek"},
		{"elided heads", "onthaal-, welkomst- en integratiegesprek", "0:onthaal +0:onthaalgesprek 1:welkomst +1:welkomstgesprek 2:en 3:integratiegesprek"},
		{"elided head without a space", "hulp-of dienstverlening", "0:hulp +0:hulpverlening 1:of 2:dienstverlening"},
		{"elided modifier", "taalbeleid en -acties", "0:taalbeleid 1:en 2:acties +2:taalacties"},
		{"nothing to share", "onthaal- en goed", "0:onthaal 1:en 2:goed"},
		{"elision at the end", "onthaal- en", "0:onthaal 1:en"},
		{"bullet is no elision", "• -taal", "0:taal"},
		{"dash is no elision", "taal - beleid", "0:taal 1:beleid"},
		{"nothing", " \t-'()+ ", ""},
		{"no utf-8", "a\xffb", "0:a 1:b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := words(dutch.Default().Tokens(nil, tt.in))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Tokens(%q) (-want +got):\n%s", tt.in, diff)
			}
		})
	}
}

func TestTokensAppends(t *testing.T) {
	first := dutch.Token{Term: "eerste"}
	got := dutch.Default().Tokens([]dutch.Token{first}, "mede- werkers")
	if got[0] != first || len(got) != 4 || got[1].Pos != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestTokenSurface(t *testing.T) {
	for _, tt := range []struct{ name, text, term, want string }{
		{"possessive", "de OCMW's samen", "ocmw", "OCMW's"},
		{"accents", "één coördinatie hier", "coordinatie", "coördinatie"},
		{"brackets", "de (semi)professionelen", "professionelen", "professionelen"},
		{"joined", "NT2-overleg", "nt2overleg", "NT2-overleg"},
		{"elided", "inclusie, antidiscriminatie en -racisme", "antiracisme", "racisme"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, tok := range dutch.Default().Tokens(nil, tt.text) {
				if tok.Term == tt.term {
					if got := tt.text[tok.Start:tok.End]; got != tt.want {
						t.Errorf("surface %q, want %q", got, tt.want)
					}
					return
				}
			}
			t.Errorf("no token %q", tt.term)
		})
	}
}

func TestTokenRange(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		token      int
		from, to   int
		want       string
	}{
		{"whole", "de Taalcafés", 1, 0, 9, "Taalcafés"},
		{"part after an accent", "Cafétafel's", 0, 4, 9, "tafel"},
		{"past brackets", "(semi)professionelen", 0, 4, 8, "prof"},
		{"over brackets", "(semi)professionelen", 0, 0, 8, "semi)prof"},
		{"past a hyphen", "buddy-project", 1, 5, 12, "project"},
		{"term that is not all there", "antidiscriminatie en -racisme", 3, 0, 4, "racisme"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tok := dutch.Default().Tokens(nil, tt.text)[tt.token]
			start, end := tok.Range(tt.text, tt.from, tt.to)
			if got := tt.text[start:end]; got != tt.want {
				t.Errorf("%q: %q, want %q", tok.Term, got, tt.want)
			}
		})
	}
}
