package main

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// A setting is one key of a Config, with the place where its value lives.
type setting struct {
	Section, Key string
	value        reflect.Value
}

// Name returns the key as the file has it: "server.listen".
func (s setting) Name() string { return s.Section + "." + s.Key }

// Env returns the environment variable of the key: PRAKTIJKZOEKER_SERVER_LISTEN.
func (s setting) Env() string {
	return envPrefix + strings.ToUpper(s.Section+"_"+s.Key)
}

// Set gives the setting a value that is written as text.
func (s setting) Set(text string) error {
	switch p := s.value.Addr().Interface().(type) {
	case *string:
		*p = text
	case *time.Duration:
		d, err := time.ParseDuration(text)
		if err != nil {
			return fmt.Errorf("%q is geen tijdsduur: schrijf een getal met een eenheid, zoals \"10s\" of \"2m\"", text)
		}
		*p = d
	case *int:
		n, err := strconv.Atoi(text)
		if err != nil {
			return fmt.Errorf("%q is geen geheel getal", text)
		}
		*p = n
	case *float64:
		n, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return fmt.Errorf("%q is geen getal; schrijf bijvoorbeeld \"5\" of \"0.5\"", text)
		}
		*p = n
	case *[]string:
		*p = strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' })
	default:
		panic(fmt.Sprintf("setting %s has a type without text form: %T", s.Name(), p))
	}
	return nil
}

// settings lists every key of c in the order of the struct. Setting one
// changes c.
func (c *Config) settings() []setting {
	var all []setting
	root := reflect.ValueOf(c).Elem()
	for i := range root.NumField() {
		section := root.Field(i)
		name := root.Type().Field(i).Tag.Get("toml")
		if name == "-" {
			continue
		}
		for j := range section.NumField() {
			key := section.Type().Field(j).Tag.Get("toml")
			all = append(all, setting{Section: name, Key: key, value: section.Field(j)})
		}
	}
	return all
}

// settingNames lists the names of all keys, or of their variables.
func settingNames(name func(setting) string) []string {
	var c Config
	var names []string
	for _, s := range c.settings() {
		names = append(names, name(s))
	}
	return names
}
