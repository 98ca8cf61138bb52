/** Where the files are that ship with the program, whether it runs from source or from `dist`. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const ROOT = rootAbove(import.meta.dirname)

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('package.json was not found above the program')
  return rootAbove(above)
}

/** The path of a file of the package, given from its top level. */
export function fileInPackage(path: string): string {
  return join(ROOT, path)
}
