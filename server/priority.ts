/** Who waits where processors are scarce. */
import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'

/** How much more patient than others (setpriority(2)): beside a busy thread of usual priority, a third of what that one gets. */
const PATIENCE = 5

/**
 * Lets the thread that calls this stand back behind those of usual priority. Only where threads have priorities of their own
 * (Linux); it can't be taken back without a privilege.
 */
export function standBack(): void {
  const thread = ownThread()
  if (thread === null) return
  try {
    setPriority(thread, PATIENCE)
  } catch {
    // Where it is not allowed, the thread computes beside the others as any would.
  }
}

/** The number the system gave this thread; null where it is not told, or told for somebody else's view of the processes. */
function ownThread(): number | null {
  try {
    const [owner, , thread] = readlinkSync('/proc/thread-self').split('/')
    return Number(owner) === process.pid ? Number(thread) : null
  } catch {
    return null
  }
}
