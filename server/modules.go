package server

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// moduleImport is an import of a neighbouring ES module, as the scripts of this
// site write it: from "./name.js".
var moduleImport = regexp.MustCompile(`(?m)^(import .*from )"\./([a-z]+\.js)";$`)

// linkModules makes imports name the addresses that hold a hash. The hash of a
// module covers those of what it imports, so that a browser never mixes two
// versions. A missing module and a circle are errors.
func linkModules(bodies map[string][]byte, address func(name string, body []byte) string) error {
	done := map[string]string{} // name → address
	var link func(name string, from []string) error
	link = func(name string, from []string) error {
		if done[name] != "" {
			return nil
		}
		body, ok := bodies[name]
		if !ok {
			return fmt.Errorf("server: static/%s imports %s, which does not exist", from[len(from)-1], name)
		}
		if slices.Contains(from, name) {
			return fmt.Errorf("server: static/%s imports itself by way of %s", name, strings.Join(from, ", "))
		}
		for _, m := range moduleImport.FindAllSubmatch(body, -1) {
			if err := link(string(m[2]), append(slices.Clone(from), name)); err != nil {
				return err
			}
		}
		body = moduleImport.ReplaceAllFunc(body, func(line []byte) []byte {
			m := moduleImport.FindSubmatch(line)
			return []byte(string(m[1]) + `"./` + done[string(m[2])] + `";`)
		})
		bodies[name], done[name] = body, address(name, body)
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(bodies)) {
		if path.Ext(name) != ".js" {
			continue
		}
		if err := link(name, nil); err != nil {
			return err
		}
	}
	return nil
}

// mainScript is the module that a page names; it imports the others.
const mainScript = "main.js"

// modules is a function of templates: the addresses of what mainScript imports,
// for the browser to fetch at once.
func (a assets) modules() []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(a.addresses)) {
		if path.Ext(name) == ".js" && name != mainScript {
			out = append(out, a.addresses[name])
		}
	}
	return out
}
