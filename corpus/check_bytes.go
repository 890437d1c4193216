package corpus

import (
	"bytes"
	"fmt"
)

// MaxSize is the largest file, in bytes, that is read as a fiche. The longest
// real ones have some 20 kB.
const MaxSize = 1 << 20

// readable reports whether data is text at all; if not it tells why.
func (r *reader) readable(data []byte) bool {
	const field = "bestand"
	switch {
	case len(data) > MaxSize:
		r.failTooLarge(int64(len(data)))
		return false
	case len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\uFEFF")))) == 0:
		r.fail(0, field, "dit bestand is leeg: schrijf er een fiche in of verwijder het")
		return false
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		r.fail(1, field, "dit bestand is bewaard als UTF-16 (\"Unicode\"): kies bij Opslaan als de codering UTF-8")
		return false
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		r.fail(lineAt(data, i), field, "dit is geen tekstbestand (het bevat binaire tekens): bewaar de fiche als platte tekst in UTF-8")
		return false
	}
	if i := validUTF8(data); i >= 0 {
		r.fail(lineAt(data, i), field, fmt.Sprintf("hier staat een teken dat geen UTF-8 is%s: bewaar het bestand als UTF-8", guess(data[i])))
		return false
	}
	return true
}

func (r *reader) failTooLarge(size int64) {
	r.fail(0, "bestand", fmt.Sprintf("dit bestand is te groot (%.1f MB; ten hoogste %d MB): is het wel een fiche? Foto's horen in een eigen bestand",
		float64(size)/(1<<20), MaxSize>>20))
}

// guess names the encoding of which a byte is probably a letter. Bytes from
// 0xA0 are the same letters in Latin-1 and in Windows-1252.
func guess(c byte) string {
	switch {
	case c >= 0xC0:
		return fmt.Sprintf(" (waarschijnlijk \"%c\" in Latin-1 of Windows-1252)", rune(c))
	case c >= 0x80 && c < 0xA0:
		return " (waarschijnlijk Windows-1252)"
	}
	return ""
}

// lineAt is the number of the line that holds the byte at offset i.
func lineAt(data []byte, i int) int {
	head := data[:i]
	if bytes.IndexByte(data, '\n') < 0 {
		return 1 + bytes.Count(head, []byte("\r"))
	}
	return 1 + bytes.Count(head, []byte("\n"))
}
