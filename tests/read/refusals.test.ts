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

/** What people copy of such pages, line by line; each is also read as a page without a telling title. */
const WORDS: [name: string, lines: string[], code: string][] = [
  [
    'Cloudflare',
    [
      'forum.example',
      'Verify you are human by completing the action below.',
      'forum.example needs to review the security of your connection before proceeding.',
      'Ray ID: 8a1b2c3d4e5f6a7b',
    ],
    'blocked-by-site',
  ],
  ['Cloudflare, French', ['forum.example', 'Vérification de sécurité en cours'], 'blocked-by-site'],
  ['Cloudflare, Portuguese', ['forum.example', 'Verificando se você é humano.'], 'blocked-by-site'],
  ['Cloudflare, Russian', ['forum.example', 'Проверка безопасности'], 'blocked-by-site'],
  ['Cloudflare, Chinese', ['forum.example', '正在验证您是否是真人。'], 'blocked-by-site'],
  ['Cloudflare, a limit', ['Error 1015', 'You are being rate limited'], 'rate-limited'],
  ['Cloudflare, no answer behind it', ['Connection timed out Error code 522', 'Visit cloudflare.com'], 'unreachable'],
  [
    'Reddit',
    ['You’ve been blocked by network security.', 'To continue, log in to your Reddit account', 'File a ticket'],
    'blocked-by-site',
  ],
  ['Reddit, a check', ['Prove your humanity', 'Complete the challenge below'], 'blocked-by-site'],
  ['Reddit, a limit', ['we’re sorry, but you appear to be a bot', 'please wait a little'], 'rate-limited'],
  ['Reddit, for members', ['r/harbour is a private community', 'Only approved members can view it.'], 'login-required'],
  ['Reddit, banned', ['this subreddit has been banned', 'It was unmoderated.'], 'gone'],
  ['Anubis, German', ['Überprüfe, dass du kein Bot bist!', 'Lade...', 'Warum sehe ich das?'], 'blocked-by-site'],
  ['a firewall', ['The requested URL was rejected. Please consult with your administrator.'], 'blocked-by-site'],
  ['a queue', ['You are now in line', 'You are in a waiting room'], 'blocked-by-site'],
  ['YouTube', ['Sign in to confirm you’re not a bot', 'This helps protect our community.'], 'blocked-by-site'],
  ['a wiki farm', ['Please set a user-agent and respect our robot policy'], 'blocked-by-site'],
  ['Hacker News, a limit', ['Sorry, we’re not able to serve your requests this quickly.'], 'rate-limited'],
  ['Hacker News, nothing there', ['No such item.'], 'not-found'],
  ['GitLab, a limit', ['Retry later'], 'rate-limited'],
  ['a journal for subscribers', ['Subscription required', 'The page is for subscribers.'], 'login-required'],
  ['a server that fails', ['502 Bad Gateway', 'nginx'], 'unreachable'],
  ['a server without the page', ['404 Not Found', 'nginx'], 'not-found'],
  ['a forum without the topic', ['The requested topic does not exist.'], 'not-found'],
  ['maintenance', ['Briefly unavailable for scheduled maintenance. Check back in a minute.'], 'unreachable'],
  ['a shell', ['You need to enable JavaScript to run this app.'], 'not-a-thread'],
]

/** The same in other languages and of other software, told from one sentence or from a title alone. */
const BRIEF: [language: string, title: string, line: string, code: string][] = [
  ['Turkish', 'Bir dakika lütfen...', 'İnsan olduğunuz doğrulanıyor. Bu birkaç saniye sürebilir.', 'blocked-by-site'],
  ['Arabic', 'لحظة...', 'جارٍ التحقق من أنك إنسان.', 'blocked-by-site'],
  ['Vietnamese', 'Chờ một chút...', 'Đang xác minh bạn là con người.', 'blocked-by-site'],
  ['Danish', 'Vent venligst...', 'Bekræfter, at du er et menneske.', 'blocked-by-site'],
  ['Czech', 'Okamžik…', 'Ověřujeme, že jste člověk.', 'blocked-by-site'],
  ['Korean', '잠시만 기다리십시오…', '사람인지 확인하는 중입니다.', 'blocked-by-site'],
  [
    'a country it is not shown in',
    'Unavailable due to legal reasons',
    `We recognize you are attempting to access this website from a country with other laws. ${'It can not be granted at this time. '.repeat(8)}`,
    'blocked-by-site',
  ],
  ['Russian', 'Форум', 'Вы должны войти, чтобы просматривать эту тему.', 'login-required'],
  ['Japanese', 'フォーラム', 'このページを表示するにはログインしてください。', 'login-required'],
  ['Portuguese', 'Fórum', 'Você precisa estar logado para ver este tópico.', 'login-required'],
  ['Swedish', 'Forum', 'Du måste vara inloggad för att se den här sidan.', 'login-required'],
  ['an age gate', 'Harbour', 'Are you over 18?', 'login-required'],
  ['French', 'Forum', 'Vous avez effectué trop de requêtes. Veuillez réessayer plus tard.', 'rate-limited'],
  ['SMF', 'An Error Has Occurred!', 'The topic or board you are looking for appears to be missing.', 'not-found'],
  ['vBulletin', 'Harbour', 'Invalid Thread specified. If you followed a valid link, tell us.', 'not-found'],
  ['German', 'Fehler', 'Das angeforderte Thema existiert nicht.', 'not-found'],
  ['Italian', 'Forum', 'L’argomento richiesto non esiste.', 'not-found'],
  ['Polish', 'Forum', 'Wybrany temat nie istnieje.', 'not-found'],
  ['Chinese', '提示信息', '抱歉，指定的主题不存在', 'not-found'],
  ['German, deleted', 'Hafen', 'Dieses Thema wurde gelöscht.', 'gone'],
  ['German, maintained', 'Hafen', 'Wir führen gerade Wartungsarbeiten durch.', 'unreachable'],
]

/** Words of people that speak of such things. */
const SPOKEN: [name: string, text: string, authors: (string | null)[]][] = [
  [
    'a chat about a check for robots',
    'Ada: I only ever see a check.\nBen: Mine says:\nVerify you are human by completing the action below.\nAda: Same here, and then nothing comes of it at all, whichever browser I take and however long I wait.\nBen: Then the harbour site keeps all of us out.',
    ['Ada', 'Ben', 'Ada', 'Ben'],
  ],
  [
    'paragraphs that quote one',
    'Half the sites say “enable JavaScript and cookies to continue” by now.\n\nWhoever must sign in to view a timetable takes the bus.',
    [null, null],
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

  test.each(WORDS)('words of %s, copied and as a page', (_, lines, code) => {
    const copied = () => preview({ kind: 'text', text: lines.join('\n') }, config)
    const html = page('forum.example', lines.map((line) => `<p>${line}</p>`).join(''))
    const saved = () =>
      preview({ kind: 'file', name: 'page.html', base64: Buffer.from(html).toString('base64') }, config)
    expect(copied).toThrow(expect.objectContaining({ name: 'Problem', code }))
    expect(saved).toThrow(expect.objectContaining({ name: 'Problem', code }))
  })

  test.each(BRIEF)('%s: “%s”, “%s”', async (_, title, line, code) => {
    const found = canned('https://any.example/thing', {
      'https://any.example/thing': { body: page(title, `<p>${line}</p>`) },
    })
    await expect(found).rejects.toMatchObject({ name: 'Problem', code })
  })

  const framed = (said: string) =>
    page(
      'Harbour',
      `<nav>${'<a href="/">Ferries and piers</a> '.repeat(40)}</nav><main>${said}</main><footer><p>${'Harbour is a community of all who love ferries, piers and the sea. '.repeat(8)}</p></footer>`,
    )

  test.each([
    ['<div>You must be logged-in to do that.</div><form><input type="password"></form>', 'login-required'],
    ['<div>Invalid Thread specified. If you followed a link, tell us.</div>', 'not-found'],
    ['<div>Dieses Thema wurde gelöscht.</div>', 'gone'],
    ['<p>Please complete the security check to continue.</p>', 'blocked-by-site'],
  ])('within all that a forum shows around it: %s', async (said, code) => {
    const found = canned('https://any.example/thing', { 'https://any.example/thing': { body: framed(said) } })
    await expect(found).rejects.toMatchObject({ code })
  })

  test('an article of a few lines beside an offer to sign in is read', async () => {
    const body = framed(
      `<article><h1>Ferries</h1><p>${'Ferries are free from May, says the town. '.repeat(12)}</p></article><p>Log in to view comments</p>`,
    )
    const { rows } = await canned('https://any.example/thing', { 'https://any.example/thing': { body } })
    expect(rows[0]?.[1]).toContain('Ferries are free from May')
  })

  test('an error of a program is no post', async () => {
    const body =
      '<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function connect() in /var/www/index.php:12'
    const found = canned('https://any.example/thing', { 'https://any.example/thing': { body } })
    await expect(found).rejects.toMatchObject({ code: 'unreachable' })
  })

  test.each([
    [
      'https://any.example/login?to=thing',
      'Harbour forum, a place for all who love ferries and the sea. '.repeat(6),
      'login-required',
    ],
    ['https://any.example/thing', '', 'login-required'],
  ])('a form for a password and nothing else at %s', async (url, words, code) => {
    const body = page('Harbour', `<div>${words}</div><form><input name="m"><input type="password" name="p"></form>`)
    await expect(canned(url, { [url]: { body } })).rejects.toMatchObject({ code })
  })

  test.each(SPOKEN)('%s is a conversation', (_, text, authors) => {
    const [thread] = preview({ kind: 'text', text }, config)
    expect(thread?.posts.map(({ author }) => author)).toEqual(authors)
  })

  test.each(['Blocked drains at the pier', 'Captcha on the ferry site', 'Cannot log in to the timetable'])(
    'a short topic named “%s” is read',
    async (title) => {
      const posts = ['Ada', 'Ben']
        .map(
          (name, at) =>
            `<article class="message message--post" data-author="${name}" data-content="post-${at}"><time datetime="2026-05-01T09:0${at}:00Z"></time><div class="bbWrapper">It is so, says ${name}.</div></article>`,
        )
        .join('')
      const html = `<!doctype html><html id="XF"><head><title>${title} | Harbour</title></head><body>${posts}</body></html>`
      const { rows } = await canned('https://any.example/thing', { 'https://any.example/thing': { body: html } })
      expect(rows.map(([author]) => author)).toEqual(['Ada', 'Ben'])
    },
  )

  test.each<[string, number, Record<string, string>]>([
    ['Cloudflare', 403, { 'cf-mitigated': 'challenge' }],
    ['Amazon, with nothing but a script', 202, { 'x-amzn-waf-action': 'challenge' }],
    ['Akamai', 428, {}],
    ['a site that wants to be paid', 402, {}],
    ['LinkedIn', 999, {}],
  ])('told by the answer itself: %s', async (_, status, headers) => {
    await expect(
      canned('https://any.example/thing', { 'https://any.example/thing': { status, headers } }),
    ).rejects.toMatchObject({ name: 'Problem', code: 'blocked-by-site' })
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
