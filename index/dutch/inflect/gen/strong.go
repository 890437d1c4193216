package main

import "strings"

// strongVerbs are the Dutch strong and irregular verbs without their prefixes:
// infinitive, past singular, past plural, participle without ge-. Where the
// plural is "-", it is the singular and -en.
var strongVerbs = table(4, `
bakken bakte bakten bakken
barsten barstte barstten barsten
bederven bedierf bedierven bederven
beginnen begon begonnen begonnen
bergen borg borgen borgen
bevelen beval bevalen bevolen
bewegen bewoog bewogen bewogen
bezwijken bezweek bezweken bezweken
bidden bad baden beden
bieden bood boden boden
bijten beet beten beten
binden bond bonden bonden
blazen blies bliezen blazen
blijken bleek bleken bleken
blijven bleef bleven bleven
blinken blonk blonken blonken
braden braadde braadden braden
breken brak braken broken
brengen bracht brachten bracht
buigen boog bogen bogen
delven dolf dolven dolven
denken dacht dachten dacht
dingen dong dongen dongen
doen deed deden daan
dragen droeg droegen dragen
drijven dreef dreven dreven
dringen drong drongen drongen
drinken dronk dronken dronken
druipen droop dropen dropen
duiken dook doken doken
dunken docht dochten docht
dwingen dwong dwongen dwongen
eten at aten geten
fluiten floot floten floten
gaan ging gingen gaan
gelden gold golden golden
genezen genas genazen nezen
genieten genoot genoten noten
geven gaf gaven geven
gieten goot goten goten
glijden gleed gleden gleden
glimmen glom glommen glommen
graven groef groeven graven
grijpen greep grepen grepen
hangen hing hingen hangen
hebben had hadden had
heffen hief hieven heven
helpen hielp hielpen holpen
heten heette heetten heten
hijsen hees hesen hesen
houden hield hielden houden
houwen hieuw hieuwen houwen
jagen joeg joegen jaagd
kiezen koos kozen kozen
kijken keek keken keken
klimmen klom klommen klommen
klinken klonk klonken klonken
knijpen kneep knepen knepen
komen kwam kwamen komen
kopen kocht kochten kocht
krijgen kreeg kregen kregen
krimpen kromp krompen krompen
kruipen kroop kropen kropen
kunnen kon konden kund
lachen lachte lachten lachen
laden laadde laadden laden
laten liet lieten laten
lezen las lazen lezen
liegen loog logen logen
liggen lag lagen legen
lijden leed leden leden
lijken leek leken leken
lopen liep liepen lopen
luiken look loken loken
malen maalde maalden malen
meten mat maten meten
mijden meed meden meden
moeten moest moesten moeten
mogen mocht mochten mogen
nemen nam namen nomen
nijgen neeg negen negen
pluizen ploos plozen plozen
prijzen prees prezen prezen
raden raadde raadden raden
rijden reed reden reden
rijgen reeg regen regen
rijzen rees rezen rezen
roepen riep riepen roepen
ruiken rook roken roken
scheiden scheidde scheidden scheiden
schelden schold scholden scholden
schenden schond schonden schonden
schenken schonk schonken schonken
scheppen schiep schiepen schapen
scheren schoor schoren schoren
schieten schoot schoten schoten
schijnen scheen schenen schenen
schrijden schreed schreden schreden
schrijven schreef schreven schreven
schrikken schrok schrokken schrokken
schuiven schoof schoven schoven
slaan sloeg sloegen slagen
slapen sliep sliepen slapen
slijpen sleep slepen slepen
slijten sleet sleten sleten
slinken slonk slonken slonken
sluipen sloop slopen slopen
sluiten sloot sloten sloten
smelten smolt smolten smolten
smijten smeet smeten smeten
snijden sneed sneden sneden
snuiten snoot snoten snoten
snuiven snoof snoven snoven
spannen spande spanden spannen
spijten speet speten speten
spinnen spon sponnen sponnen
splijten spleet spleten spleten
spreken sprak spraken sproken
springen sprong sprongen sprongen
spruiten sproot sproten sproten
spugen spoog spogen spogen
spuiten spoot spoten spoten
staan stond stonden staan
steken stak staken stoken
stelen stal stalen stolen
sterven stierf stierven storven
stijgen steeg stegen stegen
stijven steef steven steven
stinken stonk stonken stonken
stoten stootte stootten stoten
strijden streed streden streden
strijken streek streken streken
stuiven stoof stoven stoven
treden trad traden treden
treffen trof troffen troffen
trekken trok trokken trokken
vallen viel vielen vallen
vangen ving vingen vangen
varen voer voeren varen
vechten vocht vochten vochten
verdwijnen verdween verdwenen verdwenen
vergeten vergat vergaten vergeten
verliezen verloor verloren verloren
vinden vond vonden vonden
vlechten vlocht vlochten vlochten
vliegen vloog vlogen vlogen
vouwen vouwde vouwden vouwen
vragen vroeg vroegen vraagd
vreten vrat vraten vreten
vriezen vroor vroren vroren
waaien woei woeien waaid
wassen waste wasten wassen
wegen woog wogen wogen
werpen wierp wierpen worpen
werven wierf wierven worven
weten wist wisten weten
weven weefde weefden weven
wijken week weken weken
wijten weet weten weten
wijzen wees wezen wezen
willen wou wouden wild
winden wond wonden wonden
winnen won wonnen wonnen
worden werd werden worden
wreken wreekte wreekten wroken
wrijven wreef wreven wreven
wringen wrong wrongen wrongen
wuiven wuifde wuifden wuifd
zeggen zei zeiden zegd
zenden zond zonden zonden
zien zag zagen zien
zingen zong zongen zongen
zinken zonk zonken zonken
zinnen zon zonnen zonnen
zitten zat zaten zeten
zoeken zocht zochten zocht
zuigen zoog zogen zogen
zuipen zoop zopen zopen
zwellen zwol zwollen zwollen
zwemmen zwom zwommen zwommen
zweren zwoer zwoeren zworen
zwerven zwierf zwierven zworven
zwijgen zweeg zwegen zwegen
`)

// shortVerbs are the verbs whose roots do not follow from their infinitives.
var shortVerbs = map[string]string{"gaan": "ga", "staan": "sta", "slaan": "sla", "doen": "doe", "zien": "zie", "komen": "kom"}

// table reads lines of n fields.
func table(n int, text string) (rows [][]string) {
	for line := range strings.Lines(text) {
		if f := strings.Fields(line); len(f) == n {
			rows = append(rows, f)
		} else if len(f) != 0 {
			panic("strong verb: " + line)
		}
	}
	return rows
}
