package main

import (
	"context"
	"flag"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

var versionCommand = command{
	name:  "version",
	short: "toont de versie van het programma",
	long:  "Toont de versie van Praktijkzoeker, de commit waarvan ze gebouwd is, en de versie van Go.",
	bare:  true,
	setup: func(*flag.FlagSet, *Config) func(context.Context, *terminal, []string) error {
		return func(_ context.Context, t *terminal, _ []string) error {
			_, err := fmt.Fprintf(t.out, "praktijkzoeker %s (%s, %s/%s)\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		}
	},
}

// version returns the version of the module and the commit it was built from,
// as far as the Go command has noted them in the binary.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "onbekend"
	}
	parts := []string{strings.Trim(info.Main.Version, "()")}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision" && !strings.Contains(parts[0], s.Value[:min(12, len(s.Value))]):
			parts = append(parts, s.Value[:min(12, len(s.Value))])
		case s.Key == "vcs.modified" && s.Value == "true" && !strings.Contains(parts[0], "dirty"):
			parts = append(parts, "gewijzigd")
		}
	}
	if parts[0] == "" {
		parts[0] = "devel"
	}
	return strings.Join(parts, " ")
}
