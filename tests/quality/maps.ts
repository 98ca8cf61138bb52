/**
 * What the built-in analyser makes of whole threads: the example, and the seed text and the largest captured threads where
 * they lie beside the checkout. Each is read and analysed in a process of its own by the built program. Prints a table and
 * writes it to results/maps.json.
 *
 *     npm run build && npm run maps
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Debate } from '../../shared/debate.ts'
import { beside, WHY_ABSENT } from '../beside.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const CLI = join(ROOT, 'dist', 'server', 'cli.js')

const THREADS: [name: string, path: string | null][] = [
  ['example', join(ROOT, 'server', 'example', 'thread.json')],
  ['seed (pasted text)', beside('seeds/000_13285a4183f02b2f.txt')],
  ['Hacker News', beside('payloads/hackernews/item-48350598.html')],
  ['Reddit', beside('payloads/reddit/comments-n49rw.json')],
  ['Discourse', beside('payloads/discourse/delving-1509-posts.json')],
]

interface Row {
  thread: string
  /** Milliseconds from reading to the end, start of the program left out. */
  took: number
  /** Processor time of the whole program, in milliseconds. */
  cpu: number
  /** Largest memory of the process, in MB. */
  memory: number
  posts: number
  people: number
  repeats: number
  quotes: number
  claims: number
  evidence: number
  supports: number
  rebuts: number
  undercuts: number
  /** Claims known to answer a post, without a side or a claim. */
  replies: number
  contested: number
  unanswered: number
  coverage: string
}

function measured(thread: string, path: string): Row {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-'))
  const out = join(folder, 'debate.json')
  const report = join(folder, 'usage.json')
  const told = `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(report)}, JSON.stringify(process.resourceUsage())))`
  writeFileSync(join(folder, 'told.cjs'), told)
  const run = spawnSync(
    process.execPath,
    ['--require', join(folder, 'told.cjs'), CLI, path, '--analyser', 'embedded', '--format', 'json', '--out', out],
    { encoding: 'utf8' },
  )
  if (run.status !== 0 && run.status !== 4) throw new Error(`${thread} was not analysed: ${run.stderr}`)
  const debate = Debate.parse(JSON.parse(readFileSync(out, 'utf8')))
  const usage = JSON.parse(readFileSync(report, 'utf8')) as NodeJS.ResourceUsage
  rmSync(folder, { recursive: true })
  return { thread, ...countsOf(debate), ...costOf(debate, usage) }
}

function costOf(debate: Debate, usage: NodeJS.ResourceUsage): Pick<Row, 'took' | 'cpu' | 'memory'> {
  return {
    took: Math.round(debate.provenance.took),
    cpu: Math.round((usage.userCPUTime + usage.systemCPUTime) / 1000),
    memory: Math.round(usage.maxRSS / 1024),
  }
}

function countsOf(debate: Debate): Omit<Row, 'thread' | 'took' | 'cpu' | 'memory'> {
  const kind = (wanted: string) => debate.claims.filter((claim) => claim.kind === wanted).length
  const type = (wanted: string) => debate.links.filter((link) => link.type === wanted).length
  const fates = new Map<string, number>()
  for (const { fate } of debate.coverage.fates) fates.set(fate, (fates.get(fate) ?? 0) + 1)
  const posts = debate.threads.flatMap((thread) => thread.posts)
  return {
    posts: posts.length,
    people: debate.people.filter(({ name }) => name !== null).length,
    repeats: debate.repeats.length,
    quotes: posts.reduce((sum, post) => sum + post.quotes.length, 0),
    claims: kind('claim'),
    evidence: kind('evidence'),
    supports: type('supports'),
    rebuts: type('rebuts'),
    undercuts: type('undercuts'),
    replies: debate.replies.length,
    contested: debate.claims.filter(({ standing }) => standing.label === 'contested').length,
    unanswered: debate.claims.filter(({ standing }) => standing.unanswered).length,
    coverage: [...fates].map(([fate, count]) => `${count} ${fate}`).join(', '),
  }
}

const rows = THREADS.flatMap(([name, path]) => {
  if (path !== null) return [measured(name, path)]
  console.log(`${name} left out: ${WHY_ABSENT}`)
  return []
})
console.table(Object.fromEntries(rows.map(({ thread, ...row }) => [thread, row])))
const at = new Date().toISOString().slice(0, 10)
writeFileSync(
  join(import.meta.dirname, 'results', 'maps.json'),
  `${JSON.stringify({ at, node: process.version, rows }, null, 2)}\n`,
)
