package main

import (
	"flag"

	"praktijkzoeker/index"
)

// Options that several commands share.

func corpusFlag(flags *flag.FlagSet, c *Config) {
	flags.StringVar(&c.Corpus.Dir, "corpus", c.Corpus.Dir, "leest de fiches uit `MAP` in plaats van die in het programma")
}

func dataFlag(flags *flag.FlagSet, c *Config) {
	flags.StringVar(&c.Index.Data, "data", c.Index.Data, "gebruikt de index in `MAP` in plaats van in het geheugen")
}

func synonymsFlag(flags *flag.FlagSet, c *Config) {
	flags.StringVar(&c.Index.Synonyms, "synonyms", c.Index.Synonyms, "gebruikt ook de synoniemen in `FILE`")
}

// serveFlags defines the options of serve that give settings; optionOf names
// them.
func serveFlags(flags *flag.FlagSet, c *Config) {
	flags.StringVar(&c.Server.Listen, "listen", c.Server.Listen, "luistert op dit `ADRES`")
	corpusFlag(flags, c)
	dataFlag(flags, c)
	synonymsFlag(flags, c)
}

// filterFlags defines an option for every facet. What they gather is read
// after the command line.
func filterFlags(flags *flag.FlagSet) map[index.Facet]*listFlag {
	filters := make(map[index.Facet]*listFlag, len(index.Facets))
	for _, f := range []struct {
		facet        index.Facet
		option, what string
	}{
		{index.Category, "category", "alleen fiches met deze `CATEGORIE`; mag meer dan eens"},
		{index.Domain, "domain", "alleen fiches met dit `BELEIDSDOMEIN`; mag meer dan eens"},
		{index.Municipality, "municipality", "alleen fiches met een praktijk in deze `GEMEENTE`; mag meer dan eens"},
		{index.TargetGroup, "target-group", "alleen fiches voor deze `DOELGROEP`; mag meer dan eens"},
	} {
		list := new(listFlag)
		flags.Var(list, f.option, f.what)
		filters[f.facet] = list
	}
	return filters
}
