package server

import (
	"errors"
	"fmt"
	"math"
	"net/http"
	"regexp"
	"strconv"
	"strings"
)

// A Theme is what an organisation gives a site of its own look. The zero Theme
// is the look of the program.
type Theme struct {
	Accent     string // colour of links and buttons on light, "#0b5c5a"; empty: our own
	AccentDark string // the same on dark; empty: made from Accent
	Logo       []byte // PNG, JPEG, WebP or SVG, shown before the name of the site; nil: none
}

// Check tells in Dutch what is wrong with t, naming the field, and how to mend
// it.
func (t Theme) Check() error {
	if _, err := t.style(); err != nil {
		return err
	}
	if len(t.Logo) == 0 {
		return nil
	}
	if len(t.Logo) > maxLogo {
		return fmt.Errorf("logo telt %d kB en mag hoogstens %d kB zijn: elke pagina toont het", len(t.Logo)>>10, maxLogo>>10)
	}
	_, err := logoExtension(t.Logo)
	return err
}

// A palette is the colours of the style sheet that an accent must stand out
// from; a test holds them equal.
type palette struct{ ground, surface, dark, light string }

var (
	lightPalette = palette{ground: "#ffffff", surface: "#f3f6f6", dark: "#0a1f1e", light: "#ffffff"}
	darkPalette  = palette{ground: "#13191c", surface: "#1c2427", dark: "#0a1f1e", light: "#ffffff"}
)

// leastContrast is that of WCAG 2.2 for text (1.4.3).
const leastContrast = 4.5

var colourForm = regexp.MustCompile(`^#[0-9a-f]{6}$`)

// style returns the style sheet of t, empty when it changes no colour. It fails
// when a colour is none or cannot be read on the background.
func (t Theme) style() (string, error) {
	if t.Accent == "" && t.AccentDark == "" {
		return "", nil
	}
	if t.Accent == "" {
		return "", errors.New("accent_dark zonder accent: kies ook de kleur op een lichte achtergrond")
	}
	light, err := lightPalette.accent("accent", t.Accent, "#000000", "donkerder")
	if err != nil {
		return "", err
	}
	onDark := t.AccentDark
	if onDark == "" {
		onDark = darkPalette.readable(strings.ToLower(t.Accent), "#ffffff")
	}
	dark, err := darkPalette.accent("accent_dark", onDark, "#ffffff", "lichter")
	if err != nil {
		return "", err
	}
	// Print has colours of its own.
	return "@media screen {\n:root { " + light + " }\n}\n@media screen and (prefers-color-scheme: dark) {\n:root { " + dark + " }\n}\n", nil
}

// accent checks a colour and returns the properties that follow from it; towards
// is where the colour of hovering goes.
func (p palette) accent(name, colour, towards, advice string) (string, error) {
	colour = strings.ToLower(colour)
	if !colourForm.MatchString(colour) {
		return "", fmt.Errorf("%s %q is geen kleur: schrijf een hekje en zes cijfers of letters van a tot f, zoals \"#0b5c5a\"", name, colour)
	}
	for _, back := range []string{p.ground, p.surface} {
		if c := contrast(colour, back); c < leastContrast {
			return "", fmt.Errorf("%s %s: het contrast met de achtergrond %s is %.1f en moet minstens %.1f zijn: kies een %se kleur", name, colour, back, c, leastContrast, advice)
		}
	}
	strong := mix(colour, towards, .35)
	on := p.light
	if min(contrast(on, colour), contrast(on, strong)) < min(contrast(p.dark, colour), contrast(p.dark, strong)) {
		on = p.dark
	}
	for _, back := range []string{colour, strong} {
		if c := contrast(on, back); c < leastContrast {
			return "", fmt.Errorf("%s %s: het contrast met de tekst op een knop is %.1f en moet minstens %.1f zijn: kies een %se kleur", name, colour, c, leastContrast, advice)
		}
	}
	return "--accent: " + colour + "; --accent-strong: " + strong + "; --on-accent: " + on + ";", nil
}

// readable moves a colour towards another until text in it can be read, and a
// little further for comfort. What is no colour stays as it is.
func (p palette) readable(colour, towards string) string {
	if !colourForm.MatchString(colour) {
		return colour
	}
	for share := 0.0; share < 1; share += .05 {
		if c := mix(colour, towards, share); contrast(c, p.surface) >= 1.5*leastContrast {
			return c
		}
	}
	return towards
}

// contrast is the ratio of WCAG 2.2's definition of contrast ratio, of two
// colours as #rrggbb.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + .05) / (math.Min(x, y) + .05)
}

// luminance is WCAG 2.2's definition of relative luminance.
func luminance(colour string) float64 {
	linear := func(i int) float64 {
		c := channel(colour, i) / 255
		if c <= .04045 {
			return c / 12.92
		}
		return math.Pow((c+.055)/1.055, 2.4)
	}
	return .2126*linear(0) + .7152*linear(1) + .0722*linear(2)
}

// mix returns a with a share of b.
func mix(a, b string, share float64) string {
	out := "#"
	for i := range 3 {
		out += fmt.Sprintf("%02x", int(math.Round(channel(a, i)*(1-share)+channel(b, i)*share)))
	}
	return out
}

// channel returns red, green or blue of #rrggbb, 0 to 255.
func channel(colour string, i int) float64 {
	n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
	if err != nil {
		return 0 // callers have checked the form
	}
	return float64(n)
}

// logoExtension tells what kind of picture a logo is, or fails.
func logoExtension(logo []byte) (string, error) {
	switch http.DetectContentType(logo) {
	case "image/png":
		return ".png", nil
	case "image/jpeg":
		return ".jpg", nil
	case "image/webp":
		return ".webp", nil
	}
	if head := string(logo[:min(len(logo), 1024)]); strings.Contains(head, "<svg") && strings.HasPrefix(strings.TrimLeft(head, "\ufeff \t\r\n"), "<") {
		return ".svg", nil
	}
	return "", errors.New("logo is geen beeld dat een browser toont: neem een PNG-, JPEG-, WebP- of SVG-bestand")
}
