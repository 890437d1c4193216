package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"praktijkzoeker/index"
	"praktijkzoeker/server"
)

// Bounds of a page of results, those of the API.
const (
	defaultSize = 10
	maxSize     = 100
	maxPage     = 100_000
)

var searchCommand = command{
	name:  "search",
	args:  "WOORDEN",
	short: "zoekt fiches",
	long: `Zoekt fiches met deze woorden, zoals de zoekpagina. Een woordgroep staat tussen
aanhalingstekens, en een streepje sluit een woord uit; opties staan voor de woorden. Zonder woorden
krijg je alle fiches die aan de filters voldoen. Met -json krijg je precies wat de API antwoordt.

  praktijkzoeker search taalbeleid
  praktijkzoeker search -municipality Aalst -municipality Gent buddy
  praktijkzoeker search -- '"samen leven"' -sport`,
	setup: func(flags *flag.FlagSet, c *Config) func(context.Context, *terminal, []string) error {
		filters := filterFlags(flags)
		asJSON := flags.Bool("json", false, "toont het antwoord van de API")
		sort := "relevance"
		flags.Var(&choiceFlag{&sort, []string{"relevance", "title", "updated"}}, "sort", "`VOLGORDE`: relevance, title of updated")
		page, size := 1, defaultSize
		flags.Var(&countFlag{&page, 1, maxPage}, "page", "toont de zoveelste `PAGINA`")
		flags.Var(&countFlag{&size, 1, maxSize}, "size", "`AANTAL` fiches op een pagina")
		explain := flags.Bool("explain", false, "legt uit waarom elke fiche gevonden is")
		corpusFlag(flags, c)
		dataFlag(flags, c)
		synonymsFlag(flags, c)
		return func(ctx context.Context, t *terminal, args []string) error {
			text, err := words(args)
			if err != nil {
				return err
			}
			q := index.Query{Text: text, Filters: map[index.Facet][]string{}, Offset: (page - 1) * size, Limit: size, Explain: *explain}
			if sort != "relevance" {
				q.Sort = index.Sort(sort)
			}
			for facet, values := range filters {
				if len(*values) > 0 {
					q.Filters[facet] = *values
				}
			}
			ix, err := openForReading(ctx, t, *c)
			if err != nil {
				return err
			}
			defer ix.Close()
			found, err := ix.Search(ctx, q)
			if err != nil {
				return err
			}
			if *asJSON {
				return printJSON(t.out, server.NewAnswer(q, found))
			}
			return printResults(t.out, t.marker(), q, found)
		}
	},
}

var suggestCommand = command{
	name:  "suggest",
	args:  "TEKST",
	short: "vult aan wat iemand typt",
	long: `Toont wat het zoekvak voorstelt bij wat iemand typt: titels, lokale praktijken, gemeenten,
categorieën, beleidsdomeinen, doelgroepen en woorden. Met -json krijg je wat de API antwoordt.

  praktijkzoeker suggest taalb`,
	setup: func(flags *flag.FlagSet, c *Config) func(context.Context, *terminal, []string) error {
		asJSON := flags.Bool("json", false, "toont het antwoord van de API")
		limit := defaultSize
		flags.Var(&countFlag{&limit, 1, 20}, "limit", "hoogstens dit `AANTAL` voorstellen")
		corpusFlag(flags, c)
		dataFlag(flags, c)
		synonymsFlag(flags, c)
		return func(ctx context.Context, t *terminal, args []string) error {
			text, err := words(args)
			if err != nil {
				return err
			}
			if text == "" {
				return wrongUse("geef de eerste letters van een woord")
			}
			ix, err := openForReading(ctx, t, *c)
			if err != nil {
				return err
			}
			defer ix.Close()
			found, err := ix.Suggest(ctx, text, limit)
			if err != nil {
				return err
			}
			if *asJSON {
				return printJSON(t.out, server.NewSuggestAnswer(text, found))
			}
			return printSuggestions(t.out, found)
		}
	},
}

// words joins the arguments of a command line to the text of a query: one line
// in NFC, as the server reads it from a URL.
func words(args []string) (string, error) {
	text := strings.Join(args, " ")
	if !utf8.ValidString(text) {
		return "", fmt.Errorf("de woorden zijn geen geldige UTF-8; kijk de tekenset van je terminal na")
	}
	return strings.TrimSpace(oneLine(norm.NFC.String(text))), nil
}

// oneLine makes control characters spaces, so that no text can disturb a
// terminal.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
}

// printJSON writes v as the API does: one line, and no escapes for HTML.
func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
