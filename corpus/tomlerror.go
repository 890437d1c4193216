package corpus

import "strings"

// tomlMessage says in plain Dutch what the TOML decoder stumbled over; line is
// the text of the line it names.
func tomlMessage(err, line string) string {
	has := func(parts ...string) bool {
		for _, p := range parts {
			if strings.Contains(err, p) {
				return true
			}
		}
		return false
	}
	switch {
	case strings.ContainsAny(line, "“”„") && !strings.Contains(line, `"`):
		return "hier staan gekrulde aanhalingstekens: gebruik rechte (\")"
	case has("expected '.' or '='", "expected key separator") && strings.Contains(line, ":"):
		return `gebruik = in plaats van een dubbelpunt: title = "…"`
	case has("expected '.' or '='", "expected key separator"):
		return `hier ontbreekt een =: een regel ziet eruit als title = "…"`
	case has("strings cannot contain newlines", `expected '"'`, `expected "'"`, `expected '"""'`, `expected "'''"`):
		return "het aanhalingsteken aan het einde ontbreekt"
	case has("already been defined", "already exists", "has already", "Key '"):
		return "deze sleutel staat er twee keer: houd er één over"
	case has("array terminator"):
		return "in deze lijst ontbreekt een komma of het vierkante haakje aan het einde (]): schrijf [\"…\", \"…\"]"
	case has("unexpected comma"):
		return "hier staat een komma te veel"
	case has("invalid escape", "hexadecimal digits", "Escaped character"):
		return "een schuine streep \\ mag niet tussen dubbele aanhalingstekens: gebruik enkele ('…') of schrijf \\\\"
	case has("datetime"):
		return "deze datum is niet te lezen: schrijf jaar-maand-dag, zoals 2024-05-01"
	case has("control characters"):
		return "hier staat een onzichtbaar teken: typ deze regel opnieuw"
	case has("expected value", "invalid float", "expected a digit", "Invalid integer", "Invalid float", "floats must", "unexpected EOF"):
		return `tekst hoort tussen aanhalingstekens: title = "…"`
	case has("end a table", "table name", "table separator", "table array"):
		return "een regel met vierkante haken is hier [image] en niets anders"
	case has("to end with a newline", "top-level item"):
		return "achter deze waarde staat nog iets: zet elke sleutel op een eigen regel, en binnen \"…\" geen dubbele aanhalingstekens"
	}
	return `deze regel is niet te begrijpen: schrijf naam = "tekst", bijvoorbeeld title = "…"`
}
