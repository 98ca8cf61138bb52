/** The German for `en/screens.ts`. */
import type { Words } from '../en.ts'
import { dollars, many, n } from './number.ts'

export const screens: Pick<
  Words,
  'progress' | 'partial' | 'readAgain' | 'empty' | 'thread' | 'people_' | 'coverage' | 'export_'
> = {
  progress: {
    title: 'Die Diskussion wird gelesen',
    stages: {
      read: 'Diskussion lesen',
      fold: 'Wiederholte Beiträge falten',
      extract: 'Behauptungen finden',
      merge: 'Wiederholungen vereinen',
      relate: 'Behauptungen verbinden',
      summarise: 'Zusammenfassen',
    },
    of: (done, of) => (of === null ? n(done) : `${n(done)} von ${n(of)}`),
    stop: 'Anhalten und dies behalten',
    stopping: 'Wird angehalten …',
    waiting: 'Wartet, bis sie an der Reihe ist',
    found: (value) => `Bisher ${many(value, 'Behauptung', 'Behauptungen')}`,
    now: (stage, done, of) => `${stage}: ${of === null ? n(done) : `${n(done)} von ${n(of)}`}`,
  },
  partial: {
    stopped: (done, of) => `Angehalten nach ${n(done)} von ${many(of, 'Beitrag', 'Beiträgen')}`,
    early: 'Vor dem Ende angehalten',
    unjoined: 'Alle Beiträge sind gelesen; Wiederholungen, Verbindungen und die Zusammenfassung können fehlen.',
    kept: (claims, left) =>
      `${many(claims, 'gefundene Behauptung ist', 'gefundene Behauptungen sind')} auf der Karte; ${many(left, 'Beitrag fehlt', 'Beiträge fehlen')} noch.`,
    because: (reasons) => `Grund: ${reasons.join('; ')}.`,
    apart: (left) =>
      left === 1
        ? 'Ein entfalteter Beitrag wartet darauf, gelesen zu werden'
        : `${n(left)} entfaltete Beiträge warten darauf, gelesen zu werden`,
    onlyApart: (left, cost) =>
      `„Den Rest noch einmal versuchen“ liest nur ${left === 1 ? 'diesen Beitrag' : 'diese Beiträge'} und sieht, was das ändert${cost === null ? '' : `, für höchstens ${dollars(cost)}, gemessen am Preis dieser Karte`}.`,
    notUnderstood: (left, of) => `${n(left)} von ${many(of, 'Beitrag', 'Beiträgen')} nicht verstanden`,
    onlySeen:
      'Die eingebaute Analyse kennt ihre Sprache nicht: Sie sah in ihnen nur Zitate, Zahlen und Links. Ein Modell kann sie lesen.',
    again: 'Den Rest noch einmal versuchen',
    builtIn: 'Mit der eingebauten Analyse fertigstellen',
    keep: 'So behalten',
    failed: 'Diese Debatte konnte nicht analysiert werden',
    missing: 'Ein Teil der Diskussion konnte nicht gelesen werden',
    articleOnly: 'Auf dieser Seite wurden keine Kommentare gefunden; nur ihr Artikel wurde gelesen',
    openIt:
      'Wenn es eine Diskussion gibt: öffnen, die Seite mit sichtbaren Kommentaren speichern und auf der Startseite ablegen.',
  },
  readAgain: {
    button: 'Neu lesen',
    read: 'Gelesen',
    what: 'Liest die Quellen noch einmal, mit dem, was seither geschrieben wurde. Die Karte bleibt, bis die neue da ist; Berichtigungen werden auf sie übertragen.',
    failed: 'Neu lesen war nicht möglich; dies ist die Karte von vorher',
    stopped: 'Das neue Lesen wurde angehalten; dies ist die Karte von vorher',
    news: (posts, claims) =>
      posts + claims === 0
        ? 'Neu gelesen: nichts Neues'
        : `Neu gelesen: ${many(posts, 'neuer Beitrag', 'neue Beiträge')}, ${many(claims, 'neue Behauptung', 'neue Behauptungen')}`,
    more: 'Weiterlesen',
    moreWhat:
      'Liest weiter, wo das Lesen endete; was schon da ist, wird nicht noch einmal gefragt. Die Karte bleibt, bis die größere da ist.',
    on: {
      failed: 'Weiterlesen war nicht möglich; dies ist die Karte von vorher',
      stopped: 'Das Weiterlesen wurde angehalten; dies ist die Karte von vorher',
      news: (posts, claims) =>
        posts === 0
          ? 'Weitergelesen: Diesmal kam nichts hinzu'
          : `Weitergelesen: ${many(posts, 'neuer Beitrag', 'neue Beiträge')}, ${many(claims, 'neue Behauptung', 'neue Behauptungen')}`,
    },
    lost: (value) => many(value, 'Berichtigung gilt nicht mehr', 'Berichtigungen gelten nicht mehr'),
    show: 'Neues zeigen',
    close: 'Schließen',
  },
  empty: {
    title: (posts) => `Keine Behauptungen in ${many(posts, 'Beitrag', 'Beiträgen')}`,
    short: 'Der Text ist sehr kurz. Eine Diskussion aus mehreren Beiträgen ergibt eine Karte.',
    oneVoice: 'Hier spricht nur eine Person, und nichts davon könnten andere annehmen oder ablehnen.',
    other: 'Nichts wurde gefunden, was andere annehmen oder ablehnen könnten. Die Beiträge stehen in ihrer Ansicht.',
    thread: 'Beiträge lesen',
    filter: 'Keine Behauptung entspricht dem Filter.',
  },
  thread: {
    label: 'Beiträge',
    of: (at, of) => `Beitrag ${n(at)} von ${n(of)}`,
    repeat: {
      exact: 'Gleicher Text wie',
      near: 'Fast gleich wie',
      partial: 'Teilweise gleich wie',
      'cross-post': 'Auch geschrieben als',
    },
    alike: (share) => `${n(Math.floor(share * 100))} % der Wörter`,
    differs: 'Abweichungen sind markiert',
    earlier: 'Frühere Beiträge zeigen',
    later: 'Spätere Beiträge zeigen',
    deleted: 'Dieser Beitrag wurde gelöscht.',
    guess: 'Antwort aus der Reihenfolge der Beiträge vermutet',
    article: 'Besprochener Artikel',
    replyTo: (who) => `an ${who}`,
    score: (votes) => `Wertung ${n(votes)}`,
    scoreWhy: 'Wie die Website Stimmen für und gegen den Beitrag zählt',
    agreement: (votes) => `Zustimmung ${n(votes)}`,
    agreementWhy: 'Stimmen dazu, ob der Beitrag recht hat, getrennt von der Wertung gezählt',
    concession: 'Zugeständnis',
    question: 'Frage',
    openQuestion: 'Offene Frage',
  },
  people_: {
    title: 'Personen',
    lead: 'Wer wie viel gesagt hat und wer wem geantwortet hat. Von wem die Beiträge ohne Namen sind, ist nicht bekannt; sie stehen in einer Zeile.',
    name: 'Name',
    posts: 'Beiträge',
    claims: 'Behauptungen',
    answered: 'Antwortete',
    answeredBy: 'Bekam Antwort von',
    unanswered: 'Unbeantwortete Behauptungen',
    concessions: 'Zugeständnisse',
    changed: 'denkt jetzt anders',
    show: (name) => `Nur Behauptungen von ${name} zeigen`,
    neverAnsweredBy: 'Ohne Antwort von',
    asked: 'Gefragt, ohne Antwort',
    score: 'Punkte ihrer Beiträge',
    voted: 'Auf der Seite vermerkt',
    votes: (pro, con, neither) =>
      [pro > 0 && `${n(pro)} dafür`, con > 0 && `${n(con)} dagegen`, neither > 0 && `${n(neither)} weder noch`]
        .filter((part) => part !== false)
        .join(', '),
    side: { pro: 'Dafür', con: 'Dagegen', neutral: 'Weder noch' },
    stances: 'Für, gegen die Frage',
    sides: (pro, con) => `${many(pro, 'Hauptpunkt', 'Hauptpunkte')} dafür, ${n(con)} dagegen`,
  },
  coverage: {
    title: 'Abdeckung',
    lead: 'Was aus jedem Beitrag wurde und was nicht gelesen werden konnte.',
    fates: {
      mapped: 'Auf der Karte',
      repeat: 'Wiederholungen früherer Beiträge',
      'no argument': 'Kein Argument gefunden',
      declined: 'Vom Modell abgelehnt',
      failed: 'Konnte nicht analysiert werden',
    },
    why: 'Warum',
    notRead: 'Nicht gelesen',
    everyPost: 'Alle Beiträge',
    fate: {
      mapped: 'auf der Karte',
      repeat: 'wiederholt',
      'no argument': 'kein Argument gefunden',
      declined: 'vom Modell abgelehnt',
      failed: 'gescheitert',
    },
    noMore: 'Weiterlesen brächte nichts davon.',
    nothingMissing: 'Jeder angekündigte Beitrag wurde gelesen.',
    expected: (got, expected) =>
      expected === null
        ? `${many(got, 'Beitrag', 'Beiträge')} gelesen`
        : `${n(got)} von ${many(expected, 'Beitrag', 'Beiträgen')} gelesen`,
    dropped: (value) => `${many(value, 'Zitat wurde', 'Zitate wurden')} im Beitrag nicht gefunden und nicht gezeigt.`,
    provenance: 'Wie es entstand',
    analyser: 'Analyse',
    model: 'Modell',
    calls: (calls, cached) => `${n(calls)} Anfragen, davon ${n(cached)} aus dem Gedächtnis beantwortet`,
    tokens: (input, output) => `${n(input)} Tokens gelesen, ${n(output)} geschrieben`,
    cost: (value, overnight) =>
      value === 0 ? 'Kostenlos' : `Etwa ${dollars(value)}${overnight ? ', zum halben Preis: über Nacht gefragt' : ''}`,
    costUnknown:
      'Der Preis ist nicht bekannt: die Preise des Dienstes sind es nicht, oder eine Antwort nannte nicht, was sie verbrauchte.',
    took: (ms) => (ms < 1000 ? `${n(Math.round(ms))} ms` : `${n(Math.round(ms / 100) / 10)} s`),
    asked: {
      title: 'Was gefragt wurde und was es kostete',
      question: 'Frage',
      questions: {
        extract: 'Beiträge',
        same: 'Gleiche Behauptungen',
        relate: 'Verbindungen',
        issues: 'Streitfragen',
        summarise: 'Zusammenfassung',
      },
      requests: 'Anfragen',
      fromMemory: 'Aus dem Gedächtnis',
      about: 'Gefragt nach',
      read: 'Tokens hinein',
      readAgain: 'Aus dem Cache',
      written: 'Tokens heraus',
      cost: 'Preis',
      each: 'Zeit je Anfrage',
      time: 'Zeit',
      tries: 'Versuche',
      form: 'Antwort als',
      forms: { native: 'Schema', tool: 'Werkzeug', 'tool-auto': 'angebotenes Werkzeug', text: 'Text' },
      total: 'Zusammen',
      everyRequest: 'Jede Anfrage',
      free: 'kostenlos',
      unknown: 'unbekannt',
      dollars: (value) =>
        value < 0.0001
          ? 'unter 0,0001 $'
          : new Intl.NumberFormat('de', { style: 'currency', currency: 'USD', minimumFractionDigits: 4 }).format(value),
      perhaps: (dollars) => `vielleicht ${dollars}`,
      noAnswer: (why) => `keine Antwort: ${why}`,
      unanswered: (value) => `${many(value, 'Anfrage blieb', 'Anfragen blieben')} ohne Antwort.`,
      mayCost: (dollars) =>
        `Wovon keine Antwort den Preis nannte, das kann bis zu ${dollars} mehr gekostet haben. Die Ausgabengrenze zählt das mit, die Summe oben nicht.`,
    },
    notices: 'Hinweise',
    summary: 'Zusammenfassung',
    parts: {
      question: 'Die Frage',
      for: 'Dafür',
      against: 'Dagegen',
      contested: 'Umstritten',
      unanswered: 'Unbeantwortet',
      'no evidence': 'Ohne Beleg',
      other: 'Außerdem',
    },
    restsOn: (at) => `Behauptung ${n(at)}, auf der dies beruht`,
  },
  export_: {
    title: 'Ausgeben',
    extent: 'Was',
    extents: {
      whole: (claims) => `Die ganze Karte, ${many(claims, 'Behauptung', 'Behauptungen')}`,
      branch: (text, claims) => `Nur den Zweig „${text}“, ${many(claims, 'Behauptung', 'Behauptungen')}`,
      filtered: 'Nur was durch den Filter kommt, mit dem, worauf es antwortet',
    },
    formats: {
      md: 'Zusammenfassung (Markdown)',
      html: 'Webseite',
      json: 'Daten (JSON)',
      csv: 'Tabelle (CSV)',
      svg: 'Bild (SVG)',
      argdown: 'Argdown',
    },
    what: {
      md: 'Positionen, stärkste Stützen und Einwände mit Zitaten und Adressen, Unbeantwortetes, Belege, Abdeckung.',
      html: 'Dasselbe als eine Datei, die jeder Browser ohne Netz zeigt.',
      json: 'Die ganze Debatte mit jeder Textstelle, für andere Programme.',
      csv: 'Jede Behauptung als Zeile mit Stand, Beziehung und ersten Worten, für Tabellenprogramme.',
      svg: 'Die größten Zweige der Karte als SVG-Datei.',
      argdown: 'Die Karte in der Sprache Argdown, für deren Werkzeuge.',
    },
    png: 'Bild (PNG)',
    pngWhat: 'Dasselbe Bild in Pixeln, für Berichte und Folien.',
    pngFailed: 'Dieser Browser konnte das Bild nicht zeichnen. Nehmen Sie das SVG.',
    print: 'Drucken oder PDF',
    printWhat: 'Eine nummerierte Gliederung mit den Zitaten als Fußnoten.',
    toPrinter: 'Drucken',
    download: 'Herunterladen',
    preview: 'Vorschau',
    copy: 'Kopieren',
    copied: 'Kopiert',
  },
}
