/** Connections that reach only the public internet: checked when the socket is made, so redirects and rebinding names are covered. */
import { lookup as resolve, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { isAllowed, isIpLiteral, isPrivate, isWebPort, OtherPort, PrivateAddress } from './address.ts'

type Resolve = (host: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void

const system: Resolve = (host, done) => resolve(host, { all: true }, (error, addresses) => done(error, addresses ?? []))

/** A look-up that hands out nothing but public addresses: a name with one private address is refused altogether. */
function publicOnly(resolveName: Resolve): LookupFunction {
  return (host, options, done) => {
    resolveName(host, (error, addresses) => {
      const hidden = addresses.find((one) => isPrivate(one.address))
      const failure =
        error ??
        (hidden === undefined ? null : new PrivateAddress(`${host} is ${hidden.address}`)) ??
        (addresses.length === 0 ? new Error(`${host} has no address`) : null)
      if (failure !== null) done(failure, [])
      else if (options.all === true) done(null, addresses)
      else done(null, (addresses[0] as LookupAddress).address, (addresses[0] as LookupAddress).family)
    })
  }
}

/** `allowed`: hosts the operator opened, see `isAllowed`. `resolveName` stands in for the system's resolver in tests. */
export function guardedAgent(allowed: string[], timeout: number, resolveName: Resolve = system): Agent {
  const open = buildConnector({ timeout })
  const guarded = buildConnector({ timeout, lookup: publicOnly(resolveName) })
  return new Agent({
    connections: 4,
    headersTimeout: timeout,
    bodyTimeout: timeout,
    connect(options, done) {
      const port = options.port === '' ? (options.protocol === 'https:' ? '443' : '80') : options.port
      if (isAllowed(options.hostname, port, allowed)) return open(options, done)
      if (isIpLiteral(options.hostname) && isPrivate(options.hostname)) {
        return done(new PrivateAddress(`${options.hostname} is not public`), null)
      }
      // Before any name is looked up: what a name leads to is not told to who asks for a port like this.
      if (!isWebPort(port)) return done(new OtherPort(`${options.hostname}:${port} is no web server`), null)
      return guarded(options, (...result) => {
        const [error, socket] = result
        if (error === null && isPrivate(socket.remoteAddress ?? '')) {
          socket.destroy()
          return done(new PrivateAddress(`${options.hostname} led to ${socket.remoteAddress}`), null)
        }
        return done(...result)
      })
    },
  })
}
