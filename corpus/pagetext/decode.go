package pagetext

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"praktijkzoeker/corpus"
)

// decode gives the text of a file with lines that end in \n. UTF-8 is taken as
// it is; UTF-16 (by its byte order mark or its zeros) and Windows-1252 are
// converted, which a note tells. For HTML the page itself may name its encoding.
func decode(name, ext string, data []byte) (string, []corpus.Problem, error) {
	n := &notes{path: name}
	text, err := decodeBytes(name, ext, data, n)
	if err != nil {
		return "", nil, err
	}
	text = strings.TrimPrefix(text, "\uFEFF")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	return text, n.list, nil
}

func decodeBytes(name, ext string, data []byte, n *notes) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return convert(name, "UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), data, n)
	case zerosAt(data, 1):
		return convert(name, "UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), data, n)
	case zerosAt(data, 0):
		return convert(name, "UTF-16", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), data, n)
	case bytes.IndexByte(data, 0) >= 0:
		return "", fmt.Errorf("%s: dit is geen tekstbestand: bewaar de praktijk als .txt (UTF-8), .html of .docx", name)
	case utf8.Valid(data):
		return string(data), nil
	}
	if ext == ".html" || ext == ".htm" || ext == ".xhtml" {
		if enc, label, certain := charset.DetermineEncoding(data, ""); certain && label != "utf-8" {
			return convert(name, label, enc, data, n)
		}
	}
	if bytes.IndexFunc(data, isControl) >= 0 {
		return "", fmt.Errorf("%s: dit is geen tekstbestand: bewaar de praktijk als .txt (UTF-8), .html of .docx", name)
	}
	if undefinedIn1252(data) {
		line := 1 + bytes.Count(data[:firstInvalid(data)], []byte("\n"))
		return "", fmt.Errorf("%s:%d: de tekens zijn UTF-8 noch Windows-1252: bewaar het bestand opnieuw als UTF-8", name, line)
	}
	return convert(name, "Windows-1252", charmap.Windows1252, data, n)
}

// convert decodes data and tells it.
func convert(name, label string, enc encoding.Encoding, data []byte, n *notes) (string, error) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("%s: de tekens zijn niet te lezen als %s (bewaar het bestand opnieuw als UTF-8): %w", name, label, err)
	}
	n.tell(0, fieldFile, "het bestand was in %s bewaard en is omgezet naar UTF-8; kijk letters als é en ë na", label)
	return string(out), nil
}

// zerosAt reports whether data is UTF-16 without a mark: most of the bytes at
// even (0) or odd (1) places are zero and hardly any of the others.
func zerosAt(data []byte, parity int) bool {
	if len(data)%2 != 0 || bytes.IndexByte(data, 0) < 0 {
		return false
	}
	var zeros [2]int
	for i, c := range data {
		if c == 0 {
			zeros[i%2]++
		}
	}
	return zeros[parity] > len(data)/4 && zeros[1-parity] < len(data)/100+1
}

// isControl reports characters that no text holds.
func isControl(r rune) bool { return r < ' ' && !strings.ContainsRune("\t\n\v\f\r", r) }

// undefinedIn1252 reports whether data holds one of the five bytes to which
// Windows-1252 gives no character.
func undefinedIn1252(data []byte) bool {
	for _, c := range data {
		switch c {
		case 0x81, 0x8d, 0x8f, 0x90, 0x9d:
			return true
		}
	}
	return false
}

// firstInvalid is the offset of the first byte that is not UTF-8.
func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(data)
}
