/** Numbers and prices as German writes them. */
const number = new Intl.NumberFormat('de')
export const n = (value: number): string => number.format(value)
export const dollars = (value: number): string => {
  const digits = value < 0.1 ? 3 : 2
  const plain = new Intl.NumberFormat('de', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return `${plain.format(Math.max(0.001, value))} $`
}
export const many = (value: number, one: string, more: string): string => `${n(value)} ${value === 1 ? one : more}`
