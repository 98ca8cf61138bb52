/** A person as two letters. */
import { words } from '../text/index.ts'

export function Face({ name }: { name: string | null }) {
  return (
    <span class="face-of" aria-hidden="true" title={name ?? words.value.nobody}>
      {initials(name)}
    </span>
  )
}

function initials(name: string | null): string {
  if (name === null) return '?'
  const parts = name.split(/[\s_.-]+/).filter((part) => /^[\p{L}\p{N}]/u.test(part))
  const letters = parts.length > 1 ? parts.slice(0, 2).map((part) => part.slice(0, 1)) : [name.slice(0, 2)]
  return letters.join('').toUpperCase()
}
