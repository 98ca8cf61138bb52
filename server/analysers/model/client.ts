/** The SDK's client for a profile. */
import Anthropic from '@anthropic-ai/sdk'
import type { Access } from './profile.ts'

/**
 * A client that sends the given key in the profile's form and nothing from the environment. Throws an Error when the
 * profile wants a key and there is none: left to itself, the SDK would take one from the environment and send it anywhere.
 */
export function clientFor({ profile, key }: Access): Anthropic {
  if (profile.auth !== 'none' && (key === null || key === '')) throw new Error(`profile ${profile.name} needs a key`)
  const bare = profile.auth === 'x-api-key' || profile.auth === 'none'
  return new Anthropic({
    apiKey: bare ? null : key,
    authToken: null,
    baseURL: profile.baseURL,
    maxRetries: profile.retries,
    timeout: profile.timeoutMs,
    // A redirect would carry the posts, and a key in X-Api-Key, to another host.
    fetchOptions: { redirect: 'error' },
    logLevel: 'off',
    openTelemetry: false,
    defaultHeaders: {
      ...(bare ? { Authorization: null } : {}),
      ...(profile.auth === 'x-api-key' || profile.auth === 'both' ? { 'X-Api-Key': key } : {}),
      ...(profile.apiVersion === null ? {} : { 'anthropic-version': profile.apiVersion }),
    },
  })
}
