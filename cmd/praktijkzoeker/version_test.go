package main

import (
	"runtime/debug"
	"testing"
)

func TestVersionOf(t *testing.T) {
	const commit = "45bc2960123456789abc"
	info := func(version string, settings ...debug.BuildSetting) *debug.BuildInfo {
		return &debug.BuildInfo{Main: debug.Module{Version: version}, Settings: settings}
	}
	revision, modified := debug.BuildSetting{Key: "vcs.revision", Value: commit}, debug.BuildSetting{Key: "vcs.modified", Value: "true"}
	for _, test := range []struct {
		name, release string
		info          *debug.BuildInfo
		want          string
	}{
		{"nothing is known", "", info(""), "devel"},
		{"a folder", "", info("(devel)"), "devel"},
		{"a release without a repository", "v1.2.0", info("(devel)"), "v1.2.0"},
		{"a tag", "", info("v1.2.0", revision), "v1.2.0 45bc29601234"},
		{"a commit that the version names", "", info("v0.0.0-20261123-45bc29601234+dirty", revision, modified), "v0.0.0-20261123-45bc29601234+dirty"},
		{"changed files", "v1.2.0", info("", revision, modified), "v1.2.0 45bc29601234 gewijzigd"},
		{"a short commit", "", info("", debug.BuildSetting{Key: "vcs.revision", Value: "45"}), "devel 45"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := versionOf(test.release, test.info); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
