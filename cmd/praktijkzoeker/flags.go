package main

import (
	"flag"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// parseFlags sets the flags of args and returns what is left. It reads command
// lines as package flag does, but tells mistakes in Dutch, and with mixed it
// also takes flags that stand after other arguments. "--" ends the flags.
//
// It returns flag.ErrHelp for -h, -help and --help.
func parseFlags(flags *flag.FlagSet, args []string, mixed bool) (rest []string, err error) {
	for len(args) > 0 {
		arg := args[0]
		if arg == "--" {
			return append(rest, args[1:]...), nil
		}
		if len(arg) < 2 || arg[0] != '-' {
			if !mixed {
				return args, nil
			}
			rest, args = append(rest, arg), args[1:]
			continue
		}
		args = args[1:]
		name, value, hasValue := strings.Cut(strings.TrimPrefix(arg[1:], "-"), "=")
		f := flags.Lookup(name)
		switch {
		case f == nil && (name == "h" || name == "help"):
			return nil, flag.ErrHelp
		case f == nil:
			return nil, fmt.Errorf("optie -%s bestaat niet%s", name, didYouMean(name, flagNames(flags)))
		case !hasValue && isSwitch(f):
			value = "true"
		case !hasValue && len(args) == 0:
			return nil, fmt.Errorf("optie -%s heeft een waarde nodig", name)
		case !hasValue:
			value, args = args[0], args[1:]
		}
		if err := flags.Set(name, value); err != nil {
			return nil, fmt.Errorf("optie -%s: %q past niet: %w", name, value, err)
		}
	}
	return rest, nil
}

// isSwitch says whether a flag is on or off, so that it stands without value.
func isSwitch(f *flag.Flag) bool {
	b, ok := f.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

func flagNames(flags *flag.FlagSet) []string {
	var names []string
	flags.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	return names
}

// A listFlag gathers the values of a flag that may be given several times.
type listFlag []string

// String returns the values for a help text.
func (l *listFlag) String() string { return strings.Join(*l, ", ") }

// Set adds a value.
func (l *listFlag) Set(value string) error {
	*l = append(*l, value)
	return nil
}

// A choiceFlag takes one of a few words.
type choiceFlag struct {
	value   *string
	choices []string
}

// String returns the chosen word.
func (c *choiceFlag) String() string {
	if c.value == nil {
		return ""
	}
	return *c.value
}

// Set chooses a word, or says which there are.
func (c *choiceFlag) Set(value string) error {
	for _, choice := range c.choices {
		if value == choice {
			*c.value = value
			return nil
		}
	}
	return fmt.Errorf("kies %s", strings.Join(c.choices, ", "))
}

// A countFlag takes a whole number from least to most.
type countFlag struct {
	value       *int
	least, most int
}

// String returns the number.
func (c *countFlag) String() string {
	if c.value == nil {
		return ""
	}
	return fmt.Sprint(*c.value)
}

// Set takes a number, or says which there are.
func (c *countFlag) Set(value string) error {
	n, err := strconv.Atoi(value)
	if err != nil || n < c.least || n > c.most {
		return fmt.Errorf("geef een getal van %d tot %d", c.least, c.most)
	}
	*c.value = n
	return nil
}

// A timeFlag takes a length of time from least to most.
type timeFlag struct {
	value       *time.Duration
	least, most time.Duration
}

// String returns the time; nothing for none.
func (f *timeFlag) String() string {
	if f.value == nil || *f.value == 0 {
		return ""
	}
	return f.value.String()
}

// Set takes a time, or says which there are.
func (f *timeFlag) Set(value string) error {
	d, err := time.ParseDuration(value)
	if err != nil || d < f.least || d > f.most {
		return fmt.Errorf("geef een tijd van %s tot %s, zoals 20m", f.least, f.most)
	}
	*f.value = d
	return nil
}
