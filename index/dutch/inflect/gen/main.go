// Gen derives the file that inflect embeds from the word list and the spelling
// dictionary of OpenTaal (Debian: wdutch, hunspell-nl). Run it by go generate
// in the directory above.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	words := flag.String("words", "/usr/share/dict/dutch", "word `list`")
	dic := flag.String("dic", "/usr/share/hunspell/nl.dic", "hunspell `dictionary`")
	aff := flag.String("aff", "/usr/share/hunspell/nl.aff", "hunspell affix `file`")
	out := flag.String("o", "inflect.bin", "`file` to write")
	flag.Parse()
	if err := run(*words, *dic, *aff, *out); err != nil {
		log.Fatal(err)
	}
}

func run(words, dic, aff, out string) error {
	lex, err := load(words, dic, aff)
	if err != nil {
		return err
	}
	roots := lex.roots()
	var file bytes.Buffer
	if err := train(lex, roots).Encode(&file); err != nil {
		return err
	}
	if err := os.WriteFile(out, file.Bytes(), 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %d forms in %d bytes\n", out, len(roots), file.Len())
	return nil
}
