/** German. Written by hand like the English table; it proves that a language is data. */
import { forms, type Language, opposites, phrases, set } from './language.ts'

const VERBS =
  set(`ist sind war waren sein bin hat haben hatte hatten kann können könnte könnten wird werden würde würden
  soll sollen sollte sollten muss müssen musste darf dürfen macht machen machte bedeutet heißt gibt gab geht gehen ging
  kommt kommen kam sagt sagen sagte zeigt zeigen braucht brauchen kostet kosten hilft helfen führt führen bringt bringen
  bleibt bleiben scheint liegt steht nutzt nutzen funktioniert stimmt wäre wären will wollen`)

/** After these "weil" belongs to what is said ("nur weil", "nicht weil"). */
const NO_BREAK = 'nur nicht gerade eben auch ist'.split(' ')

export const GERMAN: Language = {
  tag: 'de',
  name: 'German',
  functionWords: set(`der die das den dem des ein eine einer eines einem einen und oder aber nicht kein keine keinen ist
    sind war waren sein wird werden wurde wurden hat haben hatte kann können muss müssen soll sollen darf auch nur noch
    schon sehr mehr als wie wenn weil dass daß damit ob für mit ohne von vom zu zum zur bei beim auf aus nach über unter
    vor durch gegen zwischen sich sie er es wir ihr ich man dies diese dieser dieses jeder alle etwas nichts dann doch
    mir mich dir dich uns euch ihm ihn ihnen mein meine dein unser ihre ihren so da hier dort wo was wer warum denn also
    mal ja nein im in am an um bis sollte sollten immer einfach ganz gar eben halt nun wieder selbst würde wäre dafür dagegen dazu einiges viele wurde sei`),
  abbreviations: set('z.b z b d.h bzw usw etc ca vgl evtl ggf inkl u.a o.ä dr prof hr fr str mio mrd sog bspw abs'),
  clauses: {
    subjects: set(`ich du er sie es wir ihr man das dies die wer wenn jeder alle niemand keiner da dort viele manche
      einige nicht`),
    determiners: set(`der die das den dem ein eine einen mein meine dein deine unser unsere ihr ihre sein seine diese
      dieser dieses kein keine jede jeder alle viele`),
    verbs: VERBS,
    conditions: set('wenn falls ob sofern'),
    subordinators: set('wenn falls sobald ob obwohl während weil da als nachdem bevor bis'),
    connectives: [
      { words: ['weil'], joint: 'reason', comma: true, before: 'anything', notAfter: NO_BREAK },
      { words: ['denn'], joint: 'reason', comma: true, before: 'anything' },
      { words: ['da'], joint: 'reason', comma: true, before: 'pronoun' },
      { words: ['deshalb'], joint: 'consequence', comma: true, before: 'anything' },
      { words: ['daher'], joint: 'consequence', comma: true, before: 'anything' },
      { words: ['also'], joint: 'consequence', comma: true, before: 'anything' },
      { words: ['obwohl'], joint: 'concession', comma: true, before: 'anything' },
      { words: ['während'], joint: 'contrast', comma: true, before: 'anything' },
      { words: ['aber'], joint: 'contrast', comma: true, before: 'anything' },
      { words: ['sondern'], joint: 'contrast', comma: true, before: 'clause' },
      { words: ['und'], joint: 'addition', comma: true, before: 'clause' },
    ],
  },
  markers: {
    opinion:
      phrases(`ich denke | ich glaube | ich finde | ich meine | meiner meinung nach | meines erachtens | m.e | imho |
      aus meiner sicht | ich würde sagen | ich bin überzeugt | ich bezweifle | ich halte | ich bin der meinung |
      ich vermute | ich bin sicher | mir scheint | für mich | meine meinung | finde ich | find ich | halte ich für`),
    norm: phrases(`sollte | sollten | soll | sollen | muss | müssen | müsste | müssten | darf | dürfen | dürfte |
      braucht | brauchen | gehört verboten | gehören verboten`),
    judgement:
      phrases(`falsch | richtig | gut | schlecht | besser | schlechter | schlimmer | am besten | dumm | unsinn |
      quatsch | sinnvoll | sinnlos | nötig | unnötig | wichtig | unwichtig | gefährlich | ungerecht | gerecht | fair |
      unfair | irreführend | absurd | lächerlich | schrecklich | toll | super | großartig | teuer | billig | nützlich |
      nutzlos | problem | unmöglich | übertrieben | vernünftig | unvernünftig | schade | schuld | lohnt`),
    certainty:
      phrases(`natürlich | offensichtlich | klar | sicher | sicherlich | tatsächlich | eindeutig | absolut | völlig |
      wirklich | einfach | total | scheint | extrem`),
    disagreement:
      phrases(`stimmt nicht | das ist falsch | nicht wahr | nicht richtig | ich widerspreche | im gegenteil |
      da irrst du | du irrst | sie irren | sehe ich anders | sehe das anders | seh ich anders | unsinn | quatsch | blödsinn |
      trifft nicht zu | ^keineswegs | irreführend | warum sollte`),
    agreement:
      phrases(`stimme zu | stimme dir zu | stimme ihnen zu | ^genau | ^stimmt | das stimmt | stimmt schon | da hast du recht | du hast recht |
      sie haben recht | sehe ich auch so | seh ich auch so | sehe das auch so | richtig so | volle zustimmung | ^ja`),
    concession: phrases(`guter punkt | gutes argument | da hast du recht | du hast recht | sie haben recht | zugegeben |
      ich gebe zu | ich lag falsch | das habe ich übersehen | muss ich zugeben | hast du einen punkt | ich habe mich geirrt |
      daran hatte ich nicht gedacht | daran habe ich nicht gedacht | hatte ich nicht bedacht | hatte ich nicht auf dem schirm | wusste ich nicht | war mir nicht klar`),
    thanks: phrases('danke | vielen dank | hallo | moin | servus | grüße | liebe grüße | sorry | entschuldigung'),
    chatter:
      phrases(`lol | haha | hahaha | hihi | rofl | lmao | nur spaß | nur ein scherz | war nur spaß | made my day |
      ich lach mich | danke fürs lesen | schönen tag | schönes wochenende | gute frage | gute besserung | keine ahnung |
      weiß ich nicht | ich weiß nicht | egal | bin gespannt | hoffe das hilft | mit freundlichen grüßen | lg | vg`),
    conclusion: phrases(`also | daher | deshalb | deswegen | folglich | somit | das heißt | das bedeutet | kurz gesagt |
      unterm strich | letztlich | insgesamt | fazit`),
    contrast: phrases('^aber | ^doch | ^jedoch | ^allerdings | ^trotzdem | ^dennoch | ^stattdessen | ^andererseits'),
    reason: phrases(`^weil | ^denn | ^da | der grund | gründe | wegen | aufgrund | ^erstens | ^zweitens | ^drittens |
      ^außerdem | ^zudem | ^schließlich`),
    example: phrases('zum beispiel | z.b | beispielsweise | etwa wenn | ^stell dir vor | ^nehmen wir | bspw'),
    report:
      phrases(`laut | studie | studien | umfrage | untersuchung | forschung | statistik | daten | bericht | quelle |
      quellen | gezeigt | belegt | wikipedia | artikel | experten | prozent`),
    scene: phrases('wenn | würde | würden | könnte | könnten | falls | sobald'),
    possibility: phrases(
      'vielleicht | möglicherweise | eventuell | wahrscheinlich | vermutlich | kann | können | wohl',
    ),
    generality: phrases('alle | jeder | immer | nie | niemals | niemand | keiner | nichts | alles | nur | die meisten'),
    comparison: phrases('als | genauso | ebenso | verglichen mit | im vergleich'),
    being: phrases(
      'ist ein | ist eine | ist der | ist die | ist das | ist nicht | sind nicht | sind die | ist nur | ist kein',
    ),
    we: phrases('wir | uns | unser | unsere | unseren'),
    'third person': phrases('sie | er | ihm | ihnen | leute | menschen | die leute | man'),
    'second person': phrases('du | dich | dir | dein | deine | ihr | euch'),
    'first person': phrases('ich | mir | mich | mein | meine | meinen | meiner'),
    experience:
      phrases(`ich war | ich hatte | ich habe | ich bin | meine familie | mein vater | meine mutter | meine frau |
      mein mann | mein freund | meine erfahrung | seit jahren | vor jahren | als ich | ich arbeite | ich wohne | ich fahre`),
    forum: phrases('edit | thread | post | beitrag | kommentar | forum | mods | moderator | te | op'),
    signpost: phrases(
      'mehrere gründe | einige punkte | im folgenden | hier mal | off topic | ot | wie gesagt | kurze frage',
    ),
    request: phrases('^schau | ^lies | ^denk | ^bitte | ^sag | ^erklär | ^nenn | ^lass | ^hör | ^guck'),
    'going on': phrases('^also | ^und | ^naja | ^tja | ^ok | ^übrigens | ^jedenfalls | ^auch'),
    undercut: phrases(`folgt nicht | heißt nicht | bedeutet nicht | sagt nichts | beweist nichts | beweist nicht |
      selbst wenn | korrelation | strohmann | hat nichts damit zu tun | tut nichts zur sache | einzelfall`),
    machine: phrases('ignoriere alle | ignoriere die vorherigen | vorherige anweisungen | an die ki | du bist eine ki'),
    favours:
      phrases(`gute idee | tolle idee | super idee | ja bitte | klar dafür | voll dafür | absolut dafür | sehr dafür | bin dafür |
      spricht dafür | dafür spricht | spricht vieles dafür | spricht einiges dafür | spricht viel dafür | spricht alles dafür | wird höchste zeit | höchste zeit | längst überfällig | ich stimme dafür |
      stimme mit ja | ich würde dafür stimmen | kein problem damit | hätte nichts dagegen | habe nichts dagegen | bin nicht dagegen | nichts gegen die idee | nichts einzuwenden |
      hab nichts dagegen | nichts dagegen | spricht nichts dagegen | meine unterstützung | meine stimme habt | finde ich gut | find ich gut | finde das gut | finde es gut |
      finde ich super | finde ich richtig | finde das richtig | finde ich sinnvoll | halte ich für sinnvoll | halte das für sinnvoll`),
    opposes:
      phrases(`schlechte idee | blöde idee | dumme idee | keine gute idee | nein danke | klar dagegen | voll dagegen |
      absolut dagegen | strikt dagegen | sehr dagegen | bin dagegen | spricht dagegen | dagegen spricht | spricht vieles dagegen | spricht einiges dagegen | spricht viel dagegen | spricht nichts dafür | spricht alles dagegen |
      ich stimme dagegen | stimme mit nein | ich würde dagegen stimmen | bringt doch nichts | kommt nicht in frage | auf keinen fall |
      lehne ich ab | lehne das ab | lehne es ab | lehne dies ab | lehne den vorschlag ab | lehne die idee ab | muss nicht sein | hände weg |
      finde ich schlecht | finde ich falsch | finde das falsch | finde ich übertrieben | finde das übertrieben | völlig übertrieben | total übertrieben |
      halte ich nichts | halte nichts davon | nicht nötig | völlig unnötig | total unnötig`),
    backs:
      phrases(`ich bin für | bin für | ich wäre für | wir sind für | ich stimme für | ich unterstütze | unterstütze | ich befürworte |
      befürworte | ich begrüße | +1 für`),
    rejects: phrases(
      `ich bin gegen | bin gegen | ich wäre gegen | wir sind gegen | ich stimme gegen | ich lehne | lehne ich | lehnen wir | wir lehnen`,
    ),
    gain: phrases(`sicherer | besser | leiser | sauberer | schöner | leichter | billiger | gesünder | gerechter | hilft |
      nützt | gewinnen | gewinnt | mehr kunden | weniger verkehr | weniger lärm | schützt | spart | verbessert`),
    loss: phrases(`verlieren | verliert | pleite | gefährlich | gefährlicher | schlechter | schlimmer | schwerer | teurer |
      schadet | schaden | leiden | leidet | kaputt | zerstört | nirgends parken | verlagert | chaos | stau | mehr verkehr |
      mehr lärm | weniger kunden | weniger arbeitsplätze | ungerecht`),
    aside: phrases('^off topic | ^ot | ^am rande | ^ganz anderes thema'),
    background: phrases('beruflich | ^triggerwarnung | ^offenlegung | ^ich bin neu hier | ^das treffen ist'),
    inquiry: phrases(`^was ist | ^was sind | ^was war | ^was meinst | ^was macht | ^was bedeutet | ^welche | ^welcher |
      ^welches | ^wer | ^wo | ^wann | ^wie viel | ^wie viele | ^wie lange | ^wie funktioniert | ^wie macht | ^wie ist |
      ^kannst du | ^könntest du | ^können sie | ^hast du | ^haben sie | ^habt ihr | ^weißt du | ^weiß jemand |
      ^hat jemand | ^kennt jemand | ^gibt es | ^meinst du | ^bist du | darf ich fragen | ich frage mich | mich würde`),
    again: phrases('wie gesagt | wie ich sagte | wie ich schon sagte | wie schon gesagt | ich wiederhole'),
    coming: phrases(
      'wird | werden | würde | würden | wenn | dann | falls | könnte | könnten | bedeutet | heißt | damit',
    ),
    dangling: phrases('^das | ^dies | ^es | ^sie | ^er | ^diese | ^dieser'),
    but: phrases('aber | jedoch | allerdings | doch | trotzdem | obwohl'),
  },
  openers: set('und aber also ja nein naja ok na doch nun gut'),
  verdicts: {
    against:
      phrases(`falsch | irreführend | unsinn | quatsch | blödsinn | nein | stimmt nicht | nö | nope | lüge | fake |
      das stimmt nicht | das ist falsch | irreführende überschrift | clickbait | stimmt so nicht | das stimmt so nicht |
      stimmt doch nicht | das stimmt doch gar nicht | stimmt gar nicht | stimmt überhaupt nicht | völlig falsch | komplett falsch |
      ganz falsch | so ein unsinn | völliger unsinn | totaler unsinn | so ein quatsch | totaler quatsch | völliger quatsch |
      so ein blödsinn | humbug | schwachsinn | mumpitz | käse | nicht wahr | unwahr | gar nicht wahr | widerspruch |
      im gegenteil | ganz im gegenteil | keineswegs | mitnichten | auf keinen fall | niemals | nie im leben | ich denke nicht | ich glaube nicht | glaube ich nicht |
      finde ich nicht | sehe ich nicht so | sehe ich anders | seh ich anders | das sehe ich anders | nein danke | dagegen |
      bin dagegen | ich bin dagegen | klar dagegen | absolut dagegen | strikt dagegen | ganz klar dagegen | nicht mit mir | lieber nicht | besser nicht | bitte nicht | -1`),
    accepting: phrases(`genau | stimmt | richtig | ja | dito | so ist es | +1 | sehe ich auch so | eben | exakt | this |
      zustimmung | absolut | volle zustimmung | ja bitte | so isses | jep | jo | jawohl | jawoll | klar | na klar | aber klar | natürlich | sicher | auf jeden fall |
      unbedingt | dafür | bin dafür | ich bin dafür | klar dafür | absolut dafür | voll dafür | ganz klar dafür | da stimme ich zu | stimme zu | stimme voll zu |
      stimme dir zu | ich stimme zu | ich stimme dir zu | stimme ich zu | ganz genau | ganz richtig | vollkommen richtig | völlig richtig | das stimmt |
      stimmt genau | wie wahr | sehr richtig | unterschreibe ich | unterschreib ich | seh ich auch so | sehe ich genauso | sehe ich ganz genauso | bin ganz deiner meinung | bin deiner meinung | kann ich nur zustimmen`),
    conceding: phrases('guter punkt | gutes argument | da hast du recht | ok stimmt | auch wieder wahr | mein fehler'),
    asking:
      phrases(`quelle | quellen | quelle dafür | quelle dazu | hast du eine quelle | hast du dafür eine quelle | gibt es eine quelle | beleg | belege | belege dafür | warum |
      wieso | weshalb | wie das | echt | wirklich | link | zum beispiel | woher weißt du das | sagt wer`),
    answering:
      phrases(`ja | ja bitte | nein | nö | nope | nein danke | jep | jo | jawohl | jawoll | klar | na klar | aber klar | natürlich | auf jeden fall |
      unbedingt | auf keinen fall | niemals | nie im leben | dafür | bin dafür | ich bin dafür | klar dafür | absolut dafür | voll dafür | ganz klar dafür | dagegen | bin dagegen |
      ich bin dagegen | klar dagegen | absolut dagegen | strikt dagegen | ganz klar dagegen | ich denke nicht | ich glaube nicht | glaube ich nicht | finde ich nicht | lieber nicht | besser nicht | bitte nicht | nicht mit mir`),
  },
  granting: /\b(?:idee|ansatz|sinn|sinnvoll|vernünftig)\b/,
  introducing:
    /^(?:(?:als|ein|eine|ehemaliger|ehemalige) )*(?!(?:ich|wir|du|ihr|es|er|sie|das|dies|man|wer|was|alle)\b)[\p{L}-]+(?: [\p{L}-]+)? hier(?:[.!,]*|, (?:obwohl|wenn auch) .*|, aber (?:nicht|kein|keine|nie) .*)$/iu,
  negations: set(`nicht kein keine keinen keiner keinem nie niemals niemand nichts nirgends weder kaum nein falsch`),
  whether: [
    {
      asked: /^soll(?:te|ten|en)? (wir|man|(?:der|die|das) \p{Lu}[\p{L}-]+) (.+?)\s*\?$/iu,
      yes: '$1 sollte $2.',
      no: '$1 sollte nicht $2.',
    },
    { asked: /^[Ss]oll(?:te)? (\p{Lu}[\p{L}-]+) (.+?)\s*\?$/u, yes: '$1 sollte $2.', no: '$1 sollte nicht $2.' },
    { asked: /^[Ss]oll(?:t?e)n (\p{Lu}[\p{L}-]+) (.+?)\s*\?$/u, yes: '$1 sollten $2.', no: '$1 sollten nicht $2.' },
  ],
  bare: { yes: 'Ja', no: 'Nein' },
  praise:
    set(`gut gute guter gutes toll super großartig hervorragend schön schöne ausgezeichnet perfekt zuverlässig liebe
    sinnvoll nützlich vernünftig richtig klasse prima angenehm funktioniert`),
  blame:
    set(`schlecht schlechte schlechter schrecklich furchtbar miserabel nutzlos müll mist kaputt unbrauchbar nervig hasse
    sinnlos unsinn quatsch dumm gefährlich falsch unzuverlässig unfair absurd hässlich enttäuschend lächerlich`),
  proposing:
    /^\W*(?:(?:petition|vorschlag|antrag|umfrage|abstimmung|idee)\b|was wäre,? wenn|wie wäre|warum nicht|warum (?:\p{L}+ )?nicht)/iu,
  urging: set(
    'verbietet erlaubt stoppt rettet schließt öffnet baut senkt erhöht schafft macht weg lasst lassen haltet behaltet',
  ),
  pleading: set('bitte'),
  withholding: set('nicht'),
  keeping: set('bleiben bleibt blieb lassen lasst lässt halten haltet hält'),
  wondering: set('was warum wer wie wann wo welche welcher welches wieso weshalb woran womit wofür'),
  pointing: set('das dies diese diesen dieses es ihn sie sowas beides'),
  forms:
    forms(`verbieten verboten verbietet verbot verbote verbots | erlauben erlaubt erlaubnis | schließen geschlossen schließt schließung |
    sperren gesperrt sperrt sperrung | öffnen geöffnet öffnet öffnung offen | abschaffen abgeschafft abschaffung | behalten behält |
    erhöhen erhöht erhöhung | senken gesenkt senkt senkung | bauen gebaut baut bau | einführen eingeführt einführung | fahren fährt gefahren | steigen steigt gestiegen |
    sinken sinkt gesunken`),
  opposites: opposites(`öffnen schließen sperren | offen geschlossen gesperrt | verbieten erlauben |
    behalten abschaffen streichen | behalten abschaffen | erhöhen senken kürzen | kostenlos kostenpflichtig |
    billig teuer | billiger teurer | sicher gefährlich unsicher | leer voll | mehr weniger | besser schlechter |
    gut schlecht | leicht schwer | einfach schwierig | steigen fallen sinken | immer nie | alle niemand | wahr falsch |
    richtig falsch | möglich unmöglich | nützlich nutzlos | nötig unnötig | stark schwach | gewinnen verlieren |
    hilft schadet | leise laut | sauber schmutzig | hoch niedrig | schnell langsam | öffentlich privat`),
  dropped: {
    connectives: phrases('und | aber | also | denn | doch | jedoch | außerdem | zudem | daher | deshalb'),
    beforeComma: phrases('nein | ja | erstens | zweitens | naja | ok | gut | ehrlich gesagt | zum beispiel'),
    opinions: phrases('meiner meinung nach | imho | m.e'),
    keepBefore: phrases('ich | so | nicht'),
  },
  evidence: {
    study: /\b(?:Studien?|Umfragen?|Untersuchung(?:en)?|Metaanalysen?|Forscher(?:innen)?|Experimente?)\b/,
    found: /\b(?:zeigt(?:e|en)?|gezeigt|ergab(?:en)?|fand(?:en)?|belegt|veröffentlicht|laut|zufolge|kommt zu dem)\b/i,
    office:
      /\b(?:Professor(?:in)?|Prof\.|Dr\.|Minister(?:in)?|Präsident(?:in)?|Kanzler(?:in)?|Sprecher(?:in)?|Experten?|Expertin|Ökonomen?|Forscher(?:in)?|Richter(?:in)?|Chef(?:in)?)/,
    said: /\b(?:sagte?|sagt|erklärte?|schrieb|schreibt|betonte|meinte|laut|zufolge)\b/i,
    document:
      /\b(?:Artikel|Art\.|Absatz|Abs\.|Kapitel|Richtlinie|Verordnung)\s*\d+|§+\s*\d+|\b(?:Grundgesetz|Strafgesetzbuch|StVO|BGB|StGB|DSGVO)\b/,
    statistic:
      /\d(?:[\d.,]*\d)?\s*(?:%|Prozent)|[$€£]\s?\d|\b\d[\d.,]*\s*(?:€|Euro|Millionen|Milliarden|Mio|Mrd|Tausend|Menschen|km|kg|kWh|GWh|Tonnen|Stunden|Tote)\b|\b(?:jeder|jede) (?:zweite|dritte|vierte|fünfte)\b/i,
    example: /\b(?:zum Beispiel|z\. ?B\.|beispielsweise|etwa wenn)/i,
    experience:
      /\b(?:[Ii]ch (?:war|hatte|habe|bin|arbeite|wohne|fahre|lebe|kenne)|als ich|in meiner Erfahrung|mein(?:e)? (?:Vater|Mutter|Frau|Mann|Freund|Freundin|Chef|Sohn|Tochter|Bruder|Schwester))\b/,
    pointer:
      /^(?:(?:das )?steht|zu finden|(?:die )?(?:quelle|studie|link|pdf)(?: ist)?|mehr)\s*(?::|in|auf|bei|hier)\b/i,
  },
  asserting: new Set([
    ...VERBS,
    ...set(`schadet schaden nützt nützen zerstört verhindert verhindern fördert fördern löst lösen rettet retten
      gefährdet verbessert verschlechtert verdrängt ersetzt ersetzen tötet verdient verdienen gehört gehören verliert
      verlieren gewinnt gewinnen steigt steigen sinkt sinken wächst wachsen fällt fallen versagt scheitert lohnt
      schützt schützen belastet erhöht senkt spart verursacht verstößt widerspricht überholt überholen beweist`),
  ]),
  verbEnding: /(?:t|en|st|te|ten)$/,
  relatives: new Set(),
  ordering: set('weil da obwohl während'),
  either: /\s+(?:oder|vs\.?|versus)\s+/i,
  insisting: set(
    'für mich uns immer natürlich klar bitte auf jeden fall ganz eindeutig definitiv unbedingt sicher selbstverständlich auch überall',
  ),
  asking: set(
    'was warum wer wie wann wo welche welcher welches ist sind kann können soll sollte darf dürfen hat haben muss',
  ),
}
