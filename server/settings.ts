/**
 * The settings in force: those of the environment, and over them what was entered on the page, which is kept in a file
 * that only its owner can read. The file is read anew each time, so that every thread sees a change at once.
 */
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Settings as Shown, type SettingsChange, SiteKey } from '../shared/api.ts'
import { profileFrom } from './analysers/model/access.ts'
import { PRESETS } from './analysers/model/presets.ts'
import type { Config } from './config.ts'

export interface Settings {
  current: () => Config
  /** For the page; no key is in it. */
  shown(): Shown
  /** Keeps the change. Throws a Problem, and keeps nothing, when the model could not be used with it. */
  change(change: SettingsChange): void
}

const Entered = z.object({
  profile: z.string().optional(),
  model: z.string().optional(),
  baseUrl: z.string().optional(),
  key: z.string().optional(),
  maxCost: z.number().optional(),
  checkSources: z.boolean().optional(),
  siteKeys: z.partialRecord(SiteKey, z.string()).optional(),
})
type Entered = z.infer<typeof Entered>

export function openSettings(config: Config): Settings {
  const file = fileOf(config)
  const current = (): Config => over(config, read(file))
  return {
    current,
    shown: () => shown(current(), read(file)),
    change(change) {
      const next = changed(read(file), change)
      profileFrom(over(config, next))
      write(file, next)
    },
  }
}

/** The environment's settings with the keys of sites that were entered on the page; the model stays the environment's. */
export function withSiteKeys(config: Config): Config {
  return { ...config, ...read(fileOf(config)).siteKeys }
}

function fileOf(config: Config): string {
  return join(config.DATA_DIR, 'settings.json')
}

function read(file: string): Entered {
  const text = textOf(file)
  if (text === null) return {}
  const entered = Entered.safeParse(valueIn(text))
  if (entered.success) return entered.data
  throw new Error(unreadable(file), { cause: entered.error })
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null
    throw new Error(unreadable(file), { cause: thrown })
  }
}

/** Undefined for what is not JSON: an error of its syntax would quote the text, in which keys stand, into the log. */
function valueIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unreadable(file: string): string {
  return `${file} can’t be read; correct or remove it.`
}

/**
 * Where a service was entered, nothing of the environment's is used with it: its key was not meant for that address.
 */
function over(config: Config, entered: Entered): Config {
  const sites = { ...config, ...entered.siteKeys }
  const checks = entered.checkSources === undefined ? sites : { ...sites, CHECK_SOURCES: entered.checkSources }
  const cap = entered.maxCost === undefined ? checks : { ...checks, MAX_COST: entered.maxCost }
  const model = entered.model === undefined ? cap : { ...cap, MODEL: entered.model }
  const { profile, baseUrl, key } = entered
  if (profile === undefined && baseUrl === undefined) {
    return key === undefined ? model : { ...model, ANTHROPIC_API_KEY: key }
  }
  return {
    ...model,
    MODEL: entered.model,
    MODEL_AUTH: undefined,
    MODEL_PROFILE: profile,
    ANTHROPIC_BASE_URL: baseUrl,
    ANTHROPIC_API_KEY: key,
  }
}

/** Another service begins with nothing of the one before: neither its key, nor its address, nor its model. */
function changed(entered: Entered, change: SettingsChange): Entered {
  const other = change.profile !== undefined && change.profile !== (entered.profile ?? null)
  const moves = other || (change.baseUrl !== undefined && change.baseUrl !== (entered.baseUrl ?? null))
  const left = {
    ...entered,
    ...(moves ? { key: undefined } : {}),
    ...(other ? { model: undefined, baseUrl: undefined } : {}),
  }
  const siteKeys = present({ ...entered.siteKeys, ...change.siteKeys })
  return Entered.parse(present({ ...left, ...change, siteKeys }))
}

function present(given: object): object {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value != null))
}

function shown(config: Config, entered: Entered): Shown {
  const access = profileFrom(config) ?? profileFrom({ ...config, ANTHROPIC_API_KEY: 'still to come' })
  if (access === null) throw new Error('A profile with a key is usable.')
  const { name, model, baseURL, auth } = access.profile
  const from = entered.key === undefined ? 'environment' : 'entered'
  return {
    profile: name,
    model,
    baseUrl: baseURL,
    key: config.ANTHROPIC_API_KEY === undefined ? null : from,
    needsKey: auth !== 'none',
    maxCost: config.MAX_COST,
    checkSources: config.CHECK_SOURCES,
    siteKeys: SiteKey.options.map((site) => {
      const own = entered.siteKeys?.[site] === undefined ? 'environment' : 'entered'
      return { name: site, from: config[site] === undefined ? null : own }
    }),
    profiles: PRESETS.map((preset) => ({
      name: preset.name,
      about: preset.about,
      model: preset.model,
      needsKey: preset.auth !== 'none',
    })),
  }
}

/** Replaced as a whole, so that no reader sees half of it. */
function write(file: string, entered: Entered): void {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, JSON.stringify(entered), { mode: 0o600 })
  chmodSync(fresh, 0o600)
  renameSync(fresh, file)
}
