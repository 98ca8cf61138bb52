/** Which addresses the fetcher may connect to: only the public internet, whatever the address is written as. */
import ipaddr from 'ipaddr.js'

/** Thrown when a name or address leads into a private network. */
export class PrivateAddress extends Error {
  override name = 'PrivateAddress'
}

/** Thrown for a port where no web pages are served. */
export class OtherPort extends Error {
  override name = 'OtherPort'
}

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
  if (parsed.match(ipaddr.IPv6.parse('64:ff9b::'), 96)) return isPrivate(parsed.toByteArray().slice(12).join('.'))
  // The deprecated way of writing IPv4 inside IPv6 (RFC 4291 §2.5.5.1) leads to no public host.
  return range !== 'unicast' || parsed.match(ipaddr.IPv6.parse('::'), 96)
}

/** Ports of services that are no web servers and could be made to take a request for a message of their own (WHATWG Fetch §2.9). */
const OTHER_SERVICES = new Set(
  [
    1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
  ].map(String),
)

/** Whether web pages are served at `port` (a number in digits, empty for the usual one). */
export function isWebPort(port: string): boolean {
  return port === '' || port === '80' || port === '443' || (Number(port) >= 1024 && !OTHER_SERVICES.has(port))
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
