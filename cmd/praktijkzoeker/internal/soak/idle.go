package soak

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
)

// idleRound is the time in which each idle connection asks once: less than the
// time after which a server closes it.
const idleRound = 45 * time.Second

// keepers share the connections: on a machine that is busy an answer takes its
// time, and one after the other they would come too late.
const keepers = 32

// An idle group of connections does nothing but stay.
type idle struct {
	address string
	conns   []net.Conn
	lost    atomic.Uint64
	kept    atomic.Int64
	cancel  context.CancelFunc
	keeping *errgroup.Group
}

// keep opens n connections and keeps them until close.
func keep(ctx context.Context, address string, n int) (*idle, error) {
	i := &idle{address: address, keeping: new(errgroup.Group)}
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
	for k := range keepers {
		i.keeping.Go(func() error { return i.stay(ctx, k) })
	}
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

// stay greets over each connection of keeper k once a round. One that the server
// has closed is counted and made anew.
func (i *idle) stay(ctx context.Context, k int) error {
	if k >= len(i.conns) {
		return nil
	}
	ticker := time.NewTicker(idleRound * keepers / time.Duration(len(i.conns)+keepers))
	defer ticker.Stop()
	for n := k; ; n += keepers {
		if n >= len(i.conns) {
			n = k
		}
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
	return i.keeping.Wait()
}

func (i *idle) close() {
	_ = i.failed() // is told by who asked for it
	for _, c := range i.conns {
		c.Close()
	}
}
