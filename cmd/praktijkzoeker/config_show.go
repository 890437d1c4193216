package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
)

// readFrom tells where the settings of a Config were read.
type readFrom struct {
	File    string   // empty: none
	Environ []string // as os.Environ gives it
	Err     error    // what was wrong with them, in Dutch
}

// optionOf names the option of serve that gives a setting, where there is one.
var optionOf = map[string]string{
	"server.listen": "listen", "corpus.dir": "corpus", "index.data": "data", "index.synonyms": "synonyms",
}

// showConfig writes the settings as a file of settings, each with where it
// comes from; options are those that were given.
func showConfig(out io.Writer, c Config, options []string) error {
	lines, err := c.Read.lines()
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	section := ""
	for _, s := range c.settings() {
		if s.Section != section {
			if section != "" {
				fmt.Fprintln(w)
			}
			section = s.Section
			fmt.Fprintf(w, "[%s]\n", section)
		}
		text, err := s.toml()
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s  # %s\n", text, origin(s, c.Read, lines, options))
	}
	return w.Flush()
}

// origin says where the value of a setting comes from.
func origin(s setting, from readFrom, lines map[string]int, options []string) string {
	if option := optionOf[s.Name()]; option != "" && slices.Contains(options, option) {
		return "optie -" + option
	}
	if _, ok := lookupEnv(from.Environ, s.Env()); ok {
		return "omgevingsvariabele " + s.Env()
	}
	if line := lines[s.Name()]; line > 0 {
		return fmt.Sprintf("%s:%d", from.File, line)
	}
	return "standaard"
}

// lines returns the line of every setting that the file gives.
func (r readFrom) lines() (map[string]int, error) {
	lines := map[string]int{}
	if r.File == "" {
		return lines, nil
	}
	data, err := os.ReadFile(r.File)
	if err != nil {
		return nil, err
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	var values map[string]any
	meta, err := toml.Decode(text, &values)
	if err != nil {
		return nil, err // it was changed since a moment ago
	}
	for _, key := range meta.Keys() {
		lines[key.String()] = keyLine(text, key)
	}
	return lines, nil
}

// toml returns the setting as a file has it, without what is secret.
func (s setting) toml() (string, error) {
	value := s.value.Interface()
	switch v := value.(type) {
	case time.Duration:
		value = v.String()
	case string:
		value = s.masked(v)
	}
	var b bytes.Buffer
	e := toml.NewEncoder(&b)
	e.Indent = ""
	err := e.Encode(map[string]any{s.Key: value})
	return strings.TrimSpace(b.String()), err
}

// passwordIn finds the password of an address, also of one that is wrong; as it
// is written, so that "%40" is no "@". It ends at the last @ before the path.
var passwordIn = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.-]*://[^:/?#@]*:)[^/?#]+@`)

// mask stands for a secret.
const mask = "***"

// masked hides the value of a setting that is named as a secret, and the
// password in an address.
func (s setting) masked(value string) string {
	for _, end := range []string{"password", "secret", "token"} {
		if value != "" && strings.HasSuffix(s.Key, end) {
			return mask
		}
	}
	return passwordIn.ReplaceAllString(value, "${1}"+mask+"@")
}
