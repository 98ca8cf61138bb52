/** Pages and answers that let nobody in: each ends in its code with a sentence that says what to do, never as a post. */
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { canned } from './canned.ts'

const config = readConfig({})
const page = (title: string, body: string, head = '') =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`

const PAGES: [name: string, html: string, code: string][] = [
  [
    'Cloudflare',
    page(
      'Just a moment...',
      '<h1>forum.example</h1><p>Verifying you are human. This may take a few seconds.</p>',
      '<script>window._cf_chl_opt={}</script>',
    ),
    'blocked-by-site',
  ],
  ['Cloudflare, German', page('Nur einen Moment…', '<p>Überprüfung, ob Sie ein Mensch sind.</p>'), 'blocked-by-site'],
  [
    'Cloudflare, blocked for good',
    page('Attention Required! | Cloudflare', '<h1>Sorry, you have been blocked</h1>'),
    'blocked-by-site',
  ],
  [
    'DataDome',
    page(
      'news.example',
      '<p>Please enable JS and disable any ad blocker</p>',
      '<script src="https://ct.captcha-delivery.com/c.js"></script>',
    ),
    'blocked-by-site',
  ],
  [
    'Fastly',
    page(
      'Client Challenge',
      '<p>JavaScript is disabled in your browser. Please enable JavaScript to proceed.</p>',
      '<script src="/_fs-ch-1T1wmsGaOgGaSxcX/script.js"></script>',
    ),
    'blocked-by-site',
  ],
  [
    'DataDome, to a program',
    JSON.stringify({ url: 'https://geo.captcha-delivery.com/captcha/?initialCid=a&cid=b' }),
    'blocked-by-site',
  ],
  [
    'PerimeterX, to a program',
    JSON.stringify({ appId: 'PXab12CD34', jsClientSrc: '/ab12CD34/init.js', uuid: 'u', blockScript: '/captcha.js' }),
    'blocked-by-site',
  ],
  ['hCaptcha', page('forum.example', '<div class="h-captcha" data-sitekey="x"></div>'), 'blocked-by-site'],
  ['PerimeterX', page('Access to this page has been denied', '<div id="px-captcha"></div>'), 'blocked-by-site'],
  [
    'Imperva',
    page(
      'Pardon Our Interruption',
      '<p>As you were browsing something about your browser made us think you were a bot.</p>',
    ),
    'blocked-by-site',
  ],
  [
    'Akamai',
    page('Access Denied', '<h1>Access Denied</h1>You don&#39;t have permission. https://errors.edgesuite.net/1'),
    'blocked-by-site',
  ],
  ['CloudFront', page('ERROR: The request could not be satisfied', '<h1>403 ERROR</h1>'), 'blocked-by-site'],
  ['Vercel', page('Vercel Security Checkpoint', '<p>We are verifying your browser</p>'), 'blocked-by-site'],
  [
    'Anubis',
    page('Making sure you&#39;re not a bot!', '<script id="anubis_challenge" type="application/json">{}</script>'),
    'blocked-by-site',
  ],
  [
    'a captcha',
    page('forum.example', '<form><div class="g-recaptcha" data-sitekey="x"></div></form>'),
    'blocked-by-site',
  ],
  [
    'a search engine that suspects a robot',
    page('Sorry...', '<p>Our systems have detected unusual traffic from your computer network.</p>'),
    'blocked-by-site',
  ],
  [
    'a wall that asks for consent',
    page(
      'Before you continue to YouTube',
      '<form action="https://consent.youtube.com/save"><p>We use cookies and data</p></form>',
    ),
    'blocked-by-site',
  ],
  [
    'a wall that asks for consent, German',
    page('Bevor Sie zu YouTube weitergehen', '<p>Wir verwenden Cookies</p>'),
    'blocked-by-site',
  ],
  ['a limit', page('429 Too Many Requests', '<h1>Too Many Requests</h1>'), 'rate-limited'],
  [
    'a forum for its members',
    page('Harbour forum | Log in', '<p>You must be logged-in to do that.</p>'),
    'login-required',
  ],
  [
    'phpBB',
    page('Harbour forum - Information', '<div id="phpbb"><p>You are not authorised to read this forum.</p></div>'),
    'login-required',
  ],
  [
    'vBulletin, German',
    page('Hafenforum', '<p>Sie müssen sich anmelden, um diese Seite zu sehen.</p>'),
    'login-required',
  ],
  [
    'X, without a script',
    page(
      'X',
      '<noscript><p>Enable JavaScript or switch to a supported browser to continue using x.com.</p></noscript>',
    ),
    'login-required',
  ],
  [
    'Facebook',
    page('Log in to Facebook', '<form id="login_form" action="https://www.facebook.com/login"></form>'),
    'login-required',
  ],
  ['Instagram', page('Login • Instagram', '<p>Log in</p>'), 'login-required'],
  ['LinkedIn', page('Sign Up | LinkedIn', '<p>Join LinkedIn</p>'), 'login-required'],
  ['Discord', page('Discord', '<div id="app-mount"></div>'), 'login-required'],
  ['Quora', page('Quora', '<div id="root"></div>'), 'login-required'],
  ['Google Groups', page('Ferries - Google Groups', '<div></div>'), 'login-required'],
  ['Threads', page('Ada (@ada) on Threads', '<div></div>'), 'login-required'],
  [
    'X without scripts',
    page('X', '<div id="react-root"><p>JavaScript is not available.</p><img src="https://abs.twimg.com/x.png"></div>'),
    'login-required',
  ],
]

describe('pages, saved and fetched', () => {
  test.each(PAGES)('%s', async (_, html, code) => {
    const file = () =>
      preview({ kind: 'file', name: 'page.html', base64: Buffer.from(html).toString('base64') }, config)
    expect(file).toThrow(
      expect.objectContaining({
        name: 'Problem',
        code,
        remedy: expect.stringMatching(/[Ss]ave|[Cc]opy|[Pp]aste|later/),
      }),
    )
    await expect(
      canned('https://any.example/thing', { 'https://any.example/thing': { body: html } }),
    ).rejects.toMatchObject({ name: 'Problem', code })
  })

  test('a conversation about robots and sign-ins is read', () => {
    const words = 'Sign in to continue is what the gate of the ferry says, and then comes a captcha: are you a robot? '
    const html = page(
      'Log in problems at the gate',
      `<article class="h-entry"><h1 class="p-name">Log in problems</h1><div class="e-content">${words.repeat(12)}</div><div class="p-comment h-cite"><a class="p-author">Ben</a><div class="e-content">${words.repeat(3)}</div></div><div class="p-comment h-cite"><a class="p-author">Cy</a><div class="e-content">${words.repeat(3)}</div></div></article>`,
    )
    const [thread] = preview({ kind: 'file', name: 'page.html', base64: Buffer.from(html).toString('base64') }, config)
    expect(thread?.posts.map(({ author }) => author)).toEqual([null, 'Ben', 'Cy'])
  })
})

const reddit = 'https://www.reddit.com/comments/abc.json'
const github = 'https://api.github.com/repos/o/r/issues/3'

describe('answers', () => {
  test.each<[string, string, Record<string, Parameters<typeof canned>[1][string]>, string]>([
    [
      'a private community of Reddit',
      'https://redd.it/abc',
      { [reddit]: { status: 403, json: { reason: 'private', message: 'Forbidden', error: 403 } } },
      'blocked-by-site',
    ],
    [
      'a banned community of Reddit',
      'https://redd.it/abc',
      { [reddit]: { status: 404, json: { reason: 'banned', message: 'Not Found', error: 404 } } },
      'not-found',
    ],
    [
      'a shortened answer of Reddit',
      'https://redd.it/abc',
      { [reddit]: { body: '[{"kind": "Listing", "data": {"chil' } },
      'blocked-by-site',
    ],
    [
      'a deleted issue',
      'https://github.com/o/r/issues/3',
      { [github]: { status: 410, json: { message: 'This issue was deleted' } } },
      'gone',
    ],
    [
      'an issue of a private repository',
      'https://github.com/o/r/issues/3',
      { [github]: { status: 404, json: { message: 'Not Found' } } },
      'not-found',
    ],
    [
      'a closed Mastodon server',
      'https://m.example/@ada/11',
      {
        'https://m.example/api': { status: 401, json: { error: 'This method requires an authenticated user' } },
        'https://m.example/@ada': { status: 401 },
      },
      'login-required',
    ],
    [
      'a private Lemmy instance',
      'https://l.example/post/9',
      { 'https://l.example/': { status: 403, json: { error: 'instance_is_private' } } },
      'login-required',
    ],
    [
      'a Discourse topic for members',
      'https://d.example/t/x/7',
      {
        'https://d.example/': {
          status: 403,
          json: { errors: ['You are not permitted'], error_type: 'invalid_access' },
        },
      },
      'login-required',
    ],
    [
      'a video without comments',
      'https://youtu.be/abcdefghijk',
      {
        'https://www.googleapis.com/youtube/v3/commentThreads': {
          status: 403,
          json: {
            error: {
              code: 403,
              message: 'disabled',
              errors: [{ reason: 'commentsDisabled', domain: 'youtube.commentThread' }],
            },
          },
        },
      },
      'not-a-thread',
    ],
    [
      'a YouTube key that is used up',
      'https://youtu.be/abcdefghijk',
      {
        'https://www.googleapis.com/youtube/v3/commentThreads': {
          status: 403,
          json: {
            error: { code: 403, message: 'quota', errors: [{ reason: 'quotaExceeded', domain: 'youtube.quota' }] },
          },
        },
      },
      'rate-limited',
    ],
    ['a pruned imageboard thread', 'https://boards.4chan.org/g/thread/1', {}, 'not-found'],
    [
      'Stack Exchange that throttles',
      'https://stackoverflow.com/questions/1',
      {
        'https://api.stackexchange.com/': {
          status: 400,
          json: {
            error_id: 502,
            error_name: 'throttle_violation',
            error_message: 'too many requests from this IP, more requests available in 60 seconds',
          },
        },
      },
      'rate-limited',
    ],
    [
      'a Bluesky post that was deleted',
      'https://bsky.app/profile/did:plc:a/post/x',
      { 'https://public.api.bsky.app/': { status: 400, json: { error: 'NotFound', message: 'Post not found' } } },
      'not-found',
    ],
    [
      'a site that is overloaded',
      'https://lobste.rs/s/abc123',
      { 'https://lobste.rs/': { status: 503, headers: { 'retry-after': '120' } } },
      'rate-limited',
    ],
    [
      'a challenge with status 200 in place of JSON',
      'https://lobste.rs/s/abc123',
      { 'https://lobste.rs/': { body: page('Just a moment...', 'cf_chl_opt') } },
      'blocked-by-site',
    ],
    [
      'a law that forbids it',
      'https://lobste.rs/s/abc123',
      { 'https://lobste.rs/': { status: 451 } },
      'blocked-by-site',
    ],
  ])('%s', async (_, url, answers, code) => {
    await expect(canned(url, answers, { YOUTUBE_KEY: 'k', IMAGEBOARDS: 'true' })).rejects.toMatchObject({
      name: 'Problem',
      code,
    })
  })
})
