package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// leastMemory is the lowest memory limit that makes sense, in bytes: below it
// the collector of Go would hardly do anything else than collect.
const leastMemory = 64 << 20

// parseSize reads an amount of memory as GOMEMLIMIT writes it: a whole number
// with B, KiB, MiB, GiB or TiB. A 0 needs no unit. It returns bytes.
func parseSize(text string) (int64, error) {
	digits := strings.TrimRight(text, "BKMGTi")
	shift, ok := map[string]uint{"B": 0, "KiB": 10, "MiB": 20, "GiB": 30, "TiB": 40}[text[len(digits):]]
	n, err := strconv.ParseUint(digits, 10, 63)
	if text != "0" && !ok || err != nil || n > math.MaxInt64>>shift {
		return 0, fmt.Errorf("%q is geen hoeveelheid geheugen; schrijf een geheel getal met een eenheid, zoals \"512MiB\" of \"2GiB\"", text)
	}
	return int64(n) << shift, nil
}

// check tells what is wrong with the amounts of memory.
func (c ProcessConfig) check(wrong func(key, format string, args ...any)) {
	var kept int64
	for _, s := range []struct{ key, value string }{{"process.answers_memory", c.AnswersMemory}, {"process.pages_memory", c.PagesMemory}} {
		n, err := parseSize(s.value)
		if err != nil {
			wrong(s.key, "%s; \"0\" bewaart niets", err)
		}
		kept += n
	}
	if c.MemoryLimit == "" {
		return
	}
	switch limit, err := parseSize(c.MemoryLimit); {
	case err != nil:
		wrong("process.memory_limit", "%s", err)
	case limit < leastMemory:
		wrong("process.memory_limit", "%s is te weinig; geef minstens %dMiB, of laat het leeg", c.MemoryLimit, leastMemory>>20)
	case kept > limit/2:
		wrong("process.memory_limit", "de bewaarde antwoorden (process.answers_memory en process.pages_memory) mogen samen hoogstens de helft van %s innemen", c.MemoryLimit)
	}
}

// mustSize returns an amount that check has accepted.
func mustSize(size string) int64 {
	n, err := parseSize(size)
	if err != nil {
		panic(err)
	}
	return n
}
