package corpus

import (
	"net/url"
	"slices"
	"strings"
)

// otherNames are names that people give to the keys of the front matter.
var otherNames = map[string]string{
	"titel": "title", "naam": "title", "categorie": "categories", "categorieën": "categories", "categorieen": "categories",
	"category": "categories", "domein": "domains", "domeinen": "domains", "beleidsdomeinen": "domains", "beleidsdomein": "domains",
	"domain": "domains", "doelgroep": "target_groups", "doelgroepen": "target_groups", "target_group": "target_groups",
	"target-groups": "target_groups", "targetgroups": "target_groups", "bron": "source", "url": "source", "link": "source",
	"datum": "updated", "date": "updated", "bijgewerkt": "updated", "nagekeken": "reviewed", "afbeelding": "image", "foto": "image",
	"bestand": "file", "fotograaf": "credit", "krediet": "credit", "beschrijving": "alt", "alternatief": "alt",
}

var imageKeys = []string{"file", "credit", "alt"}

// checkFront warns for what is readable in the front matter but unlikely.
func (r *reader) checkFront(fr front) {
	top := []string{"title", "categories", "domains", "target_groups", "source", "updated", "reviewed", "image"}
	r.checkKeys(fr, fr.values, "", top)
	if image, ok := fr.values["image"].(map[string]any); ok {
		r.checkKeys(fr, image, "image.", imageKeys)
	}
	if _, set := fr.values["title"]; set && r.fiche.Title == "" && !r.hasField("titel") {
		r.fail(fr.lines["title"], "titel", `de titel is leeg: schrijf hem tussen de aanhalingstekens: title = "…"`)
	}
	r.checkKnown(fr, "categories", r.fiche.Categories, r.vocabulary.Categories)
	r.checkKnown(fr, "domains", r.fiche.Domains, r.vocabulary.Domains)
	r.checkSource(fr.lines["source"])
	if i := r.fiche.Image; i != nil && strings.ContainsAny(i.File, `/\`) {
		r.warn(cmpLine(fr.lines["image.file"], fr.lines["image"]), "afbeelding",
			"schrijf enkel de naam van het bestand, zonder map of webadres: file = "+quote(i.File[strings.LastIndexAny(i.File, `/\`)+1:]))
	}
}

func cmpLine(a, b int) int {
	if a > 0 {
		return a
	}
	return b
}

func (r *reader) checkKeys(fr front, values map[string]any, prefix string, known []string) {
	for key := range values {
		if slices.Contains(known, key) {
			continue
		}
		near := otherNames[strings.ToLower(key)]
		if !slices.Contains(known, near) {
			near = nearest(key, known)
		}
		hint := "de sleutels zijn " + strings.Join(known, ", ")
		if near != "" {
			hint = "bedoelde je " + near + "?"
		}
		r.warn(fr.lines[prefix+key], "blok bovenaan", "de sleutel "+quote(oneLine(key))+" is onbekend en telt niet mee: "+hint)
	}
}

// checkKnown warns for labels that are not among the known ones.
func (r *reader) checkKnown(fr front, key string, got, known []string) {
	for _, label := range got {
		if slices.Contains(known, label) {
			continue
		}
		hint := "voeg hem enkel toe als geen van deze past: " + strings.Join(known, " · ")
		if near := nearest(label, known); near != "" {
			hint = "bedoelde je " + quote(near) + "?"
		}
		r.warn(r.labelLine(fr, key, label), frontKeys[key], quote(label)+" staat niet in de lijst: "+hint)
	}
}

// labelLine is the line on which a label of a list stands, or that of its key.
func (r *reader) labelLine(fr front, key, label string) int {
	for i := max(fr.lines[key], 1); i <= len(fr.text); i++ {
		if strings.Contains(fr.text[i-1], label) {
			return i
		}
	}
	return fr.lines[key]
}

func (r *reader) checkDuplicateLabels(fr front, key string, in []string) {
	var seen []string
	for _, s := range in {
		if s = oneLine(s); s == "" {
			r.warn(fr.lines[key], frontKeys[key], "hier staat een lege naam: vul hem in of haal hem weg")
		} else if slices.Contains(seen, s) {
			r.warn(r.labelLine(fr, key, s), frontKeys[key], quote(s)+" staat er twee keer: houd er één over")
		}
		seen = append(seen, s)
	}
}

func (r *reader) checkSource(line int) {
	s := r.fiche.Source
	if s == "" {
		return
	}
	if u, err := url.Parse(s); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || strings.Contains(s, " ") {
		r.warn(line, "bron", "dit is geen volledig webadres: het begint met https://, bijvoorbeeld https://www.vvsg.be/…")
	}
}
