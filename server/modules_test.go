package server

import (
	"strings"
	"testing"
)

func TestLinkModules(t *testing.T) {
	address := func(name string, body []byte) string {
		return strings.TrimSuffix(name, ".js") + "." + string(rune('0'+len(body)%10)) + ".js"
	}
	bodies := map[string][]byte{
		"main.js":   []byte("import { a } from \"./a.js\";\nimport { b } from \"./b.js\";\n"),
		"a.js":      []byte("import { b } from \"./b.js\";\nexport const a = b;\n"),
		"b.js":      []byte("export const b = 1; // not: from \"./c.js\"\n"),
		"other.css": []byte(`import { a } from "./a.js";`),
	}
	if err := linkModules(bodies, address); err != nil {
		t.Fatal(err)
	}
	b := address("b.js", bodies["b.js"])
	a := address("a.js", bodies["a.js"])
	if got, want := string(bodies["main.js"]), "import { a } from \"./"+a+"\";\nimport { b } from \"./"+b+"\";\n"; got != want {
		t.Errorf("main.js is %q, want %q", got, want)
	}
	if got := string(bodies["other.css"]); got != `import { a } from "./a.js";` {
		t.Errorf("a style sheet became %q", got)
	}
}

func TestLinkModulesFails(t *testing.T) {
	for name, c := range map[string]struct {
		bodies map[string]string
		says   []string
	}{
		"missing":          {map[string]string{"main.js": `import { a } from "./a.js";`}, []string{"static/main.js", "a.js", "does not exist"}},
		"itself":           {map[string]string{"main.js": `import { a } from "./main.js";`}, []string{"static/main.js", "imports itself"}},
		"circle":           {map[string]string{"a.js": `import { b } from "./b.js";`, "b.js": `import { a } from "./a.js";`}, []string{"static/a.js", "a.js, b.js"}},
		"missing, further": {map[string]string{"a.js": `import { b } from "./b.js";`, "b.js": `import { c } from "./c.js";`}, []string{"static/b.js", "c.js"}},
	} {
		t.Run(name, func(t *testing.T) {
			bodies := map[string][]byte{}
			for file, body := range c.bodies {
				bodies[file] = []byte(body)
			}
			err := linkModules(bodies, func(name string, _ []byte) string { return name })
			if err == nil {
				t.Fatal("no error")
			}
			for _, s := range c.says {
				if !strings.Contains(err.Error(), s) {
					t.Errorf("error %q does not tell of %s", err, s)
				}
			}
		})
	}
}
