/**
 * Which texts of a collection share terms, through an inverted index: the terms of one text are looked up, and what each
 * is worth is added up for every other text that has it (J. Zobel, A. Moffat, "Inverted Files for Text Search Engines",
 * ACM Computing Surveys 38, 2006). A term is worth more the fewer texts have it (K. Spärck Jones, "A statistical
 * interpretation of term specificity and its application in retrieval", Journal of Documentation 28, 1972).
 */
export class InvertedIndex {
  /** Numbers of the terms of each text. */
  readonly #rows: Int32Array[] = []
  /** Texts by term, ascending. */
  readonly #texts: number[][] = []
  readonly #worth: Float64Array
  readonly #most: number
  readonly #sums: Float64Array
  readonly #others: Int32Array
  readonly #wholes: Float64Array

  /** `rows`: the different terms of each text. `most`: terms in more texts than this are not looked up. */
  constructor(rows: Iterable<ReadonlySet<string>>, most: number) {
    const numbers = new Map<string, number>()
    for (const row of rows) this.#rows.push(this.#add(row, numbers))
    const count = this.#rows.length
    this.#worth = Float64Array.from(this.#texts, (texts) => Math.log(1 + count / texts.length))
    this.#most = most
    this.#sums = new Float64Array(count)
    this.#others = new Int32Array(count)
    this.#wholes = Float64Array.from(this.#rows, (row) =>
      row.reduce((sum, term) => sum + (this.#worth[term] as number), 0),
    )
  }

  /** The terms of one more text by number; new terms get the next numbers. */
  #add(row: ReadonlySet<string>, numbers: Map<string, number>): Int32Array {
    const found = new Int32Array(row.size)
    let at = 0
    row.forEach((term) => {
      const number = numbers.get(term) ?? this.#texts.push([]) - 1
      if (number === numbers.size) numbers.set(term, number)
      this.#texts[number]?.push(this.#rows.length)
      found[at++] = number
    })
    return found
  }

  /** What all terms of a text are worth. */
  whole(text: number): number {
    return this.#wholes[text] ?? 0
  }

  /**
   * Calls `use` with the texts that share a looked-up term with this one, and with what they share, by text. Both lists
   * are filled anew for the next text.
   */
  sharing<T>(text: number, use: (others: Int32Array, shared: Float64Array) => T): T {
    const [sums, others] = [this.#sums, this.#others]
    let count = 0
    for (const term of this.#rows[text] ?? NONE) {
      const texts = this.#texts[term] as number[]
      if (texts.length > this.#most) continue
      const worth = this.#worth[term] as number
      for (let nth = 0; nth < texts.length; nth++) {
        const other = texts[nth] as number
        if (other === text) continue
        const sum = sums[other] as number
        if (sum === 0) others[count++] = other
        sums[other] = sum + worth
      }
    }
    const found = others.subarray(0, count)
    const answer = use(found, sums)
    for (let nth = 0; nth < count; nth++) sums[found[nth] as number] = 0
    return answer
  }
}

const NONE = new Int32Array(0)
