/** A post as its changes against a near copy are looked at: its sentences, and what in them is its writer's alone. */
import { eachWord, type Word, words } from '../text/compared.ts'
import { mask } from '../text/mask.ts'
import { namesIn } from '../text/names.ts'
import { personal } from '../text/personal.ts'
import type { Sense } from '../text/sense.ts'

/** A post as its changes are looked at; short posts have nothing that is personal. What takes long is worked out when asked for, and kept. */
export interface Version {
  /** Without what frames it. */
  text: string
  sentences: readonly Sentence[]
  /** Whether a sentence of it is written so. */
  holds(written: string): boolean
  isPersonal(word: Word): boolean
  /** Names it holds. */
  names(): ReadonlySet<string>
  /** Words the writer fills in about themselves. */
  filledIn(): ReadonlySet<string>
}

/** A sentence as it is written. */
export interface Sentence {
  written: string
  read(): Read
}

/** A sentence as it reads, with its words and their places in the post. */
export interface Read {
  text: string
  words: readonly Word[]
  /** Its words, each once. */
  known: ReadonlySet<string>
  /** Whether it is the first or the last of its post. */
  outer: { first: boolean; last: boolean }
  sense(): Sense
}

/** Posts whose versions are kept. */
const KEPT = 64

/** The versions of posts, with those kept that were asked for last: the copies of a flood are all held against the same few. */
export class Versions<Post> {
  readonly #senseOf: (sentence: string) => Sense
  readonly #kept = { short: new Map<Post, Version>(), long: new Map<Post, Version>() }

  constructor(senseOf: (sentence: string) => Sense) {
    this.#senseOf = senseOf
  }

  /** What `post`, whose own words are `written`, is compared as. */
  of(post: Post, written: (post: Post) => string, short: boolean): Version {
    const kept = this.#kept[short ? 'short' : 'long']
    const version = kept.get(post) ?? versionOf(written(post), short, this.#senseOf)
    // The one asked for longest ago stands first.
    if (!kept.delete(post) && kept.size === KEPT) {
      const [oldest] = kept.keys()
      kept.delete(oldest as Post)
    }
    kept.set(post, version)
    return version
  }
}

/** Marks between the thousands of a number, and the digit before them. */
const THOUSANDS = /(\d)[.,'’\u00a0\u202f](?=\d{3}(?!\d))/g

function versionOf(written: string, short: boolean, senseOf: (sentence: string) => Sense): Version {
  const plain = written.replace(THOUSANDS, '$1')
  const { frame, self } = short ? NOTHING_PERSONAL : personal(plain)
  const text = mask(plain, frame, ' ')
  const sentences = sentencesOf(text, senseOf)
  const holds = once(() => new Set(sentences.map((sentence) => sentence.written)))
  return {
    text,
    sentences,
    holds: (sentence) => holds().has(sentence),
    isPersonal: ({ start, end }) => self.some((range) => range.start <= start && end <= range.end),
    names: once(() => namesIn(text)),
    filledIn: once(() => {
      const passages = [...frame, ...self].map(({ start, end }) => plain.slice(start, end))
      return new Set(passages.flatMap(words).map(({ word }) => word))
    }),
  }
}

const NOTHING_PERSONAL = { frame: [], self: [] }

/** A mark that ends a sentence, or a blank line. */
const BETWEEN = /[.!?…]\s+|\n\s*\n/g

function sentencesOf(text: string, senseOf: (sentence: string) => Sense): Sentence[] {
  const found: { written: string; start: number }[] = []
  let start = 0
  const close = (end: number): void => {
    const written = text.slice(start, end)
    if (written.trim() !== '') found.push({ written, start })
    start = end
  }
  for (const { 0: mark, index } of text.matchAll(BETWEEN)) close(index + mark.length)
  close(text.length)
  return found.map((one, at) => {
    const outer = { first: at === 0, last: at === found.length - 1 }
    return { written: one.written, read: once(() => read(one, outer, senseOf)) }
  })
}

function read(
  { written, start: from }: { written: string; start: number },
  outer: Read['outer'],
  senseOf: (sentence: string) => Sense,
): Read {
  const all: Word[] = []
  let text = ''
  eachWord(written, (word, start, end) => {
    // "The the" is a slip.
    if (word === all.at(-1)?.word) return
    all.push({ word, start: from + start, end: from + end })
    text += text === '' ? word : ` ${word}`
  })
  return { text, words: all, known: new Set(all.map(({ word }) => word)), outer, sense: once(() => senseOf(text)) }
}

/** What `make` gives, made when it is first asked for. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
