/** Comments below articles, as themes and plugins of WordPress mark them. */
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { faults } from './faults.ts'
import { check, html, type Form, type Row } from './rows.ts'

const config = readConfig({})

function reading(body: string, language = 'en-US') {
  const html = `<!doctype html><html lang="${language}"><head><title>Ferries</title><meta name="generator" content="WordPress 6.1"></head><body><h1 class="entry-title">Ferries</h1><div class="entry-content"><p>They should be free.</p></div>${body}</body></html>`
  const [thread] = preview({ kind: 'file', name: 'page.html', base64: Buffer.from(html).toString('base64') }, config)
  if (thread === undefined) throw new Error('no thread')
  expect(faults(thread)).toEqual([])
  return thread
}

const THEMES: Record<string, [language: string, body: string]> = {
  blocks: [
    'en-US',
    '<div class="wp-block-comments"><h2 class="wp-block-comments-title">2 responses to “Ferries”</h2><ol class="wp-block-comment-template"><li id="comment-2" class="comment depth-1"><div class="wp-block-comment-author-name"><a>Ben</a></div><div class="wp-block-comment-date"><time datetime="2026-05-01T11:10:00+02:00"><a href="/f/#comment-2">May 1</a></time></div><div class="wp-block-comment-content"><p>Who pays?</p></div><ol><li id="comment-3" class="comment depth-2"><div class="wp-block-comment-author-name">Cy</div><div class="wp-block-comment-date"><time datetime="2026-05-01T11:20:00+02:00"><a href="/f/#comment-3">May 1</a></time></div><div class="wp-block-comment-content"><p>All of us.</p></div></li></ol></li></ol></div>',
  ],
  'times in words, German': [
    'de-DE',
    '<div id="comments"><h2 class="comments-title">2 Gedanken zu „Ferries“</h2><ol class="commentlist"><li class="comment" id="li-comment-2"><div id="comment-2"><div class="comment-author vcard"><cite class="fn">Ben</cite> <span class="says">sagt:</span></div><div class="comment-meta commentmetadata"><a href="https://b.example/f/#comment-2">1. Mai 2026 um 09:10</a></div><div class="comment-body"><p>Who pays?</p></div></div><ul class="children"><li class="comment" id="li-comment-3"><div id="comment-3"><div class="comment-author vcard"><cite class="fn">Cy</cite> <span class="says">sagt:</span></div><div class="comment-meta commentmetadata"><a href="https://b.example/f/#comment-3">1. Mai 2026 um 09:20</a></div><div class="comment-body"><p>All of us.</p></div></div></li></ul></li></ol></div>',
  ],
  wpDiscuz: [
    'en-US',
    '<div id="wpdcom"><div id="wpd-comm-2_0" class="comment wpd-comment"><div class="wpd-comment-wrap"><div class="wpd-comment-author"><a>Ben</a></div><div class="wpd-comment-date" title="May 1, 2026 9:10 am">3 months ago</div><div class="wpd-comment-text"><p>Who pays?</p></div></div><div id="wpd-comm-3_2" class="comment wpd-comment wpd-reply"><div class="wpd-comment-wrap"><div class="wpd-comment-author">Cy</div><div class="wpd-comment-date" title="May 1, 2026 9:20 am">3 months ago</div><div class="wpd-comment-text"><p>All of us.</p></div></div></div></div></div>',
  ],
}

test.each(Object.entries(THEMES))('%s', (_, [language, body]) => {
  const thread = reading(body, language)
  expect(
    thread.posts.map(({ id, author, text, createdAt, parentId }) => [id, author, text, createdAt, parentId]),
  ).toEqual([
    ['article', null, 'Ferries\n\nThey should be free.', null, null],
    ['2', 'Ben', 'Who pays?', '2026-05-01T09:10:00.000Z', 'article'],
    ['3', 'Cy', 'All of us.', '2026-05-01T09:20:00.000Z', '2'],
  ])
  expect(thread.completeness).toMatchObject({ got: 3, missing: [] })
})

test('fewer comments than the heading announces are told; pings of other sites are no talk', () => {
  const thread = reading(
    '<h2 id="comments">12 comments on “Ferries”</h2><ol><li id="comment-2" class="comment"><cite class="fn">Ben</cite><div class="comment-content"><p>Who pays?</p></div></li><li id="comment-4" class="pingback"><cite class="fn">Other</cite><div class="comment-content"><p>[…] free […]</p></div></li></ol>',
  )
  expect(thread.posts.map(({ kind }) => kind)).toEqual(['opening', 'comment', 'system'])
  expect(thread.completeness).toMatchObject({ expected: 13, got: 3, missing: [{ count: 10 }] })
})

test('wpDiscuz: votes, the number of comments, an order of dates one of them tells, and links to whom an answer answers', () => {
  const comment = (id: number, when: string, votes: string, inside = '') =>
    `<div id="wpd-comm-${id}_0" class="comment wpd-comment"><div class="wpd-comment-wrap"><div id="comment-${id}" class="wpd-comment-right"><div class="wpd-comment-author">Ada</div><div class="wpd-comment-date" title="${when}">6 months ago</div>${id === 3 ? '<div class="wpd-reply-to">Reply to <a href="#comment-2">Ada</a></div>' : ''}<div class="wpd-comment-text"><p>Yes, ${id}.</p></div><div class="wpd-vote">${votes}</div></div></div>${inside}</div>`
  const thread = reading(
    `<div id="wpdcom"><div class="wpd-thread-info"><span class="wpdtc" title="5">5</span> Comments</div>${comment(2, '05/13/2026 9:00 am', '<div class="wpd-vote-result wpd-vote-result-like">4</div><div class="wpd-vote-result wpd-vote-result-dislike">-1</div>', comment(3, '06/01/2026 9:10 am', '<div class="wpd-vote-result">-2</div>'))}</div>`,
  )
  expect(
    thread.posts
      .slice(1)
      .map(({ id, createdAt, score, parentId, permalink }) => [
        id,
        createdAt,
        score,
        parentId,
        permalink?.replace(/^.*#/, '') ?? null,
      ]),
  ).toEqual([
    ['2', '2026-05-13T09:00:00.000Z', 3, 'article', null],
    ['3', '2026-06-01T09:10:00.000Z', -2, '2', null],
  ])
  expect(thread.completeness).toMatchObject({ expected: 6, got: 3 })
})

const themed = (comments: string) =>
  html(
    `<article><h1 class="entry-title">Free ferries</h1><div class="entry-content"><p>They should be free.</p></div></article>${comments}`,
    '<title>Free ferries</title><meta name="generator" content="WordPress 6.4">',
  )
const OPENS: Row = [null, 'Free ferries\n\nThey should be free.', null]
const remark = (id: number, of: number, parent: number, name: string, words: string) => ({
  id,
  post: of,
  parent,
  author_name: name,
  date_gmt: '2026-05-01T09:00:00',
  content: { rendered: `<p>${words}</p>` },
  link: `https://town.example/${of}/#comment-${id}`,
  type: 'comment',
})

test.each<Form>([
  [
    'the first themes, which name the writer below the words',
    themed(
      '<h2 id="comments">2 Comments</h2><ol id="commentlist"><li id="comment-1"><p>Who pays?</p><p><cite>Comment by <a href="https://a.example">Ada</a> &#8212; 5/13/2008 @ <a href="#comment-1">10:00 am</a></cite></p></li><li id="comment-2"><p>The town.</p><p><cite>Comment by Ben &#8212; 5/1/2008 @ <a href="#comment-2">1:00 pm</a></cite></p></li></ol>',
    ),
    [
      OPENS,
      ['Ada', 'Who pays?', 0, { createdAt: '2008-05-13T10:00:00.000Z' }],
      ['Ben', 'The town.', 0, { createdAt: '2008-05-01T13:00:00.000Z' }],
    ],
  ],
  [
    'comments as a list of terms and what is said to each',
    themed(
      '<dl id="comment_list"><dt class="comment" id="comment-1"><span class="comment_author">Ada</span> <span class="comment_time"><span class="comment_date">May 1, 2010</span> at <a href="#comment-1">10:00 am</a></span></dt><dd class="comment"><div id="comment-body-1"><p>Who pays?</p></div></dd><dt class="comment" id="comment-2"><span class="comment_author">Ben</span></dt><dd class="comment"><div id="comment-body-2"><p>The town.</p></div></dd></dl>',
    ),
    [OPENS, ['Ada', 'Who pays?', 0, { createdAt: '2010-05-01T10:00:00.000Z' }], ['Ben', 'The town.', 0]],
  ],
  [
    'links from elsewhere that have no number',
    themed(
      '<h3 id="comments-title">2 Responses</h3><ol class="commentlist"><li class="comment" id="li-comment-1"><div id="comment-1"><cite class="fn">Ada</cite><div class="comment-body"><p>Who pays?</p></div></div></li><li class="post pingback"><p>Pingback: <a href="https://x.example">Elsewhere</a></p></li></ol>',
    ),
    [OPENS, ['Ada', 'Who pays?', 0], [null, 'Pingback: Elsewhere', 0, { kind: 'system' }]],
  ],
  [
    'an export of the site',
    '<?xml version="1.0"?><rss version="2.0" xmlns:wp="x"><channel><title>Town</title><wp:wxr_version>1.2</wp:wxr_version><item><title>About</title><wp:post_type>page</wp:post_type><content:encoded><![CDATA[Us.]]></content:encoded></item><item><title>Free ferries</title><link>https://town.example/7/</link><dc:creator><![CDATA[ada]]></dc:creator><content:encoded><![CDATA[They should be free.\n\nAll of them.]]></content:encoded><wp:post_date_gmt>2026-05-01 09:00:00</wp:post_date_gmt><wp:post_type>post</wp:post_type><wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author><![CDATA[Ben]]></wp:comment_author><wp:comment_date_gmt>2026-05-01 09:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[Who pays?]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment><wp:comment><wp:comment_id>2</wp:comment_id><wp:comment_author>Cy</wp:comment_author><wp:comment_content>The town.</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>1</wp:comment_parent></wp:comment><wp:comment><wp:comment_id>3</wp:comment_id><wp:comment_content>Buy!</wp:comment_content><wp:comment_approved>spam</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment></item></channel></rss>',
    [
      ['ada', 'Free ferries\n\nThey should be free.\n\nAll of them.', null, { createdAt: '2026-05-01T09:00:00.000Z' }],
      ['Ben', 'Who pays?', 0, { createdAt: '2026-05-01T09:00:00.000Z' }],
      ['Cy', 'The town.', 1],
    ],
  ],
])('%s', (_, content, expected, lacking = false) => {
  check(content, expected, lacking)
})

test('the newest comments of a site stand in the threads of their articles', () => {
  const newest = [
    remark(3, 8, 0, 'Cy', 'On bridges.'),
    remark(2, 7, 1, 'Ben', 'The town.'),
    remark(1, 7, 0, 'Ada', 'Who?'),
  ]
  const threads = preview(
    { kind: 'file', name: 'comments.json', base64: Buffer.from(JSON.stringify(newest)).toString('base64') },
    config,
  )
  expect(threads.map(({ url, posts }) => [url, posts.map(({ author }) => author)])).toEqual([
    ['https://town.example/8/', ['Cy']],
    ['https://town.example/7/', ['Ada', 'Ben']],
  ])
})
