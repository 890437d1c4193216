package bleveindex

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// errOtherVersion: the generation was made by a program with other terms.
var errOtherVersion = errors.New("index of another version")

// openFolder makes the folder of the index, locks it, and removes what an earlier
// process left unfinished; nothing if it is locked already.
func (x *Index) openFolder() error {
	if x.lock != nil {
		return nil
	}
	if err := os.MkdirAll(x.dir, 0o755); err != nil {
		return fmt.Errorf("make index folder: %w", err)
	}
	lock, err := lockFolder(x.dir)
	if err != nil {
		return err
	}
	x.lock = lock
	n, err := currentGeneration(x.dir)
	if err != nil {
		return err
	}
	return dropGenerations(x.dir, n)
}

func (x *Index) unlock() error {
	if x.lock == nil {
		return nil
	}
	lock := x.lock
	x.lock = nil
	return lock.unlock()
}

// openCurrent opens the current generation on disk with a view of what it holds.
// Both are nil when there is none that can be used; one that is damaged is set
// aside. The caller owns the store and the view.
func (x *Index) openCurrent() (*store, *view, error) {
	n, err := currentGeneration(x.dir)
	if err != nil {
		return nil, nil, err
	}
	x.generation = n
	if n == 0 {
		return nil, nil, nil
	}
	folder := generationDir(x.dir, n)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil // a rebuild after damage did not come to its end
	}
	st, v, err := x.openGeneration(folder)
	switch {
	case errors.Is(err, errOtherVersion):
		x.options.Log.Info("index is van een andere versie en wordt opnieuw opgebouwd uit de fiches", "map", folder)
		return nil, nil, nil
	case errors.Is(err, errDamaged):
		return nil, nil, x.giveUp(err)
	}
	return st, v, err
}

// giveUp sets the current generation aside, if it is still there.
func (x *Index) giveUp(why error) error {
	if _, err := os.Stat(generationDir(x.dir, x.generation)); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	aside, err := setAside(x.dir, x.generation)
	x.options.Log.Warn("index is beschadigd en wordt opnieuw opgebouwd uit de fiches", "fout", why, "bewaard als", aside)
	return err
}

// openGeneration opens a generation that passes verifyGeneration.
func (x *Index) openGeneration(folder string) (*store, *view, error) {
	if err := verifyGeneration(folder); err != nil {
		return nil, nil, err
	}
	if err := unseal(folder); err != nil {
		return nil, nil, err
	}
	st, err := openStore(folder, false)
	if isPanic(err) {
		return nil, nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	if err != nil {
		return nil, nil, err
	}
	v, err := x.checkedView(st)
	if err != nil {
		return nil, nil, errors.Join(err, st.stop(), st.release(nil))
	}
	return st, v, nil
}

// checkedView returns a view of a store that was just opened, when that holds
// what it says.
func (x *Index) checkedView(st *store) (v *view, err error) {
	format, err := st.internal(keyFormat)
	if err != nil {
		return nil, err
	}
	state, err := st.internal(keyState)
	if err != nil {
		return nil, err
	}
	fiches, err := st.internal(keyFiches)
	if err != nil {
		return nil, err
	}
	switch {
	case state == "" || format == "":
		return nil, fmt.Errorf("%w: it holds no contents", errDamaged)
	case format != formatID():
		return nil, errOtherVersion
	case state != stateWhole:
		return nil, fmt.Errorf("%w: it is half written", errDamaged)
	}
	if v, err = x.viewOf(st, nil, nil); isPanic(err) {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	if err != nil {
		return nil, err
	}
	if got := fmt.Sprint(v.live); got != fiches {
		return nil, errors.Join(fmt.Errorf("%w: it holds %s fiches of %s", errDamaged, got, fiches), v.release())
	}
	return v, nil
}
