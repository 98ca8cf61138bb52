/**
 * Words that are opposites, written for this project, English and German. One set a line, its
 * poles divided by "/". English words stand for all their forms, German ones for common endings.
 */

/** Of one thing at one time not both can be said. */
export const CONTRARY = `
increase more higher rise rose risen grow grew growth climb soar surge raise boost gain expand escalate multiply double upturn skyrocket / decrease less fewer lower fall falls fell fallen drop decline sink sank shrink shrank plunge reduce reduction lower cut diminish lessen slash dwindle curb halve
improve improvement better enhance enrich upgrade ameliorate / worsen worse deteriorate degrade impair aggravate exacerbate undermine spoil ruin
help helpful aid assist benefit beneficial advantage useful serve good / harm harmful hurt damage damaging detriment detrimental disadvantage useless injure hinder bad
good great excellent fine positive wonderful splendid superb / bad terrible awful poor negative horrible dreadful lousy abysmal
high higher highest tall / low lower lowest
protect preserve save conserve safeguard spare defend shield / endanger threaten destroy hunt kill damage attack exploit harm hurt expose jeopardise jeopardize imperil
allow allowed permit permitted legal legalise legalize lawful authorise authorize tolerate entitle / ban forbid forbidden forbade prohibit prohibited outlaw illegal unlawful veto criminalise criminalize disallow
cause trigger provoke spread promote encourage foster / prevent stop avert avoid deter discourage hinder hamper stifle combat fight
encourage motivate inspire / discourage demotivate deter frustrate
support back favour favor endorse champion welcome approve praise / oppose reject condemn disapprove denounce resist criticise criticize
accept adopt approve embrace ratify pass / reject refuse decline repeal rescind dismiss
agree / disagree differ
confirm prove proven verify support corroborate / refute disprove disproven debunk contradict rebut falsify
true truth truthful accurate factual correct right real genuine valid honest / false falsehood untrue wrong incorrect inaccurate lie lied lying liar fake bogus invalid dishonest mistaken myth hoax fabricated
fair just equitable / unfair unjust inequitable biased
moral ethical / immoral unethical
easy easier simple effortless / hard harder difficult tough tricky complicated
cheap cheaper affordable inexpensive bargain / expensive costly dear dearer pricey overpriced unaffordable
safe safer safety harmless secure / dangerous danger unsafe risky riskier hazardous perilous deadly lethal insecure
healthy healthier wholesome / unhealthy toxic poisonous sick
fast faster quick quicker quickly rapid rapidly swift swiftly / slow slower slowly sluggish
strong stronger strength strengthen robust powerful / weak weaker weaken feeble fragile powerless
possible feasible / impossible infeasible
necessary need needed essential required vital / unnecessary needless superfluous optional redundant
mandatory compulsory obligatory / voluntary optional
success succeed successful effective works / failure ineffective flop disaster fiasco
guilty / innocent
reliable dependable trustworthy / unreliable untrustworthy
stable stabilise stabilize / unstable destabilise destabilize volatile
visible / hidden invisible
wise smart clever intelligent / stupid foolish dumb unwise
careful / careless reckless
responsible / irresponsible
major significant important crucial relevant / minor insignificant unimportant trivial irrelevant negligible
overestimate exaggerate overstate / underestimate underplay understate downplay
overrated / underrated
innocuous / toxic
tighten stricter strict / loosen relax lax lenient
simplify / complicate
flexible / rigid inflexible
transparent / opaque
interesting exciting thrilling / boring dull tedious
gut guter gutes bessere besser / schlecht schlechter schlimm mies schlechtere
hoch hohe hoher hohes höher höhere / niedrig niedriger tief tiefer gering geringer
steigt steigen stieg gestiegen wächst wachsen gewachsen zunehmen zunimmt erhöht erhöhen erhöhte steigert steigern hebt anheben angehoben vergrößert / sinkt sinken sank gesunken fällt fallen gefallen schrumpft schrumpfen geschrumpft abnehmen abnimmt senkt senken gesenkt verringert verringern mindert mindern reduziert reduzieren kürzt kürzen gekürzt drosselt
verbessert verbessern verbesserung / verschlechtert verschlechtern verschlechterung verschlimmert
hilft helfen geholfen nützt nützen nutzen nützlich / schadet schaden geschadet schädlich schädigt nutzlos
schützt schützen geschützt bewahrt bewahren rettet retten verteidigt / gefährdet gefährden gefährdete zerstört zerstören bedroht bedrohen jagt jagen gejagt vernichtet
erlaubt erlauben gestattet legal zulässig zugelassen zulassen / verboten verbietet verbieten untersagt illegal unzulässig
richtig wahr wahrheit korrekt stimmt ehrlich / daneben falsch unwahr lüge lügt gelogen lügen log unehrlich märchen mythos
leicht leichter einfach / schwer schwierig kompliziert
billig billiger günstig günstiger preiswert erschwinglich / teuer teurer kostspielig unerschwinglich überteuert
sicher sicherer ungefährlich harmlos / gefährlich gefährlicher unsicher riskant
gesund gesünder / krank ungesund giftig
schnell schneller / langsam langsamer
stark stärker stärkt stärken / schwach schwächer schwächt schwächen
fördert fördern gefördert / hemmt hemmen behindert behindern bremst
zustimmen stimmt zugestimmt zustimmung / ablehnen lehnt abgelehnt ablehnung
annehmen angenommen / ablehnen abgelehnt
erfolg erfolgreich gelungen / misserfolg erfolglos gescheitert scheitert
notwendig nötig erforderlich / unnötig überflüssig
möglich / unmöglich
pflicht verpflichtend / freiwillig
verursacht verursachen auslöst / verhindert verhindern vermeidet vermeiden
unterstützt unterstützen befürwortet befürworten / bekämpft bekämpfen kritisiert
gerecht fair / ungerecht unfair
wichtig bedeutend / unwichtig unbedeutend
klug schlau / dumm
überschätzt / unterschätzt
`

/** Words that turn a statement round where one stands for the other, though both may be so: "men" and "women". */
export const CONTRASTED = `
best / worst
well / badly poorly
more / less fewer
most / least fewest
many / few
much / little
viel / wenig
big bigger large larger huge enormous / small smaller tiny little
long longer / short shorter
create build built establish generate / destroy demolish abolish dismantle wreck ruin eliminate eradicate remove
free gratis / paid charged costly
free empty devoid / full filled laden packed
early earlier / late later
win won winner / lose lost loser
gain profit / lose loss lost
start begin began begun launch open introduce introduction / stop end cease halt finish close quit discontinue
keep kept retain maintain continue stay remain preserve / abolish scrap remove abandon quit drop discontinue end replace close felled felling demolish demolished
enter join arrive / leave exit quit depart
add include / remove exclude omit delete subtract
rich richer wealthy affluent / poor poorer impoverished needy
new newer modern / old older obsolete outdated ancient
young younger / old older elderly
before / after
for pro / against anti contra
if / unless
public nationalise nationalize / private privatise privatize
open opened / close closed shut
love like adore enjoy / hate dislike detest loathe
trust / distrust mistrust disbelieve suspect
profit profitable / loss unprofitable
up upward / down downward
left / right
top / bottom
inside indoors / outside outdoors
buy bought purchase / sell sold
invest / divest disinvest
lend lent / borrow
push / pull
attract / repel deter
unite unify / divide split separate
connect / disconnect
link linked connected related / unrelated independent
hero / villain coward
friend ally / enemy foe
victim / culprit perpetrator offender
winner / loser
peace peaceful / war conflict violent
freedom liberty freed / slavery oppression imprisonment
deserve merit / undeserving
clean cleaner / dirty dirtier pollute polluting filthy
clear / unclear vague confusing
hot hotter warm warming / cold colder cool cooling
dry / wet
lighter / heavy heavier
bright / dark
quiet quieter quietly silent silently / noisy noisier loud louder loudly
busy crowded / empty deserted quiet
common widespread frequent / rare scarce
abundant plenty / scarce lacking shortage
surplus / deficit shortage
natural / artificial synthetic
optimistic / pessimistic
happy happier glad / unhappy sad miserable
proud / ashamed
brave / cowardly
innocent / guilty
permanent / temporary
temporary / lasting
import imported / export exported
supply / demand
employer / employee worker
teacher / student pupil
parent / child children kid
doctor / patient
buyer / seller
tenant / landlord
driver / pedestrian cyclist
men man male boy / women woman female girl
husband / wife
father / mother
son / daughter
majority / minority
urban city / rural countryside
global international / local national domestic
liberal progressive / conservative
democracy democratic / dictatorship authoritarian undemocratic
capitalism / socialism communism
believer / atheist
life alive live living survive survived / death dead die died dying
north northern / south southern / east eastern / west western
spring / summer / autumn fall / winter
monday / tuesday / wednesday / thursday / friday / saturday / sunday
january / february / march / april / may / june / july / august / september / october / november / december
morning / afternoon / evening / night
day daytime / night nighttime
yesterday / today / tomorrow
past / future
latest previous / next upcoming
daily / weekly / monthly / yearly annual
first / second / third
overfunded overpaid / underfunded underpaid
cure heal / cause infect
remember / forget forgot forgotten
remind / forget
obey comply / disobey violate break breach
respect / disrespect despise
praise / blame
reward / punish penalise penalize
hire hired / fire fired sack sacked dismiss
show reveal / hide hid hidden conceal
advance progress / retreat regress
centralise centralize / decentralise decentralize
speed accelerate hasten / slow delay brake
hope / despair fear
relieve ease soothe alleviate / worsen aggravate exacerbate
uphold upheld / overturn overturned overrule quash quashed
take took taken / give gave given
resistant immune / susceptible vulnerable
confirm admit / deny denied
promote promotion / demote demotion
widen / narrow
save / waste squander
earn / spend spent
appear / disappear vanish
appoint elect / oust dismiss depose
lock / unlock
enable activate / disable deactivate
install / uninstall
upload / download
upgrade / downgrade
clarify / obscure blur
generous / stingy mean
polite / rude impolite
calm / nervous anxious
expert professional / beginner novice amateur
sharp / blurry blunt
smooth / rough bumpy
deep / shallow
wide broad / narrow
thick / thin
soft / hard
sweet / bitter sour
fresh / stale rotten
tidy neat / messy
include admit / exclude omit
upstream / downstream
required obliged obligatory compelled / allowed permitted free
required obligatory mandatory compulsory / forbidden prohibited
mindestens wenigstens / höchstens maximal
recommend recommended / discourage discouraged
notice / overlook ignore
arrive / depart
lead / follow
catch caught / release
fasten / loosen
inflate / deflate
thrive flourish / wither perish
cheerful / gloomy
lindert lindern gelindert / verschlimmert verschlimmern
bestätigt bestätigen bestätigte / aufgehoben aufheben verworfen verwarf kippt kippte gekippt widerlegt
eingestellt einstellen verpflichtet / entlassen entlässt gekündigt feuert gefeuert
hinein rein / heraus hinaus raus
einschalten eingeschaltet / ausschalten ausgeschaltet
spannend interessant / langweilig öde
entlastet entlasten / belastet belasten
lobt lobte loben gelobt / tadelt tadelte rügt kritisiert kritisierte
ja / nein
tief / flach seicht
breit / schmal eng
weich / hart
höflich / unhöflich
optional / mandatory
dependent depend / independent
mehr / weniger
meisten / wenigsten
viel viele / wenig wenige
groß größer / klein kleiner
lang länger / kurz kürzer
kostenlos gratis umsonst frei / kostenpflichtig bezahlt
frei leer / voll überfüllt
früh früher / spät später
arm arme armen ärmer / reich reiche reichen reicher
alt alte alten / neu neue neuen
alt alte alten / jung junge jungen
vor / nach
für / gegen
öffentlich staatlich / privat
öffentlich / geheim heimlich
pünktlich / verspätet unpünktlich
offen geöffnet öffnen öffnet / geschlossen schließen schließt
links linke / rechts rechte
schafft schaffen geschaffen baut bauen gebaut / vernichtet vernichten zerstört zerstören abschaffen abgeschafft abbauen abgebaut
behalten behält bleibt bleiben geblieben beibehalten / abschaffen abgeschafft abschafft verschwinden streichen gestrichen weg abholzen abgeholzt roden gerodet abreißen abgerissen fallen
gewinnt gewinnen gewonnen gewann / verliert verlieren verloren verlor
vorteil vorteile / nachteil nachteile
gewinn / verlust
liebt lieben mag / hasst hassen verabscheut
sauber / schmutzig dreckig verschmutzt
leise ruhig / laut
hell / dunkel
warm heiß / kalt
selten / häufig oft
männer mann / frauen frau
kinder / eltern erwachsene
mieter / vermieter
arbeitgeber / arbeitnehmer
lehrer / schüler
freund / feind
krieg / frieden
leben lebt überlebt / tod tot stirbt gestorben
nord norden / süd süden / ost osten / west westen
frühling / sommer / herbst / winter
montag / dienstag / mittwoch / donnerstag / freitag / samstag / sonntag
januar / februar / märz / april / mai / juni / juli / august / september / oktober / november / dezember
beginnt beginnen anfang / endet enden ende aufhören
kaufen kauft gekauft / verkaufen verkauft
glücklich / unglücklich traurig
`
