package main

import "strings"

// irregular has the bases of forms that neither the lists nor the rules bring to
// their word, and of words that look like forms of another but are not. The
// first word of a line is the base, the others are its forms. Compounds follow.
var irregular = bases(`
tegen
tussen
negen
zeven
samen
binnen
buiten
boven
eigen
alleen
open
morgen
gisteren
mijn
onze
bekend bekende bekender bekendste
onbekend onbekende
geletterd geletterde geletterden
laaggeletterd laaggeletterde laaggeletterden
best beste
mis
gezond gezonde gezonder gezondste
geval gevallen
getal getallen
gezin gezinnen
alle allen
zaak zaken
dag dagen daagje
weg wegen wegje
glas glazen glaasje glaasjes
gat gaten gaatje gaatjes
graf graven
dak daken
vat vaten
pad paden
slag slagje
dal dalen
bad baden
bevel bevelen
gebed gebeden
gebod geboden
verbod verboden
gebrek gebreken
god goden
hof hoven
hol holen
lot loten
slot sloten
schot schoten
oorlog oorlogen
verdrag verdragen
verslag verslagen
bedrag bedragen
staf staven
verlof verloven
speel spel spelen spellen spelletje spelletjes
kind kinderen kindje kindjes kindertje kindertjes
ei eieren eitje
lied liederen liedje
blad bladen bladeren blaadje blaadjes
lam lammeren
kalf kalveren
rund runderen
rad raderen
raad raden raadje raadjes
goed goederen
hoog hoger hogere hoogst hoogste
klas klassen klasse klasjes
buddy buddies
baby babies
hobby hobbies
party parties
community communities
been benen beenderen
zoon zonen zoons
gemoed gemoederen
volk volkeren volken
hoen hoenderen hoenders
gelid gelederen
stad steden
smid smeden
lid leden
schip schepen scheepje scheepjes
kleinood kleinoden
koe koeien
vlo vlooien
zee zeeen
bedrijfslid bedrijfsleden
jongere jongeren
oudere ouderen
ouder ouders
volwassene volwassenen
jongen jongens jongetje jongetjes
vrouw vrouwen
mens mensen
man mannen
leraar leraren leraars
beleid
beleiding
gemeente gemeenten gemeentes
buur buren
buurt buurten buurtje
bestuur besturen
inburger inburgering inburgeringen inburgeraar inburgeraars
museum musea museums
praxis praxes
datum data
medium media mediums
politicus politici
`)

// irregularVerbs has the same for verbs, which no compounds follow.
var irregularVerbs = bases(`
hebben heb hebt heeft had hadden gehad
moeten moet moest moesten
kunnen kan kun kunt kon konden
ben bent
lijd geleden
ga gegaan gegane
slaag slagen geslaagd geslaagde slaagt slaagde slaagden
geloof geloofd geloofde geloofden
gebeur gebeurd gebeurde gebeurden
gedraag gedragen
`)

// bases reads lines of a base and its forms.
func bases(text string) map[string]string {
	m := make(map[string]string)
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		for _, w := range words {
			m[w] = words[0]
		}
	}
	return m
}
