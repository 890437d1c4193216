package server

import (
	"context"
	"net/http"

	"praktijkzoeker/index"
)

// A tipsPage tells what the search understands, with examples that work.
type tipsPage struct {
	frame
	Tips []tip
}

// A tip is one thing that the search understands.
type tip struct {
	ID, Heading string
	Text        string
	Examples    []example
}

// An example is a search that shows a tip.
type example struct {
	Query string
	What  string // it shows, or empty
	URL   string
	Total int // what it finds at present
}

// tips in the order of what a reader needs first.
var tips = []tip{
	{"woorden", "Gewone woorden", "Typ wat je zoekt in gewone woorden; hoofdletters, accenten en leestekens maken niet uit. " +
		"Een praktijk past als ze al je woorden heeft, in welke vorm ook: enkelvoud of meervoud, kind of kinderen. " +
		"Kleine woorden zoals “de”, “hoe” en “voor” tellen niet mee. Vindt een lange vraag niets, dan zie je wat aan de meeste woorden voldoet.",
		examples("taal op het werk", "", "hoe betrek je vrijwilligers", "een vraag mag ook")},
	{"samenstellingen", "Samengestelde woorden", "Nederlandse woorden plakken aan elkaar. Een deel van een woord vindt ook het geheel, en het geheel ook de losse delen. " +
		"Het precieze woord staat bovenaan.",
		examples("werking", "vindt ook buddywerking", "taal beleid", "vindt ook taalbeleid")},
	{"synoniemen", "Woorden met dezelfde betekenis", "Wie een ander woord gebruikt dan de fiche, vindt haar toch. Synoniemen komen na het woord dat je zelf typte.",
		examples("migranten", "")},
	{"tikfouten", "Tikfouten", "Staat een woord in geen enkele fiche en een woord dat er sterk op lijkt wel, dan zoeken we op dat laatste. " +
		"We zeggen het erbij, en met één klik zoek je toch precies wat je typte.",
		examples("budywerking", "")},
	{"gemeenten", "Gemeenten en deelgemeenten", "Zet de naam van een gemeente bij je woorden, en wat ze daar doen staat bovenaan. Vroegere namen, deelgemeenten en Franse namen werken ook.",
		examples("praatcafé Ternat", "", "taal Meeuwen-Gruitrode", "hoort nu bij Oudsbergen")},
	{"aanhalingstekens", "Woorden naast elkaar", "Tussen aanhalingstekens zoek je woorden die precies zo naast elkaar staan. Daarin wordt niets verbeterd.",
		examples(`"lokaal bestuur"`, "")},
	{"min", "Een woord uitsluiten", "Een minteken vlak voor een woord laat praktijken met dat woord weg.",
		examples("taal -school", "")},
	{"filters", "Filters", "Kies links van de resultaten een of meer categorieën, beleidsdomeinen, gemeenten of doelgroepen; op een telefoon staan ze achter “Filters”. " +
		"Binnen één lijst geldt het een of het ander; elke lijst maakt de keuze kleiner. Het getal erachter zegt hoeveel praktijken je dan ziet.", nil},
	{"volgen", "Volgen en meenemen", "Onder de resultaten volg je een zoekvraag met een feedlezer (Atom), of neem je de lijst mee als tabel (CSV, opent in een rekenblad) of als JSON. " +
		"Het adres bovenaan je browser is de hele zoekvraag: bewaar het of stuur het door.", nil},
}

// examples makes examples of pairs of a query and what it shows.
func examples(pairs ...string) []example {
	var out []example
	for i := 0; i+1 < len(pairs); i += 2 {
		st := newState()
		st.text = pairs[i]
		out = append(out, example{Query: pairs[i], What: pairs[i+1], URL: st.url()})
	}
	return out
}

func (s *site) serveTips(w http.ResponseWriter, r *http.Request) error {
	if s.tags.unchanged(w, r, s.Searcher.Stats(), "") {
		return nil
	}
	p := tipsPage{frame: s.frame("Zoektips", pathTips)}
	p.Description = "Wat de zoekmachine van " + s.Title + " verstaat: woorden, samenstellingen, tikfouten, gemeenten en filters."
	for _, t := range tips {
		counted, err := s.tryOut(r.Context(), t)
		if err != nil {
			return err
		}
		p.Tips = append(p.Tips, counted)
	}
	return s.show(w, "tips", http.StatusOK, p)
}

// tryOut returns t with what its examples find.
func (s *site) tryOut(ctx context.Context, t tip) (tip, error) {
	tried := make([]example, 0, len(t.Examples))
	for _, e := range t.Examples {
		found, err := s.Searcher.Search(ctx, index.Query{Text: e.Query, Bare: true})
		if err != nil {
			return t, err
		}
		e.Total = found.Total
		tried = append(tried, e)
	}
	t.Examples = tried
	return t, nil
}
