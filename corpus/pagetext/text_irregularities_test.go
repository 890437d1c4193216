package pagetext_test

import "praktijkzoeker/corpus"

// Text: 31 to 37, and 46.
var textIrregularities = []irregularity{
	{
		name: "31_vaste_en_dubbele_spaties",
		page: "We eten met\u00A0de  buren\u00A0\u00A0 samen .\n\nBeleidsdomeinen\n\nCultuur,\u00A0 Gelijke kansen , Vrije\u00A0tijd,Werk.\n",
		want: corpus.Fiche{Summary: "We eten met de buren samen.", Domains: []string{"Cultuur", "Gelijke kansen", "Vrije tijd", "Werk"}},
	},
	{
		name: "31_beleidsdomein_met_een_komma",
		page: "Beleidsdomeinen\n\nCultuur, Samenleving, gezin & welzijn, Visie, organisatie & samenwerking, Cultuur, enz.\n",
		want: corpus.Fiche{Domains: []string{"Cultuur", "Samenleving, gezin & welzijn", "Visie, organisatie & samenwerking"}},
		told: []string{"‘Samenleving, gezin & welzijn’ is als één beleidsdomein gelezen", "‘enz’ is weggelaten"},
	},
	{
		name: "31_trefwoorden_van_de_website_zijn_geen_domeinen",
		page: "Beleidsdomeinen\n\nCultuur\n\n# Koken , # Eten\n",
		want: corpus.Fiche{Domains: []string{"Cultuur"}, Extra: []corpus.Section{{Heading: "Nog te plaatsen (uit Beleidsdomeinen)", Text: `\# Koken, # Eten`}}},
	},
	{
		name: "32_afbreekresten",
		page: "De keuken- en tafelploeg zoekt mede- werkers en vrij- willigers.\n\nDoelen\n\n • Alle medewerkers naar het NT2- overleg\n",
		want: corpus.Fiche{
			Summary: "De keuken- en tafelploeg zoekt medewerkers en vrij- willigers.",
			Goals:   []string{"Alle medewerkers naar het NT2-overleg"},
		},
		told: []string{
			":1: tekst: de afbreking ‘mede- werkers’ is hersteld tot ‘medewerkers’", ":1: tekst: ‘vrij- willigers’ lijkt een afbreking en is zo gelaten",
			":5: tekst: de afbreking ‘NT2- overleg’ is hersteld tot ‘NT2-overleg’",
		},
	},
	{
		name: "33_tikfouten_blijven_staan",
		page: "De vrijwiligers bakken kookiniatieven.\n\nDoelen\n\n • Nodig heben\n",
		want: corpus.Fiche{Summary: "De vrijwiligers bakken kookiniatieven.", Goals: []string{"Nodig heben"}},
	},
	{
		name: "34_mojibake",
		page: "We koken efficiĆ«nt en geÃ¯nteresseerd in â€˜de zaalâ€™.\n",
		want: corpus.Fiche{Summary: "We koken efficiënt en geïnteresseerd in ‘de zaal’."},
		told: []string{":1: tekst: ‘efficiĆ«nt’ was verminkt en is hersteld tot ‘efficiënt’", "‘geÃ¯nteresseerd’"},
	},
	{
		name: "35_rechte_en_kromme_aanhalingstekens",
		page: "De OCMW's en LOI’s koken ‘samen’ met de 'koks'.\n",
		want: corpus.Fiche{Summary: "De OCMW's en LOI’s koken ‘samen’ met de 'koks'."},
	},
	{
		name: "36_weglatingen_en_haakjes_in_woorden",
		page: "De (semi)koks van You(th) doen kook- en eetwerk, afwas-of veegwerk, en/of niets.\n\nCategorie\n\nAntidiscriminatie en -racisme\n",
		want: corpus.Fiche{
			Summary:    "De (semi)koks van You(th) doen kook- en eetwerk, afwas-of veegwerk, en/of niets.",
			Categories: []string{"Antidiscriminatie en -racisme"},
		},
	},
	{
		name: "37_kapitalen",
		page: "DOELEN\n\n • ALLE buren\n\nDEZE PRAKTIJK IN\n\nLOKEREN\n\n • PAN'OP: het KOK-project kookt.\n",
		want: corpus.Fiche{
			Goals:     []string{"ALLE buren"},
			Practices: []corpus.LocalPractice{in("LOKEREN", corpus.Example{Name: "PAN'OP", Text: "het KOK-project kookt."})},
		},
		towns: []string{"Lokeren"},
	},
	{
		name: "46_aaneengeplakte_zinnen",
		page: "De kinderen leren er kokenOuders wassen af in de zaal.\n",
		want: corpus.Fiche{Summary: "De kinderen leren er kokenOuders wassen af in de zaal."},
		told: []string{":1: tekst: in ‘kokenOuders’ lijken twee zinnen aaneen te hangen"},
	},
	{
		name: "46_nieuwe_regel_midden_in_een_alinea",
		page: "Beschrijving\n\nElke vrijdag koken de buren van de straat een maaltijd\n en daarna eten ze die\n samen op, met soep, brood,....\n\nDoelen\n\n • Dat iedereen in de straat minstens één keer\n   mee aan tafel komt;\n • Eten etc.\n",
		want: corpus.Fiche{
			Description: "Elke vrijdag koken de buren van de straat een maaltijd en daarna eten ze die samen op, met soep, brood,....",
			Goals:       []string{"Dat iedereen in de straat minstens één keer mee aan tafel komt;", "Eten etc."},
		},
	},
}
