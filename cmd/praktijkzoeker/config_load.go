package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

const (
	// configFile is read from the working directory when it is there.
	configFile = "config.toml"
	// envPrefix begins the name of every variable that this program reads.
	envPrefix = "PRAKTIJKZOEKER_"
	// envConfig names the settings file, as -config does.
	envConfig = envPrefix + "CONFIG"
	// envTest begins variables that only the tests of this project read.
	envTest = envPrefix + "TEST_"
)

// loadConfig returns the settings: the defaults, then the file, then the
// environment (as os.Environ gives it). path is the value of -config, nil when
// it was not given; an empty path means: no file. Without -config the variable
// PRAKTIJKZOEKER_CONFIG decides, and without that config.toml in the working
// directory, which need not exist.
//
// The second result names the file that was read, or is empty.
func loadConfig(path *string, environ []string) (Config, string, error) {
	c := Default()
	var wrong error
	name, required := configFile, false
	if value, ok := lookupEnv(environ, envConfig); ok {
		name, required = value, true
	}
	if path != nil {
		name, required = *path, true
	}
	if name != "" {
		data, err := os.ReadFile(name)
		switch {
		case errors.Is(err, fs.ErrNotExist) && !required:
			name = ""
		case errors.Is(err, fs.ErrNotExist):
			return c, "", fmt.Errorf("%s: dat instellingenbestand bestaat niet; kijk de naam na bij -config of %s", name, envConfig)
		case err != nil:
			return c, "", fmt.Errorf("instellingen lezen: %w", err)
		default:
			wrong = c.decode(name, data)
		}
	}
	return c, name, errors.Join(wrong, c.applyEnv(environ))
}

// decode sets what the TOML file says. Every unknown key is told, with its
// line and the key that was probably meant.
func (c *Config) decode(name string, data []byte) error {
	text := strings.TrimPrefix(string(data), "\ufeff") // Windows editors write a byte order mark
	meta, err := toml.Decode(text, c)
	if err != nil {
		var syntax toml.ParseError
		if errors.As(err, &syntax) {
			return fmt.Errorf("%s:%d: dit is geen geldige TOML: %s", name, syntax.Position.Line, syntax.Message)
		}
		return fmt.Errorf("%s: een waarde is van de verkeerde soort; zet tekst tussen aanhalingstekens, en kijk in config.toml hoe ze hoort: %w", name, err)
	}
	var problems []error
	names := settingNames(setting.Name)
	for _, key := range meta.Undecoded() {
		line := keyLine(text, key)
		problems = append(problems, fmt.Errorf("%s:%d: onbekende instelling %q%s", name, line, key.String(), didYouMean(key.String(), names)))
	}
	return errors.Join(problems...)
}

// keyLine returns the 1-based line of a key in a TOML text that parses, or of
// the table that holds it. The decoder keeps no positions of keys.
func keyLine(text string, key toml.Key) int {
	table, found := "", 1
	wanted := key.String()
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			table = strings.Trim(strings.SplitN(line, "]", 2)[0], "[ ") + "."
			if wanted == strings.TrimSuffix(table, ".") {
				return i + 1
			}
			if strings.HasPrefix(wanted, table) {
				found = i + 1
			}
			continue
		}
		name, _, ok := strings.Cut(line, "=")
		if ok && strings.TrimPrefix(table+strings.TrimSpace(name), ".") == wanted {
			return i + 1
		}
	}
	return found
}

// applyEnv sets what the environment says. A variable with our prefix that
// names no setting is an error: it is a typing mistake that would else be
// found much later.
func (c *Config) applyEnv(environ []string) error {
	settings := c.settings()
	var problems []error
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		if !strings.HasPrefix(name, envPrefix) || name == envConfig || strings.HasPrefix(name, envTest) {
			continue
		}
		i := slices.IndexFunc(settings, func(s setting) bool { return s.Env() == name })
		if i < 0 {
			problems = append(problems, fmt.Errorf("onbekende omgevingsvariabele %s%s", strings.Trim(strconv.Quote(name), `"`), didYouMean(name, settingNames(setting.Env))))
			continue
		}
		if err := settings[i].Set(value); err != nil {
			problems = append(problems, fmt.Errorf("omgevingsvariabele %s: %w", name, err))
		}
	}
	return errors.Join(problems...)
}

// lookupEnv finds a variable in a list as os.Environ gives it. The last one
// counts, as it does for a program that is started with that list.
func lookupEnv(environ []string, name string) (string, bool) {
	for _, pair := range slices.Backward(environ) {
		if key, value, ok := strings.Cut(pair, "="); ok && key == name {
			return value, true
		}
	}
	return "", false
}
