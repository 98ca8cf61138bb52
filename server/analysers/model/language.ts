const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** English name of a language for a model to read; for null or a tag that names none, the language of what it reads. */
export function languageName(tag: string | null): string {
  try {
    return (tag === null ? undefined : names.of(tag)) ?? 'the language they were written in'
  } catch {
    return 'the language they were written in'
  }
}
