package server_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// chromium is the browser to test with: CHROME, or what is on the path.
func chromium() string {
	for _, name := range []string{os.Getenv("CHROME"), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "headless-shell"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// TestBrowser uses the site as people do, in a real browser.
func TestBrowser(t *testing.T) {
	path := chromium()
	if path == "" {
		t.Skip("no Chromium on the path and none named by CHROME: the site was not tried in a browser")
	}
	if testing.Short() {
		t.Skip("the browser takes a minute")
	}
	// Back to a page that was left loads it anew: the harder case.
	ctx := startBrowser(t, path, "Translate,BackForwardCache")
	for _, part := range []struct {
		name string
		test func(*testing.T, context.Context)
	}{
		{"pages", browserPages}, {"states", browserStates}, {"box", browserBox}, {"finder", browserFinder},
		{"media", browserMedia}, {"touch", browserTouch}, {"kept pages", browserKept},
		{"trouble", browserTrouble}, {"without script", browserWithoutScript}, {"attacks", browserAttacks},
	} {
		t.Run(part.name, func(t *testing.T) { part.test(t, ctx) })
	}
}

// startBrowser starts a browser for the length of the test, without some of its
// features.
func startBrowser(tb testing.TB, path, without string) context.Context {
	tb.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WSURLReadTimeout(time.Minute),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("hide-scrollbars", false),
		chromedp.Flag("disable-features", without))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	tb.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(ctx)
	tb.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		tb.Fatalf("start %s: %v", path, err)
	}
	return ctx
}

// A tab shows one site. It fails its test when a page opens a dialog, throws, or
// does what its policy forbids.
type tab struct {
	*testing.T
	ctx  context.Context
	base string

	mu       sync.Mutex
	expected func(complaint string) bool // complaints of the browser that are no mistakes
}

func newTab(t *testing.T, browser context.Context, h http.Handler) *tab {
	t.Helper()
	site := httptest.NewServer(h)
	t.Cleanup(site.Close)
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	ctx, stop := context.WithTimeout(ctx, 90*time.Second)
	t.Cleanup(stop)
	x := &tab{T: t, ctx: ctx, base: site.URL}
	x.do(chromedp.EmulateViewport(1280, 900))
	if err := chromedp.Listen(ctx, x.heard); err != nil {
		t.Fatal(err)
	}
	call(x, log.Enable, cdp.Empty{})
	return x
}

// expect lets pass the complaints that hold text.
func (x *tab) expect(text string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.expected = func(complaint string) bool { return strings.Contains(complaint, text) }
}

func (x *tab) heard(event any) {
	complaint := ""
	switch e := event.(type) {
	case *page.EventJavascriptDialogOpening:
		complaint = "dialog: " + e.Message
	case *runtime.EventExceptionThrown:
		complaint = fmt.Sprintf("exception: %s %s", e.ExceptionDetails.Text, describe(e.ExceptionDetails.Exception))
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			complaint = fmt.Sprintf("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if complaint != "" && (x.expected == nil || !x.expected(complaint)) {
		x.Errorf("the browser complains: %s", complaint)
	}
}

func describe(o *runtime.RemoteObject) string {
	if o == nil {
		return ""
	}
	return o.Description
}

func (x *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	x.Helper()
	if err := chromedp.Do(x.ctx, steps...); err != nil {
		x.Fatal(err)
	}
}

// call runs a command of the DevTools protocol.
func call[P, R any](x *tab, command cdp.Command[P, R], params P) R {
	x.Helper()
	r, err := chromedp.Call(x.ctx, command, params)
	if err != nil {
		x.Fatal(err)
	}
	return r
}

// visit loads a path of the site.
func (x *tab) visit(path string) {
	x.Helper()
	x.do(chromedp.Navigate(x.base + path))
}

// eval gives the value of an expression of JavaScript.
func eval[T any](x *tab, expression string) T {
	x.Helper()
	v, err := chromedp.Run(x.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		x.Fatalf("%s: %v", expression, err)
	}
	return v
}

// patience is how long a condition may take to come true.
const patience = 10 * time.Second

// until waits for a condition. It survives loading another page.
func (x *tab) until(condition string) {
	x.Helper()
	ctx, cancel := context.WithTimeout(x.ctx, patience)
	defer cancel()
	for {
		_, err := chromedp.Run(ctx, chromedp.Poll[bool]("Boolean("+condition+")", chromedp.WithPollingInterval(5*time.Millisecond)))
		if err == nil {
			return
		}
		if ctx.Err() != nil || errors.Is(err, context.DeadlineExceeded) {
			x.Fatalf("never: %s\n%s\n%s", condition, eval[string](x, "location.href"), eval[string](x, "document.body.innerText"))
		}
	}
}

// press sends keys to what has the focus.
func (x *tab) press(keys ...string) {
	x.Helper()
	for _, k := range keys {
		if k != kb.Enter {
			x.do(chromedp.KeyEvent(k))
			continue
		}
		// KeyEvent sends the character on its own, even when the page prevented
		// what the key does. A keyboard does not.
		enter := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: "Enter", Code: "Enter", Text: "\r", WindowsVirtualKeyCode: 13}
		call(x, input.DispatchKeyEvent, enter)
		enter.Type, enter.Text = input.DispatchKeyEventTypeKeyUp, ""
		call(x, input.DispatchKeyEvent, enter)
	}
}

// click clicks on what a selector picks first.
func (x *tab) click(selector string) {
	x.Helper()
	x.do(chromedp.Click(selector, chromedp.NodeVisible))
}

// walk goes "back" or "forward". The page first answers and then leaves: one
// that leaves while it is asked something may never answer.
func (x *tab) walk(step string) {
	x.Helper()
	eval[any](x, "setTimeout(() => history."+step+"()); null")
}

// path is the address without the site.
func (x *tab) path() string {
	x.Helper()
	return strings.TrimPrefix(eval[string](x, "location.href"), x.base)
}
