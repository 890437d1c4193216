package generate

import "strings"

// Frames are sentences with places for words: {n} a noun, {s} a plural, {a} an
// adjective, {v} a verb. With the words put in, about 42 % are stop words.
var sentenceFrames = frames(
	"De {a} {n} van de {n} brengt {s}, {s} en {a} {s} uit het {n} samen.",
	"{A} {s} {v} de {n}, zodat {s} hun weg vinden naar {a} {n} en {n}.",
	"Een {a} {n} helpt wie zich in de {n} of op het {a} {n} wil {v}.",
	"We {v} {a} {s} door samen over {n}, {n} en {a} {n} te spreken.",
	"Wie {a} {n} leidt, rekent op {s} van het {n} en {a} {s}.",
	"Het {a} {n} zorgt ervoor dat {s} en {s} elkaar in de {n} ontmoeten.",
	"Elke {n} begint met {a} {n}, waarna {s} zelf {n} {v}.",
	"{S} kennen niet altijd {a} {n}; daarom is er een {n} met {a} {s}.",
	"Er komen {a} {s} bij uit het {n}, en die {v} wat {s} in de {n} leerden.",
	"Zo groeit bij {s} {a} {n} die ook na het {n} van {a} {s} blijft.",
	"Voor {n}, {n} en {a} {s} betekent dat {a} {n}.",
	"In het begin was {n} vooral voor {a} {s}, nu ook voor {s}, {s} en {s}.",
	"{N} vraagt tijd: {s} {v} eerst {n}, daarna {v} {s} de {a} {n}.",
	"Partners zoals {n}, {a} {n} en de {n} {v} mee aan dit {a} {n}.",
	"Dat vraagt van {s} en {a} {s} {n}, {n} en {n} op de {n}.",
	"{S} die in het {n} {v}, {v} zich met {a} {n} en {a} {s}.",
	"Wordt de {n} te groot, dan gaan {s} naar {n}, {n} of het {a} {n}.",
	"Een {n} zonder {a} {s} werkt niet; daarom hoort {n} bij elk {a} {n}.",
	"Wat in {a} {n} lukt, nemen {s} over in hun {n}, {n} en {n}.",
	"Ook {a} {s} van het {n} vinden {n}, {s} en {n} in de {n}.",
	"Daarnaast krijgen {s} die in de {n} willen {v} {a} {n} en {n}.",
	"Het is voor {s} een {n} om {a} {n} met {a} {s} te {v}.",
	"Door {a} {n} aan {n} te koppelen, wordt {n} voor {s} mogelijk.",
	"{S}, {s} en {s} die aan het {n} {v}, kennen de {a} {n}.",
	"{A} {s} uit de {n} maken met {a} {n} het {n} van {s} mee.",
	"Tussen {n} en {n} ligt het {a} {n} waar {s} over {n} {v}.",
)

var titleFrames = frames(
	"{N} voor {s}", "{N} voor {a} {s}", "{A} {n}", "{N} in de {n}", "{N} en {n}", "{N} met {s}",
	"Van {n} naar {n}", "{S} en {s} in de {n}", "{N}", "Een {n} voor {s} in het {n}", "{A} {s} {v}",
)

var goalFrames = frames(
	"{S} {v} de {n} van het {n}.", "De {n} krijgt een {a} {n}.", "{S} en {s} vinden elkaar in de {n}.",
	"Er is meer {n} voor {a} {s}.", "Het {n} kent de {s} die er wonen.",
)

var lineFrames = frames(
	"Neem tijd voor de {n} van {s}.", "Een {a} {n} die de {s} kent.", "Te weinig {n} bij de {s} van het {n}.",
	"{N} en {n} op een vaste plek in de {n}.", "Het is niet voor alle {s} een {n} om te {v}.",
)

var nameFrames = frames("{N}", "{N} en {n}", "{A} {n}", "{N} voor {s}")

// A frame is a row of fixed texts, each but the last followed by a word.
type frame []piece

type piece struct {
	text  string
	kind  kind
	word  bool // a word follows
	upper bool // with a capital
}

// frames reads frames.
func frames(texts ...string) []frame {
	letters := map[byte]kind{'n': noun, 's': plural, 'a': adjective, 'v': verb}
	var all []frame
	for _, text := range texts {
		var f frame
		for text != "" {
			before, after, found := strings.Cut(text, "{")
			p := piece{text: before, word: found}
			if found {
				lower := after[0] | 0x20
				p.kind, p.upper = letters[lower], after[0] != lower
				after = after[len("n}"):]
			}
			f, text = append(f, p), after
		}
		all = append(all, f)
	}
	return all
}
