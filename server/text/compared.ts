/**
 * Words of a text in a form that survives retyping: lower case, compatibility forms unified (Unicode NFKC), apostrophes
 * and invisible marks dropped, letters of other scripts within a Latin word read as what they look like, everything that
 * is neither letter nor digit a boundary. "Isn’t" and "isn't" are one word.
 * Characters of scripts written without spaces (Han, kana, Thai …) each count as a word.
 */
import { withoutLookAlikes } from './look-alikes.ts'

/** A word in its compared form, with the place `[start, end)` of its written form. */
export interface Word {
  word: string
  start: number
  end: number
}

const BOUNDARY = 1
const LETTER = 2
const APOSTROPHE = 3
const INVISIBLE = 4
const ALONE = 5

const kinds = new Uint8Array(0x110000)

function kindOf(code: number): number {
  const known = kinds[code] as number
  if (known !== 0) return known
  const character = String.fromCodePoint(code)
  const kind = /['’‘ʼ＇]/u.test(character)
    ? APOSTROPHE
    : /[\u00ad\u200b-\u200d\u2060\ufeff]/u.test(character)
      ? INVISIBLE
      : /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
            character,
          )
        ? ALONE
        : /[\p{L}\p{N}\p{M}]/u.test(character)
          ? LETTER
          : BOUNDARY
  kinds[code] = kind
  return kind
}

function compared(written: string, plain: boolean): string {
  if (plain) return written.toLowerCase()
  const lower = withoutLookAlikes(written).toLowerCase()
  return lower.replace(/['’‘ʼ＇\u00ad\u200b-\u200d\u2060\ufeff]/gu, '').normalize('NFKC')
}

/** Calls `visit` for every word of `text`, from left to right. */
export function eachWord(text: string, visit: (word: string, start: number, end: number) => void): void {
  const length = text.length
  let start = -1
  let end = 0
  let plain = true
  const close = () => {
    if (start < 0) return
    visit(compared(text.slice(start, end), plain), start, end)
    start = -1
  }
  for (let at = 0; at < length; ) {
    const code = text.codePointAt(at) as number
    const wide = code > 0xffff ? 2 : 1
    const kind = kindOf(code)
    if (kind === LETTER) {
      if (start < 0) {
        start = at
        plain = true
      }
      end = at + wide
      if (code > 0x7f) plain = false
    } else if (kind === ALONE) {
      close()
      visit(text.slice(at, at + wide).normalize('NFKC'), at, at + wide)
    } else if (kind === BOUNDARY) close()
    else plain = false
    at += wide
  }
  close()
}

/** The words of `text` with their places. */
export function words(text: string): Word[] {
  const found: Word[] = []
  eachWord(text, (word, start, end) => found.push({ word, start, end }))
  return found
}

/** Text reduced to its words, one space between: equal for two texts exactly when they read the same. */
export function normalised(text: string): string {
  const found: string[] = []
  eachWord(text, (word) => found.push(word))
  return found.join(' ')
}

/** Numbers for words, the same for the same word, counted from 0 in order of first sight. */
export class Vocabulary {
  readonly #ids = new Map<string, number>()
  readonly #words: string[] = []

  id(word: string): number {
    const known = this.#ids.get(word)
    if (known !== undefined) return known
    this.#ids.set(word, this.#words.length)
    return this.#words.push(word) - 1
  }

  word(id: number): string {
    return this.#words[id] ?? ''
  }
}
