// Screenshots makes the pictures of README.md, from the shipped fiches as the
// server of this checkout shows them. Run it in the root of the repository,
// with a Chromium or Chrome on the path:
//
//	go run ./docs/screenshots
package main

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"time"

	"github.com/chromedp/chromedp"
)

// A picture is a page at a width, in CSS pixels.
type picture struct {
	file, path    string
	width, height int64
}

var pictures = []picture{
	{"zoekpagina.png", "/?q=taalbeleid&category=Taalbeleid", 1280, 900},
	{"telefoon.png", "/?q=buddy", 360, 740},
}

func main() {
	log.SetFlags(0)
	if err := run(); err != nil {
		log.Fatal("screenshots: ", err)
	}
}

func run() error {
	dir := filepath.Join("docs", "screenshots")
	if _, err := os.Stat(dir); err != nil {
		return fmt.Errorf("run this in the root of the repository: %w", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	url, stop, err := serve(ctx, filepath.Join(os.TempDir(), fmt.Sprintf("praktijkzoeker-%d", os.Getpid())))
	if err != nil {
		return err
	}
	defer stop()

	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.Flag("hide-scrollbars", true))
	if os.Getuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium refuses to sandbox root
	}
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	defer cancel()
	for _, p := range pictures {
		if err := take(ctx, url, p, filepath.Join(dir, p.file)); err != nil {
			return fmt.Errorf("%s: %w", p.file, err)
		}
		fmt.Println(filepath.Join(dir, p.file))
	}
	return nil
}

// serve builds the program and starts it on a free port. stop ends it.
func serve(ctx context.Context, binary string) (url string, stop func(), err error) {
	if out, err := exec.CommandContext(ctx, "go", "build", "-o", binary, "./cmd/praktijkzoeker").CombinedOutput(); err != nil {
		return "", nil, fmt.Errorf("build: %w\n%s", err, out)
	}
	server := exec.CommandContext(ctx, binary, "-config=", "serve", "-listen", "localhost:0")
	lines, err := server.StderrPipe()
	if err != nil {
		return "", nil, err
	}
	if err := server.Start(); err != nil {
		return "", nil, err
	}
	stop = func() {
		_ = server.Process.Signal(os.Interrupt) // an error means that it has ended
		_ = server.Wait()
		_ = os.Remove(binary)
	}
	ready := regexp.MustCompile(`luistert op (http://[^" ]+)`)
	scanner := bufio.NewScanner(lines)
	for scanner.Scan() {
		if m := ready.FindStringSubmatch(scanner.Text()); m != nil {
			go func() {
				for scanner.Scan() { // so that the server never waits for a reader
				}
			}()
			return m[1], stop, nil
		}
	}
	stop()
	return "", nil, fmt.Errorf("the server did not start")
}

func take(ctx context.Context, url string, p picture, file string) error {
	ctx, cancel := chromedp.NewContext(ctx)
	defer cancel()
	if _, err := chromedp.Run(ctx, chromedp.EmulateViewport(p.width, p.height)); err != nil {
		return err
	}
	if _, err := chromedp.Run(ctx, chromedp.Navigate(url+p.path)); err != nil {
		return err
	}
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		return err
	}
	return os.WriteFile(file, png, 0o644)
}
