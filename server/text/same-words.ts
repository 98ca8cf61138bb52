/**
 * Words that say the same wherever people argue, one set a line, written for this project. English words stand for all
 * their forms, German ones for common endings. A word may stand in several sets; words that differ in more than tone (a
 * town and a city, a murder and a killing) have no place here.
 */

const ENGLISH = `
get obtain receive acquire
organisation organization group
idea concept notion
amount quantity
show demonstrate prove indicate reveal
scary terrifying frightening
save preserve
annoy nuisance
nation country state
car automobile vehicle
require need demand
qualify appropriate suitable
lead result cause bring produce
kid child children
job employment work
buy purchase
important essential vital crucial key
start begin commence
end finish
big large huge
fast quick rapid
keep retain
choose select pick
enough sufficient
citizen resident inhabitant
firm company business corporation enterprise
pupil student
money fund cash
lift elevator
flat apartment
lorry truck
film movie
shop store
holiday vacation
ill sick
plane airplane aeroplane aircraft
documentation docs
repository repo
developer dev programmer coder
programming coding
referee ref
polluted pollute contaminated contaminate
late delayed
shut shuts close closes closed
bike bicycle
teen teenager adolescent
mistake error
severe serious
rubbish garbage trash
lawyer attorney solicitor
doctor physician
cop police policeman
petrol gasoline
phone mobile smartphone cellphone
pavement sidewalk
television tv telly
moderator mod
advertisement advert ad
photograph photo
examination exam
application app
information info
configuration config
professor prof
laboratory lab
university uni
refrigerator fridge
father dad daddy
mother mum mom mummy mommy
motorbike motorcycle
subway underground metro
railway railroad
sofa couch
trousers pants
vaccine vaccination jab
try attempt
answer reply response respond
happen occur
repair fix mend
solve resolve
whole entire complete
obvious evident apparent
crazy insane
funny hilarious amusing
strange weird odd bizarre
cruel inhumane brutal
beautiful gorgeous
ugly hideous
angry furious
afraid scared frightened
government govt gov
lawmaker legislator
law legislation
wage salary
worker labourer laborer
computer pc
laptop notebook
internet web
website webpage
bug defect
folder directory
gun firearm
prison jail gaol
medicine medication
illness disease sickness
alcohol booze
cannabis marijuana
author writer
journalist reporter
trip journey
maths math mathematics
teacher educator
useless pointless futile
normal usual ordinary
evidence proof
problem issue
goal aim objective
disadvantage drawback downside
probability likelihood
outcome consequence
effect impact
choice option
opinion view
price cost expense
discussion debate
infant baby
elderly seniors
homosexual gay
main chief principal primary
area region
evs ev
nuclear atomic
tax levy
`

const GERMAN = `
wichtig wesentlich entscheidend
lkw lastwagen laster lastkraftwagen
handy smartphone mobiltelefon
fahrrad rad
radweg fahrradweg radwege fahrradwege
arzt mediziner
fehler irrtum
schwierig schwer
schnell rasch zügig
firma unternehmen betrieb
bekommen erhalten kriegen
auto wagen fahrzeug pkw
kernkraft atomkraft kernenergie atomenergie
kernkraftwerk atomkraftwerk akw kkw
kernkraftwerke atomkraftwerke akws kkws
computer rechner pc
krankenhaus klinik spital
krankenhäuser kliniken spitäler
lehrer lehrkraft lehrkräfte
lohn gehalt
löhne gehälter
dumm blöd doof
verrückt wahnsinnig
komisch seltsam merkwürdig sonderbar
beginnen anfangen starten
kaufen erwerben
benutzen nutzen verwenden gebrauchen
brauchen benötigen
töten umbringen
reden sprechen
verstehen begreifen kapieren
löschen entfernen
folge konsequenz auswirkung
folgen konsequenzen auswirkungen
meinung ansicht auffassung
diskussion debatte
unterschied differenz
laden geschäft
läden geschäfte
flugzeug flieger
urlaub ferien
lebensmittel nahrungsmittel
müll abfall
strom elektrizität
benzin sprit
gefängnis knast
einwohner bewohner
foto fotografie
leicht einfach
cannabis hanf marihuana
wirtschaft ökonomie
`

/** All sets. */
export const SAME = ENGLISH + GERMAN
