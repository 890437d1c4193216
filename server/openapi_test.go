package server_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
	"github.com/google/go-cmp/cmp"
)

var spec = sync.OnceValues(func() (*openapi3.T, error) {
	doc, err := openapi3.NewLoader().LoadFromFile("openapi.yaml")
	if err == nil {
		err = doc.Validate(context.Background())
	}
	return doc, err
})

var specRouter = sync.OnceValues(func() (routers.Router, error) {
	doc, err := spec()
	if err != nil {
		return nil, err
	}
	return gorillamux.NewRouter(doc)
})

// checkAgainstSpec fails when an answer is not what openapi.yaml promises. A
// path that the description does not know may only answer with a problem.
func checkAgainstSpec(tb testing.TB, r *http.Request, w *httptest.ResponseRecorder) {
	tb.Helper()
	router, err := specRouter()
	if err != nil {
		tb.Fatal(err)
	}
	route, params, err := router.FindRoute(r)
	if err != nil {
		if got := w.Header().Get("Content-Type"); w.Code < 400 || got != "application/problem+json" {
			tb.Errorf("%s is not in openapi.yaml but answers %d %s", r.URL.Path, w.Code, got)
		}
		return
	}
	if w.Code == http.StatusNotModified {
		return
	}
	err = openapi3filter.ValidateResponse(r.Context(), &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: r, PathParams: params, Route: route},
		Status:                 w.Code, Header: w.Header(), Body: io.NopCloser(strings.NewReader(w.Body.String())),
		Options: &openapi3filter.Options{IncludeResponseStatus: true},
	})
	if err != nil {
		tb.Errorf("GET %s: answer is not as openapi.yaml says: %v", r.URL, err)
	}
}

func TestSpecKnowsEveryRoute(t *testing.T) {
	doc, err := spec()
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("routes.go")
	if err != nil {
		t.Fatal(err)
	}
	var served []string
	for line := range strings.Lines(string(source)) {
		if _, path, ok := strings.Cut(line, `= "/api/v1`); ok {
			served = append(served, "/api/v1"+strings.TrimSuffix(strings.TrimSpace(path), `"`))
		}
	}
	described := doc.Paths.Keys()
	slices.Sort(served)
	slices.Sort(described)
	if len(served) == 0 {
		t.Fatal("no routes found in routes.go")
	}
	if diff := cmp.Diff(served, described); diff != "" {
		t.Errorf("routes (-served +described):\n%s", diff)
	}
	h := site(t)
	for _, path := range described {
		want(t, get(t, h, strings.ReplaceAll(path, "{id}", "buddywerking")), http.StatusOK)
	}
}

// Each parameter of the description works, and each that works is described.
func TestSpecKnowsEveryParameter(t *testing.T) {
	doc, err := spec()
	if err != nil {
		t.Fatal(err)
	}
	h := site(t)
	for path, item := range doc.Paths.Map() {
		if strings.Contains(path, "{") {
			continue
		}
		t.Run(path, func(t *testing.T) {
			var described []string
			for _, p := range item.Get.Parameters {
				described = append(described, p.Value.Name)
				value := "x"
				if s := p.Value.Schema.Value; s.Type.Is("integer") || s.Enum != nil && s.Enum[0] == "0" {
					value = "1"
				} else if s.Enum != nil {
					value = s.Enum[0].(string)
				}
				want(t, get(t, h, path+"?"+p.Value.Name+"="+value), http.StatusOK)
			}
			w := get(t, h, path+"?bestaatniet=1")
			want(t, w, http.StatusBadRequest)
			if list := strings.Join(described, ", "); !strings.Contains(w.Body.String(), "uit "+list+".") {
				t.Errorf("the parameters are not %s: %s", list, w.Body)
			}
		})
	}
}

func TestSpecIsServed(t *testing.T) {
	file, err := os.ReadFile("openapi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	w := get(t, site(t), "/openapi.yaml")
	want(t, w, http.StatusOK)
	if w.Body.String() != string(file) {
		t.Error("/openapi.yaml is not the file")
	}
}
