/** The German for `en/start.ts`. */
import type { Words } from '../en.ts'
import { dollars, n } from './number.ts'

export const start: Pick<Words, 'start' | 'status' | 'library' | 'settings' | 'time' | 'error'> = {
  start: {
    title: 'Sehen, wie eine Diskussion argumentiert.',
    lead: 'Eine Diskussion einfügen. Counterpoint findet die Behauptungen, was sie stützt und was ihnen widerspricht.',
    input: 'Was gelesen werden soll',
    link: 'Adresse',
    text: 'Text',
    file: 'Datei',
    linkLabel: 'Adresse der Diskussion; mehrere Adressen, eine je Zeile, werden eine Debatte',
    linkPlaceholder: 'https://',
    textLabel: 'Text der Diskussion',
    textPlaceholder:
      'Die Diskussion einfügen. Namen, Zitate (>) und Antworten werden erkannt, wo sie gekennzeichnet sind.',
    fileLabel: 'Gespeicherte Seiten oder Dateien der Diskussion',
    drop: 'Dateien hierher ziehen oder auswählen',
    dropAnywhere: 'Loslassen, um diese Dateien zu lesen',
    formats: 'Gespeicherte Webseiten, .json, .har, .txt, .md, .mbox, .eml, .csv',
    go: 'Karte zeichnen',
    going: 'Wird gesendet …',
    remove: (name) => `${name} entfernen`,
    embedded:
      'Kein Schlüssel für ein Modell: Die eingebaute Analyse wird benutzt. Sie bleibt auf diesem Rechner und findet weniger.',
    model: (name) => `${name} wird die Diskussion lesen: Die Beiträge gehen an den Dienst des Modells.`,
    builtInWhat: 'Die eingebaute Analyse bleibt auf diesem Rechner und findet weniger.',
    auto: 'Modell',
    builtIn: 'Eingebaute Analyse',
    overnight: 'Über Nacht, zum halben Preis',
    cost: 'Was würde es kosten?',
    costing: 'Die Diskussion wird gelesen …',
    costs: ({ posts, inputTokens, outputTokens, cost, seconds, cap }) => {
      const price = cost === null ? 'zu einem hier unbekannten Preis' : `für etwa ${dollars(cost)}`
      const time =
        seconds === null ? '' : `, in etwa ${seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`}`
      const stops = cap > 0 && (cost ?? 0) > cap ? ` Bei der Obergrenze von ${dollars(cap)} würde sie anhalten.` : ''
      const limit =
        cap > 0 && cost === null ? ` Ohne Preis kann die Obergrenze von ${dollars(cap)} nicht halten.` : stops
      return `${n(posts)} Beiträge: etwa ${n(inputTokens)} Token hinein und ${n(outputTokens)} heraus, ${price}${time}.${limit}`
    },
    recent: 'Letzte Debatten',
    all: 'Alle Debatten',
    none: 'Hier erscheinen die gezeichneten Debatten.',
    unreachable: 'Der Server antwortet nicht. Starten Sie ihn neu und laden Sie die Seite noch einmal.',
    empty: 'Fügen Sie eine Adresse oder den Text einer Diskussion ein, oder wählen Sie eine Datei.',
    tooLarge: 'Diese Dateien sind zusammen größer als 50 MB. Senden Sie einen Teil davon.',
  },
  status: {
    waiting: 'Wartet',
    running: 'Wird analysiert',
    done: 'Fertig',
    failed: 'Durch ein Problem beendet',
    cancelled: 'Angehalten',
  },
  library: {
    title: 'Debatten',
    find: 'Debatte suchen',
    remove: 'Löschen',
    removeSure: (title) => `„${title}“ und alles darin Gefundene löschen?`,
    keep: 'Behalten',
    removed: 'Gelöscht',
    none: 'Noch keine Debatten. Fügen Sie eine Diskussion ein, um die erste zu zeichnen.',
    noneFound: 'Keine Debatte hat diese Wörter im Titel.',
    page: (from, to, of) => `${n(from)} bis ${n(to)} von ${n(of)}`,
    next: 'Weiter',
    previous: 'Zurück',
    new: 'Neue Debatte',
  },
  settings: {
    title: 'Einstellungen',
    theme: 'Darstellung',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    language: 'Sprache',
    keys: 'Tasten mit einem Buchstaben',
    keysWhat: 'Tasten wie / für die Suche und f für einen eigenen Zweig. Pfeiltasten gehen in jedem Fall.',
    reader: 'Modell, das Diskussionen liest',
    readerWhat:
      'Ohne Schlüssel arbeitet die eingebaute Analyse. Der Schlüssel bleibt auf dem Server und wird nie wieder gezeigt.',
    profile: 'Dienst',
    modelId: 'Modell',
    address: 'Adresse des Dienstes',
    key: 'Schlüssel',
    keyKept: { entered: 'Ein Schlüssel ist hinterlegt', environment: 'Ein Schlüssel kommt aus der Umgebung' },
    noKey: 'Kein Schlüssel gesetzt',
    forget: 'Schlüssel vergessen',
    forgetFor: (site: string) => `Schlüssel vergessen: ${site}`,
    siteKeys: 'Schlüssel für Websites',
    siteKeysWhat:
      'Manche Websites lassen Programme nur mit einem Schlüssel lesen oder mit einem mehr. Schlüssel bleiben auf dem Server und werden nie wieder gezeigt; ein leeres Feld lässt seinen Schlüssel, wie er ist.',
    sites: {
      GITHUB_TOKEN: { site: 'GitHub-Token', what: 'Für Discussions und mehr als 60 Anfragen in der Stunde.' },
      YOUTUBE_KEY: {
        site: 'YouTube-Schlüssel',
        what: 'Ein Schlüssel der YouTube Data API; ohne ihn sind Kommentare nicht zu lesen.',
      },
      DISQUS_KEY: {
        site: 'Disqus-Schlüssel',
        what: 'Ein API-Schlüssel von Disqus; ohne ihn sind dessen Kommentare nicht zu lesen.',
      },
      STACK_EXCHANGE_KEY: { site: 'Stack-Exchange-Schlüssel', what: '10.000 Anfragen am Tag statt 300.' },
      REDDIT_APP: {
        site: 'Reddit-App',
        what: 'Als id:secret, von einer App, die Reddit genehmigt hat; ohne sie lehnt Reddit meist ab.',
      },
    },
    maxCost: 'Höchstens so viele US-Dollar je Debatte (0: keine Grenze)',
    save: 'Speichern',
    saved: 'Gespeichert',
    about: 'Über diesen Server',
    analyser: 'Analyse der nächsten Diskussion',
    store: 'Datenbank',
    version: 'Version',
  },
  time: {
    now: 'gerade eben',
    unknown: 'ohne Zeitangabe',
    about: (when) => `etwa ${when}`,
    aboutWhy: 'Errechnet: Die Seite nennt nur das Alter oder eine Zeit ohne Zeitzone',
  },
  error: {
    title: 'Diese Seite konnte nicht gezeigt werden',
    network: 'Der Server antwortet nicht.',
    networkNext: 'Prüfen Sie, ob er läuft, und versuchen Sie es noch einmal.',
    again: 'Noch einmal versuchen',
    start: 'Eine andere Diskussion zeichnen',
  },
}
