package pagetext_test

import "praktijkzoeker/corpus"

// Sections: 7 to 11, 38 to 41, 43.
var sectionIrregularities = []irregularity{
	{
		name: "07_secties_ontbreken",
		page: "We eten samen.\n\nCategorie\n\nTaalbeleid\n\nUitdagingen\n\n • Een keuken vinden\n",
		want: corpus.Fiche{Summary: "We eten samen.", Categories: []string{"Taalbeleid"}, Challenges: []string{"Een keuken vinden"}},
	},
	{
		name: "08_kop_beschrijving_ontbreekt",
		page: "Doelgroep\n\n • Vrijwilligers\n • Nieuwkomers\n\nElke maand kookt een andere groep buren een maaltijd voor de hele straat.\n\nSuccesfactoren\n\n • Goesting\n",
		want: corpus.Fiche{
			TargetGroups: []string{"Vrijwilligers", "Nieuwkomers"}, SuccessFactors: []string{"Goesting"},
			Description: "Elke maand kookt een andere groep buren een maaltijd voor de hele straat.",
		},
		told: []string{":6: beschrijving: de kop Beschrijving ontbreekt"},
	},
	{
		name: "09_extra_koppen",
		page: "Uitdagingen\n\n • Een keuken vinden\n\nPartners\n\n • De slager\n • De bakker\n\nExtra info\n\nBel gerust.\n\nDeze praktijk in\n\nAalst\n",
		want: corpus.Fiche{
			Challenges: []string{"Een keuken vinden"},
			Extra:      []corpus.Section{{Heading: "Partners", Text: "- De slager\n- De bakker"}, {Heading: "Extra info", Text: "Bel gerust."}},
			Practices:  []corpus.LocalPractice{{AsWritten: "Aalst"}},
		},
		told: []string{":5: extra: ‘Partners’ is geen kop van het sjabloon"},
	},
	{
		name: "10_kopwoord_als_label_en_in_een_zin",
		page: "Beschrijving\n\nDe Doelgroep kookt mee.\n\nDeze praktijk in\n\nAalst\n\n • Soepdag: we koken soep.\n • Partners: de markt\n • Contact: samenleven@voorbeeld.be\n",
		want: corpus.Fiche{
			Description: "De Doelgroep kookt mee.",
			Practices: []corpus.LocalPractice{{AsWritten: "Aalst", Examples: []corpus.Example{
				{Name: "Soepdag", Text: "we koken soep. Partners: de markt. Contact: samenleven@voorbeeld.be"},
			}}},
		},
	},
	{
		name: "11_regels_met_een_vaste_spatie",
		page: "We\u00A0eten samen.\n\u00A0\n\n\u00A0\nDoelen\n\u00A0\n • Proeven\u00A0\n\u00A0\n\u00A0\nUitdagingen\n • Tijd\n",
		want: corpus.Fiche{Summary: "We eten samen.", Goals: []string{"Proeven"}, Challenges: []string{"Tijd"}},
	},
	{
		name: "11_geen_enkele_lege_regel",
		page: "We eten samen.\nCategorie\nTaalbeleid\nDoelen\n • Proeven\n • Praten\nDeze praktijk in\nAalst\n • Soepdag: we koken soep.\nGent\nBeleidsdomeinen\nCultuur, Werk.\n",
		want: corpus.Fiche{
			Summary: "We eten samen.", Categories: []string{"Taalbeleid"}, Goals: []string{"Proeven", "Praten"}, Domains: []string{"Cultuur", "Werk"},
			Practices: []corpus.LocalPractice{{AsWritten: "Aalst", Examples: []corpus.Example{{Name: "Soepdag", Text: "we koken soep."}}}, {AsWritten: "Gent"}},
		},
		towns: []string{"Aalst", "Gent"},
	},
	{
		name: "38_plan_samenleven_blijft_tekst",
		page: "We eten samen. Dit hoort bij actie 7 van het Plan Samenleven.\n\nBeschrijving\n\nIedereen kookt.\n\nActie 7 Plan Samenleven\n",
		want: corpus.Fiche{
			Summary:     "We eten samen. Dit hoort bij actie 7 van het Plan Samenleven.",
			Description: "Iedereen kookt.\n\nActie 7 Plan Samenleven",
		},
	},
	{
		name: "39_voetregels_na_de_beleidsdomeinen",
		page: "Doelen\n\n • Proeven\n\nBeleidsdomeinen\n\nCultuur\n\nOntbreekt jouw praktijk in deze databank? Vul de fiche in.\n\nHeb je een wijziging? Mail naar databank@voorbeeld.be.\n",
		want: corpus.Fiche{Goals: []string{"Proeven"}, Domains: []string{"Cultuur"}},
		told: []string{":9: bestand: de slotregel", ":11: bestand: de slotregel"},
	},
	{
		name: "39_voetregels_na_de_laatste_gemeente",
		page: "Deze praktijk in\n\nAalst\n\n • Soepdag: we koken soep.\n\nOntbreekt jouw praktijk in deze databank? Vul de fiche in.\n",
		want: corpus.Fiche{Practices: []corpus.LocalPractice{{AsWritten: "Aalst", Examples: []corpus.Example{{Name: "Soepdag", Text: "we koken soep."}}}}},
	},
	{
		name: "40_kop_verdwenen_lijst_gebleven",
		page: "Uitdagingen\n\n • Het is moeilijk om elke maand een keuken te vinden.\n • Niet iedereen durft voor twintig mensen te koken.\n\n\n • Slagers\n • De markt\n • Rust\n\nDeze praktijk in\n\nAalst\n",
		want: corpus.Fiche{
			Challenges: []string{"Het is moeilijk om elke maand een keuken te vinden.", "Niet iedereen durft voor twintig mensen te koken."},
			Extra:      []corpus.Section{{Heading: "Nog te plaatsen (uit Uitdagingen)", Text: "- Slagers\n- De markt\n- Rust"}},
			Practices:  []corpus.LocalPractice{{AsWritten: "Aalst"}},
		},
		told: []string{":7: uitdagingen: vóór ‘Slagers’ lijkt een kop te ontbreken"},
	},
	{
		name: "40_zonder_lege_regel_enkel_een_twijfel",
		page: "Uitdagingen\n\n • Het is moeilijk om elke maand een keuken te vinden.\n • Slagers\n • Rust\n",
		want: corpus.Fiche{Challenges: []string{"Het is moeilijk om elke maand een keuken te vinden.", "Slagers", "Rust"}},
		told: []string{":4: uitdagingen: ‘Slagers’ en wat volgt is veel korter"},
	},
	{
		name: "41_intro_en_beschrijving_verschillen_een_woord",
		page: "Elke vrijdag koken niet-anderstalige buren samen een maaltijd in de zaal.\n\nBeschrijving\n\nElke vrijdag koken anderstalige buren samen een maaltijd in de zaal.\n",
		want: corpus.Fiche{
			Summary:     "Elke vrijdag koken niet-anderstalige buren samen een maaltijd in de zaal.",
			Description: "Elke vrijdag koken anderstalige buren samen een maaltijd in de zaal.",
		},
		told: []string{"verschillen in ‘niet-anderstalige’ tegenover ‘anderstalige’"},
	},
	{
		name: "43_spatieregel_tussen_kop_en_bullet_en_in_een_lijst",
		page: "Doelen\n \n • Proeven\n\n • Praten\n\u00A0\nUitdagingen\n\u00A0\n • Tijd\n",
		want: corpus.Fiche{Goals: []string{"Proeven", "Praten"}, Challenges: []string{"Tijd"}},
	},
}
