package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const shippedConfig = "../../config.toml"

func TestShippedConfigIsTheDefault(t *testing.T) {
	data, err := os.ReadFile(shippedConfig)
	if err != nil {
		t.Fatal(err)
	}
	var got Config
	if err := got.decode("config.toml", data); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Default(), got); diff != "" {
		t.Errorf("config.toml differs from Default (-default +file):\n%s", diff)
	}
	if err := got.Validate(); err != nil {
		t.Errorf("the defaults are not valid: %v", err)
	}
}

// Every key stands in config.toml, right below a comment that explains it.
func TestShippedConfigExplainsEveryKey(t *testing.T) {
	data, err := os.ReadFile(shippedConfig)
	if err != nil {
		t.Fatal(err)
	}
	explained := map[string]bool{}
	section, comment := "", false
	for _, line := range strings.Split(string(data), "\n") {
		switch {
		case strings.HasPrefix(line, "#"):
			comment = true
			continue
		case strings.HasPrefix(line, "["):
			section = strings.Trim(line, "[]")
		case strings.Contains(line, "="):
			key, _, _ := strings.Cut(line, " =")
			explained[section+"."+key] = comment
		}
		comment = false
	}
	for _, name := range settingNames(setting.Name) {
		if !explained[name] {
			t.Errorf("%s is missing in config.toml, or has no comment above it", name)
		}
	}
}

func TestSettingsFromFileAndEnvironment(t *testing.T) {
	changed := func(change func(*Config)) Config {
		c := Default()
		change(&c)
		return c
	}
	for _, test := range []struct {
		name, file string
		environ    []string
		want       Config
	}{
		{name: "nothing is set", want: Default()},
		{
			name: "the file counts",
			file: "[server]\nlisten = \":80\"\ntimeout = \"2m\"\n",
			want: changed(func(c *Config) { c.Server.Listen = ":80"; c.Server.Timeout = 2 * time.Minute }),
		}, {
			name:    "the environment goes before the file",
			file:    "[server]\nlisten = \":80\"\n[index]\ndata = \"x\"\n",
			environ: []string{"PRAKTIJKZOEKER_SERVER_LISTEN=:90", "PRAKTIJKZOEKER_SERVER_STOP_TIMEOUT=1s", "HOME=/nowhere"},
			want: changed(func(c *Config) {
				c.Server.Listen, c.Server.StopTimeout, c.Index.Data = ":90", time.Second, "x"
			}),
		}, {
			name:    "variables of the tests are no settings",
			environ: []string{"PRAKTIJKZOEKER_TEST_OPENSEARCH=1"},
			want:    Default(),
		}, {
			name: "a byte order mark is no part of the first key",
			file: "\ufeff[log]\nlevel = \"debug\"\n",
			want: changed(func(c *Config) { c.Log.Level = "debug" }),
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.toml")
			if err := os.WriteFile(path, []byte(test.file), 0o644); err != nil {
				t.Fatal(err)
			}
			got, from, err := loadConfig(&path, test.environ)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("settings (-want +got):\n%s", diff)
			}
			if from != path {
				t.Errorf("read %q, want %q", from, path)
			}
		})
	}
}

func TestWhichFileIsRead(t *testing.T) {
	t.Chdir(t.TempDir())
	write := func(name, title string) {
		if err := os.WriteFile(name, []byte("[server]\ntitle = \""+title+"\"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	title := func(flag *string, environ ...string) string {
		t.Helper()
		c, _, err := loadConfig(flag, environ)
		if err != nil {
			t.Fatal(err)
		}
		return c.Server.Title
	}
	flag, none := "flag.toml", ""

	if got, want := title(nil), Default().Server.Title; got != want {
		t.Errorf("without any file: title %q, want %q", got, want)
	}
	write(configFile, "here")
	write("env.toml", "env")
	write(flag, "flag")
	if got := title(nil); got != "here" {
		t.Errorf("config.toml in the working directory: title %q", got)
	}
	if got := title(nil, envConfig+"=env.toml"); got != "env" {
		t.Errorf("%s: title %q", envConfig, got)
	}
	if got := title(&flag, envConfig+"=env.toml"); got != "flag" {
		t.Errorf("-config: title %q", got)
	}
	if got, want := title(&none, envConfig+"=env.toml"), Default().Server.Title; got != want {
		t.Errorf("-config= reads no file: title %q, want %q", got, want)
	}
}

func TestEverySettingHasAVariable(t *testing.T) {
	c := Default()
	for _, s := range c.settings() {
		value := "77s" // text, list and duration alike
		switch s.value.Interface().(type) {
		case int, float64:
			value = "77"
		}
		if err := c.applyEnv([]string{s.Env() + "=" + value}); err != nil {
			t.Errorf("%s: %v", s.Env(), err)
		}
		switch got := s.value.Interface().(type) {
		case string:
			if got != value {
				t.Errorf("%s: got %q", s.Env(), got)
			}
		case int:
			if got != 77 {
				t.Errorf("%s: got %d", s.Env(), got)
			}
		case float64:
			if got != 77 {
				t.Errorf("%s: got %v", s.Env(), got)
			}
		case []string:
			if len(got) != 1 || got[0] != value {
				t.Errorf("%s: got %q", s.Env(), got)
			}
		case time.Duration:
			if got != 77*time.Second {
				t.Errorf("%s: got %s", s.Env(), got)
			}
		}
	}
}
