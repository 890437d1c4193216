package pagetext_test

import "praktijkzoeker/corpus"

// Lists: 12 to 19, and 44.
var listIrregularities = []irregularity{
	{
		name: "12_bullets_met_een_of_twee_spaties_ervoor",
		page: "Doelen\n\n • Proeven\n  • Praten\n  •\u00A0 Lachen\n",
		want: corpus.Fiche{Goals: []string{"Proeven", "Praten", "Lachen"}},
	},
	{
		name: "13_losse_regels_in_plaats_van_bullets",
		page: "Doelgroep\n\nNieuwkomers\nVrijwilligers\n\nDoelen\n\nProeven\n\nPraten\n",
		want: corpus.Fiche{TargetGroups: []string{"Nieuwkomers", "Vrijwilligers"}, Goals: []string{"Proeven", "Praten"}},
	},
	{
		name: "14_categorie_als_losse_regel",
		page: "Categorie\n\nVisie, organisatie & samenwerking\n\n\n\nDoelen\n\n • Proeven\n",
		want: corpus.Fiche{Categories: []string{"Visie, organisatie & samenwerking"}, Goals: []string{"Proeven"}},
	},
	{
		name: "14_categorieën_als_bullets",
		page: "Categorie\n\n • onthaalbeleid\n • Koken, eten & drinken\n • Onthaalbeleid\n",
		want: corpus.Fiche{Categories: []string{"Onthaalbeleid", "Koken, eten & drinken"}},
		told: []string{":5: categorie: ‘Onthaalbeleid’ stond er meer dan eens"},
	},
	{
		name: "15_doelgroep_als_twee_alineas",
		page: "Doelgroep\n\nWie pas in de straat woont, kan aansluiten aan tafel.\n\nOok wie er al langer woont, is van harte welkom.\n\nBeschrijving\n\nWe koken.\n",
		want: corpus.Fiche{
			Audience:    "Wie pas in de straat woont, kan aansluiten aan tafel.\n\nOok wie er al langer woont, is van harte welkom.",
			Description: "We koken.",
		},
		told: []string{"geeft geen filter"},
	},
	{
		name: "15_bullet_van_twee_zinnen",
		page: "Doelgroep\n\n • Jongeren van 12 tot 16 jaar. Zij koken op woensdag.\n • Vrijwilligers\n",
		want: corpus.Fiche{TargetGroups: []string{"Vrijwilligers"}, Audience: "- Jongeren van 12 tot 16 jaar. Zij koken op woensdag."},
	},
	{
		name: "15_haakjes_en_toelichting_in_een_doelgroep",
		page: "Doelgroep\n\n • (Anderstalige) nieuwkomers\n • Alle inwoners van de gemeente\n • Ouders: moeders, vaders,....\n • Laag geletterden\n • Laag digitaal geletterden\n • Gezinnen met en/of zonder kinderen, of koppels\n • inwoners\n",
		want: corpus.Fiche{
			TargetGroups: []string{
				"Nieuwkomers", "Alle inwoners", "Ouders", "Laaggeletterden", "Laag digitaal geletterden",
				"Gezinnen met en/of zonder kinderen, of koppels",
			},
			Audience: "- (Anderstalige) nieuwkomers\n- Ouders: moeders, vaders,....",
		},
		told: []string{
			"‘Alle inwoners van de gemeente’ geeft het filter ‘Alle inwoners’", "‘inwoners’ valt samen met de doelgroep ‘Alle inwoners’",
			"‘Laag geletterden’ geeft het filter ‘Laaggeletterden’",
		},
	},
	{
		name: "16_doelen_als_alinea",
		page: "Doelen\n\nWe willen dat buren elkaar leren kennen. Dat lukt best aan tafel.\n",
		want: corpus.Fiche{Goals: []string{"We willen dat buren elkaar leren kennen. Dat lukt best aan tafel."}},
	},
	{
		name: "16_inleidende_zin_met_bullets_in_kleine_letter",
		page: "Doelen\n\nSamen eten helpt om:\n\n • de buren te leren kennen;\n • nieuwe woorden te leren\n\nZo groeit de buurt.\n",
		want: corpus.Fiche{Goals: []string{"Samen eten helpt om:", "de buren te leren kennen;", "nieuwe woorden te leren", "Zo groeit de buurt."}},
		told: []string{":3: doelen: ‘Samen eten helpt om:’ leidt de punten eronder in"},
	},
	{
		name: "16_subdoelen",
		page: "Doelen\n\nElkaar leren kennen.\n\nSubdoelen:\n\n • Proeven\n\nDat is alles.\n",
		want: corpus.Fiche{Goals: []string{"Elkaar leren kennen.", "Subdoelen:", "Proeven", "Dat is alles."}},
	},
	{
		name: "17_beschrijving_uit_bullets_met_tussenkoppen",
		page: "Beschrijving\n\nInkopen & koken:\n\n • Op de markt\n • In de zaal\n\nAfwassen:\n\n • Samen\n",
		want: corpus.Fiche{Description: "Inkopen & koken:\n\n- Op de markt\n- In de zaal\n\nAfwassen:\n\n- Samen"},
	},
	{
		name: "17_beschrijving_is_een_kopie_van_de_intro",
		page: "Buren koken elke maand.\n\nDoelen\n\n • Proeven\n\nBeschrijving\n\nBuren  koken elke maand.\u00A0\n",
		want: corpus.Fiche{Summary: "Buren koken elke maand.", Goals: []string{"Proeven"}},
		told: []string{"de beschrijving is gelijk aan de inleiding"},
	},
	{
		name: "17_beschrijving_begint_met_de_intro",
		page: "Buren koken elke maand.\n\nBeschrijving\n\nBuren koken elke maand.\n\nDaarna wassen ze af.\n",
		want: corpus.Fiche{Summary: "Buren koken elke maand.", Description: "Daarna wassen ze af."},
		told: []string{"begint met de inleiding"},
	},
	{
		name: "18_voorzin_beperkt_de_succesfactoren",
		page: "Succesfactoren\n\nVoor de soepdag in de kleuterklas:\n\n • Een grote pot\n • Veel handen\n",
		want: corpus.Fiche{SuccessFactors: []string{"Voor de soepdag in de kleuterklas:", "Een grote pot", "Veel handen"}},
		told: []string{":3: succesfactoren: "},
	},
	{
		name: "19_bullets_van_een_woord_en_een_advieszin",
		page: "Succesfactoren\n\n • Gezellig\n • Gratis\n\nUitdagingen\n\n • Koop niet te veel aardappelen.\n • Tijd\n",
		want: corpus.Fiche{SuccessFactors: []string{"Gezellig", "Gratis"}, Challenges: []string{"Koop niet te veel aardappelen.", "Tijd"}},
	},
	{
		name: "44_doelgroep_als_losse_regels_met_punt",
		page: "Doelgroep\n\nAnderstalige klanten.\nMedewerkers van de gemeente.\n",
		want: corpus.Fiche{TargetGroups: []string{"Anderstalige klanten", "Medewerkers van de gemeente"}},
	},
}
