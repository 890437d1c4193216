package server_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"

	"praktijkzoeker/server"
)

func TestMetrics(t *testing.T) {
	reg := prometheus.NewRegistry()
	h := newServer(t, server.Config{Searcher: newIndex(t, handful()), Metrics: reg, Version: "1.2.3"})
	get(t, h, "/?q=taal")
	get(t, h, "/?q=zzzzqqqq")
	get(t, h, "/api/v1/suggest?q=taal")
	get(t, h, "/praktijk/bestaat-niet")
	ask(t, h, "BREW", "/")
	for i := range 50 {
		get(t, h, fmt.Sprintf("/nergens/%d", i))
	}
	wanted := `
# HELP praktijk_http_requests_total Answered requests by route template, method and status code.
# TYPE praktijk_http_requests_total counter
praktijk_http_requests_total{code="200",method="GET",route="/"} 2
praktijk_http_requests_total{code="200",method="GET",route="/api/v1/suggest"} 1
praktijk_http_requests_total{code="404",method="GET",route="/praktijk/{id}"} 1
praktijk_http_requests_total{code="404",method="GET",route="none"} 50
praktijk_http_requests_total{code="405",method="other",route="none"} 1
# HELP praktijk_index_documents Fiches in the index.
# TYPE praktijk_index_documents gauge
praktijk_index_documents 3
# HELP praktijk_search_zero_results_total Searches that found nothing.
# TYPE praktijk_search_zero_results_total counter
praktijk_search_zero_results_total 1
`
	if err := testutil.GatherAndCompare(reg, strings.NewReader(wanted),
		"praktijk_http_requests_total", "praktijk_index_documents", "praktijk_search_zero_results_total"); err != nil {
		t.Error(err)
	}
	body := get(t, h.Admin(), "/metrics").Body.String()
	for _, s := range []string{
		`praktijk_build_info{go_version="go`, `version="1.2.3"} 1`, `praktijk_search_duration_seconds_count{kind="search"}`,
		`praktijk_search_duration_seconds_count{kind="suggest"} 1`, `praktijk_search_duration_seconds_count{kind="facet"} 1`,
		`praktijk_search_duration_seconds_count{kind="fiche"} 1`, `praktijk_http_requests_in_flight 0`,
		`praktijk_http_request_duration_seconds_bucket{route="/"`, "praktijk_index_heap_bytes", "praktijk_index_terms",
	} {
		if !strings.Contains(body, s) {
			t.Errorf("/metrics lacks %s", s)
		}
	}
}

func TestMetricsAreNotShared(t *testing.T) {
	reg := prometheus.NewRegistry()
	c := server.Config{Searcher: failing{}, Metrics: reg}
	newServer(t, c)
	if _, err := server.New(c); err == nil {
		t.Error("two servers count in one registry")
	}
	newServer(t, server.Config{Searcher: failing{}}) // each has its own by default
	newServer(t, server.Config{Searcher: failing{}})
}
