package server

import (
	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
	"praktijkzoeker/index"
)

// Structured data for search engines, in the vocabulary of https://schema.org
// as JSON-LD. It stands in a script element of type application/ld+json: a data
// block, which no browser executes and the policy leaves alone. The template
// package writes it as JSON in which no tag can begin.

// A ldThing is any thing of schema.org; empty fields are left out.
type ldThing struct {
	Context    string    `json:"@context,omitempty"`
	Type       string    `json:"@type"`
	ID         string    `json:"@id,omitempty"`
	Name       string    `json:"name,omitempty"`
	Headline   string    `json:"headline,omitempty"`
	Abstract   string    `json:"abstract,omitempty"`
	URL        string    `json:"url,omitempty"`
	Language   string    `json:"inLanguage,omitempty"`
	Identifier string    `json:"identifier,omitempty"`
	Modified   string    `json:"dateModified,omitempty"`
	BasedOn    string    `json:"isBasedOn,omitempty"`
	Image      string    `json:"image,omitempty"`
	InSet      *ldThing  `json:"inDefinedTermSet,omitempty"`
	PartOf     *ldThing  `json:"isPartOf,omitempty"`
	Publisher  *ldThing  `json:"publisher,omitempty"`
	Within     *ldThing  `json:"containedInPlace,omitempty"`
	About      []ldThing `json:"about,omitempty"`
	Audience   []ldThing `json:"audience,omitempty"`
	Coverage   []ldThing `json:"spatialCoverage,omitempty"`
	Action     *ldAction `json:"potentialAction,omitempty"`
	Main       *ldThing  `json:"mainEntity,omitempty"`
	Number     int       `json:"numberOfItems,omitempty"`
	Items      []ldThing `json:"itemListElement,omitempty"`
	Position   int       `json:"position,omitempty"`
}

// A ldAction tells how to search the site.
type ldAction struct {
	Type   string `json:"@type"`
	Target string `json:"target"`
	Input  string `json:"query-input"`
}

const ldContext = "https://schema.org"

// ficheData describes a fiche; base is the address of the site and image the
// path of its picture, or empty.
func ficheData(base, site, image string, f *corpus.Fiche) ldThing {
	d := ldThing{
		Context: ldContext, Type: "Article", ID: base + idURL(f.ID), URL: base + ficheURL(f.ID), Identifier: f.ID,
		Headline: f.Title, Abstract: clean(index.Plain(f.Summary)), Language: "nl-BE", Modified: day(f.Updated),
		PartOf:    &ldThing{Type: "Dataset", Name: site, URL: base + pathSearch},
		Publisher: &ldThing{Type: "Organization", Name: site, URL: base + pathSearch},
	}
	if isWebURL(f.Source) {
		d.BasedOn = f.Source
	}
	if image != "" {
		d.Image = base + image
	}
	for _, s := range labelsOf(f) {
		for _, v := range s.values {
			if s.facet == index.TargetGroup {
				d.Audience = append(d.Audience, ldThing{Type: "Audience", Name: v})
				continue
			}
			d.About = append(d.About, ldThing{
				Type: "DefinedTerm", Name: v, URL: base + newState().only(s.facet, v).url(),
				InSet: &ldThing{Type: "DefinedTermSet", Name: facetLabels[s.facet]},
			})
		}
	}
	for _, name := range f.MunicipalityNames() {
		if p, ok := places.ByName(name); ok {
			d.Coverage = append(d.Coverage, areaData(base, p))
		}
	}
	return d
}

// areaData describes a municipality, by its NIS code.
func areaData(base string, p places.Place) ldThing {
	return ldThing{
		Type: "AdministrativeArea", Name: p.Name, Identifier: p.NIS, URL: base + municipalityURL(p.Name),
		Within: &ldThing{Type: "AdministrativeArea", Name: p.Province},
	}
}

// listData describes the page of a label and the fiches that it begins with.
func listData(base, site string, st state, found *index.Results) ldThing {
	list := ldThing{Type: "ItemList", Number: found.Total}
	for i := range found.Hits {
		f := &found.Hits[i].Fiche
		list.Items = append(list.Items, ldThing{Type: "ListItem", Position: i + 1, Name: f.Title, URL: base + ficheURL(f.ID)})
	}
	return ldThing{
		Context: ldContext, Type: "CollectionPage", Name: st.heading(), URL: base + st.canonical(), Language: "nl-BE",
		PartOf: &ldThing{Type: "WebSite", Name: site, URL: base + pathSearch}, Main: &list,
	}
}

// siteData describes the site and how to search it.
func siteData(base, name string) ldThing {
	return ldThing{
		Context: ldContext, Type: "WebSite", Name: name, URL: base + pathSearch, Language: "nl-BE",
		Action: &ldAction{"SearchAction", base + "/?q={search_term_string}", "required name=search_term_string"},
	}
}
