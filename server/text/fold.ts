/** One text with typographic variants folded away, and for each of its characters the place it came from. */
interface Folded {
  text: string
  /** `at[i]` is the offset in the original of `text[i]`; one entry more than `text` has characters. */
  at: number[]
}

/** Characters that show nothing: soft hyphen, zero-width, bidirectional and tag characters, variation selectors. */
export const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu

const SAME: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': "'",
  '\u201B': "'",
  '\u2032': "'",
  '`': "'",
  '\u00B4': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u201F': '"',
  '\u2033': '"',
  '\u00AB': '"',
  '\u00BB': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u2026': '...',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
}

/** Folds white space to single blanks, quotes, dashes and ellipses to ASCII, and letters to lower case; drops `*`, `_` and invisible characters. */
export function fold(text: string): Folded {
  const at: number[] = []
  const parts: string[] = []
  let blank = true
  const invisible = new Set<number>()
  for (const found of text.matchAll(INVISIBLE)) {
    for (let i = 0; i < found[0].length; i += 1) invisible.add(found.index + i)
  }
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] as string
    if (invisible.has(i) || char === '*' || char === '_') continue
    if (/\s/.test(char)) {
      if (blank) continue
      parts.push(' ')
      at.push(i)
      blank = true
      continue
    }
    const lower = SAME[char] ?? char.toLowerCase()
    for (let k = 0; k < lower.length; k += 1) at.push(i)
    parts.push(lower)
    blank = false
  }
  at.push(text.length)
  return { text: parts.join(''), at }
}
