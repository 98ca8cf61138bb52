/** The German for `en/reading.ts`. */
import type { ReadingWords } from '../en/reading.ts'
import { many, n } from './number.ts'

export const reading: ReadingWords = {
  split: {
    check: 'Aufteilung prüfen',
    leave: 'Lassen, wie es war',
    what: 'Die Beiträge ansehen und berichtigen, bevor sie analysiert werden.',
    hint: 'Einen Beitrag öffnen, um ihn an einer Zeile zu teilen. „Karte zeichnen“ nimmt, was Sie sehen.',
    count: (posts) => `${many(posts, 'Beitrag', 'Beiträge')}.`,
    title: 'Titel',
    author: (post) => `Verfasser von Beitrag ${n(post)}`,
    noName: 'Ohne Namen',
    answers: 'Antwortet auf Beitrag',
    answersPost: (post) => `Beitrag, auf den Beitrag ${n(post)} antwortet`,
    nobody: 'keinen',
    placed: 'Antwort gesetzt.',
    noSuchPost: 'Diesen Beitrag gibt es nicht, oder er antwortet auf diesen.',
    noWords: 'Keine Wörter',
    join: 'Mit dem darüber verbinden',
    joinPost: (post) => `Mit dem darüber verbinden: Beitrag ${n(post)}`,
    part: 'Neuer Beitrag ab hier',
    partLine: (line) => `Neuer Beitrag ab hier: Zeile ${n(line)}`,
    leaveOut: 'Kein Beitrag',
    leaveOutPost: (post) => `Kein Beitrag, auslassen: Beitrag ${n(post)}`,
    leftOut: 'Ausgelassen; die Karte sagt es.',
    notices: 'Wie es gelesen wurde',
    maybe: (parts, names) =>
      `${parts === 1 ? 'Ein Teil beginnt' : `${n(parts)} Teile beginnen`} mit etwas, das Namen sein könnten: ${names}. Daraus wird kein Verfasser genommen.`,
    were: (parts, names) =>
      `${parts === 1 ? 'Ein Teil beginnt' : `${n(parts)} Teile beginnen`} mit Namen, die als Verfasser genommen wurden: ${names}.`,
    others: (names) => many(names, 'weiterer Name', 'weitere Namen'),
    take: 'Als Verfasser nehmen',
    leaveLabels: 'Das sind keine Menschen',
    taken: 'Als Verfasser genommen.',
    leftLabels: 'Jetzt ist niemand genannt.',
    undo: 'Rückgängig',
    undone: 'Rückgängig gemacht.',
    entitle: 'Das ist der Titel',
    entitleLine: (line) => `Das ist der Titel: Zeile ${n(line)}`,
    joined: 'Verbunden.',
    parted: 'Geteilt.',
    entitled: 'Titel gesetzt.',
    earlier: (posts) => `${many(posts, 'früheren Beitrag', 'frühere Beiträge')} zeigen`,
    more: (posts) => `${many(posts, 'weiteren Beitrag', 'weitere Beiträge')} zeigen`,
    corrected: 'Die Aufteilung in Beiträge wurde vor der Analyse von Hand berichtigt.',
  },
  page: {
    title: 'Eine Seite lesen, auf der Sie angemeldet sind',
    link: 'Hinter einer Anmeldung? Die Seite aus dem Browser senden',
    lead: 'Ein Lesezeichen, das die Seite, die Sie gerade sehen, so an diesen Server sendet, wie Ihr Browser sie zeigt. Analysiert wird erst, wenn Sie hier zustimmen.',
    make: 'Lesezeichen machen',
    drag: 'In die Lesezeichenleiste ziehen, die gewünschte Seite öffnen, dann das Lesezeichen wählen.',
    name: 'Diese Seite zeichnen',
    copy: 'Adresse kopieren',
    copied: 'Kopiert',
    once: (minutes) =>
      `Es sendet eine Seite und gilt ${n(minutes)} Minuten. Für eine weitere Seite machen Sie ein neues.`,
    source:
      'Ohne Lesezeichen: die Seite speichern und die Datei hierher ziehen, oder den Quelltext (Strg U) kopieren und als Text einfügen.',
    forbidden:
      'Diese Website lässt ihre Seiten nirgendwohin senden. Speichern Sie die Seite (Strg S), und legen Sie die Datei bei Counterpoint ab, oder kopieren Sie das Gespräch.',
    tooLarge: (most) =>
      `Diese Seite ist größer als die ${most}, die auf einmal gesendet werden können. Kopieren Sie das Gespräch, und fügen Sie den Text ein, oder senden Sie eine einzelne Seite der Diskussion.`,
    nothing:
      'Ihr Browser fragt vielleicht, ob die Website diesen Server erreichen darf: erlauben Sie es. Geschieht nichts, so lässt die Website kein Lesezeichen arbeiten; auch was sie in Rahmen anderer Websites zeigt, wird nicht gesendet. Speichern Sie eine solche Seite (Strg S), und legen Sie die Datei ab.',
    asks: (host, size) => `Die von ${host} gesendete Seite (${size}) analysieren?`,
    nowhere: 'unbekannter Adresse',
    size: (bytes) =>
      bytes < 1000
        ? many(bytes, 'Byte', 'Byte')
        : bytes < 1_000_000
          ? `${n(Math.round(bytes / 1000))} kB`
          : `${n(Math.round(bytes / 100_000) / 10)} MB`,
    consent:
      'Sie liegt nur im Arbeitsspeicher dieses Servers, bis Sie entscheiden. Gelesen wird, was Ihnen als angemeldeter Person gezeigt wurde.',
    analyse: 'Analysieren',
    forget: 'Verwerfen',
  },
  related: {
    title: 'Dieselbe Seite wird in anderen Debatten Ihrer Bibliothek besprochen',
    combine: 'Eine Debatte daraus machen',
    leave: 'Getrennt lassen',
  },
  checks: {
    title: 'Zitierte Quellen',
    check: 'Quellen prüfen',
    again: 'Noch einmal prüfen',
    what: (urls) =>
      `Öffnet ${many(urls, 'zitierte Adresse', 'zitierte Adressen')} dieser Debatte je einmal und sucht darin die zitierten Wörter. Ob eine Quelle recht hat, sagt das nicht.`,
    progress: (done, of) => `${n(done)} von ${many(of, 'Quelle', 'Quellen')} geprüft`,
    state: { read: 'Lesbar', 'not read': 'Konnte nicht gelesen werden', 'not reached': 'Nicht erreichbar' },
    quote: {
      found: 'In der Quelle gefunden',
      'not found': 'In der Quelle nicht gefunden',
      'not read': 'Konnte nicht gesucht werden',
    },
    unchecked: 'Noch nicht geprüft',
    always: 'Zitierte Quellen nach jeder Analyse prüfen',
    alwaysWhat:
      'Der Server öffnet jede zitierte Adresse einmal, soweit es die Seite erlaubt, und sucht die daraus zitierten Wörter.',
    noQuote: 'Daraus wird nichts wörtlich zitiert.',
    left: (urls) => `${many(urls, 'Adresse', 'Adressen')} ausgelassen: zu viele für eine Prüfung.`,
  },
}
