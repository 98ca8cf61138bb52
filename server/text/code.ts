/**
 * Passages that came from a program or are meant for one, pasted without any mark: code, logs, stack traces, settings,
 * tables. Told line by line by how they look (many symbols, names in one word, few function words), as plain text classifiers
 * for mails do (Bacchelli, D'Ambros, Lanza, "Extracting Source Code from E-Mails", ICPC 2010); lines in doubt go with the
 * lines beside them.
 */
import type { Range } from '../../shared/thread.ts'
import { tokens } from './tokens.ts'

/** What some line must hold before lines are looked at one by one. */
const WORTH_A_LOOK =
  /[{}<>=|\\;_]|\w\(|::|\/\w+\/|\d:\d\d|\[\w+\]|\t|\S {2,}\S|^\s+at |^\$ |^diff |^@@ |(?:error|warning|fatal|ERR!|WARN)\b|^[\w-]+:[ \t]*\S*$/m
/** What a line must hold to be looked at. */
const MARKED = /[^\s\p{L}\p{N}.,!?'’“”…-]|[A-Z]{3}|\s{3}|\t|^\s|^\S+$/u
/** So many characters of a line tell what it is. */
const MOST_LOOKED_AT = 300
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/gi

/** What no person writes, however many words of a language stand beside it: traces, log lines, prompts, heads of changes. */
const FROM_PROGRAM = [
  /^\s*at [\w$.<>/]+\s?\(/,
  /^\s*File "[^"\n]+", line \d/,
  /^(?:Traceback \(|Caused by: \w|Exception in thread)/,
  /^\s*(?:\w+\.)+\w*(?:Exception|Error)\b/,
  /^\W*(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b[\]:\s-]+\S*[\w.]*[\W\d_]/,
  /^\s*\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/,
  /^\s*\[?\d\d:\d\d:\d\d(?:[.,]\d+)?\]?\s/,
  /^[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d \S/,
  /^\s*\[ *\d+\.\d+\]/,
  /^(?:npm|yarn|pip|cargo|make(?:\[\d+\])?)(?: ERR!| WARN|: \*\*\*)/,
  /^(?:error|warning|fatal)(?:\[\w+\])?: /,
  /^\s*(?:\$|>>>|PS [A-Z]:\\\S*>|\w+@\w[\w.-]*[:~]\S*[$#]) +\S/,
  /^(?:diff --git |index [0-9a-f]{7,}\.\.|@@ -\d|\+\+\+ \S|--- [ab]\/)/,
]
/** What shows code where hardly any function word stands beside it. */
const IN_CODE = [
  /[)\]"'}\d]\s*;\s*(?:\/\/.*)?$/,
  /\{\s*$|^\s*[}\])]+[;,)]*\s*$/,
  /->|=>|::|&&|\|\||[=!<>]=|:=|\$\{|\{\{|\(\)|\[\]/,
  /<\/?[a-z][\w:-]*(?:\s[^<>]*)?\/?>/i,
  /^\s*(?:[\w*&<>,.[\]]+\s+){0,3}[\w.$[\]"'-]+\s*[:+*|-]?=\s*(?:["'`\d[{(<]|-\d|\w+[.(:]\w|\w+(?: [-+*/] \w+)*;$|\w+ [-+*/] \w)/,
  /^\s*\w+[_.]\w+\s*=\s*\S/,
  /^\s*(?:import|from|#include|using|package|def|class|function|func|fn|let|const|var|public|private|protected|static|return|if|for|while|switch|try|catch|except|elif|else|SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|WHERE)\b.*[({;=]/,
  /\w[._]\w+\([^)]*\)/,
  /^\s*(?:["'][\w-]+["']|[a-z][\w-]*[._-][\w.-]+)\s*:\s*\S/,
  /^\s*\|.*\||\S\s*\|\s*\S.*\|\s*\S/,
  /^\s*[|+]?[-=+:|]{3,}[-=+:|\s]*$/,
  /\S(?:\t+| {3,})\S.*(?:\t+| {3,})\S/,
]
/** "key: value" of settings and reports of errors; so many lines of the kind in a row are no sentences. */
const SETTING = /^[\s-]*[\w.-]+(?: [\w.-]+)?:(?:\s+\S+){0,4}\s*$/
const IN_A_ROW = 3
/** What may be code beside code: comments, indented lines. */
const PERHAPS = [
  SETTING,
  /^\s*(?:\/\/|\/\*|\*\/|#|--|<!--|;;)/,
  /^(?: {4,}|\t)/,
  /^\s*(?:import|return|def|else|end|begin|fi|done|break|continue|pass)\b/,
  /^\S+$/,
  /^\s*\[[\w.-]+\]\s*$/,
]
/** Names in one word (camelCase, snake_case, a.b.c, paths, flags, numbers in hexadecimals). */
const NAME =
  /^\W*(?:[a-z]+[A-Z]\w*|\w+_\w+|\w+(?:\.\w+){2,}|~?\.{0,2}(?:\/[\w.@-]+){2,}\/?|--?[a-z][\w-]*(?:=\S*)?|0x[0-9a-f]+|[0-9a-f]{8,}|\w+\(\S*\)|\S+=\S+)\W*$/
const SYMBOL = /[{}()[\]<>;=|\\/&$#@*_+^~%`]/g

/** Most function words among the words of a line of code; among those of a line a program wrote; of a line in doubt. */
const FEW = 0.15
const SOME = 0.45
const NEXT_TO_NONE = 0.1
/** Share of characters that are symbols, from which a line without function words is no prose; and of names among its words. */
const MANY_SYMBOLS = 0.25
const MANY_NAMES = 0.5

type Look = 'code' | 'perhaps' | 'prose' | 'blank'

/** Passages of whole lines from `from` on that are no prose. `functionWords`: of the languages the text may be in. */
export function codeRanges(text: string, from: number, functionWords: ReadonlySet<string>): Range[] {
  if (!WORTH_A_LOOK.test(text)) return []
  const lines: Line[] = linesFrom(text, from).map((range) => ({
    ...range,
    look: lookOf(text.slice(range.start, range.end), functionWords),
  }))
  settle(lines, text)
  if (!lines.some(({ look }) => look === 'code')) return []
  for (const order of [lines, lines.toReversed()]) {
    let beside: Look = 'prose'
    for (const line of order) {
      if (line.look === 'perhaps' && beside === 'code') line.look = 'code'
      if (line.look !== 'blank') beside = line.look
    }
  }
  return lines.filter(({ look }) => look === 'code').map(({ start, end }) => ({ start, end }))
}

interface Line extends Range {
  look: Look
}

/** Settings stand in rows. */
function settle(lines: Line[], text: string): void {
  let row: Line[] = []
  for (const line of [...lines, null]) {
    if (line?.look === 'blank') continue
    if (line?.look === 'perhaps' && SETTING.test(text.slice(line.start, line.end))) {
      row.push(line)
      continue
    }
    if (row.length >= IN_A_ROW) for (const one of row) one.look = 'code'
    row = []
  }
}

function linesFrom(text: string, from: number): Range[] {
  const found: Range[] = []
  for (let start = from; start < text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    found.push({ start, end })
    start = end + 1
  }
  return found
}

function lookOf(written: string, functionWords: ReadonlySet<string>): Look {
  if (written.trim() === '') return 'blank'
  if (!MARKED.test(written)) return 'prose'
  const line = written.slice(0, MOST_LOOKED_AT).replace(ADDRESS, 'address')
  if (line.includes('address') && !/[^\W_]/.test(line.replaceAll('address', ''))) return 'prose'
  const words = tokens(line)
  const share = words.filter(({ lower }) => functionWords.has(lower)).length / Math.max(1, words.length)
  if (FROM_PROGRAM.some((sign) => sign.test(line))) return share <= SOME ? 'code' : 'prose'
  if (share > FEW) return 'prose'
  if (IN_CODE.some((sign) => sign.test(line)) || isDense(line)) return 'code'
  return share <= NEXT_TO_NONE && PERHAPS.some((sign) => sign.test(line)) ? 'perhaps' : 'prose'
}

/** Whether most of a line is symbols or names in one word. */
function isDense(line: string): boolean {
  const bare = line.replace(/\s+/g, '')
  if ((line.match(SYMBOL)?.length ?? 0) >= MANY_SYMBOLS * bare.length) return true
  const pieces = line.trim().split(/\s+/)
  return pieces.length > 1 && pieces.filter((piece) => NAME.test(piece)).length >= MANY_NAMES * pieces.length
}
