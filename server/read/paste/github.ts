/** A GitHub issue, pull request or discussion, selected and copied: "name commented on May 3" above every comment. */
import { block, type Layout, type Piece } from './layout.ts'

const WHEN = String.raw`(?:on \w{3,9}\.? \d{1,2}(?:, \d{4})?|on \d{1,2} \w{3,9}\.?(?: \d{4})?|\d+ (?:second|minute|hour|day|week|month|year)s? ago|last (?:week|month|year)|yesterday|now|just now)`
const HEAD = new RegExp(
  String.raw`^\s*@?([A-Za-z\d](?:[A-Za-z\d-]{0,38}))(\[bot\])?(?: bot)?\s+(commented|left a comment|replied|reviewed|opened|asked|started a discussion|suggested changes|requested changes|approved these changes)\s+(?:\S+ )?${WHEN}\b`,
)
/** GitHub's names have no blanks: a text with such heads is of another place. */
const ELSEWHERE = new RegExp(String.raw`^\s*\p{L}\S*(?: \p{L}\S*){1,3} (?:commented|replied) ${WHEN}\s*:?$`, 'u')
/** Name, deed and date on lines of their own, as today's pages are copied. */
const APART = new RegExp(
  String.raw`^([ \t]*@?[A-Za-z\d][A-Za-z\d-]{0,38}(?:\[bot\])?)[ \t]*\n\s*(commented|left a comment|replied|reviewed|opened|(?:added|closed|reopened|mentioned|assigned|linked|referenced|removed|locked|pinned)\b[^\n]{0,60}?)\s+(?=${WHEN})`,
  'gm',
)
const REACTED = /^([ \t]*(?:\p{Emoji_Presentation}|\u2764)\uFE0F?)[ \t]*\n\s*(?=\d+\s*$)/gmu
const OPENED = /^\s*@?[\w-]+(?:\[bot\])? opened this (?:issue|pull request)\b(?:.*?(\d+) comments?)?/
const NUMBER = /^\s*(.+?)\s+#(\d+)\s*$/
/** What happened besides talk: labels, references, states. */
const EVENT = new RegExp(
  String.raw`^\s*(?:@[\w-]+ )?@?[\w-]+(?:\[bot\])?(?: bot)? (?:and others )?(?:added|removed|closed|reopened|mentioned|assigned|self-assigned|unassigned|changed|referenced|linked|pinned|unpinned|locked|unlocked|marked|moved|requested|merged|pushed|force-pushed|deleted|restored|renamed|transferred|converted|modified|dismissed|connected|enabled|disabled|committed|set)\b.*(?:${WHEN}|this issue|as completed)`,
)
/** What a long page folds away, and comments that somebody hid. */
const FOLDED = /^\s*(?:Load more…?|(\d+) (?:hidden|remaining) items?(?: *Load more…?)?)\s*$/i
const HIDDEN = /^\s*(?:This comment (?:was marked as|has been minimized).*|Show comment|Comment hidden)\s*$/i
const FURNITURE =
  /^\s*(?:@[\w-]+|(?:First-time )?(?:Contributor|Member|Author|Owner|Collaborator|Maintainer)(?: Author)?|More actions|(?:Issue|Pull request) body actions|Comment actions|Copy link|Quote reply|Reference in new issue|Edit|Hide|Reply|Marked as answer|Answer selected by .*|React with.*|Sorry, something went wrong\.?|Uh oh!|There was an error while loading\..*|Comments|Copy Markdown|edited(?: by .*)?|•|·|(?:\p{Emoji_Presentation}|\u2764)\uFE0F?\s*\d*|All reactions|\d+ (?:person|people) reacted.*|on \w{3,9} \d{1,2}(?:, \d{4})?(?:\s*·.*)?)\s*$/u

/** The writer's name stands once more above and below the line that opens a comment. */
function words(lines: string[], names: (string | undefined)[]): string {
  const bare = new Set(names.flatMap((name) => (name === undefined ? [] : [name, `@${name}`])))
  return block(
    lines.filter(
      (line) => ![FURNITURE, EVENT, FOLDED, HIDDEN].some((kind) => kind.test(line)) && !bare.has(line.trim()),
    ),
  )
}

export const gitHubCopy: Layout = (text) => {
  const lines = text.replace(APART, '$1 $2 ').replace(REACTED, '$1 ').split('\n')
  if (lines.some((line) => ELSEWHERE.test(line) && !HEAD.test(line))) return null
  const found = lines.flatMap((line, at) => {
    const head = HEAD.exec(line)
    return head === null || OPENED.test(line)
      ? []
      : [{ at, name: `${head[1]}${head[2] ?? ''}`, does: head[3] as string }]
  })
  // Today's pages head one comment twice, once for the eye and once for those who listen.
  const heads = found.filter(({ at, name }, index) => {
    const next = found[index + 1]
    return next?.name !== name || words(lines.slice(at + 1, next.at), [name]) !== ''
  })
  const [first] = heads
  if (first === undefined || (heads.length === 1 && !lines.some((line) => OPENED.test(line) || NUMBER.test(line))))
    return null
  const above = lines.slice(0, first.at)
  const title = above.map((line) => NUMBER.exec(line)?.[1]).find((one) => one !== undefined) ?? null
  const opened = above.map((line) => OPENED.exec(line)).find((one) => one !== null) ?? null
  const opening = opened !== null || first.does === 'opened' || /asked|started/.test(first.does)
  const pieces = heads.map(
    ({ at, name }, index): Piece => ({
      author: name,
      depth: null,
      head: lines[at] as string,
      text: words(lines.slice(at + 1, heads[index + 1]?.at), [name, heads[index + 1]?.name]),
      ...(lines.slice(at + 1, heads[index + 1]?.at).some((line) => HIDDEN.test(line))
        ? { state: 'hidden' as const }
        : {}),
      ...(index === 0 && opening
        ? { kind: 'opening' as const }
        : name.endsWith('[bot]')
          ? { kind: 'system' as const }
          : {}),
    }),
  )
  const announced = opened?.[1]
  return {
    layout: 'copied from GitHub',
    platform: 'github',
    title,
    opening,
    pieces,
    expected: announced === undefined ? null : Number(announced) + 1,
    missing: lines.flatMap((line) => {
      const found = FOLDED.exec(line)
      // A button alone follows the number of what it loads.
      if (found === null || (found[1] === undefined && lines.some((other) => FOLDED.exec(other)?.[1] !== undefined)))
        return []
      return [{ why: 'comments the page had not unfolded', count: found[1] === undefined ? null : Number(found[1]) }]
    }),
    notices: ['The copy does not show who answers whom.'],
  }
}
