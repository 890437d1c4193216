package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"testing"
)

func TestErrorsAreDutch(t *testing.T) {
	path := func(err error) error {
		return fmt.Errorf("load fiches: %w", &fs.PathError{Op: "open", Path: "fiches", Err: err})
	}
	for _, test := range []struct {
		err  error
		want string
	}{
		{path(fs.ErrNotExist), "fiches bestaat niet; kijk de naam na"},
		{path(fs.ErrPermission), "fiches: geen toegang; kijk de rechten van het bestand of de map na"},
		{path(fs.ErrExist), "fiches bestaat al"},
		{path(errors.New("input/output error")), "load fiches: open fiches: input/output error"},
		{fmt.Errorf("search: %w", context.Canceled), "onderbroken"},
		{errors.New("de schijf is vol"), "de schijf is vol"},
	} {
		if got := inDutch(test.err); got != test.want {
			t.Errorf("inDutch(%v) = %q, want %q", test.err, got, test.want)
		}
	}
}
