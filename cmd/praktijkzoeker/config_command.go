package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"slices"
)

var configCommand = command{
	name:  "config",
	args:  "check | show",
	short: "kijkt de instellingen na, of toont ze met waar elk vandaan komt",
	long: `Met check: kijkt de instellingen na, en de bestanden en mappen die ze noemen: kan de map met fiches
gelezen worden en de map van de index beschreven, kloppen de synoniemen, het logo en het certificaat?
Toont elk probleem op een regel. Verandert niets en start niets; een server die draait, merkt er niets
van. Slaagt (0) als alles klopt, en faalt (1) als er iets te herstellen is.

Met show: toont elke instelling zoals ze geldt, met waar ze vandaan komt: standaard, bestand:regel,
omgevingsvariabele of optie. Wat je ziet, is ook een geldig instellingenbestand. Faalt (1) als ze niet
te lezen zijn.

  praktijkzoeker -config /etc/praktijkzoeker/config.toml config check
  praktijkzoeker config show -corpus fiches`,
	mixed: true,
	bare:  true, // it tells itself what is wrong
	setup: func(flags *flag.FlagSet, c *Config) func(context.Context, *terminal, []string) error {
		serveFlags(flags, c)
		return func(ctx context.Context, t *terminal, args []string) error {
			if len(args) != 1 || args[0] != "check" && args[0] != "show" {
				return wrongUse("zeg wat je wil: check of show")
			}
			if args[0] == "show" {
				if c.Read.Err != nil { // what was not read cannot be shown
					return c.Read.Err
				}
				var options []string
				flags.Visit(func(f *flag.Flag) { options = append(options, f.Name) })
				return showConfig(t.out, *c, options)
			}
			return reportConfig(ctx, t, *c)
		}
	},
}

// reportConfig shows what is wrong with the settings and the files they name,
// and fails when anything is.
func reportConfig(ctx context.Context, t *terminal, c Config) error {
	problems := eachOf(errors.Join(c.Read.Err, c.Validate()))
	problems = append(problems, c.checkFiles(ctx, func(remark string) { fmt.Fprintln(t.err, remark) })...)
	for _, p := range problems {
		if _, err := fmt.Fprintln(t.out, p); err != nil {
			return err
		}
	}
	from := c.Read.File
	if from == "" {
		from = "geen bestand"
	}
	if len(problems) > 0 {
		fmt.Fprintf(t.err, "%s te herstellen (gelezen: %s)\n", count(len(problems), "probleem", "problemen"), from)
		return errTold
	}
	fmt.Fprintf(t.err, "de instellingen zijn in orde (gelezen: %s)\n", from)
	return nil
}

// eachOf returns the errors that errors.Join put together, in order; none for
// nil.
func eachOf(err error) []error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		if err == nil {
			return nil
		}
		return []error{err}
	}
	var all []error
	for _, e := range joined.Unwrap() {
		all = append(all, eachOf(e)...)
	}
	return slices.Clip(all)
}
