// Praktijkzoeker searches praktijkfiches: short Dutch documents in which
// municipalities describe what works for living together in diversity.
//
// The one binary serves the search page and the API, and holds the tools of
// editors and operators; run "praktijkzoeker help" for a list. Only this
// package knows which engine is used, reads settings and looks at the
// environment.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

// Exit codes.
const (
	exitDone   = 0
	exitFailed = 1 // what was asked could not be done, or a check found errors
	exitUsage  = 2 // it was asked in a way that has no meaning
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run carries out one command line and returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	t := &terminal{in: stdin, out: stdout, err: stderr}
	err := dispatch(ctx, t, args)
	var usage *usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errTold):
		return exitFailed
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "praktijkzoeker: %s\n%s\n", usage.what, usage.hint)
		return exitUsage
	default:
		fmt.Fprintf(stderr, "praktijkzoeker: %s\n", inDutch(err))
		return exitFailed
	}
}

// dispatch finds the command, reads the settings and carries it out.
func dispatch(ctx context.Context, t *terminal, args []string) error {
	global := flag.NewFlagSet("praktijkzoeker", flag.ContinueOnError)
	configPath := global.String("config", "", "")
	args, err := parseFlags(global, args, false)
	if errors.Is(err, flag.ErrHelp) {
		return printOverview(t.out)
	}
	if err != nil {
		return &usageError{what: err.Error(), hint: "Alle opties zie je met: praktijkzoeker help"}
	}

	name := "serve"
	if len(args) > 0 {
		name, args = args[0], args[1:]
	}
	if name == "help" {
		return help(t.out, args)
	}
	cmd, ok := findCommand(name)
	if !ok {
		return unknownCommand(name)
	}
	var path *string
	global.Visit(func(*flag.Flag) { path = configPath })
	err = cmd.carryOut(ctx, t, path, args)
	if usage := new(usageError); errors.As(err, &usage) && usage.hint == "" {
		return &usageError{
			what: cmd.name + ": " + usage.what,
			hint: "Gebruik: " + cmd.usage() + "\nMeer uitleg: praktijkzoeker help " + cmd.name,
		}
	}
	return err
}

// carryOut reads the settings and the options of a command and does what it is
// for. configPath is the value of -config, nil when it was not given.
func (c command) carryOut(ctx context.Context, t *terminal, configPath *string, args []string) error {
	config, from, configErr := loadConfig(configPath, os.Environ())
	config.Read = readFrom{File: from, Environ: os.Environ(), Err: configErr}
	flags := c.flagSet()
	do := c.setup(flags, &config)
	args, err := parseFlags(flags, args, c.mixed)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return printHelp(t.out, c)
	case err != nil:
		return wrongUse("%s", err)
	case c.bare:
		return do(ctx, t, args)
	}
	if configErr == nil {
		configErr = config.Validate()
	}
	if configErr != nil {
		what := "de instellingen kloppen niet"
		if from != "" {
			what += " (gelezen: " + from + ")"
		}
		what += "\n" + configErr.Error()
		if _, named := lookupEnv(config.Read.Environ, envConfig); from != "" && configPath == nil && !named {
			what += fmt.Sprintf("\n(%s wordt gelezen omdat het in deze map staat; met -config= start je zonder)", from)
		}
		return &usageError{what: what, hint: "Elke instelling staat uitgelegd in docs/operations.md."}
	}
	return do(ctx, t, args)
}
