package bleveindex

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// On disk an index is a folder with one generation, a scorch index of its own,
// and the name of that generation:
//
//	CURRENT            "generation-000007"
//	generation-000007/ root.bolt, *.zap, view (see saved.go), and MANIFEST
//	                   while nobody has it open
//	damaged-000005/    the last one that was found damaged, to be looked at
//
// A rebuild writes the next generation beside the current one and then renames
// a new CURRENT into place, so that a crash leaves either the old or the new.
// Generations that CURRENT does not name are leftovers.
const (
	currentFile      = "CURRENT"
	generationPrefix = "generation-"
	damagedPrefix    = "damaged-"
)

// currentGeneration returns the number in CURRENT; 0 if there is none.
func currentGeneration(dir string) (int, error) {
	data, err := os.ReadFile(filepath.Join(dir, currentFile))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("read current generation: %w", err)
	}
	n, err := strconv.Atoi(strings.TrimPrefix(strings.TrimSpace(string(data)), generationPrefix))
	if err != nil || n < 1 {
		return 0, nil // unreadable: as if there were none
	}
	return n, nil
}

func generationDir(dir string, n int) string {
	return filepath.Join(dir, fmt.Sprintf("%s%06d", generationPrefix, n))
}

// generationOf returns the number of the generation in a folder; 0 for the
// empty name of memory.
func generationOf(dir string) int {
	n, _ := strconv.Atoi(strings.TrimPrefix(filepath.Base(dir), generationPrefix))
	return n
}

// publishGeneration makes generation n the current one, durably.
func publishGeneration(dir string, n int) error {
	if err := writeDurably(filepath.Join(dir, currentFile), fmt.Appendf(nil, "%s%06d\n", generationPrefix, n)); err != nil {
		return fmt.Errorf("publish generation: %w", err)
	}
	return nil
}

// dropGenerations removes every generation but keep.
func dropGenerations(dir string, keep int) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("list generations: %w", err)
	}
	for _, e := range entries {
		if e.IsDir() && strings.HasPrefix(e.Name(), generationPrefix) && filepath.Join(dir, e.Name()) != generationDir(dir, keep) {
			if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
				return fmt.Errorf("remove old generation: %w", err)
			}
		}
	}
	return nil
}

// setAside moves a generation that is damaged out of the way, where somebody can
// look at it, and returns its new place. Only the last one is kept.
func setAside(dir string, n int) (string, error) {
	old, err := filepath.Glob(filepath.Join(dir, damagedPrefix+"*"))
	if err != nil {
		return "", fmt.Errorf("set damaged index aside: %w", err)
	}
	for _, path := range old {
		if err := os.RemoveAll(path); err != nil {
			return "", fmt.Errorf("set damaged index aside: %w", err)
		}
	}
	aside := filepath.Join(dir, fmt.Sprintf("%s%06d", damagedPrefix, n))
	if err := os.Rename(generationDir(dir, n), aside); err != nil {
		return "", fmt.Errorf("set damaged index aside: %w", err)
	}
	return aside, nil
}
