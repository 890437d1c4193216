// Package bench measures the engine beside stock Bleve: the same generated
// fiches and the same questions for both, in one process and one run, so that
// the ratio carries over to other machines.
package bench

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"praktijkzoeker/cmd/praktijkzoeker/internal/bench/generate"
	"praktijkzoeker/index"
	"praktijkzoeker/index/bleveindex"
	"praktijkzoeker/index/bleveindex/stock"
)

// Options say what Run measures.
type Options struct {
	Fiches    int // ≥ 1
	Seed      uint64
	Workloads []string      // empty: all
	Budget    time.Duration // of a side for a workload
	OursOnly  bool          // leave stock Bleve out
	Cache     int64         // bytes of answers that are kept, where that is measured
	// Dir holds the indexes, which are kept and used again when they hold the
	// same fiches; empty: a temporary folder.
	Dir string
	// Progress is told what is going on, and how far it is; nil: nobody is.
	Progress func(what string, done, of int)
}

// agreementWords is the number of single words whose totals are compared.
const agreementWords = 200

// Run builds the indexes and measures. It fails when a folder cannot be used,
// when a name is no workload, when an engine fails, and with ctx.
func Run(ctx context.Context, o Options) (_ *Report, err error) {
	if err := checkWorkloads(o.Workloads); err != nil {
		return nil, err
	}
	if len(o.Workloads) == 0 {
		o.Workloads = Workloads
	}
	if o.Progress == nil {
		o.Progress = func(string, int, int) {}
	}
	dir, drop, err := folder(&o)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, drop()) }()
	g, err := generate.New(o.Seed)
	if err != nil {
		return nil, err
	}
	r := &runner{Options: o, generator: g, report: &Report{Fiches: o.Fiches, Seed: o.Seed, CPUs: runtime.GOMAXPROCS(0), Go: runtime.Version(), Cache: o.Cache}}
	defer func() { err = errors.Join(err, r.close()) }()
	if err := r.build(ctx, dir); err != nil {
		return nil, err
	}
	for i, w := range o.Workloads {
		o.Progress("vragen stellen: "+w, i, len(o.Workloads))
		if err := r.measure(ctx, w); err != nil {
			return nil, fmt.Errorf("workload %s: %w", w, err)
		}
	}
	if err := r.compare(ctx); err != nil {
		return nil, err
	}
	if err := r.measureChange(ctx, dir); err != nil {
		return nil, fmt.Errorf("change a fiche: %w", err)
	}
	o.Progress("klaar", len(o.Workloads), len(o.Workloads))
	return r.report, nil
}

// folder returns where the indexes go, and what to do with it in the end. A
// folder of Options gets one inside for each number of fiches and seed.
func folder(o *Options) (dir string, drop func() error, err error) {
	if o.Dir == "" {
		if dir, err = os.MkdirTemp("", "praktijkzoeker-bench-"); err != nil {
			return "", nil, fmt.Errorf("folder for the indexes: %w", err)
		}
		return dir, func() error { return os.RemoveAll(dir) }, nil
	}
	dir = filepath.Join(o.Dir, fmt.Sprintf("%d-%d", o.Fiches, o.Seed))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", nil, fmt.Errorf("folder for the indexes: %w", err)
	}
	return dir, func() error { return nil }, nil
}

// A runner is one run.
type runner struct {
	Options
	generator *generate.Generator
	ours      *bleveindex.Index
	stock     *stock.Index // nil with OursOnly
	report    *Report
}

func (r *runner) build(ctx context.Context, dir string) error {
	telling := func(what string) func(int) {
		return func(done int) { r.Progress(what, done, r.Fiches) }
	}
	ix, b, err := buildOurs(ctx, filepath.Join(dir, "ours"), r.generator, r.Fiches, telling("onze index maken"))
	if err != nil {
		return err
	}
	r.ours = ix
	n := float64(r.Fiches)
	rep := r.report
	rep.DocsPerSecond, rep.OpenSeconds = b.perSecond, rounded(b.open.Seconds(), 1000)
	rep.WarmSeconds = rounded(b.warm.Seconds(), 1000)
	rep.BytesPerFiche = rounded(float64(b.disk)/n, 1)
	rep.PeakRSS = rounded(float64(peakRSS())/mega, 1)
	rep.LiveHeap = rounded(float64(liveHeap())/mega, 1)
	rep.Heap = rounded(float64(ix.Stats().HeapBytes)/mega, 100)
	if r.OursOnly {
		return nil
	}
	if r.stock, b, err = buildStock(ctx, filepath.Join(dir, "stock"), r.generator, r.Fiches, telling("index van Bleve maken")); err != nil {
		return err
	}
	rep.StockDocsPerSecond = b.perSecond
	rep.StockBytesPerFiche = rounded(float64(b.disk)/n, 1)
	rep.DiskRatio = rounded(rep.BytesPerFiche/rep.StockBytesPerFiche, 1000)
	return nil
}

// measure adds the row of a workload to the report.
func (r *runner) measure(ctx context.Context, workload string) error {
	row := Row{Workload: workload}
	defer func() { r.report.Workloads = append(r.report.Workloads, row) }()
	if workload == Index {
		row.OursPerSecond, row.StockPerSecond = r.report.DocsPerSecond, r.report.StockDocsPerSecond
		if row.OursPerSecond > 0 && row.StockPerSecond > 0 {
			row.Ratio = rounded(row.OursPerSecond/row.StockPerSecond, 100)
		}
		return nil
	}
	log := questionsOf(r.generator, workload, r.Fiches)
	sides := []side{oursOn(r.ours, workload, log)}
	if r.stock != nil {
		sides = append(sides, stockOn(r.stock, workload, log))
	}
	runtime.GC() // what one workload leaves is not the next one's to clear
	timed, err := alternate(ctx, len(log), r.Budget, sides...)
	if err != nil {
		return err
	}
	answered, times := common(timed)
	row.Questions = len(answered)
	if r.stock != nil {
		row.Ratio = rounded(mean(times[1])/mean(times[0]), 100)
		row.Stock = newLatency(times[1])
	}
	row.Ours = newLatency(times[0])
	cache := index.NewCache(r.ours, r.Cache)
	row.Cached, err = replay(ctx, cache, oursOn(cache, workload, log), answered, r.Budget)
	return err
}

// compare fills the agreement of the totals.
func (r *runner) compare(ctx context.Context) error {
	if r.stock == nil || !slices.Contains(r.Workloads, Words) {
		return nil
	}
	log := r.generator.Log("agreement", r.Fiches)
	equal, more := 0, 0
	for range agreementWords {
		q := index.Query{Text: log.Word(), Bare: true}
		ours, err := r.ours.Search(ctx, q)
		if err != nil {
			return err
		}
		theirs, err := r.stock.Ask(ctx, q, stock.Options{})
		if err != nil {
			return err
		}
		switch {
		case ours.Total == theirs.Total:
			equal++
		case ours.Total > theirs.Total:
			more++
		}
	}
	r.report.Agreement = &Agreement{
		Words: agreementWords, Equal: float64(equal) / agreementWords, AtLeast: float64(equal+more) / agreementWords,
	}
	return nil
}

func (r *runner) close() error {
	var err error
	if r.ours != nil {
		err = r.ours.Close()
	}
	if r.stock != nil {
		err = errors.Join(err, r.stock.Close())
	}
	return err
}
