/** The profile that the settings ask for. */
import { z } from 'zod'
import type { Config } from '../../config.ts'
import { Problem } from '../../problem.ts'
import { knownPrices, preset, PRESETS } from './presets.ts'
import { type Access, Profile } from './profile.ts'

export type ModelSettings = Pick<
  Config,
  'ANTHROPIC_API_KEY' | 'ANTHROPIC_BASE_URL' | 'MODEL' | 'MODEL_PROFILE' | 'MODEL_AUTH'
>

/**
 * The profile the settings ask for, with its key; null when they ask for no model: no key, and no profile or auth form that
 * goes without one. Throws a Problem `bad-request` when a profile or address is not usable.
 */
export function profileFrom(config: ModelSettings): Access | null {
  const base = preset(config.MODEL_PROFILE ?? (config.ANTHROPIC_BASE_URL === undefined ? 'anthropic' : 'compatible'))
  const auth =
    config.MODEL_AUTH ?? (config.ANTHROPIC_API_KEY !== undefined && base.auth === 'none' ? 'bearer' : base.auth)
  if (auth !== 'none' && config.ANTHROPIC_API_KEY === undefined) return null
  const baseURL = config.ANTHROPIC_BASE_URL === undefined ? base.baseURL : plainAddress(config.ANTHROPIC_BASE_URL)
  const asked = config.MODEL === undefined ? base : { ...base, ...withModel(base, config.MODEL) }
  const prices = knownPrices(baseURL, asked.model)
  const profile = Profile.safeParse({ ...asked, baseURL, auth, prices })
  if (!profile.success) {
    throw new Problem('bad-request', `The model settings can’t be used: ${z.prettifyError(profile.error)}`, {
      remedy: 'Correct ANTHROPIC_BASE_URL and MODEL.',
    })
  }
  return { profile: profile.data, key: auth === 'none' ? null : (config.ANTHROPIC_API_KEY ?? null) }
}

/** What changes in a profile when another model is used there: what is known of that model, else only of the service. */
function withModel(base: Profile, model: string): Partial<Profile> {
  if (model === base.model) return {}
  const known = PRESETS.find((profile) => profile.baseURL === base.baseURL && profile.model === model)
  if (known !== undefined) {
    return { model, thinking: known.thinking, effort: known.effort, speed: known.speed }
  }
  return {
    model,
    speed: null,
    // What a service ignores or refuses it does so for every model it serves; what it can do may depend on the model.
    thinking: base.thinking === 'disabled' ? 'disabled' : 'omit',
    effort: null,
    structured: base.structured === 'native' ? 'auto' : base.structured,
  }
}

/** Without `/v1`, `/v1/messages` or slashes at the end, which people copy and the SDK adds itself. */
function plainAddress(address: string): string {
  return address
    .trim()
    .replace(/\/+$/, '')
    .replace(/\/v1(\/messages)?$/, '')
}
