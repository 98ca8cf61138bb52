/** Talk pages of wikis in many languages: cut at signatures, and with the marks of DiscussionTools. */
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { faults } from './faults.ts'

const config = readConfig({})

function reading(html: string) {
  const [thread] = preview({ kind: 'file', name: 'talk.html', base64: Buffer.from(html).toString('base64') }, config)
  if (thread === undefined) throw new Error('no thread')
  expect(faults(thread)).toEqual([])
  return thread
}

const page = (language: string, body: string) =>
  `<!doctype html><html lang="${language}"><head><title>Talk</title><meta name="generator" content="MediaWiki 1.45"><link rel="canonical" href="https://${language}.wikipedia.org/wiki/Talk:Ferry"></head><body><div class="mw-parser-output">${body}</div></body></html>`

const user = (address: string, name: string) => `<a href="/wiki/${encodeURI(address)}">${name}</a>`

describe('signatures', () => {
  test('a time in a box above the sections is no comment, and who did not sign is named by those who say so', () => {
    const link = (page: string, name: string) => `<a href="//fr.wikipedia.org/wiki/${page}">${name}</a>`
    const stamp = '7 mars 2020 à 22:51 (CET)'
    const thread = reading(
      `<div class="mw-parser-output"><div class="bandeau"><ul><li>Votre aide est la bienvenue. -- ${stamp}</li></ul></div><h2>Bac</h2><p>Gratuit&#160;! <small>—&#160;<i>Le message qui précède, ${link('Aide:Signature', 'non signé')}, a été déposé par l'${link('IP', 'IP')}</i> ${link('Spécial:Contributions/192.0.2.7', '192.0.2.7')} (${link('Discussion_utilisateur:192.0.2.7', 'discuter')}), le ${stamp}</small></p><dl><dd>Qui paie&#160;? -- ${link('Utilisateur:Ben', 'Ben')} (${link('Discussion_utilisateur:Ben', 'discuter')}) ${stamp}</dd></dl></div>`,
    )
    expect(thread.posts.map(({ author, text }) => [author, text])).toEqual([
      ['192.0.2.7', 'Bac\n\nGratuit !'],
      ['Ben', 'Qui paie ?'],
    ])
  })

  test('marked comments of a page that does not say where it is from end before their signatures', () => {
    const id = 'c-Ada-2020-03-07T21:51:00.000Z-Prom'
    const thread = reading(
      `<div class="mw-parser-output"><h2><span class="mw-headline">Prom</span></h2><p><span data-mw-comment-start="" id="${id}"></span>Za darmo. <span data-mw-comment-sig="${id}"></span><a href="//pl.wikipedia.org/wiki/Wikipedystka:Ada">Ada</a> (<a href="//pl.wikipedia.org/wiki/Dyskusja_wikipedystki:Ada">dyskusja</a>) <a class="ext-discussiontools-init-timestamplink">22:51, 7 mar 2020 (CET)</a><span data-mw-comment-end="${id}"></span></p></div>`,
    )
    expect(thread.posts.map(({ author, text }) => [author, text])).toEqual([['Ada', 'Prom\n\nZa darmo.']])
  })

  test.each([
    ['de', 'Benutzerin:Ada', '22:51, 7. Mär. 2020 (CET)', '2020-03-07T21:51:00.000Z'],
    ['fr', 'Utilisatrice:Ada', '7 mars 2020 à 22:51 (CET)', '2020-03-07T21:51:00.000Z'],
    ['es', 'Usuaria:Ada', '22:51 7 mar 2020 (UTC)', '2020-03-07T22:51:00.000Z'],
    ['pt', 'Usuário(a):Ada', '22h51min de 7 de março de 2020 (UTC)', '2020-03-07T22:51:00.000Z'],
    ['nl', 'Overleg gebruiker:Ada', '7 mrt 2020 22:51 (CET)', '2020-03-07T21:51:00.000Z'],
    ['pl', 'Wikipedystka:Ada', '22:51, 7 mar 2020 (CET)', '2020-03-07T21:51:00.000Z'],
    ['ru', 'Участница:Ada', '22:51, 7 марта 2020 (UTC)', '2020-03-07T22:51:00.000Z'],
    ['hu', 'Szerkesztő:Ada', '2020. március 7., 22:51 (CET)', '2020-03-07T21:51:00.000Z'],
    ['fi', 'Käyttäjä:Ada', '7. maaliskuuta 2020 kello 22.51 (EET)', '2020-03-07T20:51:00.000Z'],
    ['ja', '利用者:Ada', '2020年3月7日 (土) 22:51 (UTC)', '2020-03-07T22:51:00.000Z'],
    ['ar', 'مستخدم:Ada', '22:51، 7 مارس 2020 (ت ع م)', '2020-03-07T22:51:00.000Z'],
    ['he', 'משתמשת:Ada', '22:51, 7 במרץ 2020 (IST)', null],
    ['en', 'Special:Contributions/Ada', '22:51, 7 March 2020 (UTC)', '2020-03-07T22:51:00.000Z'],
    [
      'en',
      '../w/index.php?title=User:Ada&action=edit&redlink=1',
      '22:51, 7 March 2020 (UTC)',
      '2020-03-07T22:51:00.000Z',
    ],
  ])('%s: %s, %s', (language, address, stamp, at) => {
    const thread = reading(
      page(
        language,
        `<h2>Fares</h2><p>Free them, as in 2019. ${user(address, 'A.')} ${stamp}</p><dl><dd>Who pays? ${user('User:Ben', 'Ben')} ${stamp}</dd></dl>`,
      ),
    )
    expect(
      thread.posts.map(({ author, createdAt, text, parentId }) => [author, createdAt, text, parentId !== null]),
    ).toEqual([
      ['Ada', at, 'Fares\n\nFree them, as in 2019.', false],
      ['Ben', at, 'Who pays?', true],
    ])
  })

  test.each([
    ['de', 'Behalten', 'pro'],
    ['de', 'Löschen', 'con'],
    ['fr', 'Conserver', 'pro'],
    ['fr', 'Supprimer', 'con'],
    ['es', 'En contra', 'con'],
    ['es', 'A favor', 'pro'],
    ['ru', 'Удалить', 'con'],
    ['en', 'Strong keep', 'pro'],
    ['en', 'Comment', 'neutral'],
    ['en', 'Ferries', null],
  ])('%s: a comment that opens with “%s” in bold', (language, word, stance) => {
    const stamp = `${user('User:Ada', 'Ada')} 22:51, 7 March 2020 (UTC)`
    const thread = reading(
      page(language, `<h2>F</h2><p>Words. ${stamp}</p><ul><li><b>${word}</b> for a reason. ${stamp}</li></ul>`),
    )
    expect(thread.posts[1]?.stance).toBe(stance)
  })
})

const mark = (id: string, words: string) =>
  `<span data-mw-comment-start="" id="${id}"></span>${words}<span class="ext-discussiontools-init-replylink-buttons"><a>Reply</a></span><span data-mw-comment-end="${id}"></span>`

test('marks of DiscussionTools tell writers, times and parents in any language', () => {
  const ada = 'c-Ada_Lake-20260501090000-Fares'
  const ben = 'c-Ben-20260501091000-Ada_Lake-20260501090000'
  const again = 'c-Ada_Lake-2026-05-01T09:20:00.000Z-Ben-20260501091000'
  const thread = reading(
    page(
      'eo',
      `<h2><span data-mw-comment-start="" id="h-Fares"></span>Fares<span data-mw-comment-end="h-Fares"></span></h2>
      <p><span data-mw-comment-start="" id="${ada}"></span>Free <i>them</i>.</p><p>All need them. ${user('Uzanto:Ada Lake', 'A')} 9:00, 1 Maj 2026 (UTC)<span data-mw-comment-end="${ada}"></span></p>
      <dl><dd>${mark(ben, 'Who pays?')}<dl><dd>${mark(again, '<blockquote>Who pays?</blockquote>All of us.')}</dd></dl></dd></dl>
      <h2>Hours</h2><p>${mark('c-Cy-20260502090000-Hours', 'Run at night.')}</p>`,
    ),
  )
  expect(
    thread.posts.map(({ author, createdAt, text, parentId, kind }) => [author, createdAt, text, parentId, kind]),
  ).toEqual([
    ['Ada Lake', '2026-05-01T09:00:00.000Z', 'Fares\n\nFree them.\n\nAll need them.', null, 'opening'],
    ['Ben', '2026-05-01T09:10:00.000Z', 'Who pays?', ada, 'comment'],
    ['Ada Lake', '2026-05-01T09:20:00.000Z', 'Who pays?\n\nAll of us.', ben, 'comment'],
    ['Cy', '2026-05-02T09:00:00.000Z', 'Hours\n\nRun at night.', null, 'opening'],
  ])
})

test('a thread that goes on further left answers what stands before it', () => {
  const stamp = (name: string, minute: string) => `${user(`User:${name}`, name)} 09:${minute}, 1 May 2026 (UTC)`
  const line = '<span style="display:block;border-bottom:1px solid #AAA;border-right:1px solid #AAA;"></span>'
  const thread = reading(
    page(
      'en',
      `<h2>Fares</h2><p>Free them. ${stamp('Ada', '00')}</p><dl><dd>Who pays? ${stamp('Ben', '01')}<dl><dd>All of us. ${stamp('Cy', '02')}</dd></dl></dd></dl>${line}<p>Not I. ${stamp('Di', '03')}</p><dl><dd>Nor I. ${stamp('Eve', '04')}</dd></dl><p>At night, too? ${stamp('Flo', '05')}</p>`,
    ),
  )
  const byId = new Map(thread.posts.map((post) => [post.id, post.author]))
  expect(thread.posts.map(({ author, parentId }) => [author, parentId === null ? null : byId.get(parentId)])).toEqual([
    ['Ada', null],
    ['Ben', 'Ada'],
    ['Cy', 'Ben'],
    ['Di', 'Cy'],
    ['Eve', 'Di'],
    ['Flo', 'Ada'],
  ])
})

test.each([
  ['en', '<small>—&nbsp;Preceding <a href="/wiki/WP:S">unsigned</a> comment added by ', ')</small>'],
  ['de', '<small>(<i>nicht <a href="/wiki/H:S">signierter</a> Beitrag von</i> ', ')</small>'],
  ['fr', '— <i>Le message qui précède, non <a href="x">signé</a>, a été déposé par ', '</i>'],
  ['fr', '[[', ''],
])('words set later around a name are nobody’s (%s: %s)', (language, around, end) => {
  const signed = (name: string) => `${user(`User:${name}`, name)} 09:00, 7 mars 2020 (UTC)`
  const { posts } = reading(
    page(language, `<h2>Fares</h2><p>Free them. ${signed('Ada')}</p><p>Who pays? ${around}${signed('Ben')}${end}</p>`),
  )
  expect(posts.map(({ author, text }) => [author, text])).toEqual([
    ['Ada', 'Fares\n\nFree them.'],
    ['Ben', 'Who pays?'],
  ])
})

test('wikis stand in any folder, and a page may say what its addresses are relative to', () => {
  const { posts } = reading(
    `<!doctype html><html lang="en"><head><title>Talk</title><meta name="generator" content="MediaWiki 1.16"><base href="https://w.example/"></head><body><div class="mw-parser-output"><h2>Fares</h2><p>Free them. <a href="index.php/User:Ada">Ada</a> 09:00, 1 May 2011 (UTC)</p><dl><dd>Who pays? <a href="/our/wiki/User:Ben">Ben</a> 09:10, 1 May 2011 (UTC)</dd></dl></div></body></html>`,
  )
  expect(posts.map(({ author, text }) => [author, text])).toEqual([
    ['Ada', 'Fares\n\nFree them.'],
    ['Ben', 'Who pays?'],
  ])
})

describe('rows of links to tools and boxes beside the text', () => {
  const tool = (name: string) => `<a href="/w/index.php?title=Ferry&amp;action=${name}">${name}</a>`
  const tools = `<span class="plainlinks lx">Ferry (${['edit', 'talk', 'history', 'watch', 'links'].map(tool).join(' | ')})</span>`
  const row = `<div class="infobox">Debates on this article:<ul><li>${tool('first')}</li></ul></div><dl><dd>${tools} – (${tool('view')})</dd></dl>`
  const words = `<p>Nobody writes about ${tool('it')}, says <span class="plainlinks">${tool('the register')}</span>.`
  const said = 'Ferry\n\nNobody writes about it, says the register.'

  test('on a page cut at its signatures are nobody’s words', () => {
    const signed = `${user('User:Ada', 'Ada')} 09:00, 1 May 2026 (UTC)`
    const { posts } = reading(page('en', `<h2>Ferry</h2>${row}${words} ${signed}</p><p>Keep it. ${signed}</p>`))
    expect(posts[0]?.text).toBe(said)
  })

  test('on a page with the marks of DiscussionTools are nobody’s words', () => {
    const [id, other] = ['c-Ada-20260501090000-Ferry', 'c-Ben-20260501090100-Ada-20260501090000']
    const mark = (at: string, inside: string) =>
      `<span data-mw-comment-start="" id="${at}"></span>${inside}<span data-mw-comment-end="${at}"></span>`
    const { posts } = reading(
      page('en', `<h2>Ferry</h2>${mark(id, `${row}${words}</p>`)}<p>${mark(other, 'Keep it.')}</p>`),
    )
    expect(posts.map(({ text }) => text)).toEqual([said, 'Keep it.'])
  })

  test('in the list of comments are nobody’s words', () => {
    const comment = { type: 'comment', id: 'c-Ada', author: 'Ada', html: `${row}${words}</p>`, replies: [] }
    const list = {
      discussiontoolspageinfo: { threaditemshtml: [{ type: 'heading', html: 'Ferry', replies: [comment] }] },
    }
    const base64 = Buffer.from(JSON.stringify(list)).toString('base64')
    const [thread] = preview({ kind: 'file', name: 'talk.json', base64 }, config)
    expect(thread?.posts.map(({ text }) => text)).toEqual([said])
  })
})

describe('pages as they are written', () => {
  const WRITTEN = [
    '{{Talk header|search={{yes}}}}',
    '<!-- nothing to see -->',
    '== Free [[ferry|ferries]] ==',
    "They should be '''free'''.<ref>{{cite web|url=x}}</ref> See [https://e.example/a the report]. [[File:Ferry.jpg|thumb|A ferry]] [[User:Ada|Ada]] ([[User talk:Ada|talk]]) 09:00, 1 May 2026 (UTC)",
    ':Who {{s|cares}} pays? [[User:Ben|<span style="color:red">Benny</span>]] 09:10, 1 May 2026 (UTC)',
    '::{{tq|Who pays?}} All of us. {{unsigned|192.0.2.7|09:20, 1 May 2026}}',
    '{{outdent|::}}{{re|Ben|Ada}} I agree. [[User:Cy]] 09:30, 1 May 2026 (UTC)',
    '=== Poll ===',
    "* '''Keep''' as it is. [[User:Di|Di]] 09:40, 1 May 2026 (UTC)",
    '** {{oppose}} No. [[User:Ed|Ed]] 09:50, 1 May 2026 (UTC)',
    '',
  ].join('\n')
  const revision = { slots: { main: { content: WRITTEN } } }

  test.each<[string, string]>([
    ['a list of revisions', JSON.stringify({ query: { pages: [{ title: 'Talk:Ferry', revisions: [revision] }] } })],
    [
      'an older list of revisions',
      JSON.stringify({ query: { pages: { 5: { title: 'Talk:Ferry', revisions: [{ '*': WRITTEN }] } } } }),
    ],
    ['what was parsed', JSON.stringify({ parse: { title: 'Talk:Ferry', wikitext: { '*': WRITTEN } } })],
    ['the source of a page', JSON.stringify({ title: 'Talk:Ferry', content_model: 'wikitext', source: WRITTEN })],
    ['the wikitext alone', WRITTEN],
  ])('%s', (_, source) => {
    const { posts, platform } = reading(source)
    const place = new Map(posts.map(({ id }, index) => [id, index]))
    expect(platform).toBe('mediawiki')
    expect(
      posts.map(({ author, createdAt, parentId, stance, text }) => [
        author,
        createdAt?.slice(11, 16),
        parentId === null ? null : place.get(parentId),
        stance,
        text,
      ]),
    ).toEqual([
      ['Ada', '09:00', null, null, 'Free ferries\n\nThey should be free. See the report.'],
      ['Ben', '09:10', 0, null, 'Who pays?'],
      ['192.0.2.7', '09:20', 1, null, '“Who pays?” All of us.'],
      ['Cy', '09:30', 2, null, '(outdent) @Ben, Ada I agree.'],
      ['Di', '09:40', null, 'pro', 'Poll\n\nKeep as it is.'],
      ['Ed', '09:50', 4, 'con', 'oppose No.'],
    ])
    expect(posts[0]?.links.map(({ url }) => url)).toContain('https://e.example/a')
  })

  test('what is left out of a source too long for a thread is told', () => {
    const signed = (mark: string, name: string) => `${mark} Words. [[User:${name}|${name}]] 09:00, 3 May 2024 (UTC)\n`
    const long = reading(signed('', 'Ada') + ':a\n'.repeat(29_999) + signed(':', 'Ben'))
    expect(long.posts.map(({ author }) => author)).toEqual(['Ada'])
    expect(long.completeness.missing).toContainEqual({ why: 'what stands after the first 30000 lines', count: null })
    const linked = reading('[[a]]'.repeat(60_001) + signed('', 'Ada'))
    expect(linked.notices).toContain('Only the first 60000 links of the text were kept as links.')
  })

  test.each(['{{', '[[User:', '<ref', '<!--', "'''", '{{unsigned|', '[https://e.example '])(
    'a long run of %j costs no time',
    (run) => {
      const before = performance.now()
      reading(WRITTEN + run.repeat(20_000))
      expect(performance.now() - before).toBeLessThan(2000)
    },
  )
})

test('a page that is made for talk may hold one comment', () => {
  const { posts } = reading(
    page('en', `<h2>Ferries</h2><p>Free them. ${user('User:Ada', 'Ada')} 09:00, 1 May 2026 (UTC)</p>`).replace(
      '<body>',
      '<body class="ns-1 ns-talk">',
    ),
  )
  expect(posts.map(({ author, text }) => [author, text])).toEqual([['Ada', 'Ferries\n\nFree them.']])
})

describe('boards that keep each post apart', () => {
  const rows = (html: string) => {
    const { title, posts } = reading(html)
    const places = new Map(posts.map(({ id }, place) => [id, place]))
    return {
      title,
      rows: posts.map(({ author, createdAt, createdAbout, parentId, text, state }) => [
        author,
        (createdAt ?? createdAbout?.at)?.slice(0, 16) ?? null,
        parentId === null ? null : places.get(parentId),
        text,
        state,
      ]),
    }
  }

  test('Flow: a topic heads its first post, which the others of the topic answer', () => {
    const flow = (id: string, name: string, words: string, replies = '') =>
      `<div class="flow-post" id="flow-post-${id}" data-flow-id="${id}"><div class="flow-post-main"><div class="flow-author"><a class="mw-userlink"><bdi>${name}</bdi></a><span class="mw-usertoollinks">(<a>talk</a>)</span></div>${words}<span class="flow-timestamp" datetime="2020-03-07T22:51:00+0000"><span class="flow-timestamp-ago">6 years ago</span></span></div><div class="flow-replies">${replies}</div></div>`
    const said = (words: string) => `<article class="flow-post-content"><p>${words}</p></article>`
    const topic = (title: string, posts: string) =>
      `<div class="flow-topic"><div class="flow-topic-titlebar"><h2 class="flow-topic-title" data-flow-topic-title="${title}">${title}</h2></div>${posts}</div>`
    const at = '2020-03-07T22:51'
    expect(
      rows(
        page(
          'en',
          topic(
            'Ferries',
            flow(
              'a',
              'Ada',
              said('Free them.'),
              flow(
                'b',
                'Ben',
                '<div class="flow-moderated-post-content">This post was deleted.</div>',
                flow('c', 'Cy', said('Why?')),
              ),
            ) + flow('d', 'Dee', said('No.')),
          ) + topic('Roads', flow('e', 'Eve', said('Mend them.'))),
        ),
      ),
    ).toEqual({
      title: 'Talk',
      rows: [
        ['Ada', at, null, 'Ferries\n\nFree them.', 'ok'],
        ['Ben', at, 0, '', 'removed'],
        ['Cy', at, 1, 'Why?', 'ok'],
        ['Dee', at, 0, 'No.', 'ok'],
        ['Eve', at, null, 'Roads\n\nMend them.', 'ok'],
      ],
    })
  })

  test('Flow, as its programming interface hands it out', () => {
    const revision = (postId: string, replyToId: string | null, replies: string[], more: object) => ({
      postId,
      replyToId,
      replies,
      timestamp: '20200307225100',
      creator: { name: postId },
      isOriginalContent: true,
      ...more,
    })
    const html = (content: string) => ({ content: { content, format: 'fixed-html' } })
    const topic = {
      roots: ['t'],
      posts: { t: ['t1'], ada: ['a1'], ben: ['b1'], cy: ['c1'], dee: ['d1'] },
      revisions: {
        t1: revision('t', null, ['ada', 'dee'], {
          content: { content: 'Ferries', format: 'topic-title-wikitext', plaintext: 'Ferries' },
        }),
        a1: revision('ada', 't', ['ben'], html('<p>Free <b>them</b>.</p>')),
        b1: revision('ben', 'ada', ['cy'], { moderateState: 'delete', isModerated: true }),
        c1: revision('cy', 'ben', [], { ...html('<p>Why?</p>'), isOriginalContent: false }),
        d1: revision('dee', 't', ['ada'], html('<p>No.</p>')),
      },
    }
    const at = '2020-03-07T22:51'
    expect(rows(JSON.stringify({ flow: { 'view-topic': { result: { topic } } } }))).toEqual({
      title: 'Ferries',
      rows: [
        ['ada', at, null, 'Ferries\n\nFree them.', 'ok'],
        ['ben', at, 0, '', 'removed'],
        ['cy', at, 1, 'Why?', 'edited'],
        ['dee', at, 0, 'No.', 'ok'],
      ],
    })
  })

  test('LiquidThreads', () => {
    const thread = (id: number, name: string, words: string, replies = '') =>
      `<div class="lqt_thread" id="lqt_thread_id_${id}"><div class="lqt-post-wrapper"><div class="lqt_post"><p>${words}</p></div><div class="lqt-thread-signature"><span class="lqt-thread-user-signature"><a href="/wiki/User:${name}">${name}</a> (<a>talk</a>)</span><span class="lqt-thread-toolbar-timestamp">22:51, 7 March 2020</span></div></div><div class="lqt-thread-replies">${replies}</div></div>`
    expect(
      rows(
        page(
          'en',
          `<h2 class="lqt_header"><span class="mw-headline"><a>Ferries</a></span> <span>[edit]</span></h2>${thread(1, 'Ada', 'Free them.', thread(2, 'Ben', 'Who pays?'))}`,
        ),
      ),
    ).toEqual({
      title: 'Ferries',
      rows: [
        ['Ada', '2020-03-07T22:51', null, 'Ferries\n\nFree them.', 'ok'],
        ['Ben', '2020-03-07T22:51', 0, 'Who pays?', 'ok'],
      ],
    })
  })
})
