import { preset } from '../../server/analysers/model/presets.ts'
import { type Access, Profile } from '../../server/analysers/model/profile.ts'
import type { MessagesServer } from './server.ts'

/** The default profile pointed at the local server, with its key. */
export function accessTo(server: MessagesServer, more: Partial<Profile> = {}): Access {
  const profile = Profile.parse({ ...preset('anthropic'), baseURL: server.url, timeoutMs: 5_000, retries: 1, ...more })
  return { profile, key: profile.auth === 'none' ? null : 'test-key' }
}
