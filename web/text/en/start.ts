/** What the start screen, the list of debates and the settings say, and what is said when a page fails. */
import type { Estimate, SiteKey } from '../../../shared/api.ts'
import { dollars, n } from './number.ts'

export const start = {
  start: {
    title: 'See how a discussion argues.',
    lead: 'Paste a thread. Counterpoint finds the claims, what backs them and what answers them.',
    input: 'What to read',
    link: 'Link',
    text: 'Text',
    file: 'File',
    linkLabel: 'Address of the thread; several addresses, one per line, become one debate',
    linkPlaceholder: 'https://',
    textLabel: 'Text of the thread',
    textPlaceholder: 'Paste the discussion. Names, quotes (>) and replies are recognised where they are marked.',
    fileLabel: 'Saved pages or files of the thread',
    drop: 'Drop files here, or choose them',
    dropAnywhere: 'Drop to read these files',
    formats: 'Saved web pages, .json, .har, .txt, .md, .mbox, .eml, .csv',
    go: 'Map it',
    going: 'Sending…',
    remove: (name: string) => `Remove ${name}`,
    embedded: 'No model key is set: the built-in analyser will be used. It stays on this machine and finds less.',
    model: (name: string) => `${name} will read the thread: its posts are sent to the model’s service.`,
    builtInWhat: 'The built-in analyser stays on this machine and finds less.',
    auto: 'Model',
    builtIn: 'Built-in analyser',
    overnight: 'Overnight, at half the price',
    cost: 'What would it cost?',
    costing: 'Reading the thread…',
    costs: ({ posts, inputTokens, outputTokens, cost, seconds, cap }: Estimate) => {
      const price = cost === null ? 'at a price not known here' : `for about ${dollars(cost)}`
      const time =
        seconds === null ? '' : `, in about ${seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`}`
      const stops = cap > 0 && (cost ?? 0) > cap ? ` It would stop at the cap of ${dollars(cap)}.` : ''
      const limit =
        cap > 0 && cost === null ? ` Without a price the spending cap of ${dollars(cap)} can’t hold.` : stops
      return `${n(posts)} posts: about ${n(inputTokens)} tokens in and ${n(outputTokens)} out, ${price}${time}.${limit}`
    },
    recent: 'Recent debates',
    all: 'All debates',
    none: 'Debates you map appear here.',
    unreachable: 'The server does not answer. Start it again, then reload this page.',
    empty: 'Paste a link, the text of a thread, or choose a file.',
    tooLarge: 'These files are larger than 50 MB together. Send a part of them.',
  },
  status: {
    waiting: 'Waiting',
    running: 'Being analysed',
    done: 'Done',
    failed: 'Stopped by a problem',
    cancelled: 'Stopped',
  },
  library: {
    title: 'Debates',
    find: 'Find a debate',
    remove: 'Delete',
    removeSure: (title: string) => `Delete “${title}” and everything found in it?`,
    keep: 'Keep',
    removed: 'Deleted',
    none: 'No debates yet. Paste a thread to map the first one.',
    noneFound: 'No debate has these words in its title.',
    page: (from: number, to: number, of: number) => `${n(from)} to ${n(to)} of ${n(of)}`,
    next: 'Next',
    previous: 'Previous',
    new: 'New debate',
  },
  settings: {
    title: 'Settings',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    language: 'Language',
    keys: 'Single-letter shortcuts',
    keysWhat: 'Keys such as / for search and f for a branch of its own. Arrow keys work either way.',
    reader: 'Model that reads threads',
    readerWhat:
      'Without a key the built-in analyser does the work. The key is kept on the server and never shown again.',
    profile: 'Service',
    modelId: 'Model',
    address: 'Address of the service',
    key: 'Key',
    keyKept: { entered: 'A key is kept', environment: 'A key comes from the environment' },
    noKey: 'No key is set',
    forget: 'Forget the key',
    forgetFor: (site: string) => `Forget the key: ${site}`,
    siteKeys: 'Keys of sites',
    siteKeysWhat:
      'Some sites let programs read only with a key, or more with one. Keys are kept on the server and never shown again; an empty field leaves its key as it is.',
    sites: {
      GITHUB_TOKEN: { site: 'GitHub token', what: 'For discussions, and more than 60 requests an hour.' },
      YOUTUBE_KEY: { site: 'YouTube key', what: 'A key of the YouTube Data API; without one comments can’t be read.' },
      DISQUS_KEY: { site: 'Disqus key', what: 'An API key of Disqus; without one its comments can’t be read.' },
      STACK_EXCHANGE_KEY: { site: 'Stack Exchange key', what: '10,000 requests a day instead of 300.' },
      REDDIT_APP: {
        site: 'Reddit app',
        what: 'As id:secret, of an app that Reddit has approved; without one Reddit mostly refuses.',
      },
    } satisfies Record<SiteKey, { site: string; what: string }>,
    maxCost: 'Most US dollars for one debate (0: no limit)',
    save: 'Save',
    saved: 'Saved',
    about: 'About this server',
    analyser: 'Analyser of the next thread',
    store: 'Database',
    version: 'Version',
  },
  time: {
    now: 'just now',
    unknown: 'time not given',
    about: (when: string) => `about ${when}`,
    aboutWhy: 'Reckoned: the page gives an age, or a time without its zone',
  },
  error: {
    title: 'This page could not be shown',
    network: 'The server does not answer.',
    networkNext: 'Check that it runs, then try again.',
    again: 'Try again',
    start: 'Map another thread',
  },
}
