package pagetext

import (
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// Mojibake is UTF-8 that was read as an older encoding: "ë" (C3 AB) becomes "Ã«"
// in Windows-1252 and "Ć«" in Windows-1257. The other way round is certain when
// the result is a character that Dutch text holds and the pair is one that it
// never does.

// dutchSigns are the characters that Dutch text holds beside ASCII.
const dutchSigns = "àáâäçèéêëìíîïñòóôöùúûüÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜ‘’‚“”„–—…•€·«»°²½"

var mojibakeReplacer = mojibakeTable()

func mojibakeTable() *strings.Replacer {
	pairs := make(map[string]string)
	for _, page := range []*charmap.Charmap{charmap.Windows1252, charmap.ISO8859_1, charmap.Windows1250, charmap.Windows1257} {
		for _, r := range dutchSigns + "\u00A0" {
			var b strings.Builder
			for _, c := range []byte(string(r)) {
				b.WriteRune(page.DecodeByte(c))
			}
			if s := b.String(); !strings.ContainsRune(s, unicode.ReplacementChar) {
				pairs[s] = string(r)
			}
		}
	}
	var list []string
	for s := range pairs {
		list = append(list, s)
	}
	sort.Slice(list, func(i, j int) bool {
		return len(list[i]) > len(list[j]) || len(list[i]) == len(list[j]) && list[i] < list[j]
	})
	var args []string
	for _, s := range list {
		args = append(args, s, pairs[s])
	}
	return strings.NewReplacer(args...)
}

// mendMojibake mends what is certain and tells each word; what only looks broken
// is told and left.
func mendMojibake(text string, n *notes) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if isASCII(l) {
			continue
		}
		mended := mojibakeReplacer.Replace(l)
		if mended != l {
			tellMended(i+1, l, n)
			lines[i] = mended
		}
		for w := range strings.FieldsSeq(mended) {
			if strings.ContainsRune(w, unicode.ReplacementChar) || strings.ContainsAny(w, "ÃĆ") && strings.ContainsAny(w, "©«¯¶¼³¢¨") {
				n.tell(i+1, fieldText, "het woord %s lijkt verminkt en is zo gelaten: verbeter het met de hand", quoted(w))
			}
		}
	}
	return strings.Join(lines, "\n")
}

func tellMended(number int, l string, n *notes) {
	told := false
	for w := range strings.FieldsSeq(strings.ReplaceAll(l, "\u00A0", "\u2060")) {
		w = strings.ReplaceAll(w, "\u2060", "\u00A0")
		if m := mojibakeReplacer.Replace(w); m != w {
			n.tell(number, fieldText, "%s was verminkt en is hersteld tot %s", quoted(w), quoted(m))
			told = true
		}
	}
	if !told {
		n.tell(number, fieldText, "verminkte tekens zijn hersteld: %s", quoted(l))
	}
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
