package dutch

import "strings"

// stops are the words that carry no content wherever they stand. Words that do
// for a searcher are not among them: niet, geen, zonder, tegen, onder, tussen,
// samen, alle, zelf, één (folded "een", which as an article cannot be spared),
// willen, kunnen, doen.
var stops = set(`
a aan aangaande aldus alhier als alsook alsof alvorens anders b be bent
bij c d daar daaraan daarbij daardoor daarin daarmee daarna daarnaast daarom daarop daartoe daarvan daarvoor dan
dat de deze der den des die dienen dient dit dus e echter een eens elk elke en enz enzovoort er eraan erbij
erdoor erin ermee erna erom erop ertoe ervan ervoor etc even eventueel g ge gaan gaat geweest h haar had hadden heb hebben
hebt heeft hem hen het hierbij hierdoor hierin hiermee hierna hierom hierop hiertoe hiervan hiervoor hij hoe
hun hunne i ie ieder iedere ik in indien is j je jij jou jouw jouwe jullie k kon konden l m maar me
mee meer men met mij mijn mijne moet moeten n na naar naast nadat namelijk nog nu o of ofwel om omdat omtrent
ons onze ook op opdat over p per q r reeds s sinds sommige steeds t te ten tenzij ter terwijl tevens toch toe toen tot u uit uw uwe v
van vanaf vanuit vaak via vervolgens volgens voor vooral vooraleer voordat waardoor waarin waarbij waarmee waarna waarop
waarvan waarvoor wanneer waar waarom want was waren wat we wel welk welke wie wiens wij word worden wordt
x y z zal ze zeer zei zich zichzelf zij zijn zijnde zo zoals zodat zodra zou zouden zowel zo'n z'n m'n zulk zulke zullen
oa bv bvb dmv ifv igv ikv ism mbt mbv nav nl obv ovv tav tov tgv dwz di evt ed ea eva aub incl mn svp tem tijdens binnen
http https www html
`)

// questions are the words that in a question only ask. Apart from the stop
// words among them they do carry content in a text: "een buddy vinden".
var questions = set(`
hoe wat welk welke waar wie wanneer waarom waarmee waarvoor waardoor hoeveel hoelang
kan kun kunt kunnen mag mogen wil wilt willen moet moeten zou zouden
ik wij we je jij jullie men iemand
vind vindt vinden zoek zoekt zoeken krijg krijgen geraak weet weten bestaat bestaan
graag best ergens iets er is zijn heeft hebben doet doen pak pakken aanpakken
begin begint beginnen begonnen start starten opstarten opzetten zet zetten organiseer organiseren maak maken raak raken
voorbeeld voorbeelden tips
`)

// set makes a set of the words of a list.
func set(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[Fold(w)] = true
	}
	return m
}
