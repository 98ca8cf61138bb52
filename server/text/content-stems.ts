/** The words a text is about, as stems; remembers what it has worked out, for texts of one debate use the same words. */
import { eachWord } from './compared.ts'
import { contentWords } from './content-words.ts'
import { stem } from './stem.ts'

export class ContentStems {
  readonly #known = new Map<string, string | null>()

  /** The stem of a word in its compared form, or null when the word carries no content. */
  stem(word: string): string | null {
    const known = this.#known.get(word)
    if (known !== undefined) return known
    const found = contentWords(word).length === 0 ? null : stem(word)
    this.#known.set(word, found)
    return found
  }

  /** Stems of the content words of `text`, each once. */
  of(text: string): Set<string> {
    const found = new Set<string>()
    eachWord(text, (word) => {
      const one = this.stem(word)
      if (one !== null) found.add(one)
    })
    return found
  }
}
