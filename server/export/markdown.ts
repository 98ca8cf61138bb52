/** A debate as a Markdown summary, to paste into a report or an issue. Words of posts can neither format nor link. */
import type { Claim, Debate, Issue, Link, Mention } from '../../shared/debate.ts'
import type { CheckedSource } from '../../shared/sources.ts'
import { entryTold, logTold } from './changes.ts'
import { CRUXES, cruxesTold, type ToldCrux, UNTOUCHED } from './cruxes.ts'
import { inShort } from './in-short.ts'
import { bullets, escape, link, paragraphs, rest, section, table } from './markdown-text.ts'
import { people } from './people.ts'
import { cut, oneLine, webAddress } from './plain.ts'
import { readers } from './readers.ts'
import { checksOf, verdict } from './verdict.ts'
import { type Answer, count, partRead, size, standing, type View, view } from './view.ts'
import { dayOf } from './when.ts'

const MOST = { positions: 8, answers: 3, listed: 12, evidence: 40, repeats: 10, posts: 20, quote: 500 }

/** `sources`: what was found behind the addresses it cites; empty where nobody asked. */
export function markdown(debate: Debate, sources: CheckedSource[] = []): string {
  const seen = view(debate)
  const parts = [
    `# ${escape(debate.title)}`,
    facts(debate),
    lacking(debate),
    summary(debate),
    ...debate.issues.map((issue) => issuePart(issue, seen)),
    list(
      'Contested',
      chosen(seen, (claim) => claim.standing.label === 'contested'),
      seen,
    ),
    list(
      'Unanswered',
      chosen(seen, (claim) => claim.standing.unanswered),
      seen,
    ),
    questions(seen),
    cruxes(seen),
    evidence(seen, sources),
    people(seen),
    repeats(seen),
    coverage(seen),
    corrections(seen),
    made(debate),
  ]
  return `${paragraphs(parts)}\n`
}

function facts(debate: Debate): string {
  const counts = (kind: Claim['kind']) => debate.claims.filter((claim) => claim.kind === kind).length
  const links = (type: string) => debate.links.filter((link) => link.type === type).length
  const read = debate.threads.map((thread) => `${link(thread.site, thread.url)} (read ${thread.readAt.slice(0, 10)})`)
  return [
    `${size(debate)}, from ${read.join(', ')}.`,
    `${count(counts('claim'), 'claim', 'claims')} and ${count(counts('evidence'), 'piece', 'pieces')} of evidence;`,
    `${count(links('supports'), 'support', 'supports')}, ${count(links('rebuts'), 'rebuttal', 'rebuttals')}, ${count(links('undercuts'), 'undercut', 'undercuts')}.`,
  ].join(' ')
}

function lacking(debate: Debate): string {
  const told = partRead(debate)
  if (told === '') return ''
  const why = new Set(debate.coverage.notRead.map((one) => one.why))
  return `**${told}.** Not read: ${escape([...why].join('; '))}.`
}

function summary(debate: Debate): string {
  const lines = inShort(debate).map(
    ({ name, sentences }) => `**${name}:** ${sentences.map((one) => escape(one.text)).join(' ')}`,
  )
  return lines.length === 0 ? '' : section('In short', bullets(lines))
}

function issuePart(issue: Issue, seen: View): string {
  const side = (stance: Issue['positions'][number]['stance'], title: string | null): string => {
    const found = issue.positions
      .filter((position) => position.stance === stance)
      .flatMap((position) => seen.claim(position.claimId) ?? [])
      .sort((a, b) => seen.weight(b.id) - seen.weight(a.id))
    if (found.length === 0) return ''
    const shown = found.slice(0, MOST.positions).map((claim, index) => position(claim, index + 1, seen))
    return paragraphs([title === null ? '' : `### ${title}`, ...shown, rest(found.length, MOST.positions)])
  }
  const sided = issue.positions.some((position) => position.stance !== null)
  const sides = paragraphs([
    side('for', 'For'),
    side('against', 'Against'),
    side(null, sided ? 'Other main points' : null),
  ])
  const asked = issue.question === seen.debate.title ? 'Main points' : escape(issue.question)
  return section(asked, sides === '' ? 'No position on this was found.' : sides)
}

function position(claim: Claim, number: number, seen: View): string {
  const answers = (title: string, type: 'supports' | 'rebuts') => {
    const found = seen.answers(claim.id, type)
    if (found.length === 0) return ''
    const shown = found.slice(0, MOST.answers).map((answer) => answered(answer, seen))
    const more = rest(found.length, MOST.answers)
    return paragraphs([`**${title}**`, ...shown, more])
  }
  return paragraphs([
    `#### ${number}. ${escape(claim.statement)}`,
    `${seen.said(claim)} · ${standing(claim)} · strength ${claim.standing.strength.toFixed(2)}`,
    quote(claim.mentions[0], '', seen),
    answers('Strongest support', 'supports'),
    answers('Strongest rebuttals', 'rebuts'),
  ])
}

/**
 * A support or rebuttal as a list item with who said it, and what is said against it or against the step. The words of
 * the post follow where the statement is not made of them.
 */
function answered({ claim, link: by }: Answer, seen: View): string {
  const type = claim.kind === 'evidence' ? ` (${claim.evidenceType ?? 'evidence'}${sources(claim)})` : ''
  const [first] = claim.mentions
  const own = claim.verbatim && first !== undefined
  const statement = own
    ? `“${escape(oneLine(seen.words(first)))}” — ${where(first.postId, seen)}`
    : escape(claim.statement)
  const against = [
    ...seen.undercuts(by.id).map((answer) => `undercut: ${escape(answer.claim.statement)}`),
    ...seen.answers(claim.id, 'rebuts').map((answer) => `rebutted: ${escape(answer.claim.statement)}`),
  ].slice(0, MOST.answers)
  const times = claim.posts > 1 ? ` · ${seen.said(claim)}` : ''
  return paragraphs([
    `- ${statement}${type}${times}${inferred(by)}`,
    own ? '' : quote(first, '  ', seen),
    against.map((line) => `  - ${line}`).join('\n'),
  ])
}

const INFERRED: Partial<Record<Link['basis'], string>> = {
  connective: 'the word that joins them',
  quote: 'the words it quotes',
  nearby: 'standing next to it',
  similar: 'likeness of words',
  reply: 'who answers whom',
  title: 'the title',
}

/** How a link is known that rests on where words stand, and how often such links are right; empty for links said in words or judged. */
function inferred({ basis, confidence }: Link): string {
  const from = INFERRED[basis]
  return from === undefined
    ? ''
    : ` · inferred from ${from}; about ${Math.round(confidence * 10)} in 10 such links are right`
}

function sources(claim: Claim): string {
  const found = claim.sourceUrls.flatMap((address) => webAddress(address) ?? [])
  return found.map((address) => `, [source](${address})`).join('')
}

/** The very words, with who wrote them and where. */
function quote(mention: Mention | undefined, indent: string, seen: View): string {
  if (mention === undefined) return ''
  const words = cut(oneLine(seen.words(mention)), MOST.quote)
  return `${indent}> ${escape(words)}\n${indent}>\n${indent}> — ${where(mention.postId, seen)}`
}

/** Author and day, linked to the post where it has an address. */
function where(postId: string, seen: View): string {
  const post = seen.post(postId)
  const day = dayOf(post)
  return link([seen.author(postId), ...(day === null ? [] : [day])].join(', '), post?.permalink ?? null)
}

function chosen(seen: View, test: (claim: Claim) => boolean): Claim[] {
  return seen.debate.claims.filter(test).sort((a, b) => seen.weight(b.id) - seen.weight(a.id))
}

function list(title: string, claims: Claim[], seen: View): string {
  if (claims.length === 0) return ''
  const lines = claims
    .slice(0, MOST.listed)
    .map((claim) => `${escape(claim.statement)} (${seen.said(claim)}; ${where(claim.mentions[0]?.postId ?? '', seen)})`)
  return section(`${title} (${claims.length})`, bullets([...lines, rest(claims.length, MOST.listed)]))
}

function questions(seen: View): string {
  const open = seen.debate.questions.filter((question) => question.answeredBy.length === 0)
  if (open.length === 0) return ''
  const lines = open
    .slice(0, MOST.listed)
    .map((question) => `${escape(question.statement)} (${where(question.mention.postId, seen)})`)
  return section(`Questions nobody answered (${open.length})`, bullets([...lines, rest(open.length, MOST.listed)]))
}

function cruxes(seen: View): string {
  const told = cruxesTold(seen)
  if (told === null) return ''
  const listed = (some: ToldCrux[]) =>
    bullets(
      some.map(
        ({ claim, position, byHowMuch }) =>
          `“${escape(claim.statement)}” moves “${escape(position.headline)}” ${byHowMuch}`,
      ),
    )
  const untouched = told.untouched.length === 0 ? '' : `**${UNTOUCHED}**`
  return section(CRUXES, paragraphs([told.lead, listed(told.takenUp), untouched, listed(told.untouched)]))
}

function evidence(seen: View, sources: CheckedSource[]): string {
  const checked = checksOf(sources)
  const found = chosen(seen, (claim) => claim.kind === 'evidence')
  if (found.length === 0) return ''
  const rows = found.slice(0, MOST.evidence).map((claim) => {
    const links = claim.sourceUrls.flatMap((address) => {
      const href = webAddress(address)
      return href === null ? [] : [`[${escape(new URL(href).hostname)}](${href})`]
    })
    return [
      escape(cut(claim.statement, 200)),
      claim.evidenceType ?? '',
      purpose(claim, seen),
      links.length === 0 ? 'none given' : links.join(', '),
      ...(checked.size === 0 ? [] : [claim.sourceUrls.map((url) => verdict(checked.get(url), escape)).join('; ')]),
      where(claim.mentions[0]?.postId ?? '', seen),
    ]
  })
  return section(
    `Evidence (${found.length})`,
    paragraphs([
      table(
        ['Evidence', 'Type', 'Used for', 'Source', ...(checked.size === 0 ? [] : ['Source checked']), 'Said by'],
        rows,
      ),
      rest(found.length, MOST.evidence),
    ]),
  )
}

/** What a piece of evidence is used for: the claims it supports or rebuts. */
function purpose(claim: Claim, seen: View): string {
  return seen.debate.links
    .filter((link) => link.from === claim.id && link.type !== 'undercuts')
    .map((link) => `${link.type} “${escape(seen.claim(link.to)?.headline ?? '')}”`)
    .slice(0, 2)
    .join('; ')
}

function repeats(seen: View): string {
  const { repeats } = seen.debate
  if (repeats.length === 0) return ''
  const lines = repeats
    .slice(0, MOST.repeats)
    .map(
      ({ postId, of, kind, similarity }) =>
        `${where(postId, seen)} repeats ${where(of, seen)} (${kind}, ${Math.round(similarity * 100)} % of the words)`,
    )
  return section(`Repeats, folded (${repeats.length})`, bullets([...lines, rest(repeats.length, MOST.repeats)]))
}

function coverage(seen: View): string {
  const { fates, notRead, dropped } = seen.debate.coverage
  const number = (fate: string) => fates.filter((found) => found.fate === fate).length
  const lines = [
    `${count(fates.length, 'post', 'posts')} read: ${['mapped', 'repeat', 'no argument', 'declined', 'failed'].map((fate) => `${number(fate)} ${fate}`).join(', ')}`,
    ...notRead.map(
      ({ why, count: missing }) => `not read: ${missing === null ? 'an unknown number' : missing} (${escape(why)})`,
    ),
    ...(dropped.length === 0
      ? []
      : [`${count(dropped.length, 'quote was', 'quotes were')} found nowhere in its post and so left out`]),
  ]
  const lost = fates.filter(({ fate }) => fate === 'failed' || fate === 'declined')
  const posts = lost
    .slice(0, MOST.posts)
    .map(({ postId, fate, why }) => `${fate}: ${where(postId, seen)}: ${escape(why)}`)
  return section('Coverage', bullets([...lines, ...posts, rest(lost.length, MOST.posts)]))
}

function corrections(seen: View): string {
  const log = logTold(seen)
  if (log.length === 0) return ''
  return section(`Corrections by people (${log.length})`, bullets(log.map((one) => escape(entryTold(one)))))
}

function made({ provenance, weighing, notices, coverage: { fates } }: Debate): string {
  const prompts = Object.entries(provenance.prompts).map(([name, version]) => `${name} ${version}`)
  const lines = [
    `analyser: ${provenance.analyser}${provenance.model === null ? '' : `, model ${escape(provenance.model)}`}`,
    ...readers(fates).map(escape),
    ...(prompts.length === 0 ? [] : [`prompts and rules: ${escape(prompts.join(', '))}`]),
    ...(provenance.calls === 0 ? [] : [spent(provenance)]),
    `strengths: quadratic energy model (Potyka 2018), base scores ${weighing.base}${weighing.settled ? '' : '; links run in circles and the strengths did not come to rest'}`,
    `Counterpoint ${oneLine(provenance.version)}, ${provenance.finishedAt?.slice(0, 16) ?? provenance.startedAt.slice(0, 16)}`,
    ...notices.map(escape),
    'Claims, links and standing were found by a program and can be wrong; every quote is the words of the post named under it.',
  ]
  return section('How this was made', bullets(lines))
}

function spent({ calls, cachedCalls, inputTokens, outputTokens, cost, asked }: Debate['provenance']): string {
  const price = cost === null ? 'price not known' : `${cost.toFixed(2)} US dollars`
  const failed = asked.filter((call) => call.failed !== undefined).length
  const perhaps = asked.reduce((sum, { mayCost }) => sum + (mayCost ?? 0), 0)
  return [
    `${count(calls, 'call', 'calls')} (${cachedCalls} answered from memory), ${inputTokens} tokens in, ${outputTokens} out, ${price}`,
    ...(failed === 0 ? [] : [`${failed} without an answer`]),
    ...(perhaps === 0 ? [] : [`up to ${perhaps.toFixed(4)} US dollars more for what no answer told the price of`]),
  ].join(', ')
}
