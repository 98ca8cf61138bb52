/** Which addresses the fetcher may connect to: only the public internet, whatever the address is written as. */
import ipaddr from 'ipaddr.js'

/** Public by its range, but a cloud's machines answer there with their secrets (Azure's wire server). */
const METADATA = new Set(['168.63.129.16'])

/** Whether `address` (IPv4 or IPv6, with or without brackets or zone) is anything but a public host. */
export function isPrivate(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return true
  const parsed = ipaddr.parse(bare)
  if (parsed instanceof ipaddr.IPv4) return parsed.range() !== 'unicast' || METADATA.has(parsed.toString())
  const range = parsed.range()
  if (range === 'ipv4Mapped') return isPrivate(parsed.toIPv4Address().toString())
  // Translated addresses (RFC 6052) are how a network without IPv4 reaches public IPv4 hosts: the last 32 bits decide.
  if (range === 'rfc6052') return isPrivate(parsed.toByteArray().slice(12).join('.'))
  return range !== 'unicast'
}

export function isIpLiteral(host: string): boolean {
  return ipaddr.isValid(host.replace(/^\[|\]$/g, ''))
}

/** Whether the operator opened `host` (at `port`): entries are `host` or `host:port`. */
export function isAllowed(host: string, port: string, allowed: string[]): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  return allowed.some((entry) => {
    const item = entry.toLowerCase()
    return item === name || item === `${name}:${port}` || item === `[${name}]:${port}`
  })
}
