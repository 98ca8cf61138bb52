/** Who sent a mail, by its header. */

/** Name shown, without the address; of a bare address only what stands before the host. */
export function senderOf(from: string): string | null {
  const inBrackets = /^[^(<]*\(([^()]+)\)\s*$/.exec(from)?.[1]
  const before = /^\s*"?([^"<]*?)"?\s*<[^>]*>/.exec(from)?.[1]
  const shown = (inBrackets ?? before ?? '').replace(/\\(.)/g, '$1').trim()
  // Lists that send in their own name say whose mail it is: "Ann via Harbour", "'Ann' via Harbour".
  const name = shown.replace(/^'?(.+?)'?\s+via\s+\S.*$/i, '$1')
  if (name !== '' && !/@/.test(name)) return name
  return /([\w.+-]+)(?:@| at )/.exec(from)?.[1] ?? null
}
