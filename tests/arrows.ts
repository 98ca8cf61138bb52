/**
 * Holds the direction of imports: web → shared ← server; main → app → routes → analyse → stages → text; stages do not
 * know each other; nobody imports tests. Prints every arrow that runs the wrong way and exits with 1 if there is one.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** Parts of the server, outermost first: a part may import itself and any part further down its row's list. */
const MAY_IMPORT: Record<string, string[]> = {
  shared: [],
  web: ['shared'],
  'server/text': ['shared'],
  'server/problem': ['shared'],
  'server/config': ['shared', 'server/problem'],
  'server/read': ['shared', 'server/text', 'server/problem', 'server/config', 'server/version'],
  'server/repeats': ['shared', 'server/text', 'server/analysers/contract'],
  'server/analysers': [
    'shared',
    'server/text',
    'server/problem',
    'server/config',
    'server/package',
    'server/analysers/contract',
  ],
  'server/analysers/contract': ['shared'],
  'server/graph': ['shared', 'server/text', 'server/analysers/contract'],
  'server/export': ['shared', 'server/text'],
  'server/package': [],
  'server/version': ['server/package'],
  'server/run': ['shared', 'server/analysers/contract'],
  'server/purse': ['shared', 'server/problem', 'server/run', 'server/analysers/contract'],
  'server/extract': [
    'shared',
    'server/problem',
    'server/run',
    'server/purse',
    'server/analysers',
    'server/analysers/contract',
  ],
  'server/asker': ['shared', 'server/problem', 'server/run', 'server/purse', 'server/analysers/contract'],
  'server/analyse': [
    'shared',
    'server/text',
    'server/problem',
    'server/config',
    'server/version',
    'server/run',
    'server/purse',
    'server/extract',
    'server/asker',
    'server/read',
    'server/repeats',
    'server/analysers',
    'server/analysers/contract',
    'server/graph',
  ],
  'server/settings': ['shared', 'server/problem', 'server/config', 'server/analysers'],
  'server/estimate': ['shared', 'server/text', 'server/config', 'server/read', 'server/repeats', 'server/analysers'],
  'server/previewer': ['shared', 'server/config', 'server/read'],
  'server/correct': ['shared', 'server/problem', 'server/graph', 'server/store'],
  'server/exporter': ['shared', 'server/problem', 'server/graph', 'server/store', 'server/export'],
  'server/store': [
    'shared',
    'server/text',
    'server/problem',
    'server/config',
    'server/run',
    'server/analysers/contract',
  ],
  'server/sources': ['shared', 'server/text', 'server/problem', 'server/config', 'server/read', 'server/store'],
  'server/jobs': ['shared', 'server/problem', 'server/config', 'server/store'],
  'server/routes': [
    'server/correct',
    'server/exporter',
    'server/estimate',
    'server/previewer',
    'server/settings',
    'server/sources',
    'server/version',
    'shared',
    'server/problem',
    'server/config',
    'server/store',
    'server/jobs',
    'server/analyse',
    'server/read',
    'server/analysers',
    'server/analysers/contract',
    'server/repeats',
  ],
  'server/app': [
    'shared',
    'server/version',
    'server/problem',
    'server/config',
    'server/routes',
    'server/store',
    'server/jobs',
    'server/analyse',
  ],
}

/** Which part a file belongs to; null for the outermost ones (main, cli, dev, tests), which may import anything but tests. */
function partOf(file: string): string | null {
  if (file.startsWith('shared/')) return 'shared'
  if (file.startsWith('web/')) return 'web'
  if (file === 'server/analysers/index.ts') return 'server/analysers/contract'
  const [top, second] = file.split('/')
  if (top !== 'server' || second === undefined) return null
  const part = `server/${second.replace(/\.ts$/, '')}`
  return part in MAY_IMPORT ? part : null
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name))
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

function importsOf(file: string): string[] {
  return importsIn(readFileSync(join(ROOT, file), 'utf8'))
}

function importsIn(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((found) => (found[1] ?? found[2] ?? found[3]) as string)
}

const TYPES = /(?:^|\n)\s*(?:import|export) type\b[^'"`;]*?from\s*['"][^'"]+['"]/g

/**
 * What of shared the page runs, and which of it holds schemas: those are for the server. Their library would be the largest
 * part of the page, and tries what the page's content security policy forbids.
 */
function schemasOnPage(): string[] {
  const seen = new Set<string>()
  const todo = sources('web')
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    for (const imported of importsIn(readFileSync(join(ROOT, file), 'utf8').replace(TYPES, ''))) {
      const target = imported === 'zod' ? imported : normalize(relative('.', join(dirname(file), imported)))
      if (target === 'zod') return [`${file}: the page may not run schemas (zod)`]
      if (partOf(target) !== 'shared' || seen.has(target)) continue
      seen.add(target)
      todo.push(target)
    }
  }
  return []
}

/** What is wrong with one import, or null. */
function fault(file: string, imported: string): string | null {
  const from = partOf(file)
  if (!imported.startsWith('.')) {
    if (from === 'shared' && imported !== 'zod') return `shared imports only zod, not ${imported}`
    const outside = imported === 'zod' || (imported.startsWith('node:') && imported !== 'node:crypto')
    return from === 'server/text' && outside ? `server/text reads nothing but its arguments, not ${imported}` : null
  }
  const target = normalize(relative('.', join(dirname(file), imported)))
  if (target.startsWith('tests/') && !file.startsWith('tests/')) return 'nothing imports tests'
  if (from === null) return null
  const to = partOf(target)
  if (from === to) return null
  if (to !== null && (MAY_IMPORT[from] as string[]).includes(to)) return null
  if (/\.(css|json|md|svg|woff2)(\?.*)?$/.test(target)) return null
  return `${from} may not import ${to ?? target}`
}

const wrong = ['shared', 'server', 'web'].flatMap(sources).flatMap((file) =>
  importsOf(file).flatMap((imported) => {
    const what = fault(file, imported)
    return what === null ? [] : [`${file}: ${what} (${imported})`]
  }),
)
wrong.push(...schemasOnPage())
for (const line of wrong) console.error(line)
console.log(wrong.length === 0 ? 'arrows: all run the right way' : `arrows: ${wrong.length} run the wrong way`)
process.exitCode = wrong.length === 0 ? 0 : 1
