package server

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/gorilla/mux"
)

//go:embed static
var staticFiles embed.FS

// An asset is a file of the site's own look. Its address holds a hash of its
// contents, so that a browser may keep it for ever.
type asset struct {
	body        []byte
	contentType string
}

type assets struct {
	byAddress map[string]asset  // "style.1f2e3d4c5b6a.css"
	addresses map[string]string // "style.css" → "/static/style.1f2e3d4c5b6a.css"
}

func loadAssets() (assets, error) {
	a := assets{map[string]asset{}, map[string]string{}}
	entries, err := fs.ReadDir(staticFiles, "static")
	if err != nil {
		return a, fmt.Errorf("server: %w", err)
	}
	bodies := make(map[string][]byte, len(entries))
	for _, e := range entries {
		if assetTypes[path.Ext(e.Name())] == "" {
			return a, fmt.Errorf("server: static/%s: unknown type", e.Name())
		}
		if bodies[e.Name()], err = staticFiles.ReadFile("static/" + e.Name()); err != nil {
			return a, fmt.Errorf("server: %w", err)
		}
	}
	if err := linkModules(bodies, hashedName); err != nil {
		return a, err
	}
	for name, body := range bodies {
		address := hashedName(name, body)
		a.byAddress[address] = asset{body, assetTypes[path.Ext(name)]}
		a.addresses[name] = "/static/" + address
	}
	return a, nil
}

// hashedName is the name of a file with a hash of its contents in it.
func hashedName(name string, body []byte) string {
	ext := path.Ext(name)
	sum := sha256.Sum256(body)
	return strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:6]) + ext
}

// assetTypes stands here because the table of types of machines differs.
var assetTypes = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
}

// url is a function of templates: the address of a file. A name that does not
// exist is an error of the template.
func (a assets) url(name string) (string, error) {
	if u, ok := a.addresses[name]; ok {
		return u, nil
	}
	return "", fmt.Errorf("no asset %q", name)
}

func (s *site) serveStatic(w http.ResponseWriter, r *http.Request) error {
	a, ok := s.assets.byAddress[mux.Vars(r)["bestand"]]
	if !ok {
		return errNoRoute
	}
	w.Header().Set("Content-Type", a.contentType)
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(a.body))
	return nil
}

// imageTypes are the pictures that a fiche may have. SVG is not among them: it
// can hold script.
var imageTypes = map[string]string{
	".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".avif": "image/avif", ".gif": "image/gif",
}

func imageType(name string) string { return imageTypes[strings.ToLower(path.Ext(name))] }

// hasImage tells whether there is a picture of that name to show.
func (s *site) hasImage(name string) bool {
	if s.Images == nil || imageType(name) == "" || strings.ContainsAny(name, `/\`) {
		return false
	}
	info, err := fs.Stat(s.Images, name)
	return err == nil && info.Mode().IsRegular() && info.Size() <= maxImage
}

// maxImage is the largest picture that is shown, in bytes: a photo as a camera
// makes it is a third of it. What is larger is no picture for a page.
const maxImage = 32 << 20

// serveImage sends a picture from its file, so that a client that reads slowly
// holds none of it in memory.
func (s *site) serveImage(w http.ResponseWriter, r *http.Request) error {
	name := mux.Vars(r)["bestand"]
	if !s.hasImage(name) {
		return errNoRoute
	}
	f, err := s.Images.Open(name)
	if err != nil {
		return fmt.Errorf("image: %w", err)
	}
	defer f.Close()
	picture, ok := f.(io.ReadSeeker)
	if !ok {
		return fmt.Errorf("image: %T cannot be read from the middle", f)
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, picture); err != nil {
		return fmt.Errorf("image: %w", err)
	}
	w.Header().Set("Content-Type", imageType(name))
	w.Header().Set("Cache-Control", "public, max-age=3600")
	w.Header().Set("ETag", `"`+hex.EncodeToString(sum.Sum(nil)[:12])+`"`)
	http.ServeContent(w, r, "", time.Time{}, picture) // begins at the start again
	return nil
}
