package corpus

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// gather joins what the files hold, checks what only shows across files, and
// leaves out what is broken.
func gather(files *listing, entries []entry, lost []string) *Loaded {
	out := &Loaded{Problems: slices.Clone(files.problems), LeftOut: lost}
	first := make(map[string]string)  // ID → path
	titles := make(map[string]string) // folded title → path
	sources := make(map[string]string)
	for i, f := range files.files {
		e := &entries[i]
		p := shown(f.path)
		out.Problems = append(out.Problems, e.problems...)
		tell := func(key, field, message string, warning bool) {
			out.Problems = append(out.Problems, Problem{Path: p, Line: e.at[key], Field: field, Message: message, Warning: warning})
		}
		id := e.fiche.ID
		if other, taken := first[id]; taken {
			tell("", "bestandsnaam", "er is al een fiche met deze naam ("+other+") en die telt: geef dit bestand een andere naam", false)
			continue
		}
		first[id] = p
		if Broken(e.problems) {
			out.LeftOut = append(out.LeftOut, id)
			continue
		}
		if other := claim(titles, strings.ToLower(e.fiche.Title), p); other != "" {
			tell("title", "titel", "deze titel staat ook in "+other+": is het dezelfde praktijk? Voeg ze dan samen of geef ze elk een eigen titel", true)
		}
		if other := claim(sources, e.fiche.Source, p); other != "" {
			tell("source", "bron", "deze bron staat ook in "+other+": is het dezelfde praktijk? Houd dan één fiche over", true)
		}
		if i := e.fiche.Image; i != nil && i.File != "" && !strings.ContainsAny(i.File, `/\`) && !files.hasImage(f.path, i.File) {
			tell("image.file", "afbeelding", "het bestand "+quote(i.File)+" staat niet in de map: zet het erbij of haal de regel weg", true)
		}
		out.Fiches = append(out.Fiches, e.fiche)
	}
	slices.SortFunc(out.Fiches, func(a, b Fiche) int { return strings.Compare(a.ID, b.ID) })
	slices.Sort(out.LeftOut)
	out.LeftOut = slices.Compact(out.LeftOut)
	// What was found elsewhere is there, whatever happened to a folder.
	out.LeftOut = slices.DeleteFunc(out.LeftOut, func(id string) bool {
		_, sound := slices.BinarySearchFunc(out.Fiches, id, func(f Fiche, id string) int { return strings.Compare(f.ID, id) })
		return sound
	})
	slices.SortStableFunc(out.Problems, func(a, b Problem) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line))
	})
	return out
}

// claim notes that the file at p bears key, and returns the file that bore it
// before, or "".
func claim(taken map[string]string, key, p string) string {
	if key == "" {
		return ""
	}
	if other, ok := taken[key]; ok {
		return other
	}
	taken[key] = p
	return ""
}

// hasImage reports whether an image stands at the top of the folder or beside
// the fiche at p.
func (l *listing) hasImage(p, file string) bool {
	return l.names[file] || l.names[path.Join(path.Dir(p), file)]
}
