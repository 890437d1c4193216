package main

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"log/slog"
	"math/big"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"
)

// newPair makes a certificate for localhost with its key, both in PEM.
func newPair(t *testing.T, serial int64, end time.Time) (cert, key []byte) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := x509.Certificate{
		SerialNumber: big.NewInt(serial), Subject: pkix.Name{CommonName: "localhost"}, DNSNames: []string{"localhost"},
		NotBefore: end.Add(-365 * 24 * time.Hour), NotAfter: end,
	}
	der, err := x509.CreateCertificate(rand.Reader, &template, &template, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret})
}

// A pairOnDisk is a certificate in two files.
type pairOnDisk struct {
	*testing.T
	config ServerConfig
	log    bytes.Buffer
}

func newPairOnDisk(t *testing.T) *pairOnDisk {
	p := &pairOnDisk{T: t, config: Default().Server}
	dir := t.TempDir()
	p.config.TLSCert, p.config.TLSKey = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	return p
}

func (p *pairOnDisk) write(cert, key []byte) {
	p.Helper()
	for name, data := range map[string][]byte{p.config.TLSCert: cert, p.config.TLSKey: key} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			p.Fatal(err)
		}
	}
}

func (p *pairOnDisk) open() *certificate {
	p.Helper()
	c, err := openCertificate(p.config, slog.New(slog.NewTextHandler(&p.log, nil)))
	if err != nil {
		p.Fatal(err)
	}
	return c
}

// shown is the serial number of what TLS shows.
func shown(c *certificate) int64 { return c.current.Load().Leaf.SerialNumber.Int64() }

func TestCertificateIsExchanged(t *testing.T) {
	soon := time.Now().Add(time.Hour)
	p := newPairOnDisk(t)
	p.write(newPair(t, 1, soon))
	c := p.open()
	look := func(wanted int64, says string) {
		t.Helper()
		p.log.Reset()
		c.look()
		if got := shown(c); got != wanted {
			t.Errorf("certificate %d is shown, want %d", got, wanted)
		}
		if got := p.log.String(); says == "" && got != "" || !strings.Contains(got, says) {
			t.Errorf("log %q, want %q", got, says)
		}
	}
	look(1, "")
	p.write(newPair(t, 2, soon))
	look(2, "nieuw certificaat in gebruik")
	look(2, "")

	// Half written: the certificate of one pair with the key of another.
	third, thirdKey := newPair(t, 3, soon)
	_, second := newPair(t, 2, soon)
	p.write(third, second)
	look(2, "") // may be whole at the next look
	p.write(third, thirdKey)
	look(3, "nieuw certificaat in gebruik")

	// Broken for good: told once, and once again when it is broken otherwise.
	p.write([]byte("geen PEM"), thirdKey)
	look(3, "")
	look(3, "het vorige blijft")
	look(3, "")
	if err := os.Remove(p.config.TLSKey); err != nil {
		t.Fatal(err)
	}
	look(3, "")
	look(3, "server.tls_key")
	look(3, "")

	// Older than the clock.
	p.write(newPair(t, 4, time.Now().Add(-time.Hour)))
	look(3, "")
	look(3, "is verlopen op")

	p.write(third, thirdKey) // what is in use is no news
	look(3, "")
	p.write(newPair(t, 5, soon))
	look(5, "nieuw certificaat in gebruik")
}

func TestCertificateAtTheStart(t *testing.T) {
	cert, key := newPair(t, 1, time.Now().Add(time.Hour))
	_, other := newPair(t, 2, time.Now().Add(time.Hour))
	for name, c := range map[string]struct {
		cert, key []byte
		says      string
	}{
		"no certificate":       {nil, key, "cert.pem bestaat niet; kijk de naam na"},
		"no key":               {cert, nil, "key.pem bestaat niet; kijk de naam na"},
		"the key of another":   {cert, other, "zijn geen certificaat in PEM met zijn sleutel"},
		"the wrong way around": {key, cert, "zijn geen certificaat in PEM met zijn sleutel"},
		"empty":                {[]byte{}, []byte{}, "zijn geen certificaat in PEM met zijn sleutel"},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPairOnDisk(t)
			p.write(c.cert, c.key)
			if c.cert == nil {
				os.Remove(p.config.TLSCert)
			}
			if c.key == nil {
				os.Remove(p.config.TLSKey)
			}
			_, err := openCertificate(p.config, slog.New(slog.DiscardHandler))
			if err == nil || !strings.HasPrefix(err.Error(), "server.tls_") || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want %q", err, c.says)
			}
			if err != nil && strings.Contains(err.Error(), "BEGIN") {
				t.Errorf("shows a file: %v", err)
			}
		})
	}
	if c, err := openCertificate(Default().Server, nil); c != nil || err != nil {
		t.Errorf("without settings: %v, %v", c, err)
	}
	p := newPairOnDisk(t)
	p.write(newPair(t, 1, time.Now().Add(-time.Hour)))
	p.open()
	if !strings.Contains(p.log.String(), "is verlopen") {
		t.Errorf("an old certificate is not told: %s", &p.log)
	}
}

// Over real connections: a new one gets the new certificate, one that is open
// goes on; old versions of TLS are refused, HTTP/2 is spoken.
func TestServingTLS(t *testing.T) {
	soon := time.Now().Add(time.Hour).Truncate(time.Second)
	p := newPairOnDisk(t)
	p.write(newPair(t, 1, soon))
	c := p.open()
	reg := prometheus.NewRegistry()
	c.observe(reg)
	l, err := listen(t.Context(), "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	s := newHTTPServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, r.Proto) }), p.config, slog.New(slog.DiscardHandler))
	s.TLSConfig = c.config()
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- serveUntil(ctx, func() {}, s, l, time.Minute, slog.New(slog.DiscardHandler)) }()

	ask := func(client *http.Client) (serial int64, body string) {
		t.Helper()
		answer, err := client.Get("https://" + l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		data, err := io.ReadAll(answer.Body)
		if err != nil {
			t.Fatal(err)
		}
		return answer.TLS.PeerCertificates[0].SerialNumber.Int64(), string(data)
	}
	newClient := func(most uint16) *http.Client {
		transport := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true, MaxVersion: most}, ForceAttemptHTTP2: true} // its own certificate
		t.Cleanup(transport.CloseIdleConnections)
		return &http.Client{Transport: transport}
	}
	first := newClient(0)
	if serial, body := ask(first); serial != 1 || body != "HTTP/2.0" {
		t.Errorf("certificate %d over %s, want 1 over HTTP/2.0", serial, body)
	}
	p.write(newPair(t, 2, soon.Add(time.Hour)))
	c.look()
	if serial, _ := ask(first); serial != 1 {
		t.Errorf("the open connection shows certificate %d", serial)
	}
	if serial, _ := ask(newClient(tls.VersionTLS12)); serial != 2 {
		t.Errorf("a new connection shows certificate %d, want 2", serial)
	}
	if _, err := newClient(tls.VersionTLS11).Get("https://" + l.Addr().String()); err == nil {
		t.Error("TLS 1.1 is spoken")
	}
	answer, err := http.Get("http://" + l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusBadRequest {
		t.Errorf("plain HTTP gets %d", answer.StatusCode)
	}
	if got := testutil.ToFloat64(expiry{reg}); got != float64(soon.Add(time.Hour).Unix()) {
		t.Errorf("the metric says %v", got)
	}
	first.CloseIdleConnections()
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// expiry is the one metric of a registry.
type expiry struct{ *prometheus.Registry }
