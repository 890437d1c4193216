package main

import (
	"context"
	"crypto/sha256"
	"crypto/tls"
	"fmt"
	"log/slog"
	"os"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// certificatePoll is the time between two looks at the certificate. Reading two
// small files costs nothing, and unlike a watch it follows the symbolic links
// that certbot and Kubernetes exchange.
const certificatePoll = 5 * time.Second

// A certificate is what TLS shows, of two files that may change while it is in
// use. Config may be used concurrently with look.
type certificate struct {
	certFile, keyFile string
	log               *slog.Logger
	current           atomic.Pointer[tls.Certificate]

	used             contents // in current
	doubted, refused contents // seen once, and maybe half written; and told
}

// contents are a hash of both files, or of why they cannot be read.
type contents [sha256.Size]byte

// openCertificate reads the certificate of the settings; without one it returns
// nil. The error, in Dutch, says which file is wrong.
func openCertificate(c ServerConfig, log *slog.Logger) (*certificate, error) {
	if c.TLSCert == "" {
		return nil, nil
	}
	t := &certificate{certFile: c.TLSCert, keyFile: c.TLSKey, log: log}
	pair, seen, err := t.read()
	if err != nil {
		return nil, err
	}
	t.used = seen
	t.current.Store(pair)
	if end := pair.Leaf.NotAfter; time.Now().After(end) {
		log.Warn("het certificaat is verlopen: browsers weigeren deze site", "tot", end)
	}
	return t, nil
}

// read reads both files.
func (t *certificate) read() (*tls.Certificate, contents, error) {
	cert, err := os.ReadFile(t.certFile)
	if err != nil {
		err = fmt.Errorf("server.tls_cert: %s", inDutch(err))
		return nil, sha256.Sum256([]byte(err.Error())), err
	}
	key, err := os.ReadFile(t.keyFile)
	if err != nil {
		err = fmt.Errorf("server.tls_key: %s", inDutch(err))
		return nil, sha256.Sum256([]byte(err.Error())), err
	}
	ofCert, ofKey := sha256.Sum256(cert), sha256.Sum256(key)
	seen := sha256.Sum256(append(ofCert[:], ofKey[:]...))
	pair, err := tls.X509KeyPair(cert, key)
	if err != nil {
		return nil, seen, fmt.Errorf("server.tls_cert: %s en %s zijn geen certificaat in PEM met zijn sleutel: %w", t.certFile, t.keyFile, err)
	}
	return &pair, seen, nil
}

// look takes up a changed certificate. One that cannot be used, or is older than
// the clock, changes nothing and is told, once, and only when the next look sees
// the same: two files are never written at one moment.
func (t *certificate) look() {
	pair, seen, err := t.read()
	if err == nil && time.Now().After(pair.Leaf.NotAfter) {
		err = fmt.Errorf("server.tls_cert: %s is verlopen op %s", t.certFile, pair.Leaf.NotAfter.Format(time.DateOnly))
	}
	switch {
	case seen == t.used:
		t.doubted, t.refused = contents{}, contents{}
	case err == nil:
		t.used = seen
		t.current.Store(pair)
		t.log.Info("nieuw certificaat in gebruik", "tot", pair.Leaf.NotAfter)
	case seen != t.doubted:
		t.doubted = seen
	case seen != t.refused:
		t.refused = seen
		t.log.Error("nieuw certificaat niet gebruikt, het vorige blijft", "fout", err)
	}
}

// follow looks again and again until the context ends.
func (t *certificate) follow(ctx context.Context) {
	again := time.NewTicker(certificatePoll)
	defer again.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-again.C:
			t.look()
		}
	}
}

// config returns the settings of TLS: version 1.2 or later, which every browser
// of the last ten years speaks, with the ciphers of the Go library.
func (t *certificate) config() *tls.Config {
	return &tls.Config{
		MinVersion:     tls.VersionTLS12,
		GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return t.current.Load(), nil },
	}
}

// observe tells the metrics when the certificate ends.
func (t *certificate) observe(reg prometheus.Registerer) {
	reg.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "praktijk_tls_certificate_expiry_timestamp_seconds", Help: "Time at which the certificate in use ends.",
	}, func() float64 { return float64(t.current.Load().Leaf.NotAfter.Unix()) }))
}
