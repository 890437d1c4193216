package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A terminal is where a command reads and writes. Results go to out, all else
// to err, so that out can be piped.
type terminal struct {
	in       io.Reader
	out, err io.Writer
}

// marker returns what makes a word stand out: bold on a terminal, nothing in a
// file or where NO_COLOR is set (https://no-color.org).
func (t *terminal) marker() func(string) string {
	if !isTerminal(t.out) || os.Getenv("NO_COLOR") != "" {
		return func(s string) string { return s }
	}
	return func(s string) string { return "\x1b[1m" + s + "\x1b[22m" }
}

// progress returns a bar for steps of long work on a terminal, and one that
// shows nothing elsewhere.
func (t *terminal) progress(steps int, what string) *progressbar.ProgressBar {
	if !isTerminal(t.err) {
		return progressbar.DefaultSilent(int64(steps), what)
	}
	return progressbar.NewOptions(steps,
		progressbar.OptionSetWriter(t.err),
		progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionThrottle(100*time.Millisecond),
	)
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
