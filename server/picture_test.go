package server

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"
)

func TestImageSize(t *testing.T) {
	gray := image.NewGray(image.Rect(0, 0, 31, 17))
	encoded := func(encode func(*bytes.Buffer) error) []byte {
		var b bytes.Buffer
		if err := encode(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	webp := func(chunk string, data ...byte) []byte {
		return append([]byte("RIFF\x00\x00\x00\x00WEBP"+chunk+"\x00\x00\x00\x00"), append(data, make([]byte, 10)...)...)
	}
	real1by1, err := base64.StdEncoding.DecodeString("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		file          []byte
		width, height int
	}{
		"png":           {encoded(func(b *bytes.Buffer) error { return png.Encode(b, gray) }), 31, 17},
		"jpeg":          {encoded(func(b *bytes.Buffer) error { return jpeg.Encode(b, gray, nil) }), 31, 17},
		"gif":           {encoded(func(b *bytes.Buffer) error { return gif.Encode(b, gray, nil) }), 31, 17},
		"webp lossy":    {real1by1, 1, 1},
		"webp lossless": {webp("VP8L", 0x2f, 0x1e, 0x00, 0x04, 0x00), 31, 17},
		"webp extended": {webp("VP8X", 0, 0, 0, 0, 30, 0, 0, 16, 0, 0), 31, 17},
		"webp of what":  {webp("ALPH", 1, 2, 3), 0, 0},
		"webp cut off":  {webp("VP8X")[:22], 0, 0},
		"svg":           {[]byte(`<svg width="31" height="17"/>`), 0, 0},
		"cut off":       {[]byte("\x89PNG"), 0, 0},
		"empty":         {nil, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			if w, h := imageSize(bufio.NewReader(bytes.NewReader(c.file))); w != c.width || h != c.height {
				t.Errorf("%d by %d, want %d by %d", w, h, c.width, c.height)
			}
		})
	}
}
