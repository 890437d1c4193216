package server

import "net/http"

// base returns the address of the site without a slash at its end: BaseURL, or
// the one under which r asked.
func (s *site) base(r *http.Request) string {
	switch {
	case s.BaseURL != "":
		return s.BaseURL
	case recordOf(r.Context()).from.secure:
		return "https://" + r.Host
	default:
		return "http://" + r.Host
	}
}
