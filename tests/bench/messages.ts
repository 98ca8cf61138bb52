/** The local Messages server as a process of its own, so that its memory is not counted as ours. It answers at once. */
import { startMessagesServer } from '../messages-server/server.ts'

const { url } = await startMessagesServer({ latency: { wait: 0, token: 0 } })
console.log(url)
