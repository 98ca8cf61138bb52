/** What is said while a debate is read, and on the views Thread, People, Coverage and Export. */
import type { ExportFormat, Stage } from '../../../shared/api.ts'
import type { Fate } from '../../../shared/findings.ts'
import type { Call, Summary } from '../../../shared/debate.ts'
import { dollars, many, n } from './number.ts'

const stages: Record<Stage, string> = {
  read: 'Read the thread',
  fold: 'Fold repeated posts',
  extract: 'Find claims',
  merge: 'Merge repeats',
  relate: 'Link claims',
  summarise: 'Summarise',
}

const fates: Record<Fate['fate'], string> = {
  mapped: 'On the map',
  repeat: 'Repeats of earlier posts',
  'no argument': 'No argument found',
  declined: 'Declined by the model',
  failed: 'Could not be analysed',
}

export const screens = {
  progress: {
    title: 'Reading the thread',
    stages,
    of: (done: number, of: number | null) => (of === null ? n(done) : `${n(done)} of ${n(of)}`),
    stop: 'Stop and keep this',
    stopping: 'Stopping…',
    waiting: 'Waiting for its turn',
    found: (value: number) => `${many(value, 'claim', 'claims')} so far`,
    now: (stage: string, done: number, of: number | null) =>
      `${stage}: ${of === null ? n(done) : `${n(done)} of ${n(of)}`}`,
  },
  partial: {
    stopped: (done: number, of: number) => `Stopped after ${n(done)} of ${many(of, 'post', 'posts')}`,
    early: 'Stopped before the end',
    unjoined: 'Every post was read; repeats, links and the summary may be missing.',
    kept: (claims: number, left: number) =>
      `${many(claims, 'claim', 'claims')} found so far ${claims === 1 ? 'is' : 'are'} on the map; ${many(left, 'post is', 'posts are')} not in it yet.`,
    because: (reasons: string[]) => `Why: ${reasons.join('; ')}.`,
    apart: (left: number) =>
      `${left === 1 ? 'A post' : `${n(left)} posts`} taken out of ${left === 1 ? 'its fold waits' : 'their folds wait'} to be read`,
    onlyApart: (left: number, cost: number | null) =>
      `“Try the rest again” reads only ${left === 1 ? 'this post' : 'these posts'} and sees what that changes${cost === null ? '' : `, for ${dollars(cost)} at most, by what this map has cost`}.`,
    notUnderstood: (left: number, of: number) => `${n(left)} of ${many(of, 'post', 'posts')} not understood`,
    onlySeen:
      'The built-in analyser does not know their language: of these posts it saw only quotes, numbers and links. A model can read them.',
    again: 'Try the rest again',
    builtIn: 'Finish with the built-in analyser',
    keep: 'Keep as it is',
    failed: 'This debate could not be analysed',
    missing: 'Part of the thread could not be read',
    articleOnly: 'No comments were found on this page; only its article was read',
    openIt: 'If there is a discussion, open it, save the page with the comments shown and drop it on the first screen.',
  },
  readAgain: {
    button: 'Read again',
    read: 'Read',
    what: 'Reads the sources once more, with what was written since. The map stays until the new one is there, and your corrections are applied to it.',
    failed: 'It could not be read again; this is the map of before',
    stopped: 'Reading again was stopped; this is the map of before',
    news: (posts: number, claims: number) =>
      posts + claims === 0
        ? 'Read again: nothing new'
        : `Read again: ${many(posts, 'new post', 'new posts')}, ${many(claims, 'new claim', 'new claims')}`,
    more: 'Read more',
    moreWhat:
      'Goes on where reading ended; what is there already is not asked for again. The map stays until the larger one is there.',
    on: {
      failed: 'It could not be read on; this is the map of before',
      stopped: 'Reading on was stopped; this is the map of before',
      news: (posts: number, claims: number) =>
        posts === 0
          ? 'Read on: nothing more came this time'
          : `Read on: ${many(posts, 'new post', 'new posts')}, ${many(claims, 'new claim', 'new claims')}`,
    },
    lost: (value: number) => many(value, 'correction no longer applies', 'corrections no longer apply'),
    show: 'Show what is new',
    close: 'Close',
  },
  empty: {
    title: (posts: number) => `No claims found in ${many(posts, 'post', 'posts')}`,
    short: 'The text is very short. A discussion of several posts gives a map.',
    oneVoice: 'Only one person speaks here, and nothing was found that others could accept or reject.',
    other: 'Nothing was found that others could accept or reject. The posts are in the thread view.',
    thread: 'Read the thread',
    filter: 'No claim passes this filter.',
  },
  thread: {
    label: 'Thread',
    of: (at: number, of: number) => `Post ${n(at)} of ${n(of)}`,
    repeat: {
      exact: 'Same text as',
      near: 'Nearly the same as',
      partial: 'Partly the same as',
      'cross-post': 'Also posted as',
    },
    alike: (share: number) => `${n(Math.floor(share * 100))} % of the words`,
    differs: 'what differs is marked',
    earlier: 'Show earlier posts',
    later: 'Show later posts',
    deleted: 'This post was deleted.',
    guess: 'Reply guessed from the order of posts',
    article: 'Article under discussion',
    replyTo: (who: string) => `to ${who}`,
    score: (votes: number) => `score ${n(votes)}`,
    scoreWhy: 'As the site counts votes for and against the post',
    agreement: (votes: number) => `agreement ${n(votes)}`,
    agreementWhy: 'Votes on whether the post is right, counted apart from its score',
    concession: 'Concession',
    question: 'Question',
    openQuestion: 'Open question',
  },
  people_: {
    title: 'People',
    lead: 'Who said how much, and who answered whom. Who wrote the posts without a name is not known; they are one line.',
    name: 'Name',
    posts: 'Posts',
    claims: 'Claims',
    answered: 'Answered',
    answeredBy: 'Answered by',
    unanswered: 'Unanswered claims',
    concessions: 'Concessions',
    changed: 'changed their mind',
    show: (name: string) => `Show only claims of ${name}`,
    neverAnsweredBy: 'Never answered by',
    asked: 'Asked, without an answer',
    score: 'Score of their posts',
    voted: 'Sides the site records',
    votes: (pro: number, con: number, neither: number) =>
      [pro > 0 && `${n(pro)} for`, con > 0 && `${n(con)} against`, neither > 0 && `${n(neither)} neither`]
        .filter((part) => part !== false)
        .join(', '),
    side: { pro: 'For', con: 'Against', neutral: 'Neither' },
    stances: 'For, against the question',
    sides: (pro: number, con: number) => `${many(pro, 'main point', 'main points')} for, ${n(con)} against`,
  },
  coverage: {
    title: 'Coverage',
    lead: 'What became of every post, and what could not be read.',
    fates,
    why: 'Why',
    notRead: 'Not read',
    everyPost: 'Every post',
    fate: {
      mapped: 'on the map',
      repeat: 'repeat of',
      'no argument': 'no argument found',
      declined: 'declined by the model',
      failed: 'failed',
    } satisfies Record<Fate['fate'], string>,
    noMore: 'Reading on would bring none of it.',
    nothingMissing: 'Every post the thread announces was read.',
    expected: (got: number, expected: number | null) =>
      expected === null ? `${many(got, 'post', 'posts')} read` : `${n(got)} of ${many(expected, 'post', 'posts')} read`,
    dropped: (value: number) => `${many(value, 'quote', 'quotes')} could not be found in its post and is not shown.`,
    provenance: 'How it was made',
    analyser: 'Analyser',
    model: 'Model',
    calls: (calls: number, cached: number) => `${n(calls)} requests, ${n(cached)} of them answered from memory`,
    tokens: (input: number, output: number) => `${n(input)} tokens read, ${n(output)} written`,
    cost: (value: number, overnight: boolean) =>
      value === 0 ? 'Free' : `About ${dollars(value)}${overnight ? ', at half the price: asked overnight' : ''}`,
    costUnknown: 'Its price is not known: the service’s prices are not, or an answer did not tell what it used.',
    took: (ms: number) => (ms < 1000 ? `${n(Math.round(ms))} ms` : `${n(Math.round(ms / 100) / 10)} s`),
    asked: {
      title: 'What was asked and what it cost',
      question: 'Question',
      questions: {
        extract: 'Posts',
        same: 'Claims alike',
        relate: 'Links',
        issues: 'Issues',
        summarise: 'Summary',
      } satisfies Record<Call['question'], string>,
      requests: 'Requests',
      fromMemory: 'From memory',
      about: 'Asked about',
      read: 'Tokens in',
      readAgain: 'In from cache',
      written: 'Tokens out',
      cost: 'Price',
      each: 'Time each',
      time: 'Time',
      tries: 'Tries',
      form: 'Answer as',
      forms: {
        native: 'schema',
        tool: 'tool',
        'tool-auto': 'offered tool',
        text: 'text',
      } satisfies Record<NonNullable<Call['rung']>, string>,
      total: 'Together',
      everyRequest: 'Every request',
      free: 'free',
      unknown: 'unknown',
      dollars: (value: number) => (value < 0.0001 ? 'under $0.0001' : `$${value.toFixed(4)}`),
      perhaps: (dollars: string) => `perhaps ${dollars}`,
      noAnswer: (why: string) => `no answer: ${why}`,
      unanswered: (value: number) => `${many(value, 'request', 'requests')} brought no answer.`,
      mayCost: (dollars: string) =>
        `What no answer told the price of may have cost up to ${dollars} more. The spending cap counts that; the sum above does not.`,
    },
    notices: 'Notes',
    summary: 'Summary',
    parts: {
      question: 'The question',
      for: 'For',
      against: 'Against',
      contested: 'Contested',
      unanswered: 'Unanswered',
      'no evidence': 'Without evidence',
      other: 'Also',
    } satisfies Record<Summary['sentences'][number]['part'], string>,
    restsOn: (at: number) => `Claim ${n(at)} this rests on`,
  },
  export_: {
    title: 'Export',
    extent: 'What',
    extents: {
      whole: (claims: number) => `The whole map, ${many(claims, 'claim', 'claims')}`,
      branch: (text: string, claims: number) => `Only the branch “${text}”, ${many(claims, 'claim', 'claims')}`,
      filtered: 'Only what passes the filter, with what it answers',
    },
    formats: {
      md: 'Markdown summary',
      html: 'Web page',
      json: 'Data (JSON)',
      csv: 'Table (CSV)',
      svg: 'Picture (SVG)',
      argdown: 'Argdown',
    } satisfies Record<ExportFormat, string>,
    what: {
      md: 'Positions, strongest support and rebuttals with quotes and links, what is unanswered, evidence, coverage.',
      html: 'The same as one file that any browser shows, without a network.',
      json: 'The whole debate with every offset, for other programs.',
      csv: 'Every claim as a row with its standing, relation and first words, for a spreadsheet.',
      svg: 'The heaviest branches of the map as an SVG file.',
      argdown: 'The map in the Argdown language, for its editors.',
    } satisfies Record<ExportFormat, string>,
    png: 'Picture (PNG)',
    pngWhat: 'The same picture as pixels, for reports and slides.',
    pngFailed: 'This browser could not draw the picture. Take the SVG instead.',
    print: 'Print or PDF',
    printWhat: 'A numbered outline with the quotes as footnotes.',
    toPrinter: 'Print',
    download: 'Download',
    preview: 'Preview',
    copy: 'Copy',
    copied: 'Copied',
  },
}
