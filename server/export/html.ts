/** A debate as one page without scripts: the numbered outline with every mention quoted, to print, keep or send. */
import type { Claim, Debate, Mention } from '../../shared/debate.ts'
import type { CheckedSource } from '../../shared/sources.ts'
import { logTold } from './changes.ts'
import { CRUXES, cruxesTold, type ToldCrux, UNTOUCHED } from './cruxes.ts'
import { inShort } from './in-short.ts'
import { markupText as text, webAddress } from './plain.ts'
import { verdict } from './verdict.ts'
import { count, partRead, size, standing, type View, view } from './view.ts'
import { dayOf } from './when.ts'

/** Levels of the outline; what hangs deeper is told among the further points. */
const DEEPEST = 40

export function html(debate: Debate, sources: CheckedSource[] = []): string {
  const seen = view(debate)
  const told = new Set<string>()
  const issues = debate.issues.map((issue) => {
    const positions = new Set(issue.positions.map((position) => position.claimId))
    const below = seen.below(issue.id).sort((a, b) => rank(b, positions, seen) - rank(a, positions, seen))
    const question = issue.question === debate.title ? '' : `<h2>${text(issue.question)}</h2>`
    return `<section>${question}${list(below, '', seen, told)}</section>`
  })
  const left = debate.claims.filter((claim) => !told.has(claim.id))
  return page(debate, [
    facts(debate),
    ...issues,
    left.length > 0 ? `<section><h2>Further points</h2>${list(left, '+', seen, told)}</section>` : '',
    cruxes(seen),
    evidence(seen),
    checked(sources),
    coverage(seen),
    corrections(seen),
  ])
}

function link(words: string, address: string | null): string {
  const href = webAddress(address)
  return href === null ? text(words) : `<a href="${text(href)}" rel="nofollow noopener noreferrer">${text(words)}</a>`
}

/** Positions before further points, heavier ones first. */
function rank(claim: Claim, positions: Set<string>, seen: View): number {
  return (positions.has(claim.id) ? 1e6 : 0) + seen.weight(claim.id)
}

/** Claims with what hangs under them, numbered 1, 1.1, 1.1.1; each claim is told once. */
function list(claims: Claim[], prefix: string, seen: View, told: Set<string>, depth = 0): string {
  if (depth > DEEPEST) return ''
  const items = claims.flatMap((claim) => {
    if (told.has(claim.id)) return []
    told.add(claim.id)
    return [claim]
  })
  if (items.length === 0) return ''
  const lines = items.map((claim, index) => {
    const number = `${prefix}${index + 1}`
    return `<li id="${text(claim.id)}">${entry(claim, number, seen)}${list(seen.below(claim.id), `${number}.`, seen, told, depth + 1)}</li>`
  })
  return `<ol>${lines.join('')}</ol>`
}

function entry(claim: Claim, number: string, seen: View): string {
  const [first, ...others] = claim.mentions
  const more =
    others.length === 0
      ? ''
      : `<details><summary>${count(others.length, 'other mention', 'other mentions')}</summary>${others.map((mention) => quote(mention, seen)).join('')}</details>`
  return [
    `<p class="${relation(claim, seen).replaceAll(' ', '-')}"><b>${number}</b> <i>${relation(claim, seen)}</i> ${text(claim.statement)}</p>`,
    `<p class="meta">${seen.said(claim)} · ${standing(claim)}${sources(claim)}</p>`,
    first === undefined ? '' : quote(first, seen),
    more,
  ].join('')
}

function relation(claim: Claim, seen: View): string {
  const { via, parent } = claim.place
  if (via === 'link') return seen.placing(claim)?.type ?? ''
  if (via === 'reply') return 'answers'
  if (via !== 'position') return 'further point'
  const issue = seen.debate.issues.find(({ id }) => id === parent)
  return issue?.positions.find(({ claimId }) => claimId === claim.id)?.stance ?? 'main point'
}

function sources(claim: Claim): string {
  const found = claim.sourceUrls.flatMap((address) => webAddress(address) ?? [])
  const type = claim.kind === 'evidence' ? ` · evidence: ${claim.evidenceType ?? 'of no known type'}` : ''
  return `${type}${found.map((address) => ` · ${link(new URL(address).hostname, address)}`).join('')}`
}

function quote(mention: Mention, seen: View): string {
  const post = seen.post(mention.postId)
  const day = dayOf(post)
  const by = [seen.author(mention.postId), ...(day === null ? [] : [day])].join(', ')
  return `<blockquote>${text(seen.words(mention))}<footer>${link(by, post?.permalink ?? null)}</footer></blockquote>`
}

function facts(debate: Debate): string {
  const read = debate.threads.map(
    (thread) => `${link(thread.site, thread.url)} (read ${text(thread.readAt.slice(0, 10))})`,
  )
  const lacking = partRead(debate)
  const part = lacking === '' ? '' : `<p><b>${lacking}.</b> <a href="#coverage">Which were not, and why</a></p>`
  return `<p>${size(debate)}, from ${read.join(', ')}.</p>${part}${summary(debate)}`
}

/** Each sentence leads to the claims it rests on. */
function summary(debate: Debate): string {
  const lines = inShort(debate).map(({ name, sentences }) => {
    const told = sentences.map((sentence) => {
      const marks = sentence.claims.map((id, at) => `<a href="#${encodeURIComponent(id)}">${at + 1}</a>`)
      return `${text(sentence.text)}${marks.length === 0 ? '' : ` <small>[${marks.join(', ')}]</small>`}`
    })
    return `<li><b>${name}:</b> ${told.join(' ')}</li>`
  })
  return lines.length === 0 ? '' : `<section><h2>In short</h2><ul>${lines.join('')}</ul></section>`
}

function cruxes(seen: View): string {
  const told = cruxesTold(seen)
  if (told === null) return ''
  const to = ({ id }: Claim, words: string) => `<a href="#${encodeURIComponent(id)}">${text(words)}</a>`
  const listed = (some: ToldCrux[]) => {
    const lines = some.map(
      ({ claim, position, byHowMuch }) =>
        `<li>“${to(claim, claim.statement)}” moves “${to(position, position.headline)}” ${byHowMuch}</li>`,
    )
    return lines.length === 0 ? '' : `<ul>${lines.join('')}</ul>`
  }
  const lead = told.lead === '' ? '' : `<p>${told.lead}</p>`
  const untouched = told.untouched.length === 0 ? '' : `<h3>${UNTOUCHED}</h3>${listed(told.untouched)}`
  return `<section><h2>${CRUXES}</h2>${lead}${listed(told.takenUp)}${untouched}</section>`
}

function evidence(seen: View): string {
  const rows = seen.debate.claims
    .filter((claim) => claim.kind === 'evidence')
    .map((claim) => {
      const where = claim.mentions[0] === undefined ? '' : text(seen.author(claim.mentions[0].postId))
      return `<tr><td><a href="#${encodeURIComponent(claim.id)}">${text(claim.statement)}</a></td><td>${claim.evidenceType ?? ''}</td><td>${sources(claim).split(' · ').slice(2).join(', ') || 'no source given'}</td><td>${where}</td></tr>`
    })
  if (rows.length === 0) return ''
  return `<section><h2>Evidence</h2><table><tr><th>Evidence</th><th>Type</th><th>Source</th><th>Said by</th></tr>${rows.join('')}</table></section>`
}

/** Every source that was checked, by its address. */
function checked(sources: CheckedSource[]): string {
  if (sources.length === 0) return ''
  const rows = sources.map(
    (source) =>
      `<tr><td>${link(source.title ?? source.url, source.url)}</td><td>${text(source.site)}</td><td>${verdict({ ...source, title: null }, text)}</td><td>${text(source.checkedAt.slice(0, 10))}</td></tr>`,
  )
  return `<section><h2>Sources checked</h2><table><tr><th>Source</th><th>Site</th><th>Found</th><th>Checked</th></tr>${rows.join('')}</table></section>`
}

function coverage(seen: View): string {
  const { fates, notRead } = seen.debate.coverage
  const rows = fates.map(({ postId, fate, why, of }) => {
    const post = seen.post(postId)
    const reason = [why, ...(of === null ? [] : [`by ${seen.author(of)}`])].filter((part) => part !== '').join(', ')
    return `<tr><td>${link(seen.author(postId), post?.permalink ?? null)}</td><td>${fate}</td><td>${text(reason)}</td></tr>`
  })
  const missing = notRead.map(
    ({ why, count: number }) => `<li>not read: ${number ?? 'an unknown number'} (${text(why)})</li>`,
  )
  return `<section id="coverage"><h2>What became of every post</h2><ul>${missing.join('')}</ul><details><summary>${count(rows.length, 'post', 'posts')}</summary><table><tr><th>Post by</th><th>Became</th><th>Why</th></tr>${rows.join('')}</table></details></section>`
}

function corrections(seen: View): string {
  const rows = logTold(seen).map(
    ({ by, at, what, state }) =>
      `<tr><td><time datetime="${text(at)}">${text(at.slice(0, 16).replace('T', ' '))} UTC</time></td><td>${text(by)}</td><td>${text(what)}</td><td>${text(state)}</td></tr>`,
  )
  if (rows.length === 0) return ''
  return `<section><h2>Corrections by people</h2><table><tr><th>When</th><th>By</th><th>Change</th><th>State</th></tr>${rows.join('')}</table></section>`
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1b2330;background:#fff}
ol{list-style:none;padding-left:1.25rem;border-left:1px solid #dad5ca}p{margin:.6rem 0 0}i{font-style:normal;font-weight:600}
.supports i,.for i{color:#0a6f7c}.rebuts i,.against i{color:#ae3f0d}.undercuts i{color:#5a1f99}.meta{color:#465162;font-size:.85rem;margin:0}
blockquote{font-family:Georgia,serif;margin:.3rem 0 .3rem 1rem;padding-left:.75rem;border-left:3px solid #dad5ca}footer{font:.8rem system-ui;color:#465162}
table{border-collapse:collapse;font-size:.9rem}td,th{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #dad5ca}
@media (prefers-color-scheme:dark){body{color:#e9ecf1;background:#11151b}a{color:#82a6ff}.meta,footer{color:#b7bfcb}.supports i,.for i{color:#3fb8c6}.rebuts i,.against i{color:#f2955f}.undercuts i{color:#d4b8ff}}`

/** Nothing in the page may run or fetch, whatever a browser makes of its text. */
function page(debate: Debate, parts: string[]): string {
  const { provenance } = debate
  const made = `Made by Counterpoint ${text(provenance.version)} with the ${provenance.analyser} analyser${provenance.model === null ? '' : ` (${text(provenance.model)})`}. Claims and links were found by a program and can be wrong; every quote is the words of the post under it.`
  return `<!doctype html>
<html lang="${text(debate.threads[0]?.language ?? 'en')}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(debate.title)}</title><style>${STYLE}</style></head>
<body><main><h1>${text(debate.title)}</h1>
${parts.filter((part) => part !== '').join('\n')}
<p class="meta">${[made, ...debate.notices.map(text)].join(' ')}</p></main></body></html>
`
}
