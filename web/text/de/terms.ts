/** The German for `en/terms.ts`. */
import type { Words } from '../en.ts'
import { many, n } from './number.ts'

export const terms: Pick<
  Words,
  | 'language'
  | 'locale'
  | 'app'
  | 'n'
  | 'skip'
  | 'close'
  | 'back'
  | 'home'
  | 'more'
  | 'loading'
  | 'claims'
  | 'posts'
  | 'people'
  | 'mainPoints'
  | 'replies'
  | 'said'
  | 'saidShort'
  | 'relations'
  | 'evidence'
  | 'evidenceAgainst'
  | 'evidenceUntyped'
  | 'bases'
  | 'sure'
  | 'modelSure'
  | 'answersPost'
  | 'nobody'
  | 'aPost'
  | 'unnamedIssue'
  | 'aloneIssue'
  | 'bar'
> = {
  language: 'Deutsch',
  locale: 'de',
  app: 'Counterpoint',
  n,
  skip: 'Zum Inhalt springen',
  close: 'Schließen',
  back: 'Zurück',
  home: 'Startseite',
  more: 'Mehr',
  loading: 'Wird geladen',
  claims: (value) => many(value, 'Behauptung', 'Behauptungen'),
  posts: (value) => many(value, 'Beitrag', 'Beiträge'),
  people: (value) => many(value, 'Person', 'Personen'),
  mainPoints: (value) => many(value, 'Hauptpunkt', 'Hauptpunkte'),
  replies: (value) => many(value, 'Antwort', 'Antworten'),
  said: (times, people) =>
    times <= 1
      ? 'Einmal gesagt'
      : `${n(times)}-mal gesagt${people === 0 ? '' : ` von ${many(people, 'Person', 'Personen')}`}`,
  saidShort: (times, people) => `${n(times)}×${people === 0 ? '' : ` · ${many(people, 'Person', 'Personen')}`}`,
  relations: {
    issue: 'Streitfrage',
    for: 'Dafür',
    against: 'Dagegen',
    position: 'Hauptpunkt',
    supports: 'Stützt',
    rebuts: 'Widerspricht',
    undercuts: 'Bestreitet den Schluss',
    answers: 'Antwortet auf den Beitrag',
    alone: 'Steht für sich',
  },
  evidence: {
    statistic: 'Zahl',
    study: 'Studie',
    document: 'Dokument',
    expert: 'Fachleute',
    example: 'Beispiel',
    experience: 'Eigene Erfahrung',
  },
  evidenceAgainst: (type) => `${type}, dagegen`,
  evidenceUntyped: 'Beleg',
  bases: {
    connective: 'Der Beitrag sagt es mit Worten.',
    model: 'So beurteilt vom Modell, das die Beiträge gelesen hat.',
    quote: 'Der Beitrag zitiert die Worte, auf die er antwortet.',
    platform: 'Von der Plattform festgehalten: Der Beitrag ist als dafür oder dagegen gekennzeichnet.',
    nearby: 'Erschlossen: Es steht direkt neben der Behauptung.',
    similar: 'Erschlossen: Es spricht von denselben Dingen.',
    reply: 'Erschlossen: Der Beitrag antwortet auf jenen Beitrag.',
    title: 'Erschlossen: Es spricht über die Frage des Titels.',
    correction: 'Von einem Menschen gesetzt.',
  },
  sure: (share) => `Von 10 so erkannten Verbindungen stimmen etwa ${Math.round(share * 10)}.`,
  modelSure: (confidence) => `Das Modell war zu ${Math.round(confidence * 100)} % sicher.`,
  answersPost: (who) =>
    `Es antwortet auf einen Beitrag von ${who}; welche Behauptung darin gemeint ist, ist nicht bekannt.`,
  nobody: 'Ohne Namen',
  aPost: 'unbekannt',
  unnamedIssue: 'Worum es geht',
  aloneIssue: 'Behauptungen für sich',
  bar: (supports, rebuts, undercuts) =>
    `${n(supports)} stützen, ${n(rebuts)} widersprechen, ${n(undercuts)} bestreiten einen Schluss`,
}
