package bleveindex

import (
	"errors"
	"fmt"
	"runtime/debug"

	"golang.org/x/sync/errgroup"
)

// A panicError is a panic of scorch, or of what it read, as an error.
type panicError struct {
	value any
	stack []byte
}

func (e *panicError) Error() string { return fmt.Sprintf("panic: %v", e.value) }

// isPanic reports whether err comes from a panic.
func isPanic(err error) bool {
	_, ok := errors.AsType[*panicError](err)
	return ok
}

// guarded runs f and turns a panic in it into a panicError: scorch panics where
// a file does not hold what it expects. So does memory whose file was cut off
// under it, which without SetPanicOnFault would end the process.
func guarded(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = &panicError{p, debug.Stack()}
		}
	}()
	return f()
}

// work runs f in the group; a panic, as of a store whose files are damaged, is an
// error of it.
func work(group *errgroup.Group, f func() error) {
	group.Go(func() error { return guarded(f) })
}
