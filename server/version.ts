/** The version of this program, as `package.json` says it. */
import { readFileSync } from 'node:fs'
import { fileInPackage } from './package.ts'

export const VERSION: string = JSON.parse(readFileSync(fileInPackage('package.json'), 'utf8')).version
