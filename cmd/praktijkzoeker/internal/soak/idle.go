package soak

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// idleRound is the time in which each idle connection asks once: less than the
// time after which a server closes it.
const idleRound = 60 * time.Second

// An idle group of connections does nothing but stay.
type idle struct {
	address string
	conns   []net.Conn
	lost    atomic.Uint64
	kept    atomic.Int64
	err     error // why it ended, once done is closed
	cancel  context.CancelFunc
	done    sync.WaitGroup
}

// keep opens n connections and keeps them until close.
func keep(ctx context.Context, address string, n int) (*idle, error) {
	i := &idle{address: address}
	ctx, i.cancel = context.WithCancel(ctx)
	for range n {
		c, err := i.open(ctx)
		if err != nil {
			i.close()
			return nil, fmt.Errorf("after %d idle connections: %w", len(i.conns), err)
		}
		i.conns = append(i.conns, c)
		i.kept.Add(1)
	}
	i.done.Go(func() { i.err = i.stay(ctx) })
	return i, nil
}

func (i *idle) open(ctx context.Context) (net.Conn, error) {
	var d net.Dialer
	c, err := d.DialContext(ctx, "tcp", i.address)
	if err == nil {
		err = greet(c, i.address)
	}
	return c, err
}

// greet asks for something small over a connection and waits for the answer.
func greet(c net.Conn, host string) error {
	if err := c.SetDeadline(time.Now().Add(answerTime)); err != nil {
		return err
	}
	if _, err := io.WriteString(c, "GET /healthz HTTP/1.1\r\nHost: "+host+"\r\n\r\n"); err != nil {
		return err
	}
	response, err := http.ReadResponse(bufio.NewReaderSize(c, 1024), nil)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, response.Body)
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("/healthz: %s", response.Status)
	}
	return err
}

// stay greets over each connection once a round. One that the server has closed
// is counted and made anew.
func (i *idle) stay(ctx context.Context) error {
	if len(i.conns) == 0 {
		return nil
	}
	ticker := time.NewTicker(idleRound / time.Duration(len(i.conns)))
	defer ticker.Stop()
	for n := 0; ; n = (n + 1) % len(i.conns) {
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		}
		if greet(i.conns[n], i.address) == nil || ctx.Err() != nil {
			continue
		}
		i.lost.Add(1)
		i.conns[n].Close()
		c, err := i.open(ctx)
		if err != nil {
			i.kept.Add(-1)
			return fmt.Errorf("idle connection: %w", err)
		}
		i.conns[n] = c
	}
}

func (i *idle) count() int { return int(i.kept.Load()) }

// failed ends the group and returns why it could not be kept.
func (i *idle) failed() error {
	i.cancel()
	i.done.Wait()
	return i.err
}

func (i *idle) close() {
	_ = i.failed() // is told by who asked for it
	for _, c := range i.conns {
		c.Close()
	}
}
