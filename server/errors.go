package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"

	"praktijkzoeker/index"
)

// Errors of the routes themselves.
var (
	errNoRoute = errors.New("no such path")
	errMethod  = errors.New("method not allowed")
	errBody    = errors.New("request body too large")
	errPanic   = errors.New("handler panicked")
)

// statusGone is nginx's code for a client that left before its answer; it
// stands in logs and metrics only.
const statusGone = 499

// status is the only map from errors to HTTP.
func status(err error) int {
	if _, ok := errors.AsType[*paramError](err); ok {
		return http.StatusBadRequest
	}
	switch {
	case errors.Is(err, index.ErrNotFound), errors.Is(err, errNoRoute):
		return http.StatusNotFound
	case errors.Is(err, errMethod):
		return http.StatusMethodNotAllowed
	case errors.Is(err, errBody):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, errRate):
		return http.StatusTooManyRequests
	case errors.Is(err, index.ErrNotReady), errors.Is(err, index.ErrDamaged), errors.Is(err, errBusy):
		return http.StatusServiceUnavailable
	case errors.Is(err, context.DeadlineExceeded):
		return http.StatusGatewayTimeout
	case errors.Is(err, context.Canceled):
		return statusGone
	default:
		return http.StatusInternalServerError
	}
}

// A notFound is an index.ErrNotFound that knows what may be meant instead.
type notFound struct {
	what    string // "De praktijk", "De gemeente"
	name    string // as asked
	nearest []link
}

func (e *notFound) Error() string { return fmt.Sprintf("%s %q not found", e.what, e.name) }
func (e *notFound) Unwrap() error { return index.ErrNotFound }

// retryAfter is how many seconds a client should wait for an index that is
// being filled; a corpus of thousands of fiches takes a few.
const retryAfter = "5"

// A failure is an error as it is told to the outside. It shows nothing of the
// inside: of a 5xx only the number under which the log tells more.
type failure struct {
	Status    int
	Title     string
	Detail    string // what to do
	Parameter string // that is wrong
	Nearest   []link
	RequestID string // on a 5xx
}

// tell turns an error into a failure.
func tell(r *http.Request, err error) failure {
	f := failure{Status: status(err)}
	switch f.Status {
	case http.StatusBadRequest:
		f.Title = "Deze vraag klopt niet"
	case http.StatusNotFound:
		f.Title = "Niet gevonden"
		f.Detail = "Deze pagina bestaat niet. Controleer het adres, of zoek met de woorden die je kent."
		if isAPI(r) {
			f.Detail = "Dit adres bestaat niet. Alle adressen van de API staan in " + pathOpenAPI + "."
		}
	case http.StatusMethodNotAllowed:
		f.Title = "Deze methode kan hier niet"
		f.Detail = "Hier kun je alleen lezen. Gebruik GET of HEAD."
	case http.StatusRequestEntityTooLarge:
		f.Title = "Te veel gegevens meegestuurd"
		f.Detail = "Deze site leest geen inhoud van een vraag. Zet alles in het adres en stuur geen body mee."
	case http.StatusTooManyRequests:
		f.Title = "Te veel vragen na elkaar"
		f.Detail = "Wacht zoveel seconden als in Retry-After staat, en vraag trager. Wie alles wil, leest " + pathAPIFiches + " met size=100."
	case http.StatusServiceUnavailable:
		f.Title = "Nog even geduld"
		f.Detail = "De praktijken worden nog ingeladen. Probeer het over enkele seconden opnieuw."
	case http.StatusGatewayTimeout:
		f.Title = "Het zoeken duurde te lang"
		f.Detail = "Probeer het opnieuw, of zoek met minder woorden."
	case http.StatusInternalServerError:
		f.Title = "Er ging iets mis"
		f.Detail = "Dat ligt aan ons, niet aan je vraag. Probeer het straks opnieuw. Blijft het misgaan, geef dan het nummer van deze vraag door."
	}
	if errors.Is(err, errBusy) {
		f.Title = "Het is even erg druk"
		f.Detail = "Er komen meer vragen tegelijk dan we kunnen beantwoorden. Probeer het over enkele seconden opnieuw."
	}
	if f.Status >= 500 {
		f.RequestID = requestID(r)
	}
	if bad, ok := errors.AsType[*paramError](err); ok {
		f.Detail, f.Parameter = bad.Detail, bad.Name
	}
	if missing, ok := errors.AsType[*notFound](err); ok {
		f.Nearest = missing.nearest
		f.Detail = fmt.Sprintf("%s “%s” kennen we niet. ", missing.what, shorten(missing.name, 80))
		if len(f.Nearest) > 0 {
			f.Detail += "Bedoel je een van deze?"
		} else {
			f.Detail += "Zoek met de woorden die je kent."
		}
	}
	return f
}

// begin sets the headers of a failure and logs what the outside does not see.
// It returns false when nobody waits for an answer.
func (s *site) begin(w http.ResponseWriter, r *http.Request, err error, f failure) bool {
	if f.Status == statusGone {
		recordGone(r)
		return false
	}
	if f.Status >= 500 && f.Status != http.StatusServiceUnavailable {
		s.log.LogAttrs(r.Context(), slog.LevelError, "request failed",
			slog.String("request_id", requestID(r)), slog.String("route", routeOf(r)), slog.Any("error", err))
	}
	h := w.Header()
	h.Del("ETag")
	h.Set("Cache-Control", "no-store")
	switch f.Status {
	case http.StatusServiceUnavailable:
		h.Set("Retry-After", retryAfter)
	case http.StatusMethodNotAllowed:
		h.Set("Allow", strings.Join([]string{http.MethodGet, http.MethodHead}, ", "))
	}
	return true
}
