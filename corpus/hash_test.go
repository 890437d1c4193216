package corpus_test

import (
	"reflect"
	"testing"
	"time"

	"praktijkzoeker/corpus"
)

// TestHashSeesEveryField changes each field of a full fiche, however deep, and
// looks for another hash. A field that is added to Fiche and forgotten in Hash
// fails here.
func TestHashSeesEveryField(t *testing.T) {
	f := full()
	before := f.Hash()
	n := 0
	changeEach(reflect.ValueOf(&f).Elem(), "Fiche", func(field string) {
		n++
		if f.Hash() == before {
			t.Errorf("the hash does not see %s", field)
		}
	})
	if n < 40 || f.Hash() != before {
		t.Errorf("%d changes tried and undone; want 40 or more, and the hash as before", n)
	}
}

// changeEach calls check with every leaf of v changed, one at a time, and every
// list and pointer emptied.
func changeEach(v reflect.Value, name string, check func(field string)) {
	set := func(to reflect.Value, name string) {
		old := reflect.New(v.Type()).Elem()
		old.Set(v)
		v.Set(to)
		check(name)
		v.Set(old)
	}
	if day, ok := v.Interface().(time.Time); ok {
		set(reflect.ValueOf(day.AddDate(0, 0, 1)), name)
		return
	}
	switch v.Kind() {
	case reflect.String:
		set(reflect.ValueOf(v.String()+"x"), name)
	case reflect.Struct:
		for i := range v.NumField() {
			changeEach(v.Field(i), name+"."+v.Type().Field(i).Name, check)
		}
	case reflect.Slice:
		if v.Len() > 0 {
			set(v.Slice(0, v.Len()-1), name+" without its last")
		}
		for i := range v.Len() {
			changeEach(v.Index(i), name+"[]", check)
		}
	case reflect.Pointer:
		set(reflect.Zero(v.Type()), name+" nil")
		changeEach(v.Elem(), name, check)
	default:
		panic("corpus_test: a kind of field that changeEach does not know: " + v.Kind().String())
	}
}

func TestHashKeepsFieldsApart(t *testing.T) {
	seen := make(map[[16]byte]int)
	for i, f := range []corpus.Fiche{
		{}, {Title: "ab"}, {Summary: "ab"}, {Title: "a", Summary: "b"}, {Goals: []string{"ab"}}, {Goals: []string{"a", "b"}},
		{Challenges: []string{"ab"}}, {Image: &corpus.Image{}}, {Goals: []string{""}},
	} {
		if j, ok := seen[f.Hash()]; ok {
			t.Errorf("fiches %d and %d have one hash", i, j)
		}
		seen[f.Hash()] = i
	}
	if (&corpus.Fiche{Goals: []string{}}).Hash() != (&corpus.Fiche{}).Hash() {
		t.Error("an empty list and nil differ")
	}
}

func BenchmarkHash(b *testing.B) {
	f := full()
	b.ReportAllocs()
	for b.Loop() {
		f.Hash()
	}
}
