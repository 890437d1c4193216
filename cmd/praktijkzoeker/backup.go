package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"praktijkzoeker/cmd/praktijkzoeker/internal/backup"
)

// Names in a backup.
const (
	backupFiches   = "fiches"
	backupSynonyms = "synoniemen.txt"
	backupConfig   = "config.toml"
	backupLogo     = "logo" // with the ending of the file
)

const (
	// backupTries is how often a folder that changes meanwhile is read anew.
	backupTries = 5
	// backupRest is the time between tries: longer than a program takes to save.
	backupRest = time.Second
)

// errExists: the file of a backup is there.
var errExists = errors.New("file exists")

var backupCommand = command{
	name:  "backup",
	args:  "FILE",
	short: "bewaart fiches, afbeeldingen, synoniemen en instellingen in een archief",
	long: `Bewaart in FILE (.tar.zst, .tar.gz of .tgz) wat niet opnieuw te maken is: de map met fiches (ook
afbeeldingen en wat er verder in staat, behalve namen die met een punt beginnen), de eigen synoniemen,
het logo en het instellingenbestand. De index hoort er niet bij: die maakt Praktijkzoeker opnieuw uit de
fiches. Sleutels van certificaten ook niet: bewaar die apart.

FILE staat er helemaal of niet. Verandert een bestand terwijl het gelezen wordt, dan begint de backup
opnieuw. Het archief sluit af met een lijst van alle bestanden en hun SHA-256; voor FILE zijn naam krijgt,
is het helemaal nagelezen. De server mag blijven draaien.

  praktijkzoeker -config /etc/praktijkzoeker/config.toml backup /backup/fiches-$(date +%F).tar.zst`,
	mixed: true,
	setup: func(flags *flag.FlagSet, c *Config) func(context.Context, *terminal, []string) error {
		corpusFlag(flags, c)
		synonymsFlag(flags, c)
		force := flags.Bool("force", false, "vervangt FILE als het al bestaat")
		return func(ctx context.Context, t *terminal, args []string) error {
			if len(args) != 1 {
				return wrongUse("zeg in welk bestand de backup komt, zoals backup.tar.zst")
			}
			how, err := compressionOf(args[0])
			if err != nil {
				return err
			}
			if c.Corpus.Dir == "" {
				return errors.New("er is geen map met fiches ingesteld (corpus.dir of -corpus); de fiches in het programma hebben geen backup nodig")
			}
			if inside(args[0], c.Corpus.Dir) {
				return fmt.Errorf("%s ligt in de map met fiches; kies een andere plaats, liefst op een andere schijf", args[0])
			}
			ctx, stop := untilInterrupted(ctx)
			defer stop()
			m, err := makeBackup(ctx, t, *c, args[0], how, *force)
			if err != nil {
				return backupError(args[0], err)
			}
			_, err = fmt.Fprintf(t.out, "%s: %s, %d kB, nagelezen\n", args[0], count(len(m.Files), "bestand", "bestanden"), m.Bytes()>>10)
			return err
		}
	},
}

// untilInterrupted returns a context that ends with the first Ctrl+C or SIGTERM,
// so that what was begun is cleared away. A second one ends the program at once.
func untilInterrupted(ctx context.Context) (_ context.Context, stop func()) {
	ctx, stop = signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

func compressionOf(name string) (backup.Compression, error) {
	switch {
	case strings.HasSuffix(name, ".tar.zst"):
		return backup.Zstd, nil
	case strings.HasSuffix(name, ".tar.gz"), strings.HasSuffix(name, ".tgz"):
		return backup.Gzip, nil
	}
	return 0, wrongUse("%q eindigt niet op .tar.zst, .tar.gz of .tgz", name)
}

// backupSources lists what the settings name.
func backupSources(c Config, skipped func(string)) []backup.Source {
	sources := []backup.Source{{Name: backupFiches, Path: c.Corpus.Dir, Skipped: skipped}}
	for _, s := range []backup.Source{
		{Name: backupSynonyms, Path: c.Index.Synonyms},
		{Name: backupLogo + strings.ToLower(filepath.Ext(c.Theme.Logo)), Path: c.Theme.Logo},
		{Name: backupConfig, Path: c.Read.File},
	} {
		if s.Path != "" {
			sources = append(sources, s)
		}
	}
	return sources
}

// makeBackup writes a backup aside and gives it its name when it was read back.
func makeBackup(ctx context.Context, t *terminal, c Config, name string, how backup.Compression, force bool) (backup.Manifest, error) {
	var m backup.Manifest
	if _, err := os.Lstat(name); err == nil && !force {
		return m, errExists
	}
	temp, err := os.CreateTemp(filepath.Dir(name), ".praktijkzoeker-*.tmp")
	if err != nil {
		return m, err
	}
	defer os.Remove(temp.Name()) // fails after the rename, as it should
	defer temp.Close()
	for try := 1; ; try++ {
		skipped := map[string]bool{}
		m, err = writeBackup(ctx, temp, how, backupSources(c, func(name string) { skipped[name] = true }))
		if err == nil {
			for _, name := range slices.Sorted(maps.Keys(skipped)) {
				fmt.Fprintf(t.err, "%s is geen gewoon bestand en staat niet in de backup\n", filepath.Join(c.Corpus.Dir, filepath.FromSlash(name)))
			}
			break
		}
		if !errors.Is(err, backup.ErrChanging) || try == backupTries {
			return m, err
		}
		select {
		case <-ctx.Done():
			return m, ctx.Err()
		case <-time.After(backupRest):
		}
	}
	if err := errors.Join(temp.Sync(), temp.Close(), os.Rename(temp.Name(), name)); err != nil {
		return m, err
	}
	return m, backup.SyncFolder(filepath.Dir(name))
}

// writeBackup writes a backup into an open file, anew, and reads it back.
func writeBackup(ctx context.Context, f *os.File, how backup.Compression, sources []backup.Source) (backup.Manifest, error) {
	_, err := f.Seek(0, io.SeekStart)
	if err == nil {
		err = f.Truncate(0)
	}
	if err != nil {
		return backup.Manifest{}, err
	}
	m, err := backup.Write(ctx, f, how, "praktijkzoeker "+version(), sources...)
	if err != nil {
		return m, err
	}
	if !slices.ContainsFunc(m.Files, func(f backup.File) bool { return strings.HasPrefix(f.Name, backupFiches+"/") }) {
		return m, errors.New("de map met fiches is leeg; is de schijf gekoppeld? Er is geen backup gemaakt")
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return m, err
	}
	_, err = backup.Verify(ctx, f)
	return m, err
}

// backupError says in Dutch why a backup could not be made or restored.
func backupError(name string, err error) error {
	for _, known := range []struct {
		is   error
		says string
	}{
		{backup.ErrChanging, "de fiches veranderen terwijl ze gelezen worden; probeer het later opnieuw"},
		{backup.ErrDamaged, "de backup is beschadigd of niet volledig; gebruik een andere"},
		{backup.ErrUnsafe, "dit hoort niet in een backup van Praktijkzoeker"},
		{backup.ErrNotEmpty, "de map is niet leeg; geef met -to een lege map, of een die nog niet bestaat"},
		{errExists, "bestaat al; kies een andere naam, of vervang het met -force"},
	} {
		if errors.Is(err, known.is) {
			return fmt.Errorf("%s: %s (%w)", name, known.says, err)
		}
	}
	return err
}
