/** A request that can't be answered: a code for programs, two sentences for a person, a cause for the log. */
import type { ProblemCode, ProblemReply } from '../shared/api.ts'

interface Kind {
  status: number
  title: string
  /** What to do next, when the place that raised the problem has nothing better to say. */
  remedy: string
}

const SAVE_OR_PASTE =
  'Open it in your browser, save the page (on Reddit: open the same address with .json added and save that) and drop the file here, or copy the conversation and paste its text.'

const KINDS: Record<ProblemCode, Kind> = {
  'blocked-by-site': { status: 502, title: 'The site refuses automatic readers', remedy: SAVE_OR_PASTE },
  'login-required': { status: 502, title: 'The site shows this only to signed-in people', remedy: SAVE_OR_PASTE },
  'needs-key': {
    status: 502,
    title: 'The site asks for a key',
    remedy: `Enter one on the settings page, or ask the operator to set one. ${SAVE_OR_PASTE}`,
  },
  'rate-limited': { status: 503, title: 'The site asks us to wait', remedy: 'Try again later; what was read is kept.' },
  'not-found': {
    status: 404,
    title: 'Nothing is there',
    remedy: 'Check the address, or paste the text of the thread.',
  },
  gone: {
    status: 410,
    title: 'The thread was deleted',
    remedy: 'If you have a copy, paste its text or drop the file.',
  },
  'private-address': {
    status: 400,
    title: 'That address is not on the public internet',
    remedy: 'Paste the text or drop a saved page instead. An operator can allow single hosts with ALLOW_HOSTS.',
  },
  'robots-disallow': { status: 502, title: 'The site asks automatic readers to stay away', remedy: SAVE_OR_PASTE },
  'too-large': {
    status: 413,
    title: 'That is too large',
    remedy: 'Send a part of it: one page of the thread, or a smaller file.',
  },
  timeout: { status: 504, title: 'The site did not answer in time', remedy: `Try again in a minute. ${SAVE_OR_PASTE}` },
  unreachable: {
    status: 502,
    title: 'The site could not be reached',
    remedy: 'Check the address and try again, or paste the text.',
  },
  'not-a-thread': {
    status: 422,
    title: 'No discussion was found there',
    remedy: 'Paste the text of the discussion, or send the address of the thread itself.',
  },
  unsupported: { status: 415, title: 'This kind of input can’t be read yet', remedy: SAVE_OR_PASTE },
  'comments-elsewhere': { status: 422, title: 'The comments are kept by another service', remedy: SAVE_OR_PASTE },
  'empty-input': {
    status: 400,
    title: 'There is nothing to read',
    remedy: 'Paste a link, the text of a thread, or drop a file.',
  },
  'bad-request': {
    status: 400,
    title: 'The request is not understood',
    remedy: 'Correct what is named and send it again.',
  },
  'key-refused': {
    status: 502,
    title: 'The model’s service refused the key',
    remedy: 'Check ANTHROPIC_API_KEY (or the profile’s key), or analyse with the built-in analyser.',
  },
  'model-unavailable': {
    status: 502,
    title: 'The model’s service can’t be used now',
    remedy: 'Try the rest again later, or finish with the built-in analyser.',
  },
  'over-budget': {
    status: 402,
    title: 'The spending cap was reached',
    remedy: 'Raise the cap and try the rest again; what was found is kept.',
  },
  cancelled: { status: 409, title: 'The analysis was stopped', remedy: 'Start it again to go on where it stopped.' },
  'not-finished': { status: 409, title: 'The analysis is not finished', remedy: 'Wait for it to end, then ask again.' },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    remedy: 'Try again; if it happens again, report it with the time.',
  },
}

export class Problem extends Error {
  override name = 'Problem'
  readonly code: ProblemCode
  readonly remedy: string
  readonly retryAfterSeconds: number | null

  /** `detail` says what happened to this request, in a sentence for a person; `cause` goes to the log only. */
  constructor(
    code: ProblemCode,
    detail: string,
    more: { remedy?: string; cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(detail, { cause: more.cause })
    this.code = code
    this.remedy = more.remedy ?? KINDS[code].remedy
    this.retryAfterSeconds = more.retryAfterSeconds ?? null
  }

  get status(): number {
    return KINDS[this.code].status
  }

  reply(): ProblemReply {
    return {
      type: `about:blank#${this.code}`,
      title: KINDS[this.code].title,
      status: this.status,
      code: this.code,
      detail: this.message,
      remedy: this.remedy,
      ...(this.retryAfterSeconds === null ? {} : { retryAfterSeconds: this.retryAfterSeconds }),
    }
  }

  /** The Problem a reply was made of, but for its cause. */
  static of({ code, detail, remedy, retryAfterSeconds }: ProblemReply): Problem {
    return new Problem(code, detail, { remedy, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) })
  }

  /** Any thrown thing as a Problem; what is not one already becomes `internal` and keeps the thing as its cause. */
  static from(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown
    return new Problem('internal', 'Counterpoint could not finish this because of a fault of its own.', {
      cause: thrown,
    })
  }
}

/** A number of bytes in words for a person: "50 MB", "1.5 MB", "300 kB"; cut off, so that what is called allowed is. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1e6) return `${Math.floor(bytes / 1000)} kB`
  return `${(Math.floor(bytes / 1e5) / 10).toLocaleString('en')} MB`
}
