package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// The scripts run this test binary as the command praktijkzoeker.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"praktijkzoeker": main})
}

// Each script in testdata/script tells one behaviour; its first line says
// which. UPDATE_SCRIPTS=1 writes what a command prints into the script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(env *testscript.Env) error {
			env.Vars = append(env.Vars, "NO_COLOR=1")
			return nil
		},
		Cmds: scriptCommands,
	})
}
