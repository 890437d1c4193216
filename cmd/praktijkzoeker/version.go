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

// release is the version that whoever builds from an unpacked archive gives,
// where no repository tells it: go build -ldflags "-X main.release=v1.2.0".
var release string

// version returns the version of the module and the commit it was built from,
// as far as the Go command has noted them in the binary.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return versionOf(release, info)
}

// versionOf returns the version that a release or the Go command has given, then
// the commit and whether files differed from it, unless the version tells that.
func versionOf(release string, info *debug.BuildInfo) string {
	name := strings.Trim(info.Main.Version, "()")
	if release != "" {
		name = release
	}
	if name == "" {
		name = "devel"
	}
	parts := []string{name}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision" && !strings.Contains(name, s.Value[:min(12, len(s.Value))]):
			parts = append(parts, s.Value[:min(12, len(s.Value))])
		case s.Key == "vcs.modified" && s.Value == "true" && !strings.Contains(name, "dirty"):
			parts = append(parts, "gewijzigd")
		}
	}
	return strings.Join(parts, " ")
}
