package pagetext_test

import "praktijkzoeker/corpus"

// in is a local practice with these examples.
func in(asWritten string, examples ...corpus.Example) corpus.LocalPractice {
	return corpus.LocalPractice{AsWritten: asWritten, Examples: examples}
}

func practices(list ...corpus.LocalPractice) corpus.Fiche { return corpus.Fiche{Practices: list} }

var soup = corpus.Example{Name: "Soepdag", Text: "we koken soep."}

// Deze praktijk in: 20 to 30, and 47.
var placeIrregularities = []irregularity{
	{
		name:  "20_gemeente_zonder_inhoud",
		page:  "Deze praktijk in\n\nAalst\n\nMol\n\n • Soepdag: we koken soep.\n\nLier\n",
		want:  practices(in("Aalst"), in("Mol", soup), in("Lier")),
		towns: []string{"Aalst", "Mol", "Lier"},
	},
	{
		name:  "21_verzamelregel_met_tikfout",
		page:  "Deze praktijk in\n\nGent\n\nGent, Temste, Oostende\n\n • Soepdag: we koken soep.\n",
		want:  practices(in("Gent"), in("Gent, Temste, Oostende", soup)),
		towns: []string{"Gent", "Temse", "Oostende"},
		told:  []string{":5: deze praktijk in: ‘Temste’ is gelezen als Temse"},
	},
	{
		name:  "21_en_andere_gemeenten",
		page:  "Deze praktijk in\n\nAalst (en andere gemeenten)\n\nLier en Mol\n",
		want:  practices(in("Aalst (en andere gemeenten)"), in("Lier en Mol")),
		towns: []string{"Aalst", "Lier", "Mol"},
	},
	{
		name:  "22_deelgemeente_en_dubbelnaam",
		page:  "Deze praktijk in\n\nMachelen-Diegem\n\nScherpenheuvel-Zichem\n\nSint-Niklaas\n\n • Soepdag: we koken soep.\n",
		want:  practices(in("Machelen-Diegem"), in("Scherpenheuvel-Zichem"), in("Sint-Niklaas", soup)),
		towns: []string{"Machelen", "Scherpenheuvel-Zichem", "Sint-Niklaas"},
	},
	{
		name:  "23_verdwenen_door_een_fusie",
		page:  "Deze praktijk in\n\nMeeuwen-Gruitrode\n\n • Soepdag: we koken soep.\n",
		want:  practices(in("Meeuwen-Gruitrode", soup)),
		towns: []string{"Oudsbergen"},
		told:  []string{"is sinds 2019 een deel van Oudsbergen"},
	},
	{
		name:  "24_kop_is_een_projectnaam",
		page:  "Deze praktijk in\n\nWegwijzer: Her\n\n • Soepdag: we koken soep.\n\nLier\n",
		want:  practices(in("Wegwijzer: Her", soup), in("Lier")),
		towns: []string{"Lier"},
		told:  []string{":3: deze praktijk in: "},
	},
	{
		name:  "25_tussenzin_voor_de_eerste_gemeente",
		page:  "Deze praktijk in\n\nDeze steden koken het hele jaar door.\n\nAalst\n",
		want:  corpus.Fiche{Practices: []corpus.LocalPractice{in("Aalst")}, Extra: []corpus.Section{{Heading: "Over deze praktijk", Text: "Deze steden koken het hele jaar door."}}},
		towns: []string{"Aalst"},
		told:  []string{":3: deze praktijk in: "},
	},
	{
		name: "26_vormen_van_een_voorbeeld",
		page: "Deze praktijk in\n\nAalst\n\n • Soepdag: we koken soep.\n • elke week komt er iemand anders koken.\n • POT EN PAN (kookclub)\n • Werkgroep kok's : De koks overleggen.\n\n" +
			"Lier\n\nSoepdag: we koken soep.\n\nMol\n\nTafel van tien:\n\nTien buren eten elke week samen.\n\nWafeldag:\n • Deeg maken\n • Bakken\n",
		want: practices(
			in("Aalst", soup, corpus.Example{Text: "elke week komt er iemand anders koken."}, corpus.Example{Name: "POT EN PAN (kookclub)"},
				corpus.Example{Name: "Werkgroep kok's", Text: "De koks overleggen."}),
			in("Lier", soup),
			in("Mol", corpus.Example{Name: "Tafel van tien", Text: "Tien buren eten elke week samen."}, corpus.Example{Name: "Wafeldag", Text: "Deeg maken; Bakken"}),
		),
		towns: []string{"Aalst", "Lier", "Mol"},
	},
	{
		name: "27_gemeente_of_korte_alinea",
		page: "Deze praktijk in\n\nAalst\n\nGent kookt mee op vrijdag.\n\nAl wie honger heeft mag mee.\n\nHalle\n",
		want: practices(
			in("Aalst", corpus.Example{Text: "Gent kookt mee op vrijdag. Al wie honger heeft mag mee."}),
			in("Halle"),
		),
		towns: []string{"Aalst", "Halle"},
		told:  []string{":7: deze praktijk in: ‘Al wie honger heeft mag mee.’ is bij de alinea erboven gezet"},
	},
	{
		name: "27_korte_regel_die_geen_gemeente_is",
		page: "Deze praktijk in\n\nAalst\n\nTafelschuimers\n\nHalle\n",
		want: practices(in("Aalst", corpus.Example{Name: "Tafelschuimers"}), in("Halle")),
		told: []string{":5: deze praktijk in: ‘Tafelschuimers’ is gelezen als een voorbeeld zonder uitleg bij ‘Aalst’"},
	},
	{
		name: "28_contactlabels_en_mailadressen",
		page: "Deze praktijk in\n\nAalst\n\n • Soepdag: we koken soep.\n • Contact: els.janssens@voorbeeld.be\n • Contactonthaal@voorbeeld.be\n • Website\n\n" +
			"Lier\n\n • Initiatiefnemers: de koks\n\nMol\n\n • Soepdag: we koken soep.\n • Contact Huis Antwerpen\n",
		want: practices(
			in("Aalst", corpus.Example{Name: "Soepdag", Text: "we koken soep. Contact onthaal@voorbeeld.be"}),
			in("Lier", corpus.Example{Text: "Initiatiefnemers: de koks"}),
			in("Mol", corpus.Example{Name: "Soepdag", Text: "we koken soep. Contact Huis Antwerpen"}),
		),
		told: []string{
			":6: tekst: het persoonlijke mailadres ‘els.janssens@voorbeeld.be’ is weggelaten", ":7: tekst: in ‘Contactonthaal@voorbeeld.be’ is een spatie gezet",
			":8: deze praktijk in: ‘Website’ is weggelaten",
		},
	},
	{
		name: "29_gemeente_enkel_in_de_beschrijving",
		page: "We eten samen.\n\nDoelen\n\n • Proeven\n\nBeschrijving\n\nIn Koksijde koken de buren.\n",
		want: corpus.Fiche{Summary: "We eten samen.", Goals: []string{"Proeven"}, Description: "In Koksijde koken de buren."},
		told: []string{"er staat geen gemeente onder Deze praktijk in; de tekst noemt Koksijde"},
	},
	{
		name: "30_ander_voorbeeld_midden_in_een_zin",
		page: "Deze praktijk in\n\nTernat\n\n • Kookraad: de raad kookt. Praten kan tijdens de PANNENKOEK. Dat is gratis.\n",
		want: practices(in("Ternat", corpus.Example{Name: "Kookraad", Text: "de raad kookt. Praten kan tijdens de PANNENKOEK. Dat is gratis."})),
	},
	{
		name:  "47_alinea_zonder_naam_en_regels_met_een_spatie",
		page:  "Deze praktijk in\n\nAalst\n\nDe kleuters koken elke maand samen met hun ouders in de refter.\n\u00A0\nLier\n\u00A0\nMol\n",
		want:  practices(in("Aalst", corpus.Example{Text: "De kleuters koken elke maand samen met hun ouders in de refter."}), in("Lier"), in("Mol")),
		towns: []string{"Aalst", "Lier", "Mol"},
	},
}
