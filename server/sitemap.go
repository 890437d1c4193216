package server

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"strconv"

	"github.com/gorilla/mux"

	"praktijkzoeker/index"
)

// sitemapSize is how many fiches a part of the site map holds. The protocol
// (sitemaps.org, 0.9) allows 50,000 addresses; a fifth of it, with the pages of
// labels and municipalities, stays quick to make and well within its 50 MB.
const sitemapSize = 10_000

const sitemapSpace = "http://www.sitemaps.org/schemas/sitemap/0.9"

type urlSet struct {
	XMLName xml.Name
	URLs    []siteURL `xml:"url,omitempty"`
	Parts   []siteURL `xml:"sitemap,omitempty"`
}

type siteURL struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

// serveSitemap lists every page that a search engine should know; where they
// are too many, it lists the parts of that list.
func (s *site) serveSitemap(w http.ResponseWriter, r *http.Request) error {
	if s.tags.unchanged(w, r, s.Searcher.Stats(), "") {
		return nil
	}
	all, err := s.overview(r.Context())
	if err != nil {
		return err
	}
	if all.total <= sitemapSize {
		return s.sitemapPart(w, r, all, 1)
	}
	set := urlSet{XMLName: xml.Name{Space: sitemapSpace, Local: "sitemapindex"}}
	for i := range lastPage(all.total, sitemapSize) {
		set.Parts = append(set.Parts, siteURL{Loc: s.base(r) + "/sitemap-" + strconv.Itoa(i+1) + ".xml"})
	}
	return writeSitemap(w, set)
}

func (s *site) serveSitemapPart(w http.ResponseWriter, r *http.Request) error {
	if s.tags.unchanged(w, r, s.Searcher.Stats(), "") {
		return nil
	}
	all, err := s.overview(r.Context())
	if err != nil {
		return err
	}
	part, err := strconv.Atoi(mux.Vars(r)["deel"])
	if err != nil || part < 1 || part > lastPage(all.total, sitemapSize) {
		return errNoRoute
	}
	return s.sitemapPart(w, r, all, part)
}

// sitemapPart writes one part; the first also has the pages that are no fiche.
// The day of a page is that of its fiche; the others change with any fiche, and
// a wrong day is worse than none.
func (s *site) sitemapPart(w http.ResponseWriter, r *http.Request, all *overview, part int) error {
	set := urlSet{XMLName: xml.Name{Space: sitemapSpace, Local: "urlset"}}
	base := s.base(r)
	if part == 1 {
		for _, path := range indexedPages {
			set.URLs = append(set.URLs, siteURL{Loc: base + path})
		}
		for _, f := range index.Facets {
			for _, c := range all.facets[f] {
				path := newState().only(f, c.Value).url()
				if f == index.Municipality {
					path = municipalityURL(c.Value)
				}
				set.URLs = append(set.URLs, siteURL{Loc: base + path})
			}
		}
	}
	from := (part - 1) * sitemapSize
	for offset := from; offset < from+sitemapSize; offset += index.MaxLimit {
		found, err := s.Searcher.Search(r.Context(), index.Query{Sort: index.Title, Offset: offset, Limit: index.MaxLimit})
		if err != nil {
			return err
		}
		for i := range found.Hits {
			f := &found.Hits[i].Fiche
			set.URLs = append(set.URLs, siteURL{base + ficheURL(f.ID), day(f.Updated)})
		}
		if len(found.Hits) < index.MaxLimit {
			break
		}
	}
	return writeSitemap(w, set)
}

func writeSitemap(w http.ResponseWriter, set urlSet) error {
	body, err := xml.Marshal(set)
	if err != nil {
		return fmt.Errorf("site map: %w", err)
	}
	w.Header().Set("Content-Type", "application/xml; charset=utf-8")
	_, _ = w.Write(append([]byte(xml.Header), body...)) // an error means that the client left
	return nil
}
