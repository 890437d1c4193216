package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/pagetext"
)

// maxImport bounds a file to import, in bytes. A table of ten thousand fiches
// is a third of it; what is larger is a film or a disk image.
const maxImport = 64 << 20

var importCommand = command{
	name:  "import",
	args:  "FILE …",
	short: "maakt fiches van pagina's, tabellen en documenten",
	long: `Maakt fiches van kopieën van webpagina's (.txt, .html), documenten (.docx, .md) en tabellen
(.csv, .json, .jsonl). Wat geen plaats vindt in een fiche, blijft bewaard als extra hoofdstuk en wordt
gemeld; persoonlijke mailadressen gaan eruit. Bestaande bestanden blijven zoals ze zijn.

  praktijkzoeker import -n pagina.txt          toont de fiche zonder iets te bewaren
  praktijkzoeker import -to fiches pagina.txt  bewaart ze in de map fiches`,
	mixed: true,
	setup: func(flags *flag.FlagSet, c *Config) func(context.Context, *terminal, []string) error {
		var im importer
		flags.StringVar(&im.to, "to", "", "bewaart de fiches in `MAP`; anders in de map uit de instellingen, of in deze map")
		flags.BoolVar(&im.dry, "n", false, "bewaart niets, en toont de fiches")
		flags.BoolVar(&im.asJSON, "json", false, "toont elke fiche als een regel JSON; alleen met -n")
		flags.BoolVar(&im.force, "force", false, "overschrijft bestaande bestanden")
		return func(ctx context.Context, t *terminal, args []string) error {
			if len(args) == 0 {
				return wrongUse("zeg welke bestanden je wilt omzetten")
			}
			if im.asJSON && !im.dry {
				return wrongUse("-json toont alleen en bewaart niets; zet er -n bij")
			}
			if im.to == "" {
				im.to = c.Corpus.Dir
			}
			if im.to == "" {
				im.to = "."
			}
			im.terminal = t
			return im.all(ctx, args)
		}
	},
}

// An importer turns files into fiches.
type importer struct {
	*terminal
	to                 string
	dry, asJSON, force bool
	shown              int
	failed             bool // something was told
}

// all imports every file; what cannot be imported is told and stops no other.
func (im *importer) all(ctx context.Context, names []string) error {
	if !im.dry {
		if err := os.MkdirAll(im.to, 0o755); err != nil {
			return err
		}
	}
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := im.file(name, len(names) > 1); err != nil {
			im.tell(err)
		}
	}
	if im.failed {
		return errTold
	}
	return nil
}

func (im *importer) tell(err error) {
	im.failed = true
	fmt.Fprintf(im.err, "praktijkzoeker: %s\n", inDutch(err))
}

func (im *importer) file(name string, several bool) error {
	data, err := readImport(name)
	if err != nil {
		return err
	}
	results, err := pagetext.Import(name, data)
	if err != nil {
		return err
	}
	for _, r := range results {
		for _, note := range r.Notes {
			fmt.Fprintln(im.err, note.Error())
		}
		// Written all the same, so that no sentence is lost; check goes on
		// asking for what it lacks.
		im.failed = im.failed || corpus.Broken(r.Notes)
		if err := im.fiche(r.Fiche, several || len(results) > 1); err != nil {
			im.tell(err)
		}
	}
	return nil
}

// readImport reads a file that may be anything.
func readImport(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, fmt.Errorf("%s is een map; geef de bestanden die erin staan, zoals %s", name, filepath.Join(name, "*.txt"))
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is geen gewoon bestand", name)
	case info.Size() > maxImport:
		return nil, fmt.Errorf("%s is groter dan %d MB; splits het bestand", name, maxImport>>20)
	}
	return os.ReadFile(name)
}

// fiche shows or writes one fiche.
func (im *importer) fiche(f corpus.Fiche, several bool) error {
	switch {
	case im.asJSON:
		return printJSON(im.out, f)
	case im.dry:
		im.shown++
		return showFiche(im.out, f, im.shown, several)
	}
	if f.ID == "" || f.ID != filepath.Base(f.ID) || f.ID == ".." {
		return fmt.Errorf("%q kan geen bestandsnaam zijn; geef de fiche een titel of een id van letters, cijfers en streepjes", f.ID)
	}
	name := filepath.Join(im.to, f.ID+".md")
	did, err := writeNew(name, corpus.Format(f), im.force)
	switch {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s bestaat al en blijft zoals het is; met -force overschrijf je het, met -n zie je wat er zou komen", name)
	case err != nil:
		return err
	}
	_, err = fmt.Fprintf(im.out, "%s %s\n", name, did)
	return err
}

// showFiche prints the file of a fiche; where there are several, each below
// its name.
func showFiche(w io.Writer, f corpus.Fiche, number int, several bool) error {
	if several {
		if number > 1 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "==> %s.md <==\n", f.ID)
	}
	_, err := w.Write(corpus.Format(f))
	return err
}
