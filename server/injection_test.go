package server_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
	"praktijkzoeker/server"
)

// attacks try every way from data into a page.
var attacks = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `javascript:alert(1)`,
	`</title><svg onload=alert(1)>`, `[x](javascript:alert(1))`, `<javascript:alert(1)>`, `![x](data:text/html,<script>alert(1)</script>)`,
	`[x]: javascript:alert(1)`, `{{.Site}}`, `</textarea><iframe src=//elders.be>`, `[a](x "onclick=alert(1)")`, "<a href=`javascript:alert(1)`>",
}

// poison puts text into every string that v holds.
func poison(v reflect.Value, text string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		poison(v.Elem(), text)
	case reflect.Slice:
		if v.Type().Elem() == reflect.TypeFor[places.Place]() {
			v.Set(reflect.ValueOf([]places.Place{{NIS: "44021", Name: "Gent", Province: "Oost-Vlaanderen"}, {NIS: "99999", Name: text, Province: text}}))
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		poison(v.Index(0), text)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				poison(v.Field(i), text)
			}
		}
	}
}

func TestInjectionByFiche(t *testing.T) {
	for _, attack := range attacks {
		t.Run(attack, func(t *testing.T) {
			var f corpus.Fiche
			poison(reflect.ValueOf(&f).Elem(), attack)
			f.ID = "gif"
			h := newServer(t, server.Config{Searcher: newIndex(t, []corpus.Fiche{f}), Images: fstest.MapFS{attack: {}}})
			for _, path := range []string{"/", "/?sort=title", "/?q=alert", "/?view=map", "/praktijk/gif", "/gemeente/Gent", "/praktijk/alert"} {
				harmless(t, path, parse(t, get(t, h, path)))
			}
			for _, path := range []string{"/api/v1/search", "/api/v1/fiches/gif", "/api/v1/suggest?q=alert"} {
				want(t, get(t, h, path), http.StatusOK)
			}
		})
	}
}

func TestInjectionByAddress(t *testing.T) {
	h := site(t)
	for _, attack := range attacks {
		v := url.QueryEscape(attack)
		for _, path := range []string{
			"/?q=" + v, "/?category=" + v + "&domain=" + v + "&municipality=" + v + "&target_group=" + v, "/?sort=" + v, "/?page=" + v,
			"/?explain=" + v, "/?" + v + "=1", "/praktijk/" + url.PathEscape(attack), "/gemeente/" + url.PathEscape(attack),
			"/gemeente/Gent?via=" + v, "/?view=" + v, "/?view=map&municipality=" + v + "&q=" + v, "/" + url.PathEscape(attack),
		} {
			w := get(t, h, path, "Referer", "http://example.com/?q="+v, "X-Request-Id", attack)
			if w.Code >= 500 {
				t.Errorf("%s: status %d", path, w.Code)
			}
			if w.Code < 300 || w.Code >= 400 {
				harmless(t, path, parse(t, w))
			}
		}
	}
}

func TestInjectionByConfig(t *testing.T) {
	for _, attack := range attacks {
		h := newServer(t, server.Config{Searcher: newIndex(t, handful()), Title: attack, Intro: attack, Footer: attack, Contact: attack, Version: attack})
		for _, path := range []string{"/", "/praktijk/buddywerking", "/nergens"} {
			harmless(t, path, parse(t, get(t, h, path)))
		}
		want(t, get(t, h, "/opensearch.xml"), http.StatusOK)
	}
}

// harmless asserts that a page holds only elements and attributes of our own
// making, and leads only to the web and to mail.
func harmless(t *testing.T, path string, doc *html.Node) {
	t.Helper()
	for _, n := range all(t, doc, "*") {
		switch n.Data {
		case "script":
			if kind, _ := attr(n, "type"); kind == "application/ld+json" {
				checkData(t, path, n)
				continue
			}
			src, _ := attr(n, "src")
			if !strings.HasPrefix(src, "/static/main.") || n.FirstChild != nil {
				t.Errorf("%s holds a script %q that is not ours", path, src)
			}
		case "svg":
			if class, _ := attr(n, "class"); class != "map" {
				t.Errorf("%s holds a drawing that is not ours", path)
			}
		case "iframe", "object", "embed", "style", "textarea", "base":
			t.Errorf("%s holds <%s>", path, n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || strings.ContainsAny(a.Key, "<>\"'`") {
				t.Errorf("%s holds attribute %s on <%s>", path, a.Key, n.Data)
			}
			if a.Key != "href" && a.Key != "src" && a.Key != "action" {
				continue
			}
			u, err := url.Parse(a.Val)
			if err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto" {
				t.Errorf("%s leads to %q", path, a.Val)
			}
			if a.Key != "href" && u != nil && u.Host != "" {
				t.Errorf("%s asks %q of another site", path, a.Val)
			}
		}
	}
}

// checkData asserts that a data block is JSON and holds nothing else.
func checkData(t *testing.T, path string, n *html.Node) {
	t.Helper()
	body := ""
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		body += c.Data
	}
	if !json.Valid([]byte(body)) || strings.ContainsAny(body, "<>") {
		t.Errorf("%s: data block %q", path, body)
	}
}
