/** One table of what sites say instead of a thread: its code, and a sentence that tells a person what happened and what to do. */
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { canned } from './canned.ts'

const page = (title: string, body: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`
const reddit = 'https://www.reddit.com/'
const redditThread = 'https://www.reddit.com/r/h/comments/abc/ferries/'
const hub = 'https://api.github.com/'
const forum = 'https://forum.example/thing'

type Answers = Parameters<typeof canned>[1]
type Row = [
  seen: string,
  url: string,
  answers: Answers,
  code: string,
  says: RegExp,
  remedy: RegExp,
  settings?: Record<string, string>,
]

const SAVE = /[Ss]ave the page|paste/
const LATER = /later|again/

test.each<Row>([
  [
    '403 with a network policy',
    redditThread,
    {
      [reddit]: {
        status: 403,
        body: page('Blocked', 'whoa there, pardner! Your request has been blocked due to a network policy.'),
      },
    },
    'blocked-by-site',
    /keeps automatic readers out|refuses/,
    /\.json/,
  ],
  [
    'a challenge with status 403',
    forum,
    { [forum]: { status: 403, body: page('Just a moment...', '') } },
    'blocked-by-site',
    /forum\.example/,
    SAVE,
  ],
  [
    'a challenge with status 200',
    forum,
    { [forum]: { body: page('Just a moment...', '') } },
    'blocked-by-site',
    /forum\.example/,
    SAVE,
  ],
  [
    'DataDome',
    forum,
    { [forum]: { status: 403, body: page('x', '<script src="https://geo.captcha-delivery.com/c"></script>') } },
    'blocked-by-site',
    /automatic readers/,
    SAVE,
  ],
  ['401', forum, { [forum]: { status: 401 } }, 'login-required', /sign in/, SAVE],
  [
    'a redirect to the sign-in page',
    forum,
    { [forum]: { body: page('Log in - Harbour forum', '<form><input type="password"></form>') } },
    'login-required',
    /sign in/,
    SAVE,
  ],
  [
    'an age gate',
    forum,
    { [forum]: { body: page('forum.example: over 18?', 'You must be 18+ to view this community') } },
    'login-required',
    /age/,
    SAVE,
  ],
  [
    'an authenticated user is required',
    'https://m.example/@ada/11',
    { 'https://m.example/': { status: 422, json: { error: 'This method requires an authenticated user' } } },
    'login-required',
    /sign in|signed/,
    SAVE,
  ],
  [
    'a video without a key',
    'https://youtu.be/abcdefghijk',
    {},
    'needs-key',
    /key/,
    /settings page.*YOUTUBE_KEY.*paste/,
  ],
  ['Product Hunt', 'https://www.producthunt.com/p/x', {}, 'blocked-by-site', /token/, /paste/],
  [
    '429',
    forum,
    { [forum]: { status: 429, headers: { 'retry-after': '7' } } },
    'rate-limited',
    /wait 7 seconds/,
    LATER,
  ],
  [
    '503 with Retry-After',
    forum,
    { [forum]: { status: 503, headers: { 'retry-after': '7' } } },
    'rate-limited',
    /wait 7 seconds/,
    LATER,
  ],
  [
    '403 with Retry-After',
    forum,
    { [forum]: { status: 403, headers: { 'retry-after': '7' } } },
    'rate-limited',
    /wait 7 seconds/,
    LATER,
  ],
  [
    'a challenge with Retry-After',
    forum,
    { [forum]: { status: 403, headers: { 'retry-after': '7' }, body: page('Just a moment...', '') } },
    'blocked-by-site',
    /automatic readers/,
    SAVE,
  ],
  ['451', forum, { [forum]: { status: 451 } }, 'blocked-by-site', /reasons of law/, SAVE],
  [
    'a key that Stack Exchange does not know',
    'https://stackoverflow.com/q/1',
    {
      'https://api.stackexchange.com/': {
        status: 400,
        json: { error_id: 400, error_name: 'bad_parameter', error_message: 'key is not valid' },
      },
    },
    'needs-key',
    /STACK_EXCHANGE_KEY/,
    SAVE,
  ],
  [
    'credentials that Reddit does not know',
    redditThread,
    { 'https://www.reddit.com/api/v1/access_token': { status: 401, json: { message: 'Unauthorized' } } },
    'needs-key',
    /REDDIT_APP/,
    /settings page/,
    { REDDIT_APP: 'id:secret' },
  ],
  [
    'a token that GitHub does not know',
    'https://github.com/o/r/issues/3',
    { [hub]: { status: 401, json: { message: 'Bad credentials' } } },
    'needs-key',
    /GITHUB_TOKEN/,
    /settings page/,
    { GITHUB_TOKEN: 'ghp-1' },
  ],
  [
    'a key that YouTube names in its refusal',
    'https://youtu.be/abcdefghijk',
    {
      'https://www.googleapis.com/': {
        status: 403,
        json: { error: { code: 403, message: "Permission denied: Consumer 'api_key:yt-1' has been suspended." } },
      },
    },
    'needs-key',
    /'the key' has been suspended\.$/,
    /settings page/,
    { YOUTUBE_KEY: 'yt-1' },
  ],
  [
    'the secondary limit of GitHub',
    'https://github.com/o/r/issues/3',
    {
      [hub]: {
        status: 403,
        json: { message: 'You have exceeded a secondary rate limit.', documentation_url: 'https://docs.github.com/' },
      },
    },
    'rate-limited',
    /wait/,
    LATER,
  ],
  ['404', forum, { [forum]: { status: 404 } }, 'not-found', /nothing at this address/, /address/],
  ['410', forum, { [forum]: { status: 410 } }, 'gone', /deleted/, /paste/],
  [
    'a listing of Reddit that is empty',
    redditThread,
    {
      [reddit]: {
        json: [
          { kind: 'Listing', data: { children: [] } },
          { kind: 'Listing', data: { children: [] } },
        ],
      },
    },
    'not-found',
    /./,
    /./,
  ],
  [
    'a message public-inbox does not know',
    'https://lore.example/debate/x@y/',
    { 'https://lore.example/': { status: 300, body: 'Message-ID <x@y> not found' } },
    'not-found',
    /does not know/,
    /./,
  ],
  [
    'a topic NodeBB does not have',
    'https://bb.example/topic/2/ferries',
    { 'https://bb.example/': { status: 404, json: { title: '[[global:404.title]]' } } },
    'not-found',
    /nothing/,
    /./,
  ],
  [
    'a page whose comments Disqus keeps',
    forum,
    {
      [forum]: {
        body: page(
          'Ferries',
          `<article><h1>Ferries</h1><p>${'Ferries are free. '.repeat(40)}</p></article><div id="disqus_thread"></div><script src="https://harbour.disqus.com/embed.js"></script>`,
        ),
      },
    },
    'comments-elsewhere',
    /Disqus/,
    /settings page.*DISQUS_KEY.*paste/,
  ],
  [
    'a page without a thread',
    forum,
    { [forum]: { body: page('Ferries', '<nav><a href="/">Home</a></nav>') } },
    'not-a-thread',
    /[Nn]o discussion/,
    /[Pp]aste/,
  ],
])('%s', async (_, url, answers, code, says, remedy, settings) => {
  const failed = await canned(url, answers, settings).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(failed).toMatchObject({
    name: 'Problem',
    code,
    message: expect.stringMatching(says),
    remedy: expect.stringMatching(remedy),
  })
})

test.each([
  [{ message: 'Not Found', documentation_url: 'https://docs.github.com/rest' }, 'not-found'],
  [{ message: 'This issue was deleted', status: '410' }, 'gone'],
  [{ message: 'Bad credentials' }, 'login-required'],
  [{ message: 'Too Many Requests', error: 429 }, 'rate-limited'],
  [{ reason: 'private', message: 'Forbidden', error: 403 }, 'login-required'],
  [{ errors: ['You need to be logged in to do that.'], error_type: 'not_logged_in' }, 'login-required'],
  [{ errors: ['The requested URL or resource could not be found.'], error_type: 'not_found' }, 'not-found'],
  [{ error: 'This method requires an authenticated user' }, 'login-required'],
  [{ error: 'couldnt_find_post' }, 'not-found'],
  [{ error: 'NotFound', message: 'Post not found: at://did:plc:a/app.bsky.feed.post/1' }, 'not-found'],
  [{ items: [], has_more: false, quota_max: 300, quota_remaining: 299 }, 'not-found'],
  [{ code: 'rest_post_invalid_id', message: 'Invalid post ID.', data: { status: 404 } }, 'not-found'],
  [{ code: 'rest_forbidden', message: 'Sorry, you are not allowed to do that.' }, 'login-required'],
  [{ errors: [{ status: '404', code: 'not_found' }] }, 'not-found'],
  [{ path: '/topic/9', error: '404', title: '[[global:404.title]]' }, 'not-found'],
  [{ message: 'Ferries are open.' }, 'not-a-thread'],
])('saved instead of a thread: %j', (answer, code) => {
  const base64 = Buffer.from(JSON.stringify(answer)).toString('base64')
  expect(() => preview({ kind: 'file', name: 'file', base64 }, readConfig({}))).toThrow(
    expect.objectContaining({ code }),
  )
})
