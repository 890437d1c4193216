package relevance

// A theme is a field of municipal work far from that of the shipped fiches,
// with what its distractors are made of.
type theme struct {
	category string
	domains  []string
	groups   []string
	subjects []string // of titles
	about    []string // sentences of a summary; {naam} is the name of the practice
	goals    []string
	how      []string // sentences of a description
	helps    []string
	hinders  []string
	examples []string // what happens in a municipality
}

var themes = []theme{
	{
		category: "Sport en bewegen",
		domains:  []string{"Sport", "Gezondheid"},
		groups:   []string{"Sporters", "Recreanten"},
		subjects: []string{"Looproute", "Zwemuurtje", "Beweegbank", "Sportdag", "Petanquebaan", "Turnzaal"},
		about: []string{
			"Met {naam} komt er opnieuw leven op het sportterrein achter het zwembad.",
			"{naam} brengt beweging naar pleintjes waar lang niets te doen was.",
		},
		goals: []string{"Inwoners meer laten bewegen.", "De sporthal ook overdag gebruiken.", "Het terrein goed onderhouden.", "Sporten goedkoop houden.", "Lopers een veilige route geven."},
		how: []string{
			"De sportdienst leent matten, ballen en netten uit.", "Elke dinsdag gaat de sporthal een uur vroeger open.",
			"Borden langs het parcours tonen de afstand.", "Een kinesist geeft uitleg over opwarmen en stretchen.",
			"Wie wil, noteert zijn tijden in een schrift aan de balie.",
		},
		helps:    []string{"De kleedkamers zijn altijd proper.", "Het parcours is goed verlicht.", "Inschrijven hoeft niet."},
		hinders:  []string{"Bij regen blijft bijna iedereen weg.", "De sportvloer is aan vervanging toe.", "Er zijn te weinig kleedkamers."},
		examples: []string{"een loopparcours van drie kilometer rond de vijver.", "een gratis zwemuur op zondagochtend.", "toestellen om te bewegen op het dorpsplein."},
	},
	{
		category: "Afval en netheid",
		domains:  []string{"Milieu", "Openbare werken"},
		groups:   []string{"Verenigingen", "Handelaars"},
		subjects: []string{"Zwerfvuilronde", "Compostplek", "Glasbollen", "Kringloopdag", "Herstelpunt", "Slimme vuilnisbak"},
		about: []string{
			"{naam} houdt straten en bermen vrij van zwerfvuil.",
			"Met {naam} belandt er minder in de vuilniszak.",
		},
		goals: []string{"Zwerfvuil opruimen.", "Minder restafval ophalen.", "Spullen een nieuw leven geven.", "Sluikstorten sneller melden.", "Groenresten ter plaatse composteren."},
		how: []string{
			"De gemeente deelt grijpers, handschoenen en zakken uit.", "Een camera filmt wie er 's nachts afval dumpt.",
			"Het recyclagepark weegt wat er binnenkomt.", "Compostmeesters roeren de hoop om en beantwoorden vragen.",
			"Kapotte toestellen gaan naar een atelier dat ze weer aan de praat krijgt.",
		},
		helps:    []string{"De containers staan op een zichtbare plaats.", "De ophaalronde is kort.", "Wie meedoet, krijgt een compostvat."},
		hinders:  []string{"Rond glasbollen blijft er veel liggen.", "De verwerking van restafval wordt duurder.", "Boetes innen vraagt geduld."},
		examples: []string{"twee keer per jaar een opruimdag langs de vaart.", "een compostplek naast de volkstuintjes.", "een ondergrondse container voor glas."},
	},
	{
		category: "Verkeer en vervoer",
		domains:  []string{"Mobiliteit", "Openbare werken"},
		groups:   []string{"Voetgangers", "Pendelaars"},
		subjects: []string{"Deelauto", "Zone 30", "Laadpalen", "Voetgangersbrug", "Parkeerlus", "Trage weg"},
		about: []string{
			"{naam} maakt de dorpskern veiliger voor wie te voet gaat.",
			"Dankzij {naam} staan er minder auto's stil in de kern.",
		},
		goals: []string{"Sluipverkeer weren.", "Meer autodelen.", "Oversteken veilig maken.", "Elektrisch rijden vergemakkelijken.", "Oude kerkwegels weer openen."},
		how: []string{
			"Een meetbord toont hoe snel auto's rijden.", "Bloembakken vernauwen de rijbaan.",
			"De deelauto staat op een vaste plek bij het station.", "Wie parkeert, drukt op een knop en heeft een half uur.",
			"Een studiebureau telt de voertuigen op drie kruispunten.",
		},
		helps:    []string{"De politie controleert geregeld.", "De belijning is goed zichtbaar.", "Een proefopstelling kost weinig."},
		hinders:  []string{"Handelaars vrezen voor parkeerplaatsen.", "Landbouwvoertuigen raken moeilijk door de versmalling.", "De vergunning laat op zich wachten."},
		examples: []string{"vier deelwagens aan het station.", "een versmalde rijweg met bloembakken.", "laadpalen op de parking van het zwembad."},
	},
	{
		category: "Toerisme en recreatie",
		domains:  []string{"Toerisme", "Erfgoed"},
		groups:   []string{"Toeristen", "Dagjesmensen"},
		subjects: []string{"Uitkijktoren", "Streekproeverij", "Kampeerweide", "Zoektocht", "Infokantoor", "Picknickplek"},
		about: []string{
			"{naam} lokt dagjesmensen naar de groene rand van het dorp.",
			"Wie de streek wil ontdekken, begint bij {naam}.",
		},
		goals: []string{"Bezoekers langer laten blijven.", "Streekproducten in de kijker zetten.", "Het landschap beleefbaar maken.", "De drukte spreiden.", "Logies beter vindbaar maken."},
		how: []string{
			"Een folder toont vijf plekken met een mooi uitzicht.", "Uitbaters van logies delen een kalender.",
			"Een app vertelt bij elke stop een verhaal over de streek.", "Producenten laten proeven van kaas, honing en bier.",
			"De picknickbanken komen van een schrijnwerker uit het dorp.",
		},
		helps:    []string{"De bewegwijzering is vernieuwd.", "Er is een ruime parking.", "De horeca doet mee."},
		hinders:  []string{"Buiten het seizoen is het stil.", "Vandalen beschadigen de borden.", "De dijk is kwetsbaar voor drukte."},
		examples: []string{"een uitkijkpunt boven de rivier.", "een proeverij met acht producenten.", "een zoektocht langs oude kapelletjes."},
	},
	{
		category: "Lezen en bibliotheek",
		domains:  []string{"Bibliotheek", "Erfgoed"},
		groups:   []string{"Lezers", "Verenigingen"},
		subjects: []string{"Boekenruil", "Leesclub", "Uitleenkast", "Stripbeurs", "Voorleesstoel", "Bibliotheekterras"},
		about: []string{
			"{naam} brengt boeken naar plaatsen waar je ze niet verwacht.",
			"Lezen wordt gezelliger met {naam}.",
		},
		goals: []string{"Meer boeken laten circuleren.", "De bibliotheek 's avonds openstellen.", "Lezers tips laten uitwisselen.", "De stripcollectie vernieuwen.", "Oude romans een nieuwe lezer geven."},
		how: []string{
			"In een oude telefooncel staan romans en kookboeken.", "De bibliothecaris kiest elke maand een boek van de maand.",
			"Met de pas gaat de deur open, ook zonder balie.", "Een auteur uit de streek leest voor uit een eigen boek.",
			"De strips staan per reeks in bakken.",
		},
		helps:    []string{"Lenen is gratis.", "De collectie wordt vaak vernieuwd.", "De zetels nodigen uit om te blijven."},
		hinders:  []string{"Geleende boeken komen laat terug.", "Het dak van de leeszaal lekt.", "Er is te weinig plaats voor strips."},
		examples: []string{"een ruilkast in het stationsgebouw.", "een leesclub over thrillers.", "een bibliotheek met een terras aan het water."},
	},
	{
		category: "Senioren en zorg",
		domains:  []string{"Seniorenbeleid", "Gezondheid"},
		groups:   []string{"Senioren", "Mantelzorgers"},
		subjects: []string{"Kaartnamiddag", "Belronde", "Valpreventie", "Seniorendans", "Mantelzorgdag", "Dorpsbus"},
		about: []string{
			"{naam} doet senioren deugd die niet meer zo vaak buitenkomen.",
			"Met {naam} blijft oud worden thuis aangenaam.",
		},
		goals: []string{"Senioren bezoek bezorgen.", "Vallen voorkomen.", "Mantelzorgers even rust gunnen.", "Rijden naar de dokter regelen.", "Een kaartje leggen en dansen."},
		how: []string{
			"Elke ochtend rinkelt bij de deelnemers de telefoon.", "Een ergotherapeut bekijkt drempels en losse matten.",
			"De dorpsbus rijdt op vraag naar de winkel en de apotheek.", "In de zaal speelt een orkest walsen en tango's.",
			"Mantelzorgers genieten een dag van massage en muziek.",
		},
		helps:    []string{"De zaal ligt op het gelijkvloers.", "De chauffeur kent iedereen bij naam.", "Er is altijd taart."},
		hinders:  []string{"Senioren zonder auto raken moeilijk in de zaal.", "De wachtlijst voor de dorpsbus is lang.", "Het orkest wordt kleiner."},
		examples: []string{"een kaartnamiddag in het dienstencentrum.", "een belronde op weekdagen.", "een dorpsbus met acht zitplaatsen."},
	},
	{
		category: "Natuur en klimaat",
		domains:  []string{"Milieu", "Klimaat"},
		groups:   []string{"Tuiniers", "Landbouwers"},
		subjects: []string{"Bijenlint", "Geveltuin", "Wadi", "Bosplantdag", "Paddenoversteek", "Plukboomgaard"},
		about: []string{
			"{naam} geeft bijen, vlinders en regenwater meer ruimte.",
			"Waar vroeger beton lag, groeit nu {naam}.",
		},
		goals: []string{"Beton uitbreken en groen aanplanten.", "Regenwater laten insijpelen.", "Hagen en bermen bloemrijk maken.", "Hitte in de straten temperen.", "Amfibieën veilig laten oversteken."},
		how: []string{
			"De groendienst maait pas wanneer de bloemen zaad geven.", "Een geul langs de stoep vangt hemelwater.",
			"In november planten schepen en buren elk een boom.", "Emmers langs de weg redden elk voorjaar honderden padden.",
			"Wie een tegel uitbreekt, krijgt een klimplant.",
		},
		helps:    []string{"De planten zijn inheems.", "Een tuinier geeft advies.", "Het onderhoud vraagt weinig."},
		hinders:  []string{"Droge maanden doen jonge bomen sterven.", "Nutsleidingen liggen in de weg.", "Sommigen vinden wilde bermen slordig."},
		examples: []string{"een bos van drie hectare naast de expresweg.", "geveltuintjes in twaalf straten.", "een boomgaard waar je mag plukken."},
	},
	{
		category: "Huisvesting en energie",
		domains:  []string{"Energie", "Ruimtelijke ordening"},
		groups:   []string{"Eigenaars", "Verbouwers"},
		subjects: []string{"Dakscan", "Isolatiedag", "Zonnedak", "Leegstandsronde", "Warmtelening", "Renovatiebus"},
		about: []string{
			"{naam} maakt woningen warmer en de factuur lager.",
			"Eigenaars die verbouwen, krijgen met {naam} een duw in de rug.",
		},
		goals: []string{"Daken isoleren.", "Leegstaande panden een bestemming geven.", "Samen zonnepanelen kopen.", "Verbouwers neutraal advies geven.", "Energie besparen."},
		how: []string{
			"Een drone fotografeert daken op een koude nacht.", "De bus met stalen van isolatie houdt halt op het dorpsplein.",
			"Een architect bekijkt ter plaatse wat er kan.", "Eigenaars van leegstaande panden krijgen bezoek van een inspecteur.",
			"Wie samen aankoopt, betaalt minder per paneel.",
		},
		helps:    []string{"De premie is snel uitbetaald.", "Het advies is neutraal.", "Aannemers uit de streek doen mee."},
		hinders:  []string{"Aannemers hebben weinig plaats in hun agenda.", "De premies wijzigen vaak.", "Beschermde gevels mogen niet zomaar weg."},
		examples: []string{"een groepsaankoop van dakisolatie.", "zonnepanelen op het dak van de brandweer.", "een lening zonder rente voor een warmtepomp."},
	},
	{
		category: "Dierenwelzijn",
		domains:  []string{"Dierenwelzijn", "Openbare werken"},
		groups:   []string{"Hondenbezitters", "Dierenliefhebbers"},
		subjects: []string{"Hondenweide", "Kattenplan", "Egelpad", "Zwaluwtil", "Duiventoren", "Dierenambulance"},
		about: []string{
			"{naam} zorgt voor dieren in nood en voor rust in de straat.",
			"Honden, katten en egels varen wel bij {naam}.",
		},
		goals: []string{"Honden laten loslopen zonder hinder.", "Zwerfkatten steriliseren.", "Egels een doorgang geven.", "Hondenpoep bestrijden.", "Zwaluwen nestplaats bieden."},
		how: []string{
			"Rond de weide staat een haag en een dubbele poort.", "De dierenarts steriliseert zwerfkatten tegen een vaste prijs.",
			"Onder tuinhekken komt een gaatje voor egels.", "Een til op een paal lokt zwaluwen.",
			"Zakjes voor hondenpoep hangen aan de poort.",
		},
		helps:    []string{"De dierenarts is vlot bereikbaar.", "De weide ligt ver van woningen.", "Baasjes spreken elkaar aan."},
		hinders:  []string{"Blaffen stoort de omwonenden.", "Voederen trekt ratten aan.", "De kennel zit vol."},
		examples: []string{"een losloopweide van vijftig are.", "een zwaluwtil bij de sluis.", "een vaste dag voor het chippen van katten."},
	},
	{
		category: "Handel en horeca",
		domains:  []string{"Lokale economie", "Landbouw"},
		groups:   []string{"Handelaars", "Starters"},
		subjects: []string{"Kadobon", "Boerenkraam", "Pop-uppand", "Winkelnacht", "Startersbeurs", "Kerststalletjes"},
		about: []string{
			"{naam} brengt volk naar de winkelstraat.",
			"Handelaars en boeren verkopen meer dankzij {naam}.",
		},
		goals: []string{"Koopkracht in het dorp houden.", "Lege etalages vullen.", "Starters een goedkoop pand geven.", "De korte keten versterken.", "Terrassen gezelliger maken."},
		how: []string{
			"De kadobon is geldig in tachtig zaken.", "Starters huren een pand voor zes weken.",
			"Boeren zetten hun kraam op vrijdag onder de hal.", "Op één avond per jaar blijven alle winkels open tot middernacht.",
			"Een etalagist geeft winkeliers gratis raad.",
		},
		helps:    []string{"De middenstandsraad staat erachter.", "De huur is laag.", "De bon is online te koop."},
		hinders:  []string{"Webwinkels nemen klanten weg.", "Grote zaken stappen moeilijk mee in.", "De leegstand stijgt sneller."},
		examples: []string{"een bon die in tachtig winkels geldt.", "een pop-uppand in de winkelstraat.", "een wekelijks kraam met zuivel en groenten."},
	},
	{
		category: "Erfgoed en archief",
		domains:  []string{"Erfgoed", "Toerisme"},
		groups:   []string{"Heemkundigen", "Verzamelaars"},
		subjects: []string{"Fotokist", "Molenrestauratie", "Straatnaamborden", "Stamboomavond", "Oorlogsdagboek", "Grafzerkatlas"},
		about: []string{
			"{naam} bewaart wat anders verloren gaat.",
			"Oude foto's en verhalen uit het dorp leven voort in {naam}.",
		},
		goals: []string{"Oude foto's digitaliseren.", "De molen weer laten draaien.", "Verhalen van vroeger optekenen.", "Grafzerken met waarde behouden.", "Stambomen aanvullen."},
		how: []string{
			"De archivaris scant albums en zet er namen bij.", "Een molenaar legt het maalwerk stil voor herstel.",
			"Heemkundigen bladeren in parochieboeken.", "Een steenkapper maakt zerken leesbaar.",
			"Onder elk straatnaambord komt een zin uitleg.",
		},
		helps:    []string{"De heemkring kent het dorp door en door.", "De subsidie voor herstel is binnen.", "De scans zijn vrij te gebruiken."},
		hinders:  []string{"Albums verdwijnen bij een verhuis.", "Vocht tast de akten in de kelder aan.", "Restaureren kost meer dan geraamd."},
		examples: []string{"tweeduizend gescande foto's van voor 1950.", "een draaiende molen op zondag.", "een avond over stambomen in het archief."},
	},
	{
		category: "Veiligheid en preventie",
		domains:  []string{"Veiligheid", "Brandweer"},
		groups:   []string{"Bewoners", "Hulpdiensten"},
		subjects: []string{"Inbraakcheck", "Rookmelderdag", "Waakgroep", "Overstromingsoefening", "Defibrillator", "Noodkoffer"},
		about: []string{
			"{naam} maakt bewoners waakzaam zonder hen bang te maken.",
			"Wie {naam} kent, weet wat te doen bij brand of wateroverlast.",
		},
		goals: []string{"Inbraken voorkomen.", "Rookmelders laten plaatsen.", "Sneller reanimeren.", "Bewoners op een ramp voorbereiden.", "Verdachte zaken melden."},
		how: []string{
			"Een diefstalpreventieadviseur controleert sloten en ramen.", "De brandweer hangt rookmelders op.",
			"Bij hoog water deelt de gemeente zandzakken uit.", "Aan de sporthal hangt een toestel dat hartslag herstelt.",
			"In de noodkoffer zitten een radio, een zaklamp en water.",
		},
		helps:    []string{"De politie antwoordt snel.", "De oefening is realistisch.", "Rookmelders zijn goedkoop."},
		hinders:  []string{"Na enkele maanden zakt de aandacht.", "Batterijen lopen leeg.", "Valse meldingen kosten tijd."},
		examples: []string{"een nachtelijke oefening met de brandweer.", "zes defibrillatoren in de kern.", "een waakgroep in vier straten."},
	},
}

// passing are sentences that share words with the shipped fiches, as the texts
// of any municipality do.
var passing = []string{
	"De gemeente betaalt de materialen.",
	"Inwoners kozen zelf de plaats, tijdens een avond in de buurt.",
	"Een paar vrijwilligers houden een oogje in het zeil.",
	"Het aanbod staat in het infoblad van de gemeente.",
	"Inwoners uit de buurt gaven de naam {naam}.",
	"De dienst die het project trekt, maakt elk jaar een verslag.",
	"Na een proef van een jaar breidde de gemeente het aanbod uit.",
	"Zonder vrijwilligers zou het project nooit zo lang blijven draaien.",
	"Wie in de gemeente woont, mag gratis meedoen.",
	"De buurt was eerst sceptisch, maar dat keerde snel.",
	"Andere gemeenten kwamen al kijken hoe het loopt.",
	"Een medewerker van de gemeente is het vaste aanspreekpunt.",
}

// names are those of practices and local projects that exist nowhere.
var names = []string{
	"Kwikstaart", "Grijze Reiger", "Blauwe Pomp", "Zevensprong", "Het Verloren Uur", "Notelaar", "Kletskop", "De Lange Arm",
	"Vuurtorentje", "Kromme Haak", "Bonte Specht", "Halve Maan", "Dubbele Knoop", "Zilverdraad", "Klaproos", "Rode Draak",
	"Wolkenkrabber", "Pimpelmees", "Oude Sluis", "Stille Waters", "Klimop", "Gouden Sleutel", "Distelvink", "Zandloper",
	"Kruispeiling", "Hazelnoot", "Witte Raaf", "Molensteen", "Nachtegaal", "Schuifaf", "Dageraad", "Karrespoor",
	"Lindeblad", "Vogelvlucht", "Windroos", "Zeemeermin", "Appelsien", "Boskabouter", "Kasseikop", "Regenboogforel",
}

// towns are official names of municipalities without a shipped practice.
var towns = []string{
	"Torhout", "Geel", "Hasselt", "Izegem", "Ieper", "Poperinge", "Veurne", "Deinze", "Zottegem", "Ronse", "Dendermonde",
	"Herentals", "Turnhout", "Hoogstraten", "Aarschot", "Diest", "Tienen", "Landen", "Maaseik", "Lommel", "Pelt",
	"Maldegem", "Aalter", "Wevelgem", "Waregem", "Roeselare", "Heist-op-den-Berg", "Bilzen-Hoeselt",
}
