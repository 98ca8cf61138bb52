/** Comments copied from LinkedIn: a name, how near the reader knows it ("• 2nd"), a line about its work, the age, the words, "Like", "Reply". */
import { isAge, EDITED } from './ages.ts'
import { block, type Layout, type Piece, withoutWords } from './layout.ts'

const DEGREE =
  /^\s*(?:(?:Verified|Premium|Author|Autor(?:in)?|Auteur)\s*)?(?:[•·]\s*)?(?:1st|2nd|3rd\+?|[123]\.\+?|1er|1re|[23]e\+?|[123]º\+?|[123]°\+?|You|Sie|Vous|Tú|Following|Author|Autor(?:in)?|Auteur)\s*$/i
const BEHIND = /^\s*(\S.{0,70}?)\s*[•·]\s*(?:1st|2nd|3rd\+?|[123]\.\+?|1er|1re|[23]e\+?|[123]º\+?|You)\s*$/
const LINK =
  /^\s*(?:View .{1,80}[’']s?\b.*(?:profile|link)|Profil von .{1,80} anzeigen|Voir le profil de .{1,80}|Ver el perfil de .{1,80})\s*$/i
const FOOT = /^\s*(?:Like|Gefällt mir|J[’']aime|Recomendar|Me gusta|Consiglia|Gostei)\s*$/i
const FURNITURE =
  /^\s*(?:[•·|]|Reply|Antworten|Répondre|Responder|Rispondi|\d+|\d+ (?:repl(?:y|ies)|Antwort(?:en)?|réponses?|respuestas?)|\d+ (?:reactions?|comments?|Kommentare?)|(?:like|celebrate|support|love|insightful|funny)|…\s?(?:more|mehr|plus)|…?see more|See translation|Show translation|Load (?:more|previous) .*|See (?:more|previous) .*|Premium|Verified|Most relevant|Most recent|Open (?:options|emoji).*|Add a comment…?|\d+ impressions?)\s*$/i
const FOLDED = /^\s*(?:Load|See) (?:more|previous) (?:comments|replies)\s*$/i

interface Head {
  at: number
  from: number
  author: string
}

/** The age of a comment with a line that tells its writer's degree not far above; the name stands over that line. */
function headsIn(lines: string[]): Head[] {
  const heads: Head[] = []
  for (let at = 0; at < lines.length; at++) {
    if ((lines[at] ?? '').length > 100) continue
    const behind = BEHIND.exec(lines[at] ?? '')?.[1]
    const alone = behind === undefined && at > 0 && DEGREE.test(lines[at] ?? '')
    const author = behind ?? (alone ? lines[at - 1]?.trim() : undefined)
    if (author === undefined || author.length > 70 || FURNITURE.test(author) || DEGREE.test(author)) continue
    const below = lines.slice(at + 1, at + 5).findIndex((line) => isAge(line))
    if (below < 0) continue
    const age = at + 1 + below
    let start = alone ? at - 1 : at
    while (start > 0 && (lines[start - 1]?.trim() === author || LINK.test(lines[start - 1] ?? ''))) start--
    heads.push({ at: start, from: age + 1, author })
    at = age
  }
  return heads
}

export const linkedInCopy: Layout = (text) => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const heads = headsIn(lines)
  if (heads.length < 2) return null
  const pieces = heads.map(({ at, from, author }, index): Piece => {
    const inside = lines.slice(from, heads[index + 1]?.at)
    const foot = inside.findLastIndex((line) => FOOT.test(line))
    const body = foot < 0 ? inside : inside.slice(0, foot)
    return {
      author,
      depth: null,
      head: lines.slice(at, from).join('\n'),
      text: block(body.filter((line) => !FURNITURE.test(line) && !EDITED.test(line) && !LINK.test(line))),
      state: inside.some((line) => EDITED.test(line)) ? 'edited' : 'ok',
    }
  })
  return {
    layout: 'copied from LinkedIn',
    platform: 'pasted',
    title: null,
    opening: false,
    pieces,
    missing: lines.some((line) => FOLDED.test(line))
      ? [{ why: 'comments the page had not unfolded', count: null }]
      : [],
    notices: [
      'The copy does not show who answers whom.',
      ...withoutWords(pieces.filter((piece) => piece.text === '').length),
    ],
  }
}
