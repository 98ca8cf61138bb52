/** Numbers and prices as English writes them. */
const number = new Intl.NumberFormat('en')
export const n = (value: number): string => number.format(value)
export const dollars = (value: number): string =>
  `$${value < 0.1 ? Math.max(0.001, value).toFixed(3) : value.toFixed(2)}`
export const many = (value: number, one: string, more: string): string => `${n(value)} ${value === 1 ? one : more}`
