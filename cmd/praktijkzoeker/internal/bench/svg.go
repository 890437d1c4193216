package bench

import (
	"fmt"
	"io"
	"math"
)

// Sizes of the plot, in pixels.
const (
	plotLeft, plotWidth = 130, 620
	barHeight, rowGap   = 14, 46
	plotTop             = 64
)

// WriteSVG draws the median time of every workload, ours and stock's, on a
// logarithmic axis of microseconds. Times under 0.1 µs stand at its beginning.
func (r *Report) WriteSVG(w io.Writer) error {
	var rows []Row
	low, high := 0, 1 // powers of ten
	for _, row := range r.Workloads {
		if row.Ours == nil {
			continue
		}
		rows = append(rows, row)
		for _, l := range []*Latency{row.Ours, row.Stock} {
			if l != nil && l.P50 > 0 {
				low = max(min(low, int(math.Floor(math.Log10(l.P50)))), -1)
				high = max(high, int(math.Ceil(math.Log10(l.P50))))
			}
		}
	}
	x := func(us float64) float64 {
		return plotWidth * max(math.Log10(us)-float64(low), 0) / float64(high-low)
	}
	height := plotTop + rowGap*len(rows) + 30
	p := &printer{w: w}
	p.printf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12" fill="#222">`+"\n", plotLeft+plotWidth+110, height)
	p.printf("<title>Median time of a question, %d fiches</title>\n", r.Fiches)
	p.printf(`<rect width="100%%" height="100%%" fill="#fff"/><text x="10" y="20" font-size="15">Median time of a question, %d fiches (µs, logarithmic; shorter is better)</text>`+"\n", r.Fiches)
	p.printf(`<rect x="10" y="32" width="12" height="12" fill="#00698c"/><text x="27" y="42">Praktijkzoeker</text><rect x="130" y="32" width="12" height="12" fill="#c8794b"/><text x="147" y="42">stock Bleve</text>` + "\n")
	for e := low; e <= high; e++ {
		at := plotLeft + x(math.Pow10(e))
		p.printf(`<line x1="%.1f" x2="%.1f" y1="%d" y2="%d" stroke="#ddd"/><text x="%.1f" y="%d" text-anchor="middle">%g</text>`+"\n", at, at, plotTop-8, height-24, at, height-8, math.Pow10(e))
	}
	for i, row := range rows {
		y := plotTop + i*rowGap
		p.printf(`<text x="%d" y="%d" text-anchor="end">%s</text>`+"\n", plotLeft-8, y+barHeight+3, row.Workload)
		for k, side := range []struct {
			l      *Latency
			colour string
		}{{row.Ours, "#00698c"}, {row.Stock, "#c8794b"}} {
			if side.l == nil {
				continue
			}
			label := number(side.l.P50)
			if k == 1 && row.Ratio > 0 {
				label += " (" + number(row.Ratio) + "×)"
			}
			wide := max(x(side.l.P50), 2)
			p.printf(`<rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/><text x="%.1f" y="%d">%s</text>`+"\n",
				plotLeft, y+k*(barHeight+2), wide, barHeight, side.colour, plotLeft+wide+5, y+k*(barHeight+2)+11, label)
		}
	}
	p.printf("</svg>\n")
	return p.err
}

// A printer keeps the first error of many writes.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}
