/**
 * Runs benches, each in a process of its own: `npm run bench` all of them, `npm run bench graph read` those two. Each one's
 * figures are printed beside their targets and written to `results/<name>.json`. Ends with 1 when a target is missed.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { type Figure, type Measured, meets } from './figures.ts'

const BENCHES: Record<string, () => Promise<{ bench: () => Measured | Promise<Measured> }>> = {
  embedded: () => import('./embedded.ts'),
  graph: () => import('./graph.ts'),
  repeats: () => import('./repeats.ts'),
  read: () => import('./read.ts'),
  model: () => import('./model.ts'),
  growth: () => import('./growth.ts'),
  faults: () => import('./faults.ts'),
  server: () => import('./server.ts'),
  page: () => import('./page.ts'),
}

/** Says to this file that it is the process of one bench. */
const ALONE = '--alone'

const given = process.argv.slice(2)
const [first] = given
if (first === ALONE) process.exitCode = await run(given[1] ?? '')
else process.exitCode = runEach(given.length === 0 ? Object.keys(BENCHES) : given)

function runEach(names: string[]): number {
  const unknown = names.filter((name) => !(name in BENCHES))
  if (unknown.length > 0) {
    console.error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`)
    return 2
  }
  const codes = names.map((name) => {
    console.log(`\n${name}`)
    const words = ['--expose-gc', ...process.execArgv, import.meta.filename, ALONE, name]
    return spawnSync(process.execPath, words, { stdio: 'inherit' }).status ?? 1
  })
  return Math.max(0, ...codes)
}

async function run(name: string): Promise<number> {
  const load = loadavg()
  const { figures, details } = await (await (BENCHES[name] as (typeof BENCHES)[string])()).bench()
  console.table(figures.map(rowOf))
  const result = { commit: commit(), date: new Date().toISOString(), machine: machine(load), figures, details }
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`)
  return figures.some((figure) => meets(figure) === false) ? 1 : 0
}

function rowOf(figure: Figure) {
  const { what, value, unit, most, least, strive } = figure
  const limit = most === undefined ? (least === undefined ? '' : `≥ ${least}`) : `≤ ${most}`
  const met = meets(figure)
  return {
    what,
    figure: `${Math.round(value * 1000) / 1000} ${unit}`,
    target: strive === undefined ? limit : `${limit} (strive ${strive})`,
    met: met === null ? '' : met ? 'yes' : 'NO',
  }
}

/** The commit measured; a plus sign stands for changes not committed. */
function commit(): string {
  const git = (...words: string[]): string => execFileSync('git', words, { encoding: 'utf8' }).trim()
  const changed = git('status', '--porcelain', '--', 'server', 'shared', 'web') !== ''
  return `${git('rev-parse', '--short', 'HEAD')}${changed ? '+' : ''}`
}

/** `load`: of the machine before the bench began; other work makes figures worse. */
function machine(load: number[]) {
  const rounded = load.map((value) => Math.round(value * 10) / 10)
  return { cores: cpus().length, processor: cpus()[0]?.model ?? 'unknown', node: process.version, load: rounded }
}
