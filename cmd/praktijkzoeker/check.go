package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"praktijkzoeker/corpus"
)

var checkCommand = command{
	name:  "check",
	args:  "[MAP of FILE …]",
	short: "kijkt fiches na en zegt wat je herstelt",
	long: `Kijkt fiches na. Elk probleem staat op een regel: bestand:regel: veld: wat er mis is en hoe je
het herstelt. Een fout houdt de fiche buiten de zoekpagina, een waarschuwing niet. Met -synonyms
kijkt check een lijst met eigen synoniemen na; een regel met een fout telt niet mee. Wie niets noemt,
krijgt de map en de synoniemen uit de instellingen nagekeken, of de fiches in het programma.

De opdracht slaagt (0) als er geen fouten zijn, ook met waarschuwingen, en faalt (1) als er fouten zijn.

  praktijkzoeker check fiches
  praktijkzoeker check fiches/taalbeleid.md
  praktijkzoeker check -synonyms synoniemen.txt`,
	mixed: true,
	setup: func(flags *flag.FlagSet, c *Config) func(context.Context, *terminal, []string) error {
		asJSON := flags.Bool("json", false, "toont elk probleem als een regel JSON")
		list := flags.String("synonyms", "", "kijkt de lijst met synoniemen in `FILE` na")
		quiet := flags.Bool("q", false, "toont alleen fouten, geen waarschuwingen en geen telling")
		return func(ctx context.Context, t *terminal, args []string) error {
			found, err := checkAll(ctx, *c, args, *list)
			if err != nil {
				return err
			}
			w := bufio.NewWriter(t.out)
			show := func(p corpus.Problem) error {
				_, err := fmt.Fprintln(w, p.Error())
				return err
			}
			if *asJSON {
				show = func(p corpus.Problem) error { return printJSON(w, problemJSON(p)) }
			}
			errorCount, warnings := 0, 0
			for _, p := range found.problems {
				p.Line = max(p.Line, 1) // of a file as a whole: where an editor opens it
				if p.Warning {
					warnings++
				} else {
					errorCount++
				}
				if *quiet && p.Warning {
					continue
				}
				if err := show(p); err != nil {
					return err
				}
			}
			if err := w.Flush(); err != nil {
				return err
			}
			if !*quiet {
				fmt.Fprintf(t.err, "%s in orde, %s, %s\n", count(found.sound, "fiche", "fiches"),
					count(errorCount, "fout", "fouten"), count(warnings, "waarschuwing", "waarschuwingen"))
			}
			if errorCount > 0 {
				return errTold
			}
			return nil
		}
	},
}

// checked is what a check found.
type checked struct {
	sound    int // fiches that can be used
	problems []corpus.Problem
}

// checkAll checks folders, files and a list of synonyms; where none is named,
// those of the settings. Problems name files as they can be opened from the
// working directory.
func checkAll(ctx context.Context, c Config, paths []string, list string) (checked, error) {
	var all checked
	everything := len(paths) == 0 && list == ""
	if everything {
		list = c.Index.Synonyms
	}
	if list != "" {
		if err := all.addSynonyms(list); err != nil {
			return all, err
		}
	}
	if everything {
		return all, all.addFolder(ctx, c.Corpus.Dir)
	}
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return all, err
		}
		if info.IsDir() {
			err = all.addFolder(ctx, p)
		} else {
			err = all.addFile(p, info)
		}
		if err != nil {
			return all, err
		}
	}
	return all, nil
}

// addFolder checks a folder; "" is the fiches in the program.
func (c *checked) addFolder(ctx context.Context, dir string) error {
	loaded, err := newSource(CorpusConfig{Dir: dir}).load(ctx)
	if err != nil {
		return err
	}
	c.sound += len(loaded.Fiches)
	for _, p := range loaded.Problems {
		p.Path = path.Join(filepath.ToSlash(dir), p.Path)
		c.problems = append(c.problems, p)
	}
	return nil
}

// addFile checks one file, also one that a folder would skip as a draft.
func (c *checked) addFile(name string, info fs.FileInfo) error {
	if !strings.EqualFold(filepath.Ext(name), ".md") {
		return fmt.Errorf("%s is geen fiche: die eindigt op .md; een ander bestand zet je om met: praktijkzoeker import %s, en synoniemen kijk je na met -synonyms", name, name)
	}
	if info.Size() > corpus.MaxSize {
		c.problems = append(c.problems, corpus.Problem{Path: filepath.ToSlash(name), Field: "bestand",
			Message: fmt.Sprintf("%d MB is te groot voor een fiche (hoogstens %d kB): is dit wel tekst?", info.Size()>>20, corpus.MaxSize>>10)})
		return nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	_, problems := corpus.Parse(filepath.ToSlash(name), data)
	if !corpus.Broken(problems) {
		c.sound++
	}
	c.problems = append(c.problems, problems...)
	return nil
}

// problemJSON returns the form of a problem for other programs.
func problemJSON(p corpus.Problem) any {
	severity := "error"
	if p.Warning {
		severity = "warning"
	}
	return struct {
		Path     string `json:"path"`
		Line     int    `json:"line"` // from 1
		Field    string `json:"field"`
		Severity string `json:"severity"`
		Message  string `json:"message"`
	}{p.Path, p.Line, p.Field, severity, p.Message}
}
