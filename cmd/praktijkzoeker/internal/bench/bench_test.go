package bench_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"praktijkzoeker/cmd/praktijkzoeker/internal/bench"
	"praktijkzoeker/corpus"
	"praktijkzoeker/index/relevance"
)

func TestRun(t *testing.T) {
	var told []string
	o := bench.Options{Fiches: 120, Seed: 3, Cache: 32 << 20, Budget: 60 * time.Millisecond, Dir: t.TempDir(), Progress: func(what string, done, of int) {
		if done > of {
			t.Errorf("%s: %d of %d", what, done, of)
		}
		if !slices.Contains(told, what) {
			told = append(told, what)
		}
	}}
	r, err := bench.Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, row := range r.Workloads {
		names = append(names, row.Workload)
		if row.Ratio <= 0 {
			t.Errorf("%s: ratio %v", row.Workload, row.Ratio)
		}
		if row.Workload != bench.Index && (row.Ours.P50 <= 0 || row.Ours.P99 < row.Ours.P50 || row.Stock.QPS <= 0 || row.Questions == 0) {
			t.Errorf("%s: %+v, %+v over %d questions", row.Workload, row.Ours, row.Stock, row.Questions)
		}
		if c := row.Cached; row.Workload != bench.Index && (c == nil || c.QPS <= 0 || (c.HitShare == 1) != (row.Workload != bench.Typing)) {
			t.Errorf("%s: %+v with a cache that is large enough, which keeps no suggestions", row.Workload, c)
		}
	}
	if !slices.Equal(names, bench.Workloads) {
		t.Errorf("workloads %v, want all", names)
	}
	if r.Agreement == nil || r.Agreement.AtLeast < 0.8 {
		t.Errorf("agreement %+v: ours should find nearly always as many", r.Agreement)
	}
	if c := r.Change; c == nil || c.Median <= 0 || c.Most < c.Median || c.First <= 0 || c.Input <= 0 || c.QuietP99 <= 0 || c.BusyP99 <= 0 {
		t.Errorf("a changed fiche: %+v", c)
	}
	if r.OpenSeconds <= 0 || r.WarmSeconds < r.OpenSeconds {
		t.Errorf("opened in %v s, warm in %v s", r.OpenSeconds, r.WarmSeconds)
	}
	if len(told) < 3 {
		t.Errorf("progress told %v", told)
	}

	o.Workloads = []string{bench.Index, bench.Landing}
	again, err := bench.Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if again.DocsPerSecond != 0 || again.Workloads[0].Ratio != 0 {
		t.Errorf("indexes that were there are said to be built: %+v", again.Workloads[0])
	}
	testJSON(t, r)
	testSVG(t, r)
}

func testJSON(t *testing.T, r *bench.Report) {
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var shape struct {
		Workloads []struct {
			Workload            string
			Ours, Stock, Cached map[string]float64
			Ratio               *float64
		}
		Fiches        *int     `json:"fiches"`
		BytesPerFiche *float64 `json:"bytes_per_fiche"`
		PeakRSS       *float64 `json:"peak_rss_mb"`
		Heap          *float64 `json:"heap_mb"`
		DocsPerSecond *float64 `json:"docs_per_second"`
	}
	if err := json.Unmarshal(data, &shape); err != nil {
		t.Fatal(err)
	}
	if shape.Fiches == nil || shape.BytesPerFiche == nil || shape.PeakRSS == nil || shape.Heap == nil || shape.DocsPerSecond == nil {
		t.Errorf("a figure is missing: %s", data)
	}
	for _, w := range shape.Workloads {
		for _, key := range []string{"p50_us", "p95_us", "p99_us", "qps"} {
			if _, ok := w.Cached[key]; w.Workload != bench.Index && (w.Ours[key] == 0 || w.Stock[key] == 0 || !ok) {
				t.Errorf("%s has no %s", w.Workload, key)
			}
		}
		if _, ok := w.Cached["hit_share"]; ok == (w.Workload == bench.Index) {
			t.Errorf("%s: share of answers kept: %v", w.Workload, ok)
		}
		if w.Ratio == nil {
			t.Errorf("%s has no ratio", w.Workload)
		}
	}
}

func testSVG(t *testing.T, r *bench.Report) {
	var b bytes.Buffer
	if err := r.WriteSVG(&b); err != nil {
		t.Fatal(err)
	}
	bars := strings.Count(b.String(), `height="14"`)
	for d := xml.NewDecoder(&b); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("the plot is no XML: %v", err)
		}
	}
	if want := 2 * (len(bench.Workloads) - 1); bars != want {
		t.Errorf("%d bars, want %d", bars, want)
	}
}

func TestRunRefuses(t *testing.T) {
	if _, err := bench.Run(t.Context(), bench.Options{Fiches: 1, Workloads: []string{"flying"}}); err == nil {
		t.Error("an unknown workload is no error")
	}
	file := t.TempDir() + "/file"
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := bench.Run(t.Context(), bench.Options{Fiches: 1, Dir: file}); err == nil {
		t.Error("a file as folder is no error")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := bench.Run(ctx, bench.Options{Fiches: 10}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the error of the context", err)
	}
}

func TestRank(t *testing.T) {
	fiches := []corpus.Fiche{{ID: "a", Title: "Praatcafé in de buurt"}, {ID: "b", Title: "Fietsles voor beginners"}}
	judged := []relevance.Query{
		{Class: "word", Text: "fietsles", Grades: map[string]int{"b": 2}},
		{Class: "wrong", Text: "fietsles", Grades: map[string]int{"a": 2}},
	}
	r, err := bench.Rank(t.Context(), fiches, 3, judged)
	if err != nil {
		t.Fatal(err)
	}
	for name, scores := range map[string][]relevance.Score{"ours": r.Ours, "stock": r.Stock} {
		if len(scores) != 3 || scores[0].Success != 1 || scores[1].Success != 0 || scores[2].Success != 0.5 {
			t.Errorf("%s: %+v", name, scores)
		}
	}
	if len(fiches) != 2 || r.Distractors != 3 || len(r.Outcomes) != 2 {
		t.Errorf("ranking %+v", r)
	}
}

func TestRunHTTP(t *testing.T) {
	r, err := bench.RunHTTP(t.Context(), bench.Options{Fiches: 60, Cache: 32 << 20, Budget: 60 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	for name, l := range map[string]*bench.Latency{"process": r.Process, "api": r.API, "repeated": r.Repeated, "empty": r.Empty} {
		if l == nil || l.P50 <= 0 {
			t.Errorf("%s: %+v", name, l)
		}
	}
	if r.OverProcess <= 0 || r.OverEmpty <= 0 || r.Bytes <= 0 || r.Cache != 32<<20 {
		t.Errorf("ratios %v and %v", r.OverProcess, r.OverEmpty)
	}
}
