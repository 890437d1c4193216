package pagetext_test

import "praktijkzoeker/corpus"

// Head and page: 1 to 6, 42, 45 and 48.
var pageIrregularities = []irregularity{
	{
		name: "01_titel_enkel_in_de_bestandsnaam",
		file: "pages/buurtbuddys-voor-jou.txt",
		page: "foto.jpg\nProvider image\n\nIn elke wijk zoekt een buurtbuddy's voor jou de weg.\n\nCategorie\n\nTaalbeleid\n",
		want: corpus.Fiche{
			ID: "buurtbuddys-voor-jou", Title: "Buurtbuddy's voor jou",
			Summary:    "In elke wijk zoekt een buurtbuddy's voor jou de weg.",
			Categories: []string{"Taalbeleid"}, Image: &corpus.Image{File: "foto.jpg"},
		},
		told: []string{"txt:4: titel: de titel komt van de naam van het bestand"},
	},
	{
		name: "02_titel_als_eerste_regel",
		file: "kopie.txt",
		page: "Warme wijken\n\nBuren zorgen er voor elkaar.\n\nDoelen\n\n • Elkaar kennen\n",
		want: corpus.Fiche{
			ID: "warme-wijken", Title: "Warme wijken", Summary: "Buren zorgen er voor elkaar.", Goals: []string{"Elkaar kennen"},
		},
	},
	{
		name: "02_eerste_regel_met_andere_bestandsnaam_is_een_twijfel",
		file: "wijkwerking.txt",
		page: "Warme wijken\n\nBuren zorgen er voor elkaar.\n\nDoelen\n\n • Elkaar kennen\n",
		want: corpus.Fiche{
			ID: "wijkwerking", Title: "Warme wijken", Summary: "Buren zorgen er voor elkaar.", Goals: []string{"Elkaar kennen"},
		},
		told: []string{":1: titel: de eerste regel ‘Warme wijken’ is als titel genomen"},
	},
	{
		name: "03_gemeente_in_de_naam_van_de_afbeelding",
		page: "Ninove_buurtKerK 2.jpg\nProvider image\n\nWe eten samen.\n\nDeze praktijk in\n\nAalst\n",
		want: corpus.Fiche{
			Summary: "We eten samen.", Image: &corpus.Image{File: "Ninove_buurtKerK 2.jpg"},
			Practices: []corpus.LocalPractice{{AsWritten: "Aalst"}},
		},
		towns: []string{"Aalst"},
		told:  []string{":1: afbeelding:", ":2: afbeelding: ‘Provider image’ is weggelaten"},
	},
	{
		name: "04_fotokrediet_op_een_eigen_regel",
		page: "mechelen-plein.jpg\nProvider image\n\nWe eten samen.\n\nFoto Stad Maasmechelen\n\nDoelen\n\n • Proeven\n",
		want: corpus.Fiche{
			Summary: "We eten samen.", Goals: []string{"Proeven"},
			Image: &corpus.Image{File: "mechelen-plein.jpg", Credit: "Foto Stad Maasmechelen"},
		},
		told: []string{"als vermelding bij de afbeelding", "noemt Maasmechelen en de naam van de afbeelding Mechelen"},
	},
	{
		name: "04_fotokrediet_tussen_haakjes_in_de_intro",
		page: "plein.jpg\nProvider image\n\nWe eten samen op het plein. (Beeld Jo Stads)\n\nDoelen\n\n • Proeven\n",
		want: corpus.Fiche{
			Summary: "We eten samen op het plein.", Goals: []string{"Proeven"},
			Image: &corpus.Image{File: "plein.jpg", Credit: "Beeld Jo Stads"},
		},
	},
	{
		name: "05_provider_image_boven_een_artikel",
		page: "zaal.png\nProvider image\n\nDe raad vergaderde.\n\nNadien was er soep.\n",
		want: corpus.Fiche{
			Summary: "De raad vergaderde.", Description: "Nadien was er soep.", Image: &corpus.Image{File: "zaal.png"},
		},
		told: []string{"dit lijkt geen praktijkfiche", "geen koppen"},
	},
	{
		name: "06_volgnummer_en_zoekvraag_in_het_adres",
		file: "www.voorbeeld.be/kennisitem/praatgroepen-1.txt?query=praten",
		page: "a.jpg\nProvider image\nhttps://www.voorbeeld.be/kennisitem/praatgroepen-1?query=praten\n\nWe praten.\n\nDoelen\n\n • Praten\n",
		want: corpus.Fiche{
			ID: "praatgroepen-1", Title: "Praatgroepen", Summary: "We praten.", Goals: []string{"Praten"},
			Image: &corpus.Image{File: "a.jpg"}, Source: "https://www.voorbeeld.be/kennisitem/praatgroepen-1",
		},
		told: []string{"afgeleid van de naam van het bestand"},
	},
	{
		name: "42_afbeelding_met_spaties_en_haakjes",
		page: "get-image (1)_2.jpg\nProvider image\n\nWe eten samen.\n\nDoelen\n\n • Proeven\n",
		want: corpus.Fiche{Summary: "We eten samen.", Goals: []string{"Proeven"}, Image: &corpus.Image{File: "get-image (1)_2.jpg"}},
	},
	{
		name: "45_fiche_die_zich_categorie_noemt",
		page: "x.jpg\nProvider image\n\nDeze categorie bundelt wat gemeenten koken.\n\nCategorie\n\nTaalbeleid\n\nDoelen\n\n • Proeven\n",
		want: corpus.Fiche{
			Summary: "Deze categorie bundelt wat gemeenten koken.", Categories: []string{"Taalbeleid"}, Goals: []string{"Proeven"},
			Image: &corpus.Image{File: "x.jpg"},
		},
	},
	{
		name: "48_naam_zonder_leestekens_verbergt_de_titel",
		file: "hulp-ouders-school.txt",
		page: "x.jpg\nProvider image\n\nDe school helpt.\n\nDoelen\n\n • Helpen\n",
		want: corpus.Fiche{
			ID: "hulp-ouders-school", Title: "Hulp ouders school", Summary: "De school helpt.", Goals: []string{"Helpen"},
			Image: &corpus.Image{File: "x.jpg"},
		},
		told: []string{"leestekens zoals ' ( ) en - kunnen ontbreken"},
	},
}
