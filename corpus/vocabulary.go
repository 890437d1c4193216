package corpus

// A Vocabulary holds the labels that an editor is expected to use. The lists
// are open: another label is a warning, because it may be a slip of the pen.
type Vocabulary struct {
	Categories []string
	Domains    []string
}

// DefaultVocabulary returns the categories and policy domains seen on the
// public practice pages of Flemish municipalities, spelled as there
// ("Vrijwilligerwerk" included).
func DefaultVocabulary() Vocabulary {
	return Vocabulary{
		Categories: []string{
			"Antidiscriminatie en -racisme", "Gelijke onderwijskansen", "Inclusieve vrije tijd", "Levensbeschouwing",
			"Onthaalbeleid", "Ontmoeting & participatie", "Personeelsbeleid", "Taalbeleid", "Tewerkstelling",
			"Toegankelijke dienstverlening", "Visie, organisatie & samenwerking",
		},
		Domains: []string{
			"Burgerzaken", "Communicatie", "Cultuur", "Gelijke kansen", "Integratie", "Levensbeschouwing", "OCMW",
			"Samenlevingsopbouw", "Taalbeleid", "Vrije tijd", "Vrijwilligerwerk", "Werk",
		},
	}
}

// Parse is like the function Parse, with the labels of v as the known ones.
func (v Vocabulary) Parse(path string, data []byte) (Fiche, []Problem) {
	return parse(path, data, v)
}
