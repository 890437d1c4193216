package server_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"praktijkzoeker/corpus"
	"praktijkzoeker/server"
)

// titles returns n titles of three invented words from a vocabulary as large as
// that of a real corpus, always the same.
func titles(n int) []corpus.Fiche {
	r := rand.New(rand.NewPCG(1, 2))
	syllables := strings.Fields("taal buur werk huis over leg speel plein school kind ouder buddy praat café loket dienst groep net brug start")
	words := make([]string, 20_000)
	for i := range words {
		for range 2 + r.IntN(2) {
			words[i] += syllables[r.IntN(len(syllables))]
		}
		words[i] += string(rune('a' + r.IntN(26)))
	}
	out := make([]corpus.Fiche, n)
	for i := range out {
		out[i] = corpus.Fiche{ID: fmt.Sprintf("f-%d", i), Title: words[r.IntN(len(words))] + " " + words[r.IntN(len(words))] + " in " + words[r.IntN(len(words))]}
	}
	return out
}

// The time from a key to the list of suggestions on the screen, in a real
// browser, with a hundred thousand fiches behind it on loopback. Each key asks
// for something that was not asked before. Bar: 50 ms.
//
//	go test ./server -run '^$' -bench KeyToList -benchtime 100x
func BenchmarkKeyToList(b *testing.B) {
	path := chromium()
	if path == "" {
		b.Skip("no Chromium on the path and none named by CHROME")
	}
	fiches := titles(100_000)
	url, _ := serve(b, newServer(b, server.Config{Searcher: newIndex(b, fiches)}))
	ctx := startBrowser(b, path, "Translate")
	run := func(script string) float64 {
		v, err := chromedp.Run(ctx, chromedp.Evaluate[float64](script, chromedp.EvalAwaitPromise))
		if err != nil {
			b.Fatal(err)
		}
		return v
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(url), chromedp.WaitVisible("#q[role=combobox]"), chromedp.Focus("#q")); err != nil {
		b.Fatal(err)
	}
	var took []float64
	for b.Loop() {
		title := fiches[len(took)*37%len(fiches)].Title
		typed, key := title[:4+len(took)%3], string(title[4+len(took)%3])
		// The list is on the screen when the frame after the change has begun.
		run(fmt.Sprintf(`(async () => {
			q.value = ""; q.dispatchEvent(new InputEvent("input")); q.value = %q;
			await new Promise((done) => requestAnimationFrame(done));
			window.painted = new Promise((done) => {
				let start;
				q.addEventListener("keydown", (e) => { start = e.timeStamp; }, { once: true });
				const list = document.getElementById("q-lijst");
				const seen = new MutationObserver(() => {
					if (list.hidden || start === undefined) return;
					seen.disconnect();
					requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => done(performance.now() - start); c.port2.postMessage(0); });
				});
				seen.observe(list, { attributes: true, childList: true });
			});
			return 0;
		})()`, typed))
		if err := chromedp.Do(ctx, chromedp.KeyEvent(key)); err != nil {
			b.Fatal(err)
		}
		took = append(took, run(`window.painted`))
	}
	slices.Sort(took)
	b.ReportMetric(took[len(took)/2], "ms/median")
	b.ReportMetric(took[len(took)*95/100], "ms/p95")
	b.ReportMetric(took[len(took)-1], "ms/max")
}
