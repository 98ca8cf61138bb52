/** Numbers in a text, as values to compare. */

const NUMBER = /(?<![\p{L}\p{N}.])\d[\d,. ]*\d|\d/gu

/** Every number written in digits, thousands marks dropped ("1,200" and "1200" are one), in order. */
export function numbers(text: string): string[] {
  return [...text.matchAll(NUMBER)].map((match) =>
    match[0].replace(/(?<=\d)[, ](?=\d{3}(?!\d))/g, '').replace(/[,\s]/g, ''),
  )
}
