package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"praktijkzoeker/corpus"
)

// checkFiles looks at the files and folders that the settings name, without
// changing any. It returns what keeps the server from doing what they ask; what
// is good to know besides goes to remark. Both are Dutch.
func (c Config) checkFiles(ctx context.Context, remark func(string)) []error {
	var problems []error
	for _, look := range []func() []error{
		func() []error { return c.Corpus.checkFolder(ctx, remark) },
		c.Index.checkFolder,
		c.Index.checkSynonyms,
		func() []error { _, err := c.Theme.theme(); return eachOf(err) },
		func() []error { return eachOf(c.Server.checkCertificate(remark)) },
	} {
		problems = append(problems, look()...)
	}
	return problems
}

// checkFolder reads the fiches as the server will.
func (c CorpusConfig) checkFolder(ctx context.Context, remark func(string)) []error {
	loaded, err := newSource(c).load(ctx)
	if err != nil {
		return []error{fmt.Errorf("corpus.dir: %s", inDutch(err))}
	}
	remark(fmt.Sprintf("corpus.dir: %s (%s)", count(len(loaded.Fiches), "fiche", "fiches"), newSource(c).name()))
	if corpus.Broken(loaded.Problems) {
		remark("corpus.dir: er zijn fiches met een fout, die niet getoond worden; \"praktijkzoeker check\" zegt welke")
	}
	return nil
}

// checkFolder says whether the index can be written, also where its folder is
// still to be made.
func (c IndexConfig) checkFolder() []error {
	if c.Data == "" {
		return nil
	}
	dir, err := nearestExisting(c.Data)
	if err == nil {
		err = writable(dir)
	}
	switch {
	case errors.Is(err, errNoFolder):
		return []error{fmt.Errorf("index.data: %s is geen map; kies een andere", dir)}
	case err != nil:
		return []error{fmt.Errorf("index.data: in %s kan niet geschreven worden; geef Praktijkzoeker daar rechten, of kies een andere map (%w)", dir, err)}
	}
	return nil
}

// errNoFolder: a file stands where a folder is needed.
var errNoFolder = errors.New("not a folder")

// nearestExisting returns the folder itself, or else the nearest one above it
// that exists.
func nearestExisting(name string) (string, error) {
	dir, err := filepath.Abs(name)
	if err != nil {
		return name, err
	}
	for {
		info, err := os.Stat(dir)
		switch {
		case err == nil && info.IsDir():
			return dir, nil
		case err == nil:
			return dir, errNoFolder
		case !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR):
			return dir, err
		}
		dir = filepath.Dir(dir) // the root always exists
	}
}

// checkSynonyms reads the list of synonyms as the server will.
func (c IndexConfig) checkSynonyms() []error {
	if c.Synonyms == "" {
		return nil
	}
	var found checked
	if err := found.addSynonyms(c.Synonyms); err != nil {
		return []error{fmt.Errorf("index.synonyms: %s", inDutch(err))}
	}
	var problems []error
	for _, p := range found.problems {
		problems = append(problems, p)
	}
	return problems
}

// checkCertificate reads the certificate as the server will. One that is too old
// keeps no server from starting, but every browser from showing it.
func (c ServerConfig) checkCertificate(remark func(string)) error {
	if c.TLSKey == "" {
		return nil // there is none, or Validate has told
	}
	cert, err := openCertificate(c, slog.New(slog.DiscardHandler))
	if cert == nil || err != nil {
		return err
	}
	end := cert.current.Load().Leaf.NotAfter
	if time.Now().After(end) {
		return fmt.Errorf("server.tls_cert: %s is verlopen op %s; vernieuw het", c.TLSCert, end.Format(time.DateOnly))
	}
	remark("server.tls_cert: geldig tot " + end.Format(time.DateOnly))
	return nil
}
