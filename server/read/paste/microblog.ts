/** A conversation copied from X, Bluesky, Mastodon or a relative: a name, "@handle", how old it is, the words, then bare counts. */
import { block, type Layout, type Piece } from './layout.ts'

const HANDLE = /^[\s\u202A-\u202E\u2066-\u2069]*@([\w.-]+(?:@[\w.-]+)?)[\s\u202A-\u202E\u2066-\u2069]*$/
const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?`
const AGE = new RegExp(
  String.raw`^\s*[·•]?\s*(?:\d{1,3} ?(?:s|m|min|h|d|w|mo|y)|now|${MONTH} \d{1,2}(?:, \d{4})?|\d{1,2}\.? ${MONTH}(?: \d{4})?|\d{1,2}[./]\d{1,2}[./]\d{2,4})\s*$`,
  'i',
)
const DOT = /^\s*[·•]\s*$/
const REPLYING = /^\s*(?:Replying to|Antwort an|En réponse à|En respuesta a)(?:\s+@.*)?$/i
const FURNITURE =
  /^\s*(?:[·•]|\d[\d.,]*[KM]?|Show (?:more(?: replies)?|this thread|probable spam)|Quote|Reply|Repost|Like|Views?|Translate post|Follow(?:ing)?|Read \d+ replies|Last edited.*)\s*$/i

interface Head {
  at: number
  from: number
  author: string
}

/** A handle with the age of the post right below it, behind a dot on some; the line above it is the name. */
function headAt(lines: string[], at: number): Head | null {
  const author = HANDLE.exec(lines[at] ?? '')?.[1]
  const age = at + (DOT.test(lines[at + 1] ?? '') ? 2 : 1)
  if (author === undefined || at === 0 || !AGE.test(lines[age] ?? '')) return null
  return { at: at - 1, from: age + 1, author }
}

export const microblogCopy: Layout = (text) => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const heads = lines.flatMap((_, at) => headAt(lines, at) ?? [])
  if (heads.length < 2) return null
  const places = new Map<string, number>()
  const pieces = heads.map(({ from, author }, index): Piece => {
    const inside = lines.slice(from, heads[index + 1]?.at)
    const replying = inside.findIndex((line) => REPLYING.test(line))
    // The handle it replies to stands behind the words or on the next line.
    const [said = '', below = ''] = replying < 0 ? [] : inside.slice(replying, replying + 2)
    const apart = !said.includes('@') && HANDLE.test(below)
    const to = /@([\w.-]+)/.exec(apart ? below : said)?.[1]
    const place = to === undefined ? undefined : places.get(to.toLowerCase())
    const body = replying < 0 ? inside : inside.toSpliced(replying, apart ? 2 : 1)
    places.set(author.toLowerCase(), index)
    return {
      author,
      depth: null,
      text: block(body.filter((line) => !FURNITURE.test(line))),
      ...(place === undefined ? {} : { answers: { place, sure: false } }),
    }
  })
  return {
    layout: 'copied from a microblog',
    platform: 'pasted',
    title: null,
    opening: false,
    pieces,
    notices: ['Of answers the copy shows only whom they address.'],
  }
}
