package bleveindex

import "time"

// askHomeless is how long an index that is in memory, because its folder cannot
// be used, waits before it asks to be filled again: to try the folder once more.
const askHomeless = 5 * time.Minute

// Asks implements index.Asker.
func (x *Index) Asks() <-chan struct{} { return x.asks }

// ask wants Replace to be called soon.
func (x *Index) ask() {
	select {
	case x.asks <- struct{}{}:
	default: // asked already
	}
}

// tellHomeless notes and tells why the contents are kept in memory. Its folder
// is tried again later, also when no fiche changes.
func (x *Index) tellHomeless(err error) {
	if x.homeless == nil || x.homeless.Error() != err.Error() {
		x.options.Log.Warn("de index kan niet op schijf staan en komt in het geheugen; zoeken werkt, maar een herstart leest alle fiches opnieuw",
			"map", x.dir, "fout", err)
	}
	x.homeless = err
	if x.askAgain == nil {
		x.askAgain = time.AfterFunc(askHomeless, x.ask)
	} else {
		x.askAgain.Reset(askHomeless)
	}
}

// tellHome ends tellHomeless.
func (x *Index) tellHome() {
	if x.homeless == nil {
		return
	}
	x.homeless = nil
	x.askAgain.Stop()
	x.options.Log.Info("de index staat weer op schijf", "map", x.dir)
}
