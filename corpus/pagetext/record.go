package pagetext

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
)

// fieldNames are the names that tables and JSON give to the fields of a fiche: the
// keys of the API, the headings of the pages and other usual words, in small
// letters with "_" for blanks and hyphens.
var fieldNames = map[string]string{
	"id": "id", "slug": "id",
	"title": "title", "titel": "title", "naam": "title", "naam_praktijk": "title", "praktijk": "title",
	"summary": "summary", "samenvatting": "summary", "intro": "summary", "inleiding": "summary", "korte_omschrijving": "summary",
	"categories": "categories", "category": "categories", "categorie": "categories", "categorieën": "categories", "categorieen": "categories",
	"domains": "domains", "domain": "domains", "beleidsdomeinen": "domains", "beleidsdomein": "domains", "domeinen": "domains",
	"target_groups": "target_groups", "target_group": "target_groups", "doelgroep": "target_groups", "doelgroepen": "target_groups",
	"goals": "goals", "doelen": "goals", "doel": "goals", "doelstellingen": "goals",
	"success_factors": "success_factors", "succesfactoren": "success_factors", "succesfactor": "success_factors",
	"challenges": "challenges", "uitdagingen": "challenges", "uitdaging": "challenges",
	"audience": "audience", "doelgroep_tekst": "audience", "doelgroep_als_tekst": "audience",
	"description": "description", "beschrijving": "description", "omschrijving": "description",
	"practices": "practices", "deze_praktijk_in": "practices", "voorbeelden": "practices",
	"municipalities": "municipalities", "municipality": "municipalities", "gemeenten": "municipalities", "gemeente": "municipalities", "gemeentes": "municipalities",
	"extra": "extra",
	"image": "image", "afbeelding": "image", "foto": "image",
	"source": "source", "bron": "source", "url": "source", "link": "source", "website": "source",
	"updated": "updated", "bijgewerkt": "updated", "gewijzigd": "updated", "laatst_gewijzigd": "updated",
	"reviewed": "reviewed", "nagekeken": "reviewed", "laatst_nagekeken": "reviewed",
}

// fieldKey is the field that a name stands for, or "".
func fieldKey(name string) string {
	name = strings.ToLower(tidyText(plainSpaces(name)))
	return fieldNames[strings.NewReplacer(" ", "_", "-", "_").Replace(strings.TrimRight(name, " :"))]
}

// A record is one fiche of a table or of JSON while it is read.
type record struct {
	builder
	line int // of the source
	told int // practices whose places have been told
}

func newRecord(n *notes, number int) *record {
	// What fiches hold in tables and JSON is Markdown already.
	return &record{builder: builder{notes: n, markdown: true, has: make(map[part]bool)}, line: number}
}

// list returns the list field of this name, or nil.
func (r *record) list(key string) *[]string {
	f := &r.fiche
	switch key {
	case "categories":
		return &f.Categories
	case "domains":
		return &f.Domains
	case "target_groups":
		return &f.TargetGroups
	case "goals":
		return &f.Goals
	case "success_factors":
		return &f.SuccessFactors
	case "challenges":
		return &f.Challenges
	}
	return nil
}

// text returns the text field of this name, or nil.
func (r *record) text(key string) *string {
	f := &r.fiche
	switch key {
	case "id":
		return &f.ID
	case "title":
		return &f.Title
	case "summary":
		return &f.Summary
	case "audience":
		return &f.Audience
	case "description":
		return &f.Description
	case "source":
		return &f.Source
	}
	return nil
}

// addText adds to a text field what it does not hold yet.
func (r *record) addText(key, s string) {
	to := r.text(key)
	if *to != "" && (key == "id" || key == "title" || key == "source") {
		r.keep(key, s)
		r.notes.tell(r.line, fieldExtra, "%s staat er twee keer: %s is bewaard als eigen deel", quoted(key), quoted(s))
		return
	}
	*to = joinText(*to, s)
}

// dayForms are the ways in which days are written here; a table of a Belgian
// spreadsheet has the day first.
var dayForms = []string{time.DateOnly, time.RFC3339, "2006-01-02 15:04:05", "2006-01-02T15:04:05", "2/1/2006", "2-1-2006", "2.1.2006"}

// day reads a day, and keeps what is none as text.
func (r *record) day(key, s string) {
	for _, form := range dayForms {
		if t, err := time.Parse(form, s); err == nil {
			if key == "updated" {
				r.fiche.Updated = t
			} else {
				r.fiche.Reviewed = t
			}
			return
		}
	}
	r.notes.tell(r.line, key, "%s is geen dag zoals 2024-05-01 en is bewaard als eigen deel", quoted(s))
	r.keep(key, s)
}

// unknown keeps a value that no field is for.
func (r *record) unknown(name, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	r.notes.tell(r.line, fieldExtra, "%s is geen veld van een fiche; de inhoud is bewaard als eigen deel", quoted(name))
	r.keep(name, text)
}

// finish checks the fiche of a record and gives it a name.
func (r *record) finish(fallback string, ids map[string]bool) Result {
	f := &r.fiche
	r.dropMail()
	if f.Tidy().Title == "" {
		f.Title = fallback
		if f.Tidy().Title == "" {
			f.Title = noTitle
		}
		r.notes.tell(r.line, fieldTitle, "de titel ontbreekt: schrijf er een in plaats van %s", quoted(f.Title))
	}
	given := slices.Clone(f.Practices)
	out := f.Tidy()
	r.keepPlaces(&out, given)
	out.ID = r.uniqueID(out, ids)
	for _, p := range f.Practices[r.told:] {
		tellPlaces(p.AsWritten, r.line, r.notes)
	}
	return Result{Fiche: out, Notes: r.notes.list}
}

// keepPlaces adds municipalities that JSON names beside a heading from which they
// do not follow to that heading, so that the file says it all.
func (r *record) keepPlaces(f *corpus.Fiche, given []corpus.LocalPractice) {
	if len(given) != len(f.Practices) {
		return
	}
	changed := false
	for i := range f.Practices {
		p := &f.Practices[i]
		var missing []string
		for _, m := range given[i].Municipalities {
			if m.Name != "" && !slices.ContainsFunc(p.Municipalities, func(o places.Place) bool { return o.NIS == m.NIS || o.Name == m.Name }) {
				missing = append(missing, m.Name)
			}
		}
		if len(missing) == 0 {
			continue
		}
		r.notes.tell(r.line, fieldPractices, "%s volgt niet uit %s en is erachter geschreven", quoted(strings.Join(missing, ", ")), quoted(p.AsWritten))
		p.AsWritten = strings.TrimSpace(strings.Trim(p.AsWritten+", "+strings.Join(missing, ", "), ", "))
		changed = true
	}
	if changed {
		*f = f.Tidy()
	}
}

// uniqueID is an ID that can name a file and that no fiche of the same source has.
func (r *record) uniqueID(f corpus.Fiche, ids map[string]bool) string {
	id := strings.TrimSpace(f.ID)
	if id == "" || id == "." || id == ".." || strings.ContainsAny(id, `/\:*?"<>|`) || strings.HasPrefix(id, ".") || len(id) > 200 || strings.ContainsFunc(id, isControl) {
		if id != "" {
			r.notes.tell(r.line, "id", "%s kan de naam van een bestand niet zijn; de naam komt nu van de titel", quoted(id))
		}
		id = corpus.Slug(f.Title)
	}
	if id == "" {
		id = "fiche"
	}
	base := id
	for i := 2; ids[id]; i++ {
		id = fmt.Sprintf("%s-%d", base, i)
	}
	if id != base {
		r.notes.tell(r.line, "id", "%s komt meer dan eens voor in dit bestand; deze fiche heet %s", quoted(base), quoted(id))
	}
	ids[id] = true
	return id
}

// dropMail leaves the mail addresses of persons out of every text.
func (r *record) dropMail() {
	f := &r.fiche
	drop := func(s *string) {
		if strings.Contains(*s, "@") {
			lines := strings.Split(*s, "\n")
			for i, l := range lines {
				lines[i] = dropPersonalMail(l, r.line, r.notes)
			}
			*s = strings.Join(lines, "\n")
		}
	}
	for _, s := range []*string{&f.Title, &f.Summary, &f.Audience, &f.Description} {
		drop(s)
	}
	for _, list := range [][]string{f.Goals, f.SuccessFactors, f.Challenges, f.TargetGroups, f.Categories, f.Domains} {
		for i := range list {
			drop(&list[i])
		}
	}
	for i := range f.Practices {
		drop(&f.Practices[i].AsWritten)
		for j := range f.Practices[i].Examples {
			drop(&f.Practices[i].Examples[j].Name)
			drop(&f.Practices[i].Examples[j].Text)
		}
	}
	for i := range f.Extra {
		drop(&f.Extra[i].Text)
	}
}
