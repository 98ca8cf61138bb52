/** Words with which a summary tells who says what and how it stands: they say nothing themselves. English and German. */

const STEMS = `
argu critic skeptic sceptic oppon oppos support advoca propon defend concern worr fear warn point note noting mention report
cite citing citat refer suggest propos recommend contend maintain assert insist stress emphas highlight question doubt disput contest
debat discuss disagree agree reject deny denie object counter respond repl answer rebut challeng conced conces grant acknowledg
admit accept view opinion position side stance issue matter topic participa comment user contribut writer voice camp group
member speaker evidence source proof prov number figure reason ground basis back unsupport unanswer unchalleng unresolv open remain stand rest
central main major key chief strong weak favour favor prefer want wish hope call ask demand regard consider find found feel felt expect
describ tell told explain add further moreover meanwhile addition similar overall part several single multipl common frequent
repeat rais share express statement assertion example experience personal own anecdot different differ central unclear clear
whole press heard point count concern broad narrow especially particular general alternativ compromis option instead closer
reservat hold held take took taken think thought put forward hard long bring brought offer draw drew conclusion among
apart based relat link context exact actual likewise addit first second third final lack absent missing simpl mere merely
response reaction thread convers anyone someone somebody nobody everyone everybody others majority minority few dozen handful two-side split divid
say said see seen sees worry worries worried reply replies replied comes came goes went given give gives let sagen sagt gesagt ihre ihren kommt aus viel erst noch auch wollte könnten führen problem effect impact benefit drawback advantag disadvantag downside upside merit consequenc importan need necess useful value sense worth possib likel most large practic purpose aim goal role approach idea solution auswirk folge nutzen vorteil nachteil risik nötig notwendig möglich sinn wert wohl verschieden unterschied lösung idee ziel rolle frag klar unklar gegenseit darüber darum dafür wonach laut vorlieg vorliegt voic agreement quarrel outweigh weigh argument talk speak serv promis predict anticipat foresee estimat reckon assum
argument einwand einwänd befürwort gegner kritik skept sorg befürcht fürcht verweis hinweis hingewiesen weis erwähn bericht nenn genannt
vorschl vorgeschl schlag behaupt beton bezweif zweifel bedenk geben gibt gab gaben bestreit bestritt umstritt strittig streit gestritt disku debatt wider
lehn ableh abgeleh zustimm entgegn erwider antwort geantwort beantwort unbeantwort unwidersproch beleg unbeleg quelle begründ grund gründe
mein ansicht seite frage thema teilnehm beteilig nutzer person leute stimme offen bleib zentral haupt wichtig
wollen will wünsch hoff forder verlang sehen sieht halten hält finden findet fanden glaub denk erwart erklär ergänz zudem
außerdem dagegen hingegen jedoch dazu dafür daran darauf davon darin dabei dadurch dem denen ander einig manch mehrere weitere ebenfalls ebenso erfahrung beispiel
eigen teil zähl gilt gelt gelten spricht sprech dienen dient berufen beruf pochen pocht komm bring stütz vorwurf vorwürf vor
versprech verspricht rechn geht gehen lässt lassen allem sowie ohne einer eine beide lager position standpunkt haltung vertret teilen insgesamt
allerdings schließlich zugleich gleichzeitig offenbar tatsächlich nehmen nimmt stellen stellt setzen setzt fehl mangel niemand jemand keiner
`
  .trim()
  .split(/\s+/)
/** Stems long enough to begin only words of theirs; the others are whole words. */
const BEGINS = STEMS.filter((one) => one.length >= 5)
const WHOLE: ReadonlySet<string> = new Set(STEMS)
const ENDING = /(?:e?s|e?d|ing|e|er|en|ern|es|et|te|ten|t|n)$/

/** Whether a word only tells that, how or by whom something is said. */
export function isReporting(word: string): boolean {
  return WHOLE.has(word) || WHOLE.has(word.replace(ENDING, '')) || BEGINS.some((stem) => word.startsWith(stem))
}
