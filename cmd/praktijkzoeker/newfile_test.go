package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestWriteNew(t *testing.T) {
	for _, test := range []struct {
		name    string
		before  string // "" for no file
		force   bool
		want    written
		wantErr error
		after   string
	}{
		{name: "no file yet", want: wroteNew, after: "new"},
		{name: "another file", before: "old", wantErr: fs.ErrExist, after: "old"},
		{name: "another file, forced", before: "old", force: true, want: wroteOver, after: "new"},
		{name: "the same file", before: "new", want: wroteNothing, after: "new"},
		{name: "the same file, forced", before: "new", force: true, want: wroteNothing, after: "new"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			name := filepath.Join(dir, "a.md")
			if test.before != "" {
				if err := os.WriteFile(name, []byte(test.before), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			got, err := writeNew(name, []byte("new"), test.force)
			if !errors.Is(err, test.wantErr) {
				t.Fatalf("error %v, want %v", err, test.wantErr)
			}
			if err == nil && got != test.want {
				t.Errorf("it was %s, want %s", got, test.want)
			}
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if string(data) != test.after {
				t.Errorf("the file holds %q, want %q", data, test.after)
			}
			left, err := os.ReadDir(dir)
			if err != nil {
				t.Fatal(err)
			}
			if len(left) != 1 {
				t.Errorf("%d files in the folder, want 1", len(left))
			}
		})
	}
}

func TestWriteNewWritesThroughNoLink(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(dir, "outside")
	link := filepath.Join(dir, "a.md")
	if err := os.WriteFile(outside, []byte("kept"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, link); err != nil {
		t.Fatal(err)
	}
	if _, err := writeNew(link, []byte("new"), true); err == nil {
		t.Error("no error")
	}
	if data, _ := os.ReadFile(outside); string(data) != "kept" {
		t.Errorf("the file behind the link holds %q", data)
	}
}
