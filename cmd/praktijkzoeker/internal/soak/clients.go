package soak

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// answerTime is longer than the server takes to give up.
const answerTime = 30 * time.Second

// clients ask a server all the time, each one thing after the other.
type clients struct {
	requests, errors atomic.Uint64
	first            atomic.Pointer[string]
	cancel           context.CancelFunc
	done             sync.WaitGroup
}

// ask lets n clients ask for the addresses in turn, until the context ends or
// stop is called.
func ask(ctx context.Context, base string, addresses []string, n int) *clients {
	c := &clients{}
	ctx, c.cancel = context.WithCancel(ctx)
	client := &http.Client{
		Timeout:   answerTime,
		Transport: &http.Transport{MaxIdleConnsPerHost: n, MaxConnsPerHost: n, DisableCompression: true},
	}
	for i := range n {
		c.done.Go(func() {
			for k := i * len(addresses) / n; ctx.Err() == nil; k++ {
				address := addresses[k%len(addresses)]
				err := get(ctx, client, base+address)
				if ctx.Err() != nil {
					return
				}
				c.requests.Add(1)
				if err != nil {
					c.errors.Add(1)
					text := fmt.Sprintf("%s: %v", address, err)
					c.first.CompareAndSwap(nil, &text)
				}
			}
		})
	}
	context.AfterFunc(ctx, client.CloseIdleConnections)
	return c
}

// stop ends the questions and waits for those under way.
func (c *clients) stop() {
	c.cancel()
	c.done.Wait()
}

func (c *clients) firstError() string {
	if text := c.first.Load(); text != nil {
		return *text
	}
	return ""
}

// get asks as a browser does and reads the whole answer. An answer of 500 and
// above is an error.
func get(ctx context.Context, client *http.Client, address string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	request.Header.Set("Accept-Encoding", "gzip")
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, response.Body)
	err = errors.Join(err, response.Body.Close())
	if response.StatusCode >= 500 {
		err = errors.Join(err, errors.New(response.Status))
	}
	return err
}
