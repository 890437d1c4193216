package server

import (
	"fmt"
	"path"
)

// The names under which the theme's own files are kept among the assets.
const (
	themeStyle = "theme.css"
	themeLogo  = "logo"
)

// maxLogo is the size in bytes of the largest logo: every page shows it.
const maxLogo = 256 << 10

// addTheme makes assets of the theme. A file with a hash in its name rather
// than a style element keeps the policy as strict as it is.
func (s *site) addTheme() error {
	if err := s.Theme.Check(); err != nil {
		return fmt.Errorf("server: theme: %w", err)
	}
	if style, _ := s.Theme.style(); style != "" { // Check has made it too
		s.assets.add(themeStyle, "theme.css", []byte(style))
	}
	if len(s.Theme.Logo) > 0 {
		ext, _ := logoExtension(s.Theme.Logo)
		s.assets.add(themeLogo, "logo"+ext, s.Theme.Logo)
	}
	return nil
}

// add keeps one more file under a name; file is its name in the address.
func (a assets) add(name, file string, body []byte) {
	address := hashedName(file, body)
	kind := assetTypes[path.Ext(file)]
	if kind == "" {
		kind = imageType(file)
	}
	a.byAddress[address] = asset{body, kind}
	a.addresses[name] = "/static/" + address
}
