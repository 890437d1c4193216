package server

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"net/http"
	"strings"

	"praktijkzoeker/corpus"
	"praktijkzoeker/index"
)

// exportSize is how many fiches one download of a search holds; a header Link
// leads to the next ones.
const exportSize = index.MaxLimit

// exportURL is the address of the search as a download at path.
func (s state) exportURL(path string) string { return withQuery(path, s.at(1).encode(inExport)) }

// export reads the search of r and asks it. Without anything to write, since
// the client has it already, found is nil.
func (s *site) export(w http.ResponseWriter, r *http.Request) (found *index.Results, st state, err error) {
	if st, err = parseState(r.URL.RawQuery, inExport); err != nil {
		return nil, st, err
	}
	if s.tags.unchanged(w, r, s.Searcher.Stats(), "") {
		return nil, st, nil
	}
	st.size = exportSize
	if found, err = s.Searcher.Search(r.Context(), st.query()); err != nil {
		return nil, st, err
	}
	if st.page < lastPage(found.Total, st.size) {
		w.Header().Set("Link", "<"+withQuery(r.URL.Path, st.at(st.page+1).encode(inExport))+`>; rel="next"`)
	}
	return found, st, nil
}

func (s *site) serveJSON(w http.ResponseWriter, r *http.Request) error {
	found, st, err := s.export(w, r)
	if err != nil || found == nil {
		return err
	}
	a := fichesAnswer{found.Total, st.page, st.size, make([]corpus.Fiche, 0, len(found.Hits))}
	for i := range found.Hits {
		a.Fiches = append(a.Fiches, found.Hits[i].Fiche)
	}
	writeJSON(w, jsonType, http.StatusOK, a)
	return nil
}

// tableColumns are the columns of the table of a search: what somebody sorts,
// counts or mails. The whole of a fiche is at its address.
var tableColumns = []struct {
	name string
	cell func(f *corpus.Fiche, base string) string
}{
	{"Titel", func(f *corpus.Fiche, _ string) string { return f.Title }},
	{"Samenvatting", func(f *corpus.Fiche, _ string) string { return index.Plain(f.Summary) }},
	{"Categorie", func(f *corpus.Fiche, _ string) string { return strings.Join(f.Categories, "\n") }},
	{"Beleidsdomein", func(f *corpus.Fiche, _ string) string { return strings.Join(f.Domains, "\n") }},
	{"Doelgroep", func(f *corpus.Fiche, _ string) string { return strings.Join(f.TargetGroups, "\n") }},
	{"Gemeente", func(f *corpus.Fiche, _ string) string { return strings.Join(f.MunicipalityNames(), "\n") }},
	{"Bijgewerkt", func(f *corpus.Fiche, _ string) string { return day(f.Updated) }},
	{"Nagekeken", func(f *corpus.Fiche, _ string) string { return day(f.Reviewed) }},
	{"Bron", func(f *corpus.Fiche, _ string) string { return f.Source }},
	{"Adres", func(f *corpus.Fiche, base string) string { return base + ficheURL(f.ID) }},
	{"Code", func(f *corpus.Fiche, _ string) string { return f.ID }},
}

// serveCSV gives a search as a table that a spreadsheet program opens as it is:
// RFC 4180 with a byte order mark, by which Excel knows UTF-8, and each value of
// a list on a line of its own within the cell.
func (s *site) serveCSV(w http.ResponseWriter, r *http.Request) error {
	found, st, err := s.export(w, r)
	if err != nil || found == nil {
		return err
	}
	var b bytes.Buffer
	b.WriteString("\ufeff")
	out := csv.NewWriter(&b)
	row := make([]string, len(tableColumns))
	for i, c := range tableColumns {
		row[i] = c.name
	}
	_ = out.Write(row) // told by out.Error
	base := s.base(r)
	for i := range found.Hits {
		for j, c := range tableColumns {
			row[j] = inert(c.cell(&found.Hits[i].Fiche, base))
		}
		_ = out.Write(row)
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("table: %w", err)
	}
	name := "praktijken.csv"
	if st.page > 1 {
		name = fmt.Sprintf("praktijken-%d.csv", st.page)
	}
	h := w.Header()
	h.Set("Content-Type", "text/csv; charset=utf-8; header=present")
	h.Set("Content-Disposition", `attachment; filename="`+name+`"`)
	_, _ = w.Write(b.Bytes()) // an error means that the client left
	return nil
}

// inert keeps a spreadsheet program from taking a text for a formula: an
// apostrophe goes before what would start one (OWASP, "CSV Injection"), also
// behind spaces and in the full-width forms that Excel takes for the plain ones.
func inert(cell string) string {
	if strings.IndexAny(cell, "\t\r\n") == 0 || strings.IndexAny(strings.TrimLeft(cell, " \u00a0"), "=+-@＝＋－＠") == 0 {
		return "'" + cell
	}
	return cell
}
