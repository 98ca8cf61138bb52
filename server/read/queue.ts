/** One request at a time to each host, with a gap between them, and silence while a host asked for it. */

const GAP = 250
const MOST_LANES = 500

interface Lane {
  tail: Promise<unknown>
  /** When the next request may start, as `Date.now()` counts. */
  free: number
  /** Requests that run or wait. */
  using: number
}

/** How many seconds a host may still want to be left alone when a turn has come; `refuse` throws what is said of more. */
export interface Patience {
  seconds: number
  refuse: (seconds: number) => never
}

export interface Turns {
  /**
   * Runs `work` when the requests to `host` before it are done and `gap` milliseconds have passed since the last began. What
   * the host wants is looked at when its turn has come: the requests before it may have been told so while it waited.
   */
  run<T>(
    host: string,
    gap: number | undefined,
    signal: AbortSignal,
    patience: Patience,
    work: () => Promise<T>,
  ): Promise<T>
  /** The host asked to be left alone for `seconds`. */
  quiet(host: string, seconds: number): void
}

export class HostQueue implements Turns {
  private readonly lanes = new Map<string, Lane>()

  async run<T>(
    host: string,
    gap: number | undefined,
    signal: AbortSignal,
    patience: Patience,
    work: () => Promise<T>,
  ): Promise<T> {
    const lane = this.lanes.get(host) ?? { tail: Promise.resolve(), free: 0, using: 0 }
    this.lanes.set(host, lane)
    lane.using++
    const turn = lane.tail.then(async () => {
      const wait = this.wait(host)
      if (wait > patience.seconds) patience.refuse(wait)
      await pause(lane.free - Date.now(), signal)
      lane.free = Math.max(lane.free, Date.now() + (gap ?? GAP))
      return work()
    })
    lane.tail = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      lane.using--
      if (this.lanes.size > MOST_LANES) this.forgetIdle()
    }
  }

  /** Hosts that nothing waits for and that may be asked again need no memory. */
  private forgetIdle(): void {
    for (const [host, lane] of this.lanes) if (lane.using === 0 && lane.free <= Date.now()) this.lanes.delete(host)
  }

  quiet(host: string, seconds: number): void {
    const lane = this.lanes.get(host)
    if (lane !== undefined) lane.free = Math.max(lane.free, Date.now() + seconds * 1000)
  }

  /** Seconds `host` still wants to be left alone. */
  wait(host: string): number {
    return Math.max(0, ((this.lanes.get(host)?.free ?? 0) - Date.now()) / 1000)
  }
}

/** Resolves after `milliseconds`, rejects with the signal's reason when that comes first. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    if (signal.aborted) return fail(signal.reason as Error)
    if (milliseconds <= 0) return done()
    const stop = () => {
      clearTimeout(timer)
      fail(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      done()
    }, milliseconds)
    signal.addEventListener('abort', stop, { once: true })
  })
}
