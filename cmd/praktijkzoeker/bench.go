package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/pprof"
	"slices"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"

	"praktijkzoeker/cmd/praktijkzoeker/internal/bench"
)

// benchOptions hold what the command line of bench asks for.
type benchOptions struct {
	fiches, seed, seconds  int
	json                   bool
	svg, workloads, only   string
	data                   string
	cpuProfile, memProfile string

	http bool

	soak          time.Duration
	idle, clients int

	relevance, verbose bool
	distractors        int
	judged             string

	compounds, noncompounds, lemmas, typos string
}

var benchCommand = command{
	name:  "bench",
	short: "meet hoe snel en hoe goed er gezocht wordt",
	long: `Meet de snelheid op verzonnen fiches, naast Bleve zoals het komt: zelfde fiches, zelfde vragen, om
beurten in een proces. De verhouding (tijd van Bleve / onze tijd; bij index: onze fiches per seconde / die
van Bleve) geldt ook op een andere machine. Gezocht wordt zonder fragmenten: alleen welke fiches het zijn.

  praktijkzoeker bench -n 100000 -svg snelheid.svg
  praktijkzoeker bench -n 1000000 -only ours -data /var/tmp/bench
  praktijkzoeker bench -http

Of hoe de server het volhoudt: -soak start er een, stelt hem zo lang mogelijk op volle snelheid vragen, en
zegt of geheugen, goroutines en bestanden gelijk bleven (0), of dat er iets groeide of misliep (1).

  praktijkzoeker bench -soak 20m -idle 10000

Of hoe goed de volgorde is, en hoe goed Nederlandse woorden begrepen worden:

  praktijkzoeker bench -relevance -v
  praktijkzoeker bench -compounds samenstellingen.tsv -noncompounds andere.tsv -json
  praktijkzoeker bench -lemmas lemmas.tsv
  praktijkzoeker bench -typos tikfouten.tsv`,
	setup: func(flags *flag.FlagSet, c *Config) func(context.Context, *terminal, []string) error {
		o := benchOptions{fiches: 10_000, seed: 1, seconds: 6, distractors: 240, idle: 1000, clients: 8}
		flags.Var(&countFlag{&o.fiches, 1, 10_000_000}, "n", "meet met dit `AANTAL` verzonnen fiches")
		flags.Var(&countFlag{&o.seed, 0, 1 << 30}, "seed", "`GETAL` waarvan de verzonnen fiches en vragen afhangen")
		flags.Var(&countFlag{&o.seconds, 1, 3600}, "seconds", "hoogstens dit aantal `SECONDEN` per werk en per kant")
		flags.BoolVar(&o.json, "json", false, "toont de cijfers als JSON")
		flags.StringVar(&o.svg, "svg", "", "tekent de tijden in `BESTAND`")
		flags.StringVar(&o.workloads, "workloads", "", "alleen dit `WERK`, met komma's ertussen: "+strings.Join(bench.Workloads, ", "))
		flags.Var(&choiceFlag{&o.only, []string{"ours"}}, "only", "meet alleen deze `KANT`: ours")
		flags.StringVar(&o.data, "data", "", "bewaart de indexen in `MAP`, en gebruikt wat er al is")
		flags.StringVar(&o.cpuProfile, "cpuprofile", "", "schrijft een profiel van de processor in `BESTAND`")
		flags.StringVar(&o.memProfile, "memprofile", "", "schrijft een profiel van het geheugen in `BESTAND`")
		flags.BoolVar(&o.http, "http", false, "meet de API over HTTP")
		flags.Var(&timeFlag{&o.soak, time.Second, 24 * time.Hour}, "soak", "stelt zo `LANG` vragen aan een server in een eigen proces")
		flags.Var(&countFlag{&o.idle, 0, 50_000}, "idle", "houdt bij -soak dit `AANTAL` stille verbindingen open")
		flags.Var(&countFlag{&o.clients, 1, 1000}, "clients", "`AANTAL` vragers tegelijk bij -soak")
		flags.BoolVar(&o.relevance, "relevance", false, "meet de volgorde met beoordeelde zoekvragen")
		flags.Var(&countFlag{&o.distractors, 0, 10_000}, "distractors", "`AANTAL` afleidende fiches voor -relevance")
		flags.BoolVar(&o.verbose, "v", false, "toont ook welke vragen of woorden fout lopen")
		flags.StringVar(&o.judged, "judged", "", "leest de beoordeelde zoekvragen uit `BESTAND`")
		flags.StringVar(&o.compounds, "compounds", "", "meet het splitsen van samenstellingen met `BESTAND`")
		flags.StringVar(&o.noncompounds, "noncompounds", "", "`BESTAND` met woorden die geen samenstelling zijn")
		flags.StringVar(&o.lemmas, "lemmas", "", "meet de verbuiging van woorden met `BESTAND`")
		flags.StringVar(&o.typos, "typos", "", "meet de verbetering van tikfouten met `BESTAND`")
		corpusFlag(flags, c)
		return func(ctx context.Context, t *terminal, args []string) (err error) {
			if len(args) > 0 {
				return wrongUse("argument %q past hier niet", args[0])
			}
			do, err := o.choose()
			if err != nil {
				return err
			}
			stop, err := profile(o.cpuProfile, o.memProfile)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, stop()) }()
			return do(ctx, t, c)
		}
	},
}

// choose returns the measurement that is asked for: one.
func (o *benchOptions) choose() (func(context.Context, *terminal, *Config) error, error) {
	var chosen []func(context.Context, *terminal, *Config) error
	var names []string
	for _, m := range []struct {
		option string
		on     bool
		do     func(context.Context, *terminal, *Config) error
	}{
		{"-http", o.http, o.benchHTTP},
		{"-soak", o.soak > 0, o.benchSoak},
		{"-relevance", o.relevance, o.benchRelevance},
		{"-compounds", o.compounds != "" || o.noncompounds != "", o.benchCompounds},
		{"-lemmas", o.lemmas != "", o.benchLemmas},
		{"-typos", o.typos != "", o.benchTypos},
	} {
		if m.on {
			chosen, names = append(chosen, m.do), append(names, m.option)
		}
	}
	switch len(chosen) {
	case 0:
		for _, w := range o.names() {
			if !slices.Contains(bench.Workloads, w) {
				return nil, wrongUse("werk %q bestaat niet%s", w, didYouMean(w, bench.Workloads))
			}
		}
		return o.benchSpeed, nil
	case 1:
		return chosen[0], nil
	}
	return nil, wrongUse("kies er een van: %s", strings.Join(names, ", "))
}

// names returns the workloads that are asked for; none for all.
func (o *benchOptions) names() []string {
	return strings.FieldsFunc(o.workloads, func(r rune) bool { return r == ',' || r == ' ' })
}

func (o *benchOptions) benchSpeed(ctx context.Context, t *terminal, c *Config) error {
	report, err := bench.Run(ctx, bench.Options{
		Fiches: o.fiches, Seed: uint64(o.seed), Workloads: o.names(), Budget: time.Duration(o.seconds) * time.Second,
		OursOnly: o.only == "ours", Cache: mustSize(c.Process.AnswersMemory), Dir: o.data, Progress: t.steps(),
	})
	if err != nil {
		return err
	}
	if o.svg != "" {
		if err := writeFile(o.svg, report.WriteSVG); err != nil {
			return err
		}
	}
	if o.json {
		return printJSON(t.out, report)
	}
	return report.WriteText(t.out)
}

// steps shows work that has several steps, each as a bar of its own.
func (t *terminal) steps() func(what string, done, of int) {
	var bar *progressbar.ProgressBar
	now := ""
	return func(what string, done, of int) {
		if what != now {
			if bar != nil {
				_ = bar.Finish()
			}
			now, bar = what, t.progress(of, what)
		}
		_ = bar.Set(min(done, of))
	}
}

// writeFile makes a file, or empties it, and has it written.
func writeFile(path string, write func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// profile begins the profiles that are asked for. stop writes them.
func profile(cpu, memory string) (stop func() error, err error) {
	var cpuFile *os.File
	if cpu != "" {
		if cpuFile, err = os.Create(cpu); err != nil {
			return nil, err
		}
		if err := pprof.StartCPUProfile(cpuFile); err != nil {
			return nil, errors.Join(fmt.Errorf("profile: %w", err), cpuFile.Close())
		}
	}
	return func() error {
		var err error
		if cpuFile != nil {
			pprof.StopCPUProfile()
			err = cpuFile.Close()
		}
		if memory != "" {
			runtime.GC()
			err = errors.Join(err, writeFile(memory, func(w io.Writer) error { return pprof.Lookup("allocs").WriteTo(w, 0) }))
		}
		return err
	}, nil
}
