/** The server as Vite's development server wants it: without a port of its own. */
import { readConfig } from './config.ts'
import { type Opened, openServer } from './open.ts'

export function open(): Promise<Opened> {
  return openServer(readConfig(process.env))
}
