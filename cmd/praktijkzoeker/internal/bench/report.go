package bench

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
)

// A Report holds what Run measured.
type Report struct {
	Workloads []Row  `json:"workloads"`
	Fiches    int    `json:"fiches"`
	Seed      uint64 `json:"seed"`
	CPUs      int    `json:"cpus"`
	Go        string `json:"go"`
	Cache     int64  `json:"cache_bytes"` // room for answers in Row.Cached

	DocsPerSecond      float64 `json:"docs_per_second"` // 0: the index was there already
	StockDocsPerSecond float64 `json:"stock_docs_per_second,omitempty"`
	BytesPerFiche      float64 `json:"bytes_per_fiche"` // on disk, the stored fiche included
	StockBytesPerFiche float64 `json:"stock_bytes_per_fiche,omitempty"`
	DiskRatio          float64 `json:"disk_ratio,omitempty"` // ours / stock's
	OpenSeconds        float64 `json:"open_seconds"`         // after a clean stop
	WarmSeconds        float64 `json:"warm_seconds"`         // from then until searches are at full speed
	PeakRSS            float64 `json:"peak_rss_mb"`          // 10⁶ bytes; before stock Bleve began
	Heap               float64 `json:"heap_mb"`              // 10⁶ bytes of tables that our index keeps
	LiveHeap           float64 `json:"live_heap_mb"`         // 10⁶ bytes of the whole process, before stock Bleve began

	Agreement *Agreement `json:"agreement,omitempty"`
	Change    *Change    `json:"change,omitempty"` // nil: not measured
}

// A Row is a workload on both sides.
type Row struct {
	Workload string   `json:"workload"`
	Ours     *Latency `json:"ours,omitempty"`
	Stock    *Latency `json:"stock,omitempty"`
	// Ratio is the mean time of stock over ours on the questions that both
	// answered; for index our fiches per second over stock's. 0: not known.
	Ratio     float64 `json:"ratio"`
	Questions int     `json:"questions,omitempty"` // that both sides answered
	// Cached is ours behind a cache, on the same questions.
	Cached *Cached `json:"cached,omitempty"`

	// For index alone: fiches per second.
	OursPerSecond  float64 `json:"ours_docs_per_second,omitempty"`
	StockPerSecond float64 `json:"stock_docs_per_second,omitempty"`
}

// Agreement compares the totals for single words. Ours knows more forms of a
// word and finds parts of compounds, so that it may find more.
type Agreement struct {
	Words   int     `json:"words"`
	Equal   float64 `json:"equal"`   // share with the same total
	AtLeast float64 `json:"atleast"` // share with as many or more in ours
}

// WriteText prints the report as a table.
func (r *Report) WriteText(w io.Writer) error {
	fmt.Fprintf(w, "%d fiches, seed %d, %d processors, %s\n\n", r.Fiches, r.Seed, r.CPUs, r.Go)
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tab, "workload\tours p50 µs\tp95\tp99\tper s\tstock p50 µs\tp95\tp99\tper s\tratio\t")
	for _, row := range r.Workloads {
		if row.Workload == Index {
			fmt.Fprintf(tab, "%s\t\t\t\t%s\t\t\t\t%s\t%s\t\n", row.Workload, number(row.OursPerSecond), number(row.StockPerSecond), number(row.Ratio))
			continue
		}
		fmt.Fprintf(tab, "%s\t%s\t%s\t%s\t\n", row.Workload, row.Ours.cells(), row.Stock.cells(), number(row.Ratio))
	}
	if err := tab.Flush(); err != nil {
		return err
	}
	if err := r.writeCached(w); err != nil {
		return err
	}
	fmt.Fprintf(w, "\ndisk %.0f bytes a fiche", r.BytesPerFiche)
	if r.StockBytesPerFiche > 0 {
		fmt.Fprintf(w, ", stock %.0f without the text: %.2f×", r.StockBytesPerFiche, r.DiskRatio)
	}
	fmt.Fprintf(w, "\npeak RSS %.0f MB, tables %.0f MB, live heap %.0f MB, opened in %.2f s, warm in %.2f s\n", r.PeakRSS, r.Heap, r.LiveHeap, r.OpenSeconds, r.WarmSeconds)
	if c := r.Change; c != nil {
		fmt.Fprintf(w, "one changed fiche is seen in %.0f ms (median; at most %.0f, the first %.0f), of which reading and hashing all %.0f ms\n", c.Median, c.Most, c.First, c.Input)
		fmt.Fprintf(w, "p99 of searches with facets meanwhile %.0f µs, at rest %.0f µs\n", c.BusyP99, c.QuietP99)
	}
	if a := r.Agreement; a != nil {
		fmt.Fprintf(w, "totals of %d single words: %.0f %% equal, %.0f %% as many or more in ours\n", a.Words, 100*a.Equal, 100*a.AtLeast)
	}
	return nil
}

// writeCached prints the figures with the cache on; nothing when there are none.
func (r *Report) writeCached(w io.Writer) error {
	if !slices.ContainsFunc(r.Workloads, func(row Row) bool { return row.Cached != nil }) {
		return nil
	}
	fmt.Fprintf(w, "\nours asked again, with %.0f MB of answers kept\n", float64(r.Cache)/mega)
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tab, "workload\tp50 µs\tp95\tp99\tper s\tkept\t")
	for _, row := range r.Workloads {
		if c := row.Cached; c != nil {
			fmt.Fprintf(tab, "%s\t%s\t%.0f %%\t\n", row.Workload, c.Latency.cells(), 100*c.HitShare)
		}
	}
	return tab.Flush()
}

// cells returns the figures as cells; empty ones for a side that was not asked.
func (l *Latency) cells() string {
	if l == nil {
		return "\t\t\t"
	}
	return strings.Join([]string{number(l.P50), number(l.P95), number(l.P99), number(l.QPS)}, "\t")
}

// number shows three or more digits; nothing for 0.
func number(x float64) string {
	switch {
	case x == 0:
		return ""
	case x < 10:
		return fmt.Sprintf("%.2f", x)
	case x < 100:
		return fmt.Sprintf("%.1f", x)
	}
	return fmt.Sprintf("%.0f", x)
}
