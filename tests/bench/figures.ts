/** What a bench answers with: figures beside their targets, and whatever else is worth keeping of the run. */
export interface Figure {
  what: string
  value: number
  unit: string
  /** Largest value that meets the target, and the one striven for. */
  most?: number
  strive?: number
  /** Smallest value that meets the target, for measures that should be large. */
  least?: number
}

export interface Measured {
  figures: Figure[]
  details?: unknown
}

/** Whether a figure meets its target; null where it has none. */
export function meets({ value, most, least }: Figure): boolean | null {
  if (most === undefined && least === undefined) return null
  return value <= (most ?? Infinity) && value >= (least ?? -Infinity)
}

/** Processor seconds spent by this process, all its threads together, and seconds on the clock, while doing something. */
export async function spent<T>(work: () => T | Promise<T>): Promise<{ value: T; cpu: number; clock: number }> {
  const [cpu, clock] = [process.cpuUsage(), performance.now()]
  const value = await work()
  const used = process.cpuUsage(cpu)
  return { value, cpu: (used.user + used.system) / 1e6, clock: (performance.now() - clock) / 1e3 }
}
