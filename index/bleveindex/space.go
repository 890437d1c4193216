package bleveindex

import (
	"errors"
	"fmt"
)

// minRoom is the free space without which nothing is written: a batch is a few
// megabytes at most, and scorch handles a disk that fills up badly.
const minRoom = 16 << 20

// rebuildRoom is how many times the size of the index a rebuild needs: its
// segments, and what they are merged into, beside the old index.
const rebuildRoom = 2

// errNoRoom: the disk is too full to write to.
var errNoRoom = errors.New("te weinig vrije schijfruimte")

// checkRoom makes sure that there are so many bytes free in the folder, and at
// least minRoom.
func (x *Index) checkRoom(bytes int64) error {
	bytes = max(bytes, x.minRoom)
	free, known := freeBytes(x.dir)
	if known && free < bytes {
		return fmt.Errorf("%w in %s: %d MB vrij, %d MB nodig", errNoRoom, x.dir, free>>20, bytes>>20)
	}
	return nil
}
