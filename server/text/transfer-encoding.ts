/** The two ways mail packs bytes into lines: quoted-printable and base64 (RFC 2045 §6). */

/** `packed` holds one byte per character (latin 1). Damaged sequences stay as they are. */
export function unpackBytes(packed: string, encoding: string): Uint8Array {
  const kind = encoding.trim().toLowerCase()
  if (kind === 'base64') return Buffer.from(packed, 'base64')
  if (kind !== 'quoted-printable') return Buffer.from(packed, 'latin1')
  const joined = packed
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/=\n/g, '')
  const bytes = joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1')
}
