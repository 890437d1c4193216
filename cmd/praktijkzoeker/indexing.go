package main

import (
	"context"
	"errors"
	"flag"
	"fmt"

	"praktijkzoeker/index"
)

var indexCommand = command{
	name:  "index",
	short: "maakt of vernieuwt een index op schijf",
	long: `Zet de fiches in de index op schijf, zodat serve en search -data meteen klaar zijn. Alleen wat
veranderd is, wordt opnieuw verwerkt. Problemen in fiches komen op het scherm; een fiche met een fout
houdt haar vorige versie, als de index die heeft.

Een index die fiches heeft, wordt nooit leeggemaakt omdat er geen gevonden worden: misschien is een
schijf niet aangekoppeld. Wil je dat toch, wis dan de map van de index.

  praktijkzoeker index -corpus fiches -data data`,
	setup: func(flags *flag.FlagSet, c *Config) func(context.Context, *terminal, []string) error {
		corpusFlag(flags, c)
		dataFlag(flags, c)
		return func(ctx context.Context, t *terminal, args []string) error {
			if len(args) > 0 {
				return wrongUse("argument %q past hier niet; een map met fiches geef je met -corpus", args[0])
			}
			if c.Index.Data == "" {
				return wrongUse("zeg met -data in welke map de index komt")
			}
			var done index.Refresh
			log := newLogger(t.err, c.Log)
			ix, err := fillIndex(ctx, t, *c, log, func(r index.Refresh) { done = r })
			if err != nil {
				return err
			}
			// Not a part of the index; a mistake in them is better known now than
			// when the server starts.
			err = useSynonyms(c.Index, ix, func(problem string) { log.Warn(problem) })
			if err != nil {
				return errors.Join(err, ix.Close())
			}
			if err := ix.Close(); err != nil {
				return fmt.Errorf("index afsluiten: %w", err)
			}
			_, err = fmt.Fprintf(t.out, "%s in de index %s\n", count(done.Fiches, "fiche", "fiches"), c.Index.Data)
			return err
		}
	},
}
