/**
 * What the server says, in the reader's language. The server speaks English, on the wire and in what it keeps; a phrase
 * book of a language has its sentences, with `{0}`, `{1}` … where something stands that differs from case to case. A
 * sentence no phrase book knows stays as it is.
 */
import { effect, signal } from '@preact/signals'
import type { ProblemReply } from '../../shared/api.ts'
import { settings } from '../state/settings.ts'

/** English sentence → the same in another language. */
export type PhraseBook = Readonly<Record<string, string>>

/** Read only in the language they are for, so that nobody else loads them. */
const BOOKS: Record<string, () => Promise<PhraseBook>> = {
  de: () => import('./de/told/index.ts').then((book) => book.told),
}

type Translate = (said: string) => string

const translate = signal<Translate>((said) => said)

effect(() => {
  const { language } = settings.value
  const load = BOOKS[language]
  if (load === undefined) translate.value = (said) => said
  else void open(language, load)
})

async function open(language: string, load: () => Promise<PhraseBook>): Promise<void> {
  const book = await load()
  if (settings.peek().language === language) translate.value = reader(book)
}

/** One or several sentences of the server, as far as they are known. */
export function told(said: string): string {
  return translate.value(said)
}

/** A refusal in the reader's language. */
export function toldProblem(problem: ProblemReply): ProblemReply {
  return { ...problem, title: told(problem.title), detail: told(problem.detail), remedy: told(problem.remedy) }
}

/** Translates by a phrase book: the whole, else sentence by sentence; what stands in the gaps is translated, too. */
export function reader(book: PhraseBook): Translate {
  const patterns = Object.entries(book)
    .filter(([phrase]) => phrase.includes('{'))
    .map(([phrase, other]) => [patternOf(phrase), other] as const)
  const one = (said: string): string | null => {
    const known = book[said]
    if (known !== undefined) return known
    for (const [pattern, other] of patterns) {
      const gaps = pattern.exec(said)
      if (gaps !== null) return other.replace(/\{(\d)\}/g, (_, at: string) => all(gaps[Number(at) + 1] ?? ''))
    }
    return null
  }
  const all = (said: string): string =>
    one(said) ??
    said
      .split(/(?<=[.!?;]) /)
      .map((sentence) => one(sentence) ?? sentence)
      .join(' ')
  return all
}

function patternOf(phrase: string): RegExp {
  const parts = phrase.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('(.+?)')}$`, 's')
}
