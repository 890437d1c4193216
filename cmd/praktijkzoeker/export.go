package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"praktijkzoeker/corpus"
)

var exportCommand = command{
	name:  "export",
	short: "geeft alle fiches als JSON, CSV of Markdown",
	long: `Geeft alle fiches die in orde zijn, voor een ander programma of een rekenblad.

  jsonl  een regel JSON voor elke fiche, met alle velden
  csv    een rij voor elke fiche; de waarden van een lijst staan in een cel, elk op een regel
  md     een bestand voor elke fiche, zoals redacteurs ze schrijven; -to is dan een map

  praktijkzoeker export > fiches.jsonl
  praktijkzoeker export -format csv -bom -to fiches.csv
  praktijkzoeker export -format md -to fiches   zet de fiches van het programma klaar om aan te passen`,
	mixed: true,
	setup: func(flags *flag.FlagSet, c *Config) func(context.Context, *terminal, []string) error {
		format := "jsonl"
		flags.Var(&choiceFlag{&format, []string{"jsonl", "csv", "md"}}, "format", "`VORM`: jsonl, csv of md")
		to := flags.String("to", "", "bewaart in dit `FILE` (of deze map, bij md) in plaats van op het scherm")
		force := flags.Bool("force", false, "overschrijft bestaande bestanden")
		bom := flags.Bool("bom", false, "begint het CSV-bestand met een teken waaraan Excel UTF-8 herkent")
		corpusFlag(flags, c)
		return func(ctx context.Context, t *terminal, args []string) error {
			switch {
			case len(args) > 0:
				return wrongUse("argument %q past hier niet; een map met fiches geef je met -corpus", args[0])
			case format == "md" && *to == "":
				return wrongUse("zeg met -to in welke map de fiches komen")
			case *bom && format != "csv":
				return wrongUse("-bom hoort bij -format csv")
			}
			loaded, err := newSource(c.Corpus).load(ctx)
			if err != nil {
				return err
			}
			if n := len(loaded.LeftOut); n > 0 {
				fmt.Fprintf(t.err, "%s weggelaten met een fout; \"praktijkzoeker check\" zegt waar\n", count(n, "fiche", "fiches"))
			}
			if format == "md" {
				return exportFiles(t, *to, loaded.Fiches, *force)
			}
			var b bytes.Buffer
			if format == "csv" {
				err = writeCSV(&b, loaded.Fiches, *bom)
			} else {
				err = writeJSONL(&b, loaded.Fiches)
			}
			if err != nil {
				return err
			}
			if *to == "" {
				_, err = t.out.Write(b.Bytes())
				return err
			}
			return exportFile(t, *to, b.Bytes(), *force)
		}
	},
}

func writeJSONL(b *bytes.Buffer, fiches []corpus.Fiche) error {
	for _, f := range fiches {
		if err := printJSON(b, f); err != nil {
			return fmt.Errorf("fiche %s: %w", f.ID, err)
		}
	}
	return nil
}

// exportFiles writes a file for each fiche. One that cannot be written is told
// and stops no other.
func exportFiles(t *terminal, dir string, fiches []corpus.Fiche, force bool) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	failed := false
	for _, f := range fiches {
		if err := exportFile(t, filepath.Join(dir, f.ID+".md"), corpus.Format(f), force); err != nil {
			fmt.Fprintf(t.err, "praktijkzoeker: %s\n", inDutch(err))
			failed = true
		}
	}
	if failed {
		return errTold
	}
	return nil
}

func exportFile(t *terminal, name string, data []byte, force bool) error {
	did, err := writeNew(name, data, force)
	switch {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s bestaat al en blijft zoals het is; met -force overschrijf je het", name)
	case err != nil:
		return err
	}
	_, err = fmt.Fprintf(t.err, "%s %s\n", name, did)
	return err
}
