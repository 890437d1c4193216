package server

import (
	"bufio"
	"encoding/binary"
	"image"
	_ "image/gif"  // for image.DecodeConfig
	_ "image/jpeg" // the same
	_ "image/png"  // the same
	"io"

	"praktijkzoeker/corpus"
)

// A picture is the image of a fiche as its page shows it. A browser that knows
// its size keeps room for it, so that nothing moves when it arrives.
type picture struct {
	URL           string // empty: there is none
	Width, Height int    // in pixels; 0: unknown
}

// picture finds the image of f, when the file is there.
func (s *site) picture(f *corpus.Fiche) picture {
	if f.Image == nil || !s.hasImage(f.Image.File) {
		return picture{}
	}
	p := picture{URL: imageURL(f)}
	file, err := s.Images.Open(f.Image.File)
	if err != nil {
		return p // a page without the size is better than none
	}
	defer func() { _ = file.Close() }() // was only read
	p.Width, p.Height = imageSize(bufio.NewReader(file))
	return p
}

// imageSize reads width and height from the beginning of a GIF, JPEG, PNG or
// WebP file, in pixels; 0 and 0 for anything else.
func imageSize(r *bufio.Reader) (width, height int) {
	if head, _ := r.Peek(30); len(head) == 30 && string(head[:4]) == "RIFF" && string(head[8:12]) == "WEBP" {
		return webpSize(head)
	}
	c, _, err := image.DecodeConfig(io.LimitReader(r, 1<<20))
	if err != nil || c.Width < 1 || c.Height < 1 {
		return 0, 0
	}
	return c.Width, c.Height
}

// webpSize reads the first chunk of a WebP file, whose head has 30 bytes:
// lossy (RFC 6386, 9.1), lossless or extended (RFC 9649, 2.7 and 3.4).
func webpSize(head []byte) (width, height int) {
	switch data := head[20:]; string(head[12:16]) {
	case "VP8 ":
		return int(binary.LittleEndian.Uint16(data[6:]) & 0x3fff), int(binary.LittleEndian.Uint16(data[8:]) & 0x3fff)
	case "VP8L":
		bits := binary.LittleEndian.Uint32(data[1:])
		return int(bits&0x3fff) + 1, int(bits>>14&0x3fff) + 1
	case "VP8X":
		three := func(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }
		return three(data[4:]) + 1, three(data[7:]) + 1
	}
	return 0, 0
}
