/** What every layout of pasted text gives: posts as they were copied, before ids and titles. */
import type { Post } from '../../../shared/thread.ts'
import type { Missing } from '../assemble.ts'
import type { Beside } from './talk.ts'

export interface Piece {
  author: string | null
  /** The words, with ">" at quoted lines. */
  text: string
  /** Steps below the top, where the copy shows them; null where it does not. */
  depth: number | null
  /** Place of the piece it answers, where the copy tells it; `sure` when it tells it without a doubt. */
  answers?: { place: number; sure: boolean }
  score?: number | null
  /** The lines around its words that tell who wrote it and how old it is. */
  head?: string
  /** Only an exact time; "3 hours ago" is none. */
  createdAt?: string | null
  kind?: Post['kind']
  /** Without it a piece that has no words is a deleted post. */
  state?: Post['state']
  stance?: Post['stance']
}

export interface Split {
  /** Which way of copying was recognised, in words for the reader. */
  layout: string
  platform: string
  title: string | null
  /** Whether the first piece is the post the others answer. */
  opening: boolean
  pieces: Piece[]
  notices: string[]
  /** Set where only the form of its lines tells who wrote what, so that records of things look alike: what stands beside the labels. */
  byForm?: Beside
  expected?: number | null
  /** What the copied page said it did not show. */
  missing?: Missing
}

/** One way text looks when it was copied. Null when `text` does not look like it. */
export type Layout = (text: string) => Split | null

/** Lines without those at both ends that are empty. */
export function block(lines: string[]): string {
  return lines.join('\n').trim()
}

/** Places of the lines that stand between fences of code (CommonMark, 4.5), the fences among them. */
export function inFences(lines: string[]): Set<number> {
  const inside = new Set<number>()
  let fence: string | null = null
  for (const [at, line] of lines.entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null
    if (fence !== null || mark !== null) inside.add(at)
    if (fence === null) fence = mark
    else if (mark !== null && mark.startsWith(fence) && line.trim() === mark) fence = null
  }
  return fence === null ? inside : new Set()
}

/** What a copied picture of a person leaves as a line: its alternative text. */
export const AVATAR =
  /^\s*(?:avatar|profile (?:picture|photo|image)|profilbild|photo de profil|foto de perfil|user avatar)\s*$|^\s*(?:avatar (?:of|for|von|de)|profile (?:picture|photo|image) (?:of|for)|profilbild von|photo de profil de|foto de perfil de) .{1,60}$|^\s*.{1,60}?(?:[’']s?)? (?:profile (?:picture|photo|image)|avatar|profilbild)\s*$/i

/** Small words inside names that are written without a capital. */
const PARTICLE =
  /^(?:van|von|vom|zu|zur|de|da|do|dos|das|di|del|della|der|den|des|la|le|el|al|bin|ibn|ben|y|e|und|and|&|of|ter|ten|af|av)$/

/** Whether `line` can be the name of a person or a page, as sites show it: few words with capitals, and no sentence. */
export function looksLikeName(line: string): boolean {
  const words = line.trim().split(/\s+/)
  return (
    line.trim().length <= 60 &&
    words.length <= 6 &&
    !/[.!?…:;,]$|["“”„<>@#|/\\]|https?:/u.test(line.trim().replace(/ (?:[A-Z]|Jr|Sr|Dr|Prof)\.$/, '')) &&
    words.every((word) => PARTICLE.test(word) || /^[(]?(?:\p{Lu}|\p{Lo}|\p{N})/u.test(word)) &&
    /\p{L}/u.test(line)
  )
}

const BUTTON = String.raw`(?:Repl(?:y|ies)|Antwort(?:en)?|Répon(?:dre|ses?)|Respon(?:der|uestas?)|Rispondi|Likes?|Recommend(?:ed|s)?|Recommander|Recomendar|Empfehlen|Empfohlen|Votes?|Share|Teilen|Partager|Compartir|Condividi|Report|Melden|Signaler|Denunciar|Flag|Quote|Zitieren|Gefällt mir|J[’']aime|Me gusta)`
const BUTTONS = new RegExp(String.raw`^\s*\d*\s*(?:${BUTTON}[\s\d().•·|›-]*)+$`, 'i')

/** Whether a line is nothing but what sites set below posts, in a row or alone, with numbers or without: "Recommend (12) Reply Report". */
export const areButtons = (line: string) => line.length < 100 && BUTTONS.test(line)

/** A notice about posts that are only a picture, film or file. */
export function withoutWords(count: number): string[] {
  if (count === 0) return []
  return [
    count === 1
      ? 'One post is only a picture, film or file, which the copy leaves out.'
      : `${count} posts are only a picture, film or file, which the copy leaves out.`,
  ]
}
