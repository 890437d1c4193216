package pagetext

import (
	"fmt"

	"praktijkzoeker/corpus"
)

// notes gathers what the editor should know about one fiche.
type notes struct {
	path string
	list []corpus.Problem
}

// tell adds a note. Line 0 concerns the whole file.
func (n *notes) tell(line int, field, format string, args ...any) {
	n.list = append(n.list, corpus.Problem{
		Path: n.path, Line: line, Field: field, Message: fmt.Sprintf(format, args...), Warning: true,
	})
}

// quoted is s between the quotation marks of Dutch.
func quoted(s string) string { return "‘" + s + "’" }

// The fields that notes name, as an editor sees them in a fiche.
const (
	fieldFile        = "bestand"
	fieldTitle       = "titel"
	fieldSummary     = "inleiding"
	fieldCategory    = "categorie"
	fieldGoals       = "doelen"
	fieldAudience    = "doelgroep"
	fieldDescription = "beschrijving"
	fieldSuccess     = "succesfactoren"
	fieldChallenges  = "uitdagingen"
	fieldPractices   = "deze praktijk in"
	fieldDomains     = "beleidsdomeinen"
	fieldImage       = "afbeelding"
	fieldExtra       = "extra"
	fieldText        = "tekst"
)
