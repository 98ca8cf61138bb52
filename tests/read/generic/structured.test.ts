/** Pages that say themselves what their posts are. */
import { describe, expect, test } from 'vitest'
import { expectRows, jsonLd, page, type Row, threadsIn, ARTICLE } from './rows.ts'

const T = '2026-05-01T09:00:00Z'
const OPENED: Row[] = [
  ['Ada', 'They should be free.', null],
  ['Ben', 'Who pays?', 0],
  ['Cy', 'All of us.', 1],
]
const person = (name: string) => ({ '@type': 'Person', name })
const comment = (name: string, text: string, more: object = {}) => ({
  '@type': 'Comment',
  author: person(name),
  datePublished: T,
  text,
  ...more,
})
const opening = (more: object) => ({
  '@context': 'https://schema.org',
  '@type': 'DiscussionForumPosting',
  headline: 'Free ferries',
  text: 'They should be free.',
  author: person('Ada'),
  datePublished: T,
  ...more,
})

describe('JSON-LD', () => {
  test.each<[string, unknown[], Row[]]>([
    [
      'comments inside comments',
      [opening({ comment: [comment('Ben', 'Who pays?', { comment: [comment('Cy', 'All of us.')] })] })],
      OPENED,
    ],
    [
      'one comment that stands alone',
      [opening({ comment: comment('Ben', 'Who pays?', { comment: comment('Cy', 'All of us.') }) })],
      OPENED,
    ],
    [
      'a graph whose items name each other',
      [
        {
          '@context': 'https://schema.org',
          '@graph': [
            { '@type': 'WebPage', '@id': '#page', name: 'Ferries', mainEntity: { '@id': '#thread' } },
            { '@type': 'Person', '@id': '#ada', name: 'Ada' },
            opening({ '@id': '#thread', author: { '@id': '#ada' }, comment: [{ '@id': '#c1' }] }),
            comment('Ben', 'Who pays?', { '@id': '#c1', comment: [{ '@id': '#c2' }] }),
            comment('Cy', 'All of us.', { '@id': '#c2' }),
          ],
        },
      ],
      OPENED,
    ],
    [
      'comments that name what they answer',
      [
        opening({ '@id': 'https://a.example/t/1' }),
        [
          comment('Ben', 'Who pays?', {
            '@id': 'https://a.example/t/1#c1',
            parentItem: { '@id': 'https://a.example/t/1' },
          }),
          comment('Cy', 'All of us.', { parentItem: { '@type': 'Comment', '@id': 'https://a.example/t/1#c1' } }),
        ],
      ],
      OPENED,
    ],
    [
      'writers as texts, as lists, and dates of creation',
      [
        opening({
          author: 'Ada',
          comment: [
            {
              '@type': 'Comment',
              author: [person('Ben')],
              dateCreated: T,
              text: 'Who pays?',
              comment: [{ '@type': ['Comment'], creator: person('Cy'), dateCreated: T, text: 'All of us.' }],
            },
          ],
        }),
      ],
      OPENED,
    ],
    [
      'names written out as addresses of the vocabulary',
      [
        {
          '@type': 'https://schema.org/DiscussionForumPosting',
          'schema:headline': 'Free ferries',
          'schema:text': { '@value': 'They should be free.', '@language': 'en' },
          'http://schema.org/author': { 'schema:name': 'Ada' },
          'schema:comment': [
            { '@type': 'schema:Comment', 'schema:author': { 'schema:name': 'Ben' }, 'schema:text': 'Who pays?' },
          ],
        },
      ],
      OPENED.slice(0, 2),
    ],
    [
      'a question page with answers and comments on them',
      [
        {
          '@type': 'QAPage',
          mainEntity: {
            '@type': 'Question',
            name: 'Should ferries be free?',
            text: '<p>They should be free.</p>',
            author: person('Ada'),
            answerCount: 2,
            acceptedAnswer: {
              '@type': 'Answer',
              text: 'Who pays?',
              author: person('Ben'),
              upvoteCount: 4,
              comment: [comment('Cy', 'All of us.')],
            },
            suggestedAnswer: [{ '@type': 'Answer', text: 'Nobody does.', author: person('Dee') }],
          },
        },
      ],
      [...OPENED, ['Dee', 'Nobody does.', 0]],
    ],
    [
      'a post of a social network',
      [
        {
          '@type': 'SocialMediaPosting',
          headline: 'Free ferries',
          articleBody: 'They should be free.',
          author: person('Ada'),
          comment: [comment('Ben', 'Who pays?')],
        },
      ],
      OPENED.slice(0, 2),
    ],
    [
      'nobody named',
      [
        opening({
          author: { '@type': 'Organization', url: 'https://a.example' },
          comment: [{ '@type': 'Comment', text: 'Who pays?', author: { '@id': '/users/7' } }],
        }),
      ],
      [
        [null, 'They should be free.', null],
        [null, 'Who pays?', 0],
      ],
    ],
  ])('%s', (_, values, expected) => {
    expectRows(page('<h1>Free ferries</h1>', jsonLd(...values)), 'page.html', expected)
  })

  test('line ends of texts stay, quotes and links are known', () => {
    const [thread] = threadsIn(
      page(
        '',
        jsonLd(
          opening({
            comment: [comment('Ben', '> They should be free.\n\nWho pays? See https://example.org/a &amp; ask.')],
          }),
        ),
      ),
      'page.html',
    )
    const [, answer] = thread?.posts ?? []
    expect(answer?.text).toBe('They should be free.\n\nWho pays? See https://example.org/a & ask.')
    expect(answer?.quotes).toHaveLength(1)
    expect(answer?.links.map(({ url }) => url)).toEqual(['https://example.org/a'])
  })

  test('what is announced but not there is missing', () => {
    const counter = {
      '@type': 'InteractionCounter',
      interactionType: { '@type': 'CommentAction' },
      userInteractionCount: 17,
    }
    const [thread] = threadsIn(
      page('', jsonLd(opening({ interactionStatistic: [counter], comment: [comment('Ben', 'Who pays?')] }))),
      'page.html',
    )
    expect(thread?.completeness).toMatchObject({ expected: 18, got: 2, missing: [{ count: 16 }] })
  })

  test('frequent questions of a shop are no discussion', () => {
    const faq = {
      '@type': 'FAQPage',
      mainEntity: [1, 2, 3].map((one) => ({
        '@type': 'Question',
        name: `Question ${one}?`,
        acceptedAnswer: { '@type': 'Answer', text: `Answer ${one} of the shop.` },
      })),
    }
    const [thread] = threadsIn(page(`<article><h1>Ferries</h1>${ARTICLE}</article>`, jsonLd(faq)), 'page.html')
    expect(thread?.platform).toBe('article')
  })

  test('the words of an article that only names its comments', () => {
    const news = {
      '@type': 'NewsArticle',
      headline: 'Free ferries',
      author: [person('Ada'), person('Eve')],
      commentCount: 1,
      comment: [comment('Ben', 'Who pays?')],
    }
    const thread = expectRows(page(`<article><h1>Free ferries</h1>${ARTICLE}</article>`, jsonLd(news)), 'page.html', [
      ['Ada, Eve', 'The harbour council met', null],
      ['Ben', 'Who pays?', 0],
    ])
    expect(thread.completeness).toEqual({ expected: 2, got: 2, missing: [] })
  })
})

describe('microdata and RDFa', () => {
  test.each<[string, string, Row[]]>([
    [
      'comments inside comments',
      `<article itemscope itemtype="http://schema.org/BlogPosting"><h1 itemprop="headline">Free ferries</h1><a itemprop="author" itemscope itemtype="http://schema.org/Person" href="/a"><span itemprop="name">Ada</span></a><div itemprop="articleBody"><p>They should be free.</p></div>
       <div itemprop="comment" itemscope itemtype="http://schema.org/Comment"><span itemprop="creator">Ben</span><meta itemprop="dateCreated" content="${T}"><p itemprop="text">Who pays?</p>
       <div itemprop="comment" itemscope itemtype="http://schema.org/Comment"><span itemprop="author">Cy</span><p itemprop="text">All of us.</p></div></div></article>`,
      OPENED,
    ],
    [
      'answers beside the question',
      `<div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question"><h1 itemprop="name">Free ferries</h1><div itemprop="text">They should be free.</div><span itemprop="author" itemscope><b itemprop="name">Ada</b></span><meta itemprop="answerCount" content="1">
       <div itemprop="suggestedAnswer" itemscope itemtype="https://schema.org/Answer" id="a1"><div itemprop="text">Who pays?</div><span itemprop="author" itemscope><b itemprop="name">Ben</b></span>
       <ul><li itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="text">All of us.</span> <a itemprop="author">Cy</a></li></ul></div></div>`,
      OPENED,
    ],
    [
      'a row of posts of one kind',
      ['Ada|They should be free.', 'Ben|Who pays?']
        .map((one) => one.split('|'))
        .map(
          ([name, words]) =>
            `<section itemscope itemtype="https://schema.org/DiscussionForumPosting"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><meta itemprop="name" content="${name}"></span><div itemprop="text">${words}</div></section>`,
        )
        .join(''),
      OPENED.slice(0, 2),
    ],
    [
      'RDFa Lite',
      `<div vocab="https://schema.org/" typeof="DiscussionForumPosting"><h1 property="headline">Free ferries</h1><span property="author" typeof="Person"><span property="name">Ada</span></span><div property="text">They should be free.</div>
       <div property="comment" typeof="Comment"><span property="author" typeof="Person"><span property="name">Ben</span></span><div property="text">Who pays?</div>
       <div property="comment" typeof="Comment"><span property="author">Cy</span><div property="text">All of us.</div></div></div></div>`,
      OPENED,
    ],
    [
      'an older Drupal',
      `<div about="/node/1" typeof="sioc:Item foaf:Document" class="node"><h1 property="dc:title">Free ferries</h1><span property="dc:date dc:created" content="${T}" rel="sioc:has_creator">by <a typeof="sioc:UserAccount" property="foaf:name">Ada</a></span><div property="content:encoded"><p>They should be free.</p></div>
       <div class="comment" typeof="sioc:Post sioct:Comment"><span rel="sioc:has_creator" typeof="sioc:UserAccount"><a property="foaf:name">Ben</a></span><div property="content:encoded">Who pays?</div></div></div>`,
      [
        [null, 'They should be free.', null],
        ['Ben', 'Who pays?', 0],
      ],
    ],
    [
      'a comment that names the one it answers',
      `<article itemscope itemtype="https://schema.org/Article"><h1 itemprop="headline">Free ferries</h1><b itemprop="author">Ada</b><div itemprop="articleBody">They should be free.</div></article>
       <div itemscope itemtype="https://schema.org/Comment"><a itemprop="url" href="https://a.example/1#c1"></a><b itemprop="author">Ben</b><p itemprop="text">Who pays?</p></div>
       <div itemscope itemtype="https://schema.org/Comment"><link itemprop="parentItem" href="https://a.example/1#c1"><b itemprop="author">Cy</b><p itemprop="text">All of us.</p></div>`,
      OPENED,
    ],
  ])('%s', (_, body, expected) => {
    expectRows(page(body), 'page.html', expected)
  })

  test('a list of threads is no thread', () => {
    const rows = [1, 2, 3].map(
      (one) =>
        `<li itemscope itemtype="https://schema.org/DiscussionForumPosting"><a itemprop="url" href="/t/${one}"><span itemprop="headline">Thread number ${one} on ferries</span></a></li>`,
    )
    expect(() => threadsIn(page(`<ul>${rows.join('')}</ul>`), 'page.html')).toThrow(
      expect.objectContaining({ code: 'not-a-thread' }),
    )
  })
})

describe('microformats', () => {
  test.each<[string, string, Row[]]>([
    [
      'comments shown under an entry, one inside another',
      `<div class="h-entry"><h1 class="p-name">Free ferries</h1><a class="p-author h-card" href="/">Ada</a><time class="dt-published" datetime="${T}"></time><div class="e-content">They should be free.</div>
       <div class="u-comment h-cite"><a class="p-author h-card"><img class="u-photo" alt="Ben"></a><a class="u-url" href="https://b.example/1"><time class="dt-published" datetime="${T}"></time></a><div class="e-content p-name">Who pays?</div>
       <div class="p-comment h-cite"><span class="p-author h-card"><span class="p-name">Cy</span></span><div class="p-content">All of us.</div></div></div>
       <div class="u-like h-cite"><a class="p-author h-card">Fay</a></div></div>`,
      OPENED,
    ],
    [
      'entries that answer each other',
      `<main class="h-feed">
       <article class="h-entry"><a class="u-url" href="https://a.example/1"></a><b class="p-author h-card">Ada</b><div class="e-content">They should be free.</div></article>
       <article class="h-entry"><a class="u-url" href="https://a.example/2"></a><a class="u-in-reply-to" href="https://a.example/1"></a><b class="p-author h-card">Ben</b><div class="e-content">Who pays?</div></article>
       <article class="h-entry"><a class="u-in-reply-to" href="https://a.example/2"></a><b class="p-author h-card">Cy</b><div class="e-content">All of us.</div></article></main>`,
      OPENED,
    ],
  ])('%s', (_, body, expected) => {
    expectRows(page(body), 'page.html', expected)
  })

  test('what the page says its links are relative to', () => {
    const body = `<div class="h-entry"><h1 class="p-name">Free ferries</h1><div class="e-content">They should be free.</div>
      <div class="p-comment h-cite"><b class="p-author h-card">Ben</b><a class="u-url" href="b/1">1 May</a><div class="e-content">Who <a href="pays">pays</a>?</div></div></div>`
    const head = '<link rel="canonical" href="https://a.example/2026/ferries"><base href="https://a.example/notes/">'
    const [thread] = threadsIn(page(body, head), 'page.html')
    expect(thread?.posts.map(({ permalink, links }) => [permalink, links[0]?.url])).toEqual([
      ['https://a.example/2026/ferries', undefined],
      ['https://a.example/notes/b/1', 'https://a.example/notes/pays'],
    ])
  })
})
