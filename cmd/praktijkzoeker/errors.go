package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// errTold says that a command failed and has said why itself.
var errTold = errors.New("failed, and told so")

// A usageError is a command line without meaning: what is wrong, and where to
// look for what is right. Both are Dutch.
type usageError struct{ what, hint string }

func (e *usageError) Error() string { return e.what }

// inDutch says an error as its reader should see it. Errors of the operating
// system are put in words; others already are, or are for an engineer.
func inDutch(err error) string {
	if errors.Is(err, context.Canceled) {
		return "onderbroken"
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		for _, known := range []struct {
			is   error
			says string
		}{
			{fs.ErrNotExist, "%s bestaat niet; kijk de naam na"},
			{fs.ErrPermission, "%s: geen toegang; kijk de rechten van het bestand of de map na"},
			{fs.ErrExist, "%s bestaat al"},
			{os.ErrDeadlineExceeded, "%s antwoordt niet"},
		} {
			if errors.Is(path.Err, known.is) {
				return fmt.Sprintf(known.says, path.Path)
			}
		}
	}
	return err.Error()
}
