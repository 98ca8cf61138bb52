/** Listens on a channel of PostgreSQL over a connection of its own, again and again when that is lost. */
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'

export interface Listening {
  close(): Promise<void>
}

/** Pause before connecting again, in milliseconds. */
const PAUSE = 1000

/** `heard` gets the payload of each notification; `listening` is called whenever listening has begun. */
export function listenTo(
  url: string,
  channel: string,
  { heard, listening }: { heard: (payload: string) => void; listening: () => void },
): Listening {
  const closing = new AbortController()

  async function session(): Promise<void> {
    const client = new Client({ connectionString: url, keepAlive: true })
    const ended = new Promise<void>((resolve, reject) => {
      client.on('error', reject)
      client.on('end', resolve)
    })
    client.on('notification', ({ payload }) => heard(payload ?? ''))
    const end = (): void => void client.end().catch(() => undefined)
    closing.signal.addEventListener('abort', end)
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      listening()
      await ended
    } finally {
      closing.signal.removeEventListener('abort', end)
      end()
    }
  }

  async function sessions(): Promise<void> {
    while (!closing.signal.aborted) {
      await session().catch((thrown: unknown) => {
        if (!closing.signal.aborted) console.error(`PostgreSQL: listening again after: ${String(thrown)}`)
      })
      await wait(PAUSE, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
    }
  }

  const done = sessions()
  return {
    async close() {
      closing.abort()
      await done
    },
  }
}
