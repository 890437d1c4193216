package backup_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/cmd/praktijkzoeker/internal/backup"
)

// An entry of an archive that somebody made by hand.
type entry struct {
	header tar.Header
	body   string
}

func file(name, body string) entry {
	return entry{tar.Header{Typeflag: tar.TypeReg, Name: name, Size: int64(len(body)), Mode: 0o644}, body}
}

// pack makes an archive of entries.
func pack(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	for _, e := range entries {
		if err := w.WriteHeader(&e.header); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(e.body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// manifest of one file a.md that holds "A".
const manifest = `{"format":1,"files":[{"name":"a.md","size":1,"sha256":"559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd"}]}`

func TestHostileArchives(t *testing.T) {
	outside := t.TempDir()
	link := func(kind byte, name, to string) entry {
		return entry{tar.Header{Typeflag: kind, Name: name, Linkname: to}, ""}
	}
	for name, test := range map[string]struct {
		data []byte
		want error
	}{
		"sound":                     {pack(t, file("a.md", "A"), file("MANIFEST.json", manifest)), nil},
		"no archive":                {[]byte("just text"), backup.ErrDamaged},
		"nothing":                   {nil, backup.ErrDamaged},
		"empty gzip":                {pack(t), backup.ErrDamaged},
		"gzip of text":              {gzipped(t, strings.Repeat("x", 2000)), backup.ErrDamaged},
		"no manifest":               {pack(t, file("a.md", "A")), backup.ErrDamaged},
		"manifest first":            {pack(t, file("MANIFEST.json", manifest), file("a.md", "A")), backup.ErrDamaged},
		"manifest is no JSON":       {pack(t, file("a.md", "A"), file("MANIFEST.json", "{")), backup.ErrDamaged},
		"manifest of a later form":  {pack(t, file("MANIFEST.json", `{"format":2}`)), backup.ErrDamaged},
		"other contents":            {pack(t, file("a.md", "B"), file("MANIFEST.json", manifest)), backup.ErrDamaged},
		"another name":              {pack(t, file("b.md", "A"), file("MANIFEST.json", manifest)), backup.ErrDamaged},
		"a file more":               {pack(t, file("a.md", "A"), file("b.md", ""), file("MANIFEST.json", manifest)), backup.ErrDamaged},
		"a file less":               {pack(t, file("MANIFEST.json", manifest)), backup.ErrDamaged},
		"a file twice":              {pack(t, file("a.md", "A"), file("a.md", "B"), file("MANIFEST.json", manifest)), backup.ErrUnsafe},
		"up":                        {pack(t, file("../a.md", "A"), file("MANIFEST.json", manifest)), backup.ErrUnsafe},
		"up in the middle":          {pack(t, file("fiches/../../a.md", "A")), backup.ErrUnsafe},
		"from the root":             {pack(t, file(filepath.Join(outside, "a.md"), "A")), backup.ErrUnsafe},
		"a drive":                   {pack(t, file("C:a.md", "A")), backup.ErrUnsafe},
		"backslashes":               {pack(t, file(`..\a.md`, "A")), backup.ErrUnsafe},
		"hidden":                    {pack(t, file("fiches/.bashrc", "A")), backup.ErrUnsafe},
		"a control character":       {pack(t, file("a\x1b[2J.md", "A")), backup.ErrUnsafe},
		"a long name":               {pack(t, file(strings.Repeat("x", 2000), "A")), backup.ErrUnsafe},
		"no name":                   {pack(t, file("", "A")), backup.ErrUnsafe},
		"a folder":                  {pack(t, link(tar.TypeDir, "fiches/", "")), backup.ErrUnsafe},
		"a symbolic link":           {pack(t, link(tar.TypeSymlink, "fiches", outside), file("fiches/a.md", "A")), backup.ErrUnsafe},
		"a hard link":               {pack(t, link(tar.TypeLink, "a.md", "/etc/passwd")), backup.ErrUnsafe},
		"a device":                  {pack(t, link(tar.TypeChar, "a.md", "")), backup.ErrUnsafe},
		"a pipe":                    {pack(t, link(tar.TypeFifo, "a.md", "")), backup.ErrUnsafe},
		"a file as a folder":        {pack(t, file("a", "A"), file("a/b.md", "B")), nil},
		"a large file":              {pack(t, file("a.md", strings.Repeat("\x00", 64<<20+1))), backup.ErrUnsafe},
		"a size without a body":     {gzipped(t, string(headerOf(t, 1<<40))), backup.ErrUnsafe},
		"a large manifest":          {pack(t, file("MANIFEST.json", strings.Repeat(" ", 64<<20+1))), backup.ErrUnsafe},
		"a manifest that names you": {pack(t, file("a.md", "A"), file("MANIFEST.json", strings.ReplaceAll(manifest, "a.md", "../a.md"))), backup.ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			above := t.TempDir()
			dir := filepath.Join(above, "to")
			_, err := backup.Extract(t.Context(), bytes.NewReader(test.data), dir)
			if name == "a file as a folder" {
				if err == nil {
					t.Error("no error")
				}
			} else if !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
			got := contents(t, above)
			want := map[string]string{}
			if err == nil {
				want["to/a.md"] = "A"
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("left behind (-want +got):\n%s", diff)
			}
			if _, errStat := os.Stat(dir); (errStat == nil) != (err == nil) {
				t.Errorf("the folder: %v, after error %v", errStat, err)
			}
		})
	}
	if got := contents(t, outside); len(got) > 0 {
		t.Errorf("outside are now %v", got)
	}
}

func gzipped(t testing.TB, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// headerOf returns the header of a file of a size, without the file.
func headerOf(t testing.TB, size int64) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := tar.NewWriter(&b).WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: "a.md", Size: size}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// An archive that was cut off, or of which a bit fell over, is never restored.
func TestDamagedArchives(t *testing.T) {
	for name, how := range map[string]backup.Compression{"zstd": backup.Zstd, "gzip": backup.Gzip} {
		t.Run(name, func(t *testing.T) {
			whole := archive(t, how)
			for n := range len(whole) {
				if _, err := backup.Verify(t.Context(), bytes.NewReader(whole[:n])); !errors.Is(err, backup.ErrDamaged) {
					t.Fatalf("the first %d of %d bytes: %v", n, len(whole), err)
				}
			}
			sound, err := backup.Verify(t.Context(), bytes.NewReader(whole))
			if err != nil {
				t.Fatal(err)
			}
			for i := range whole {
				for bit := range 8 {
					bad := bytes.Clone(whole)
					bad[i] ^= 1 << bit
					// The headers of gzip hold a time and a system that mean nothing here.
					if got, err := backup.Verify(t.Context(), bytes.NewReader(bad)); err == nil && !cmp.Equal(got, sound) {
						t.Fatalf("bit %d of byte %d: restored as %+v", bit, i, got)
					}
				}
			}
		})
	}
}

func TestOnlyIntoAnEmptyFolder(t *testing.T) {
	data := archive(t, backup.Zstd)
	full := files(t, map[string]string{"a.md": "mine"})
	if _, err := backup.Extract(t.Context(), bytes.NewReader(data), full); !errors.Is(err, backup.ErrNotEmpty) {
		t.Errorf("into a folder with a file: %v", err)
	}
	if diff := cmp.Diff(map[string]string{"a.md": "mine"}, contents(t, full)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := backup.Extract(t.Context(), bytes.NewReader(data), filepath.Join(full, "a.md")); err == nil {
		t.Error("a file serves as a folder")
	}
	empty := t.TempDir()
	if _, err := backup.Extract(t.Context(), bytes.NewReader(data[:len(data)/2]), empty); !errors.Is(err, backup.ErrDamaged) {
		t.Errorf("half an archive: %v", err)
	}
	if entries, err := os.ReadDir(empty); err != nil || len(entries) > 0 {
		t.Errorf("half an archive leaves %v, %v", entries, err)
	}
	if _, err := backup.Extract(t.Context(), bytes.NewReader(data), empty); err != nil {
		t.Errorf("into an empty folder: %v", err)
	}
}

// Whatever an archive holds, it ends in an error or in files below the folder.
func FuzzVerify(f *testing.F) {
	f.Add(pack(f, file("a.md", "A"), file("MANIFEST.json", manifest)))
	f.Add(pack(f, file("../a.md", "A")))
	f.Add([]byte{0x28, 0xb5, 0x2f, 0xfd, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, d := range [][]byte{data, gzipped(t, string(data))} {
			m, err := backup.Verify(t.Context(), bytes.NewReader(d))
			if err == nil {
				for _, file := range m.Files {
					if !filepath.IsLocal(file.Name) {
						t.Errorf("name %q", file.Name)
					}
				}
			} else if !errors.Is(err, backup.ErrDamaged) && !errors.Is(err, backup.ErrUnsafe) {
				t.Errorf("an error of neither kind: %v", err)
			}
		}
	})
}
