package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"praktijkzoeker/cmd/praktijkzoeker/internal/backup"
)

var restoreCommand = command{
	name:  "restore",
	args:  "-to MAP FILE",
	short: "zet een backup terug in een lege map",
	long: `Zet een archief van backup terug in een lege map, of in een map die nog niet bestaat. Elk bestand wordt
vergeleken met de lijst in het archief voor het zijn naam krijgt. Klopt er iets niet, dan blijft de map
zoals ze was. Links, namen die buiten de map leiden en te grote bestanden worden geweigerd. Er wordt
niets overschreven.

De instellingen komen in MAP/config.toml. Ze gelden nog niet: mappen en bestanden die ze noemen, kunnen
hier anders heten. Met -n kijkt restore een archief alleen na.

  praktijkzoeker restore -to /srv/praktijken fiches-2026-11-23.tar.zst
  praktijkzoeker restore -n fiches-2026-11-23.tar.zst`,
	mixed: true,
	bare:  true, // settings may be what was lost
	setup: func(flags *flag.FlagSet, _ *Config) func(context.Context, *terminal, []string) error {
		to := flags.String("to", "", "zet de bestanden in `MAP`")
		dry := flags.Bool("n", false, "kijkt het archief na en zet niets terug")
		return func(ctx context.Context, t *terminal, args []string) error {
			switch {
			case len(args) != 1:
				return wrongUse("zeg welk archief je terugzet, zoals backup.tar.zst")
			case (*to == "") != *dry:
				return wrongUse("zeg met -to in welke map de bestanden komen, of met -n dat je het archief alleen nakijkt")
			}
			f, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			ctx, stop := untilInterrupted(ctx)
			defer stop()
			var m backup.Manifest
			if *dry {
				m, err = backup.Verify(ctx, f)
			} else {
				m, err = backup.Extract(ctx, f, *to)
			}
			if err != nil {
				return backupError(args[0], err)
			}
			return reportRestore(t, m, *to)
		}
	},
}

// reportRestore says what was restored, and how to serve it.
func reportRestore(t *terminal, m backup.Manifest, dir string) error {
	did := "in orde"
	if dir != "" {
		did = "teruggezet in " + dir
	}
	if _, err := fmt.Fprintf(t.out, "%s, %d kB, van %s (%s): %s\n", count(len(m.Files), "bestand", "bestanden"), m.Bytes()>>10,
		m.Made.Local().Format("2006-01-02 15:04"), oneLine(m.Program), did); err != nil || dir == "" {
		return err
	}
	serve := "praktijkzoeker serve -corpus " + filepath.Join(dir, backupFiches)
	for _, f := range m.Files {
		switch {
		case f.Name == backupSynonyms:
			serve += " -synonyms " + filepath.Join(dir, backupSynonyms)
		case f.Name == backupConfig:
			fmt.Fprintf(t.err, "de instellingen van toen staan in %s\n", filepath.Join(dir, backupConfig))
		case strings.HasPrefix(f.Name, backupLogo+"."):
			fmt.Fprintf(t.err, "het logo staat in %s (theme.logo)\n", filepath.Join(dir, f.Name))
		}
	}
	_, err := fmt.Fprintf(t.err, "bekijk het resultaat met: %s\n", serve)
	return err
}
