package main

import (
	"strings"
	"testing"
)

func TestParseSize(t *testing.T) {
	for _, test := range []struct {
		text string
		want int64 // -1: no amount
	}{
		{"0", 0}, {"0MiB", 0}, {"1B", 1}, {"512MiB", 512 << 20}, {"2GiB", 2 << 30}, {"1TiB", 1 << 40}, {"64KiB", 64 << 10},
		{"", -1}, {"512", -1}, {"MiB", -1}, {"-1MiB", -1}, {"512MB", -1}, {"512 MiB", -1}, {"1.5GiB", -1}, {"0x10MiB", -1},
		{"512mib", -1}, {"9223372036854775807B", 1<<63 - 1}, {"9223372036854775808B", -1}, {"8388608TiB", -1}, {"1BB", -1},
	} {
		got, err := parseSize(test.text)
		if test.want < 0 {
			if err == nil || !strings.Contains(err.Error(), "512MiB") {
				t.Errorf("%q gives %d, %v; want an error with an example", test.text, got, err)
			}
			continue
		}
		if err != nil || got != test.want {
			t.Errorf("%q gives %d, %v; want %d", test.text, got, err, test.want)
		}
	}
}

func TestValidateMemory(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*ProcessConfig)
		says   string // start of the mistake; empty when it is right
	}{
		{"a limit", func(c *ProcessConfig) { c.MemoryLimit = "512MiB" }, ""},
		{"nothing is kept", func(c *ProcessConfig) { c.AnswersMemory, c.PagesMemory = "0", "0" }, ""},
		{"a limit without unit", func(c *ProcessConfig) { c.MemoryLimit = "512" }, `process.memory_limit: "512" is geen hoeveelheid`},
		{"a limit too low", func(c *ProcessConfig) { c.MemoryLimit = "10MiB" }, "process.memory_limit: 10MiB is te weinig"},
		{"caches larger than the limit", func(c *ProcessConfig) { c.MemoryLimit, c.AnswersMemory = "128MiB", "64MiB" }, "process.memory_limit: de bewaarde"},
		{"no answers", func(c *ProcessConfig) { c.AnswersMemory = "" }, "process.answers_memory: "},
		{"no pages", func(c *ProcessConfig) { c.PagesMemory = "veel" }, "process.pages_memory: "},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := Default()
			test.change(&c.Process)
			err := c.Validate()
			if test.says == "" && err != nil || test.says != "" && (err == nil || !strings.HasPrefix(err.Error(), test.says)) {
				t.Errorf("got %v, want %q", err, test.says)
			}
		})
	}
}
