/** One set of icons, drawn on a 16-pixel grid with the colour of the text around them. */
const PATHS = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  undercut: 'M8 1.8 14.2 8 8 14.2 1.8 8zM5.6 10.4l4.8-4.8',
  sheet: 'M4 1.8h5.5L12.5 5v9.2H4zM9.3 2v3.2h3M6 8.2h4.4M6 10.9h4.4',
  chart: 'M2.5 13.5h11M4.5 11V8M8 11V3.5M11.5 11V6',
  study: 'M6 2h4M7 2v4L3.4 12.6a1 1 0 0 0 .9 1.4h7.4a1 1 0 0 0 .9-1.4L9 6V2M5 10h6',
  person: 'M8 8.2a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8zM2.8 14c.5-2.6 2.5-4 5.2-4s4.7 1.4 5.2 4',
  badge: 'M8 9.2a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8zM5.8 8.6 5 14l3-1.7L11 14l-.8-5.4',
  example: 'M3 4.5h10M3 8h10M3 11.5h6',
  issue: 'M2.5 3h11v7.5H8L5 13.2v-2.7H2.5z',
  quote: 'M2.5 3.5h11v7h-6L5 13v-2.5H2.5z',
  reply: 'M6.5 4 2.5 7.5l4 3.5M3 7.5h6a4 4 0 0 1 4 4v1',
  dot: 'M8 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z',
  ring: 'M8 2.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8z',
  half: 'M8 2.4a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8 2.4zM8 2.4v11.2',
  'no-sheet': 'M4 2h5l3.4 3.3V14H4z',
  shield: 'M8 1.8 13 3.5v4c0 3.2-2 5.5-5 6.7-3-1.2-5-3.5-5-6.7v-4zM5.6 7.8l1.7 1.7 3-3.2',
  cross: 'M4 4l8 8M12 4l-8 8',
  chevron: 'M6 3l5 5-5 5',
  back: 'M10 3 5 8l5 5',
  search: 'M7 2.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8zM10.4 10.4l3.2 3.2',
  export: 'M8 10V2.2M5 5l3-3 3 3M2.6 9.5v4h10.8v-4',
  download: 'M8 2.2V10M5 7l3 3 3-3M2.6 9.5v4h10.8v-4',
  print: 'M4.5 6V2.2h7V6M4.5 11.5H2.6V6h10.8v5.5h-1.9M4.5 9.5h7v4.3h-7z',
  moon: 'M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M12.6 3.4l-1.1 1.1M4.5 11.5l-1.1 1.1',
  link: 'M6.6 9.4a2.6 2.6 0 0 0 3.8 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.4 6.6a2.6 2.6 0 0 0-3.8 0L3.4 8.8a2.6 2.6 0 0 0 3.7 3.7l.8-.8',
  out: 'M9 3h4v4M13 3 7.5 8.5M11 9.5V13H3V5h3.5',
  tree: 'M3 3h10M5.5 8H13M8 13h5M3 3v10',
  map: 'M3.4 6.4a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2zM12.4 1.8a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2zM12.4 11a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2zM5 7.4 10.9 4M5 8.7l5.9 3.2',
  posts: 'M2.5 3h11M2.5 6.3h11M2.5 9.6h11M2.5 13h6',
  focus: 'M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z',
  branch: 'M3 2.5v11M3 5h4.5M3 11h4.5M7.5 3.5h5.5v3H7.5zM7.5 9.5h5.5v3H7.5z',
  dots: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 7.4v3.4M8 5.1h.01',
  warning: 'M8 2.2 14.4 13.5H1.6zM8 6.5v3.3M8 11.6h.01',
  file: 'M4 1.8h5.5L12.5 5v9.2H4zM9.3 2v3.2h3',
  trash: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9M6.8 7v4M9.2 7v4',
  gear: 'M2.5 4.8h6.2M12.3 4.8h1.2M10.5 3a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6zM2.5 11.2h1.2M7.3 11.2h6.2M5.5 9.4a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z',
  people:
    'M5.8 7.6a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM1.6 13c.4-2.2 2-3.4 4.2-3.4s3.8 1.2 4.2 3.4M10.6 7.4a2 2 0 1 0 0-4M11.6 9.7c1.6.3 2.6 1.4 2.9 3.3',
  check: 'M3 8.5 6.5 12 13 4.5',
  pen: 'M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z',
  pin: 'M5.5 2.2h5M6.5 2.2v4L4.2 8.8v1h7.6v-1L9.5 6.2v-4M8 9.8v4.2',
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  again: 'M13.2 8A5.2 5.2 0 1 1 11.6 4.3L13.4 6M13.4 2.6V6H10',
  undo: 'M6 3 2.8 6.2 6 9.4M3 6.2h6.2a3.6 3.6 0 0 1 0 7.2H6',
  keyboard: 'M1.8 4.2h12.4v7.6H1.8zM4 6.5h.01M6.7 6.5h.01M9.3 6.5h.01M12 6.5h.01M5 9.5h6',
} as const

export type IconName = keyof typeof PATHS

const DASHED = new Set<IconName>(['ring', 'no-sheet'])

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} stroke-dasharray={DASHED.has(name) ? '2.6 2.2' : undefined} />
      {name === 'half' && <path d="M8 2.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor" stroke="none" />}
    </svg>
  )
}

export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      <path class="logo-for" d="M4 5.5h11.5v8H10l-3.4 3v-3H4z" />
      <path class="logo-against" d="M22 10.5v8h-2.6v3l-3.4-3h-5.5v-3H17a1.6 1.6 0 0 0 1.6-1.6v-3.4z" />
    </svg>
  )
}
