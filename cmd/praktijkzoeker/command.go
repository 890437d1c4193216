package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"
)

// A command is one thing that the program can do. Its texts are Dutch.
type command struct {
	name  string
	args  string // after the options: "WOORDEN"
	short string // one line for the overview
	long  string // for "help <command>": what it does, examples, exit codes
	mixed bool   // options may stand after other arguments
	bare  bool   // works without settings, and so with wrong ones
	// setup defines the options on flags. The function that it returns carries
	// the command out; by then the options are set and the settings sound.
	setup func(flags *flag.FlagSet, c *Config) func(ctx context.Context, t *terminal, args []string) error
}

// commands returns all commands in the order of the overview.
func commands() []command {
	return []command{
		serveCommand, indexCommand, searchCommand, suggestCommand,
		checkCommand, importCommand, exportCommand, backupCommand, restoreCommand, configCommand, healthcheckCommand, benchCommand, versionCommand,
	}
}

func findCommand(name string) (command, bool) {
	for _, c := range commands() {
		if c.name == name {
			return c, true
		}
	}
	return command{}, false
}

// flagSet returns an empty set of options that prints nothing by itself.
func (c command) flagSet() *flag.FlagSet {
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

// wrongUse returns the error for arguments without meaning; dispatch adds how
// the command is used.
func wrongUse(format string, args ...any) error {
	return &usageError{what: fmt.Sprintf(format, args...)}
}

func (c command) usage() string {
	return strings.TrimSpace("praktijkzoeker " + c.name + " [opties] " + c.args)
}

func unknownCommand(name string) error {
	names := []string{"help"}
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return &usageError{
		what: fmt.Sprintf("opdracht %q bestaat niet%s", name, didYouMean(name, names)),
		hint: "Alle opdrachten zie je met: praktijkzoeker help",
	}
}

// help explains one command, or lists all.
func help(w io.Writer, args []string) error {
	if len(args) == 0 {
		return printOverview(w)
	}
	c, ok := findCommand(args[0])
	if !ok {
		return unknownCommand(args[0])
	}
	return printHelp(w, c)
}

func printOverview(w io.Writer) error {
	fmt.Fprint(w, `Praktijkzoeker zoekt in praktijkfiches.

Gebruik: praktijkzoeker [-config FILE] <opdracht> [opties] [argumenten]
Zonder opdracht start de server (serve).

`)
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, c := range commands() {
		fmt.Fprintf(tab, "  %s\t%s\n", c.name, c.short)
	}
	fmt.Fprintf(tab, "  help\ttoont de uitleg van een opdracht: praktijkzoeker help search\n")
	tab.Flush()
	_, err := fmt.Fprintf(w, `
-config FILE leest de instellingen uit FILE. Anders tellen %s, of %s in deze map.
Een optie gaat voor op een omgevingsvariabele (%sSERVER_LISTEN), en die op het bestand.
`, envConfig, configFile, envPrefix)
	return err
}

func printHelp(w io.Writer, c command) error {
	fmt.Fprintf(w, "%s\n\nGebruik: %s\n", strings.TrimSpace(c.long), c.usage())
	config := Default()
	flags := c.flagSet()
	c.setup(flags, &config)
	if len(flagNames(flags)) == 0 {
		return nil
	}
	fmt.Fprint(w, "\nOpties:\n")
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	flags.VisitAll(func(f *flag.Flag) {
		value, usage := flag.UnquoteUsage(f)
		if isSwitch(f) {
			value = ""
		}
		standard := ""
		if f.DefValue != "" && f.DefValue != "false" {
			standard = fmt.Sprintf(" (standaard: %s)", f.DefValue)
		}
		for i, line := range wrap(usage+standard, helpWidth) {
			option := ""
			if i == 0 {
				option = "-" + strings.TrimSpace(f.Name+" "+value)
			}
			fmt.Fprintf(tab, "  %s\t%s\n", option, line)
		}
	})
	return tab.Flush()
}

// helpWidth is how many characters of the explanation of an option stand on a
// line.
const helpWidth = 85

// wrap breaks a text between words into lines of at most width characters; a
// longer word has a line of its own. There is always a line.
func wrap(text string, width int) []string {
	lines := []string{""}
	for _, word := range strings.Fields(text) {
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = word
		case utf8.RuneCountInString(*last)+1+utf8.RuneCountInString(word) <= width:
			*last += " " + word
		default:
			lines = append(lines, word)
		}
	}
	return lines
}
