package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"praktijkzoeker/index"
)

// printResults shows results to a reader at a terminal; mark makes the words
// that match stand out.
func printResults(out io.Writer, mark func(string) string, q index.Query, found *index.Results) error {
	w := bufio.NewWriter(out)
	if found.Corrected != "" {
		fmt.Fprintf(w, "Gezocht op: %s\n", oneLine(found.Corrected))
	}
	fmt.Fprintf(w, "%s gevonden\n", count(found.Total, "fiche", "fiches"))
	for i := range found.Hits {
		printHit(w, q.Offset+i+1, &found.Hits[i], mark)
	}
	if len(found.Relaxed) > 0 {
		fmt.Fprint(w, "\nWel iets te vinden:\n")
	}
	for _, r := range found.Relaxed {
		what := "het woord " + r.Word
		if r.Facet != "" {
			what = fmt.Sprintf("%s %q", facetOption(r.Facet), r.Value)
		}
		fmt.Fprintf(w, "  zonder %s: %s\n", oneLine(what), count(r.Total, "fiche", "fiches"))
	}
	if q.Limit > 0 && found.Total > q.Limit {
		page, pages := q.Offset/q.Limit+1, (found.Total+q.Limit-1)/q.Limit
		fmt.Fprintf(w, "\nPagina %d van %d", page, pages)
		if page < pages {
			fmt.Fprintf(w, "; verder met -page %d", page+1)
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
}

// printHit shows one fiche: its title, where to find it, and what matched.
func printHit(w io.Writer, number int, h *index.Hit, mark func(string) string) {
	f := &h.Fiche
	title := marked(h.Title, mark)
	if title == "" {
		title = oneLine(f.Title)
	}
	fmt.Fprintf(w, "\n%d. %s\n   %s", number, title, f.ID)
	for _, labels := range [][]string{f.Categories, f.MunicipalityNames()} {
		if len(labels) > 0 {
			fmt.Fprintf(w, " · %s", oneLine(strings.Join(labels, " | ")))
		}
	}
	fmt.Fprintln(w)
	if len(h.Excerpt) > 0 {
		fmt.Fprintf(w, "   %s\n", marked(h.Excerpt, mark))
	}
	for _, p := range h.Practices {
		parts := []string{oneLine(p.Municipality)}
		for _, spans := range [][]index.Span{p.Name, p.Text} {
			if text := marked(spans, mark); text != "" {
				parts = append(parts, text)
			}
		}
		fmt.Fprintf(w, "   - %s\n", strings.Join(parts, ": "))
	}
	for _, r := range h.Why {
		fmt.Fprintf(w, "   waarom: %q %s\n", r.Word, oneLine(r.Text))
	}
}

// printSuggestions shows what could be meant, a line each.
func printSuggestions(w io.Writer, found []index.Suggestion) error {
	b := bufio.NewWriter(w)
	for _, s := range found {
		fmt.Fprintf(b, "%s\t%s", s.Kind, oneLine(s.Text))
		switch {
		case s.ID != "" && s.Place != "":
			fmt.Fprintf(b, "\t%s, %s", oneLine(s.Place), s.ID)
		case s.ID != "":
			fmt.Fprintf(b, "\t%s", s.ID)
		case s.Count > 0:
			fmt.Fprintf(b, "\t%s", count(s.Count, "fiche", "fiches"))
		}
		fmt.Fprintln(b)
	}
	return b.Flush()
}

// marked puts spans together, with the matches marked.
func marked(spans []index.Span, mark func(string) string) string {
	var b strings.Builder
	for _, s := range spans {
		text := oneLine(s.Text)
		if s.Match {
			text = mark(text)
		}
		b.WriteString(text)
	}
	return b.String()
}

// facetOption returns the option that chooses a facet's values.
func facetOption(f index.Facet) string {
	return "-" + strings.ReplaceAll(string(f), "_", "-")
}

// count returns "1 fiche" or "2 fiches".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
