package corpus

import (
	"embed"
	"fmt"
	"io/fs"
)

//go:embed fiches/*.md
var shipped embed.FS

// Shipped returns the fiches that come with the program, so that it searches
// without any file beside it. Load reads it as it reads a folder.
func Shipped() fs.FS {
	sub, err := fs.Sub(shipped, "fiches")
	if err != nil {
		panic(fmt.Sprintf("corpus: shipped fiches: %v", err)) // only for a name that is no path
	}
	return sub
}
