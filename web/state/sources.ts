/** What a person wants read, before it is sent. */
import type { Source } from '../../shared/api.ts'

/** Largest files together, in bytes; the server's own limit is the same. */
export const MOST_BYTES = 50_000_000

/** One URL per line or several in a row; anything that is no URL makes the whole a text to read. */
export function sourcesOfLink(input: string): Source[] {
  const parts = input.split(/\s+/).filter(Boolean)
  return parts.map((part) => ({ kind: 'url', url: /^[a-z][a-z0-9+.-]*:/i.test(part) ? part : `https://${part}` }))
}

/** True when pasted text looks like an address and nothing else, so that the Text tab may be forgiven. */
export function isLinkOnly(text: string): boolean {
  const parts = text.trim().split(/\s+/)
  return parts.length <= 5 && parts.every((part) => /^https?:\/\/\S+$/i.test(part))
}

/** A file's bytes as the wire wants them, with when it was last written: mostly when it was saved or exported. */
export async function sourceOfFile(file: File): Promise<Extract<Source, { kind: 'file' }>> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return { kind: 'file', name: file.name, base64: btoa(binary), readAt: new Date(file.lastModified).toISOString() }
}
