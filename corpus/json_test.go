package corpus_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/corpus/places"
)

func TestJSONOfAnEmptyFicheHasEveryKey(t *testing.T) {
	const want = `{"id":"","title":"","summary":"","categories":[],"domains":[],"target_groups":[],"goals":[],` +
		`"success_factors":[],"challenges":[],"audience":"","description":"","practices":[],"extra":[],"image":null,` +
		`"source":"","updated":"","reviewed":""}`
	got, err := json.Marshal(corpus.Fiche{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("JSON (-want +got):\n%s", diff)
	}
}

// JSON for people and programs shows "&" as it is; JSON inside HTML never does.
func TestJSONEscapesForHTMLWhereAsked(t *testing.T) {
	f := corpus.Fiche{ID: "a", Title: "Visie & <samenwerking>", Practices: []corpus.LocalPractice{
		{AsWritten: "Gent", Examples: []corpus.Example{{Name: "A&B", Text: "</script>"}}}}}
	for _, test := range []struct {
		name       string
		escape     bool
		want, miss string
	}{
		{"plain", false, `"title":"Visie & <samenwerking>"`, `\u00`},
		{"inside HTML", true, `"title":"Visie \u0026 \u003csamenwerking\u003e"`, `</script>`},
	} {
		t.Run(test.name, func(t *testing.T) {
			var b strings.Builder
			e := json.NewEncoder(&b)
			e.SetEscapeHTML(test.escape)
			if err := e.Encode(f); err != nil {
				t.Fatal(err)
			}
			if got := b.String(); !strings.Contains(got, test.want) || strings.Contains(got, test.miss) {
				t.Errorf("want %s and no %s in:\n%s", test.want, test.miss, got)
			}
			var back corpus.Fiche
			if err := json.Unmarshal([]byte(b.String()), &back); err != nil {
				t.Fatal(err)
			}
			if back.Title != f.Title || back.Practices[0].Examples[0] != f.Practices[0].Examples[0] {
				t.Errorf("round trip gives %+v", back)
			}
		})
	}
}

func TestJSONKeysOfTheParts(t *testing.T) {
	f := corpus.Fiche{
		ID: "a", Title: "A",
		Practices: []corpus.LocalPractice{
			{AsWritten: "Gent", Municipalities: []places.Place{{NIS: "44021", Name: "Gent", Province: "Oost-Vlaanderen"}},
				Examples: []corpus.Example{{Name: "N", Text: "T"}}},
			{AsWritten: "Nergens"}},
		Extra:   []corpus.Section{{Heading: "H", Text: "x"}},
		Image:   &corpus.Image{File: "f.jpg", Credit: "c", Alt: "a"},
		Updated: time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC),
	}
	got, err := json.Marshal(&f)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{
		`"practices":[{"as_written":"Gent","municipalities":[{"nis":"44021","name":"Gent","province":"Oost-Vlaanderen"}],"examples":[{"name":"N","text":"T"}]},` +
			`{"as_written":"Nergens","municipalities":[],"examples":[]}]`,
		`"extra":[{"heading":"H","text":"x"}]`,
		`"image":{"file":"f.jpg","credit":"c","alt":"a"}`,
		`"updated":"2024-05-01","reviewed":""`,
	} {
		if !strings.Contains(string(got), part) {
			t.Errorf("JSON lacks %s:\n%s", part, got)
		}
	}
	var back corpus.Fiche
	if err := json.Unmarshal(got, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(f, back); diff != "" {
		t.Errorf("round trip (-want +got):\n%s", diff)
	}
}

func TestJSONRoundTrip(t *testing.T) {
	all := []corpus.Fiche{{}, full()}
	for _, s := range nasty {
		all = append(all, filled(s, "b").Tidy())
	}
	for _, want := range all {
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got corpus.Fiche
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("round trip (-want +got):\n%s", diff)
		}
	}
}

func TestUnmarshalTellsWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"not JSON":    {"{", "unexpected end"},
		"wrong type":  {`{"title":3}`, "title"},
		"wrong day":   {`{"updated":"gisteren"}`, `updated: "gisteren"`},
		"wrong day 2": {`{"reviewed":"2024-13-01"}`, "reviewed"},
	} {
		t.Run(name, func(t *testing.T) {
			f := corpus.Fiche{ID: "kept"}
			err := json.Unmarshal([]byte(c.in), &f)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v does not name %q", err, c.want)
			}
			if f.ID != "kept" {
				t.Errorf("a failed Unmarshal changed the fiche: %+v", f)
			}
		})
	}
}

func BenchmarkMarshalJSON(b *testing.B) {
	f := full()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.MarshalJSON(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUnmarshalJSON(b *testing.B) {
	data, err := json.Marshal(full())
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var f corpus.Fiche
		if err := f.UnmarshalJSON(data); err != nil {
			b.Fatal(err)
		}
	}
}
