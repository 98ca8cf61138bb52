/** Pages that say nothing of their posts: comments told by their likeness, in the markup of blogs, forums, newspapers and widgets. */
import { describe, expect, test } from 'vitest'
import { ARTICLE, expectRows, page, type Row, rowsOf, threadsIn } from './rows.ts'

const WORDS = [
  'Who pays for all of these boats, then?',
  'All of us do, as we do for the roads.',
  'I would rather see more departures in winter.',
  'The north shore has waited for ten years.',
]
const NAMES = ['Ben', 'Cy', 'Dee', 'Eve']
const [ben, cy, dee, eve] = NAMES.map((name, at): [string, string] => [name, WORDS[at] as string])
type Said = [string, string]
const said = (one: Said | undefined): Said => one as Said

/** Ben; Cy answers Ben; Dee and Eve answer nobody. */
const TREE: Row[] = [
  [...said(ben), null],
  [...said(cy), 0],
  [...said(dee), null],
  [...said(eve), null],
]
const FLAT: Row[] = TREE.map(([author, words]) => [author, words, null])
const each = (make: (name: string, words: string, at: number) => string) =>
  NAMES.map((name, at) => make(name, WORDS[at] as string, at)).join('\n')
const DEPTHS = [0, 1, 0, 0]

describe('how comments are nested', () => {
  const one = (name: string, words: string, at: number) =>
    `<div class="c-box" id="c${at + 1}"><b class="c-author">${name}</b> <time datetime="2026-05-01T09:0${at}:00Z">1 May</time><p>${words}</p></div>`
  test.each<[string, string]>([
    [
      'lists in lists',
      `<ul><li>${one(...said(ben), 0)}<ul><li>${one(...said(cy), 1)}</li></ul></li><li>${one(...said(dee), 2)}</li><li>${one(...said(eve), 3)}</li></ul>`,
    ],
    [
      'lists after what they answer',
      `<ul><li>${one(...said(ben), 0)}</li><ul><li>${one(...said(cy), 1)}</li></ul><li>${one(...said(dee), 2)}</li><li>${one(...said(eve), 3)}</li></ul>`,
    ],
    [
      'lists without any classes',
      `<ul><li><a href="/user/ben">Ben</a> <time>1 May</time><p>${WORDS[0]}</p><ul><li><a href="/user/cy">Cy</a> <time>1 May</time><p>${WORDS[1]}</p></li></ul></li>${[2, 3].map((at) => `<li><a href="/user/x">${NAMES[at]}</a> <time>1 May</time><p>${WORDS[at]}</p></li>`).join('')}</ul>`,
    ],
    [
      'what unfolds in what unfolds',
      (() => {
        const fold = (at: number, inner = '') =>
          `<details open><summary>${NAMES[at]} · 2026-05-01 09:0${at}</summary><div>${WORDS[at]}</div>${inner}</details>`
        return `<section>${fold(0, fold(1))}${fold(2)}${fold(3)}</section>`
      })(),
    ],
    [
      'answers that unfold, under a label that is nobody’s word',
      (() => {
        const post = (at: number, inner = '') =>
          `<article class="post"><header><a class="user" href="/user/${at}">${NAMES[at]}</a> <time>1 May</time></header><p>${WORDS[at]}</p>${inner}</article>`
        return `${post(0, `<details open><summary>Show replies</summary>${post(1)}</details>`)}${post(2)}${post(3)}`
      })(),
    ],
    [
      'answers of giscus, which are dressed in another way',
      (() => {
        const by = (at: number) =>
          `<a href="https://github.com/x"><span class="link-primary">${NAMES[at]}</span></a><a><time datetime="2026-05-01T09:00:00Z">May 1</time></a>`
        const comment = (at: number, inner = '') =>
          `<div class="gsc-comment"><div class="gsc-comment-header"><div class="gsc-comment-author">${by(at)}</div></div><div class="markdown gsc-comment-content"><p>${WORDS[at]}</p></div><div class="gsc-replies">${inner}</div></div>`
        const reply = `<div class="gsc-reply"><div class="gsc-reply-header"><div class="gsc-reply-author">${by(1)}</div></div><div class="markdown gsc-reply-content"><p>${WORDS[1]}</p></div></div>`
        return `${comment(0, reply)}${comment(2)}${comment(3)}`
      })(),
    ],
    [
      'answers in a block of their own',
      `<div>${one(...said(ben), 0)}<div class="replies">${one(...said(cy), 1)}</div>${one(...said(dee), 2)}${one(...said(eve), 3)}</div>`,
    ],
    [
      'indented blocks of Drupal',
      each(
        (name, words, at) =>
          `${at === 1 ? '<div class="indented">' : ''}<article class="comment js-comment"><footer class="comment__meta"><p class="comment__author"><a class="username" href="/user/${at}">${name}</a></p><p class="comment__time">Fri, 05/01/2026 - 09:0${at}</p></footer><div class="comment__content"><h3><a href="/comment/${at}#comment-${at}">Ferries</a></h3><p>${words}</p></div></article>${at === 1 ? '</div>' : ''}`,
      ),
    ],
    [
      'margins',
      each(
        (name, words, at) =>
          `<div class="comment" style="margin-left:${(DEPTHS[at] ?? 0) * 40}px"><b class="author">${name}</b> <i class="date">1 May 2026</i><p>${words}</p></div>`,
      ),
    ],
    [
      'padding around each',
      each(
        (name, words, at) =>
          `<div style="padding-left: ${(DEPTHS[at] ?? 0) * 2}em"><div class="comment"><b class="author">${name}</b> <i class="date">1 May 2026</i><p>${words}</p></div></div>`,
      ),
    ],
    [
      'empty cells of a table',
      `<table>${each((name, words, at) => `<tr class="comment"><td><img src="s.gif" width="${(DEPTHS[at] ?? 0) * 40}" height="1"></td><td><span class="user">${name}</span> <span class="age">3 hours ago</span><div class="words text">${words}</div></td></tr>`)}</table>`,
    ],
    [
      'numbers in attributes',
      each(
        (name, words, at) =>
          `<section class="message" data-depth="${DEPTHS[at]}"><b class="nick">${name}</b><time>1 May</time><p>${words}</p></section>`,
      ),
    ],
    [
      'levels for screen readers',
      each(
        (name, words, at) =>
          `<div role="comment" aria-level="${(DEPTHS[at] ?? 0) + 1}"><b class="username">${name}</b><time>1 May</time><p>${words}</p></div>`,
      ),
    ],
    [
      'levels in classes',
      each(
        (name, words, at) =>
          `<li class="comment level-${(DEPTHS[at] ?? 0) + 1}"><b class="author">${name}</b><time>1 May</time><p>${words}</p></li>`,
      ),
    ],
    [
      'custom properties',
      each(
        (name, words, at) =>
          `<li class="reply" style="--depth: ${DEPTHS[at]}"><b class="author">${name}</b><time>1 May</time><p>${words}</p></li>`,
      ),
    ],
    [
      'the number of the comment answered',
      each(
        (name, words, at) =>
          `<li class="comment" id="comment-1${at}" ${at === 1 ? 'data-parent-id="10"' : ''}><b class="author">${name}</b><time>1 May</time><p>${words}</p></li>`,
      ),
    ],
    [
      'a link to the comment answered',
      each(
        (name, words, at) =>
          `<li class="comment" id="comment-1${at}"><b class="author">${name}</b><time>1 May</time>${at === 1 ? '<a class="in-reply-to" href="#comment-10">in reply to Ben</a>' : ''}<p>${words}</p></li>`,
      ),
    ],
  ])('%s', (_, body) => {
    const [thread] = threadsIn(page(body), 'page.html')
    expect(
      rowsOf(thread).map(([author, words, answers]) => [
        author,
        words.replace(/^(?:Ferries|in reply to Ben)\s+/, ''),
        answers,
      ]),
    ).toEqual(TREE)
  })
})

describe('markup of many kinds', () => {
  test.each<[string, string, Row[]]>([
    [
      "components of the page's own",
      `<x-thread>${each((name, words, at) => `<x-post><x-head><a href="/u/${name}">${name}</a> <relative-time datetime="2026-05-01T09:0${at}:00Z">1 May</relative-time></x-head><x-body><p>${words}</p></x-body></x-post>`)}</x-thread>`,
      FLAT,
    ],
    [
      'headings that say who wrote it and when',
      `<div id="gb">${each((name, words, at) => `<div class="eintrag"><h3>${name} schrieb am 01.05.2026 um 09:0${at} Uhr:</h3><p>${words}</p></div>`)}</div>`,
      FLAT,
    ],
    [
      'numbers before the names, as on Japanese boards',
      `<dl>${each((name, words, at) => `<dt>${at + 1} ：<b>${name}</b>：2026/05/01(金) 09:0${at}:00.00 ID:abc${at}</dt><dd> ${words} <br></dd>`)}</dl>`,
      FLAT,
    ],
    [
      'numbers and names of two words, and identities of letters and numbers',
      `<dl>${each((name, words, at) => `<dt>${at + 1} ：<b>${name}</b>：2026/05/01(金) 09:0${at}:00.00 ID:aB3dE${at}</dt><dd>${words}</dd>`)}</dl>`,
      FLAT,
    ],
    [
      'ranks, numbers and links in brackets behind the name',
      each(
        (name, words, at) =>
          `<details class="box" open><summary><p>Posted May 1, 2026 09:0${at} UTC (Fri) by <b>${name}</b> (subscriber, #500${at}) [<a href="/l/${at}">Link</a>] (2 responses)</p></summary><div><p>${words}</p></div></details>`,
      ),
      FLAT,
    ],
    [
      'a weekday between the name and the day',
      each(
        (name, words, at) =>
          `<div class="cw"><div class="details"><span>by <a href="//forum.example/~x">${name}</a></span><span> on Friday May 1, 2026 @09:0${at}AM (<a href="#${at}">#6442</a>)</span></div><div class="said">${words}</div></div>`,
      ),
      FLAT,
    ],
    [
      'paragraphs whose classes say nothing, where a heading says that they are of readers',
      `<h3>What readers say</h3>${each((name, words) => `<div class="css-1k"><div class="css-8a"><p class="css-2b">${name}</p><p class="css-3c">May 1, 2026</p></div><p class="css-4d">${words}</p></div>`)}`,
      FLAT,
    ],
    [
      'the same under each of which one may answer',
      each(
        (name, words) =>
          `<div class="u1"><div class="u2"><div class="u3">${name}</div><div class="u4">May 1, 2026</div></div><div class="u5">${words}</div><a href="#">Report</a></div>`,
      ),
      FLAT,
    ],
    [
      'the sender, and a time whose title tells it',
      each(
        (name, words, at) =>
          `<li class="row"><div class="Timeline_messageSender">${name}</div><div class="bubble">${words} <time title="May 1, 2026 09:0${at}">2 days ago</time></div></li>`,
      ),
      FLAT,
    ],
    [
      'elements of a page’s own',
      `<qa-page>${each((name, words) => `<qa-answer><user-card>${name}</user-card><time>1 May</time><qa-body><p>${words}</p></qa-body></qa-answer>`)}</qa-page>`,
      FLAT,
    ],
    [
      'what can be done in a list below',
      `<div role="feed">${each((name, words, at) => `<div role="article" aria-label="Comment by ${name}"><div><a role="link" href="/profile/${name}"><span>${name}</span></a><div dir="auto">${words}</div></div><ul><li>Like</li><li>Reply</li><li><a href="/c/${at}">3h</a></li></ul></div>`)}</div>`,
      FLAT,
    ],
    [
      'rows of a table, the writer in the first cell',
      `<table>${each((name, words) => `<tr><td><a href="/profile/${name}">${name}</a><br>1 May 2026</td><td><p>${words}</p></td></tr>`)}</table>`,
      FLAT,
    ],
    [
      'a table for each post',
      `<h2>Guestbook</h2>${each((name, words) => `<table class="gb"><tr><th>${name}, 1 May 2026</th></tr><tr><td>${words}</td></tr></table>`)}`,
      FLAT,
    ],
    [
      'terms and what they mean',
      `<dl>${each((name, words) => `<dt>${name}, 1 May 2026 09:00</dt><dd>${words}</dd>`)}</dl>`,
      FLAT,
    ],
    [
      'names followed by a verb',
      each(
        (name, words) =>
          `<div class="comment"><p class="comment-head">${name} wrote on 1 May 2026:</p><p>${words}</p></div>`,
      ),
      FLAT,
    ],
    [
      'German lines above comments',
      each(
        (name, words) =>
          `<div class="kommentar"><div class="kopf">von ${name} am 1. Mai 2026</div><div class="inhalt">${words}</div></div>`,
      ),
      FLAT,
    ],
    [
      'custom elements inside',
      each(
        (name, words) =>
          `<div class="reply-item"><user-link><a href="/@${name.toLowerCase()}">${name}</a></user-link><relative-time datetime="2026-05-01T09:00:00Z">x</relative-time><div class="markdown-body"><p>${words}</p></div></div>`,
      ),
      FLAT,
    ],
    [
      'classes of no meaning',
      `<main>${each((name, words) => `<div class="x1ab x9cd"><div class="q1"><a class="zz" href="/@${name.toLowerCase()}?source=r">${name}</a><span class="zy">3 days ago</span></div><div class="q2"><pre class="ab">${words}</pre></div></div>`)}</main>`,
      FLAT,
    ],
    [
      'Blogger',
      `<div class="comments" id="comments"><ol id="top-ra">${each((name, words, at) => (at === 1 ? '' : `<li class="comment" id="c${at}00"><div class="avatar-image-container"><img alt=""></div><div class="comment-block"><div class="comment-header"><cite class="user"><a rel="nofollow">${name}</a></cite><span class="datetime secondary-text"><a>May 1, 2026 at 9:00 AM</a></span></div><p class="comment-content">${words}</p><span class="comment-actions"><a class="comment-reply">Reply</a></span></div><div class="comment-replies">${at === 0 ? `<ol><li class="comment" id="c100"><div class="comment-block"><div class="comment-header"><cite class="user">Cy</cite><span class="datetime">May 1</span></div><p class="comment-content">${WORDS[1]}</p></div></li></ol>` : ''}</div></li>`))}</ol></div>`,
      TREE,
    ],
    [
      'Kunena',
      each(
        (name, words, at) =>
          `<div class="kmsg" id="post${at}"><div class="kpost-profile"><ul><li class="kpost-username"><a class="kwho-user" href="/profile/${at}">${name}</a></li></ul></div><div class="kmessage"><span class="kmsgdate" title="2026-05-01T09:00:00Z">1 day ago</span><div class="kmsgtext">${words}</div><a class="kreply">Reply</a></div></div>`,
      ),
      FLAT,
    ],
    [
      'Substack',
      `<div class="comment-list">${each((name, words, at) => `<div class="comment"><div id="comment-${at}"></div><table class="comment-content"><tr><td class="comment-head"><div class="user-head"><a href="https://substack.com/profile/${at}-x"><img></a></div></td><td class="comment-rest"><div class="comment-meta"><span class="commenter-name"><a href="https://substack.com/profile/${at}-x">${name}</a></span><a class="comment-timestamp" title="May 1, 2026">May 1</a></div><div class="comment-body"><p>${words}</p></div><div class="comment-actions"><a>Like (3)</a><a>Reply</a></div></td></tr></table></div>`)}</div>`,
      FLAT,
    ],
    [
      'Ghost',
      each(
        (name, words) =>
          `<div class="flex" data-testid="comment-component"><div class="mr-3"><figure></figure></div><div class="grow comment-entry"><h4 class="comment-author">${name}</h4><span title="2026-05-01T09:00:00Z" class="comment-date">2h ago</span><div class="gh-comment-content" data-testid="comment-content"><p>${words}</p></div></div></div>`,
      ),
      FLAT,
    ],
    [
      'Coral',
      each(
        (name, words, at) =>
          `<div class="coral coral-comment Comment-root" id="comment-${at}a${at}b"><button class="coral-comment-username"><span class="Username-root">${name}</span></button><time class="coral-comment-timestamp" datetime="2026-05-01T09:00:00.000Z">1 day ago</time><div class="coral-comment-content HTMLContent-root">${words}</div><div class="coral-comment-actionBar"><button>Respect 1</button></div></div>`,
      ),
      FLAT,
    ],
    [
      'Commento',
      `<div id="commento"><script src="https://cdn.commento.io/js/commento.js"></script>${each((name, words, at) => (at === 1 ? '' : `<div id="commento-comment-card-a${at}" class="commento-card"><div class="commento-header"><div class="commento-name">${name}</div><div class="commento-timeago" title="2026-05-01">1 day ago</div></div><div><div class="commento-body"><p>${words}</p></div></div><div class="commento-card-children">${at === 0 ? `<div id="commento-comment-card-a1" class="commento-card"><div class="commento-header"><div class="commento-name">Cy</div><div class="commento-timeago">1 day ago</div></div><div class="commento-body"><p>${WORDS[1]}</p></div></div>` : ''}</div></div>`))}</div>`,
      TREE,
    ],
    [
      'Isso',
      `<section id="isso-thread" data-isso="/">${each((name, words, at) => (at === 1 ? '' : `<div class="isso-comment" id="isso-${at}"><div class="isso-text-wrapper"><div class="isso-comment-header"><span class="isso-author">${name}</span><a class="isso-permalink"><time title="x" datetime="2026-05-01T09:00:00Z">1 day ago</time></a></div><div class="isso-text"><p>${words}</p></div><div class="isso-comment-footer"><a class="isso-reply">Reply</a></div></div><div class="isso-follow-up">${at === 0 ? `<div class="isso-comment" id="isso-1"><div class="isso-text-wrapper"><span class="isso-author">Cy</span><time>1 day</time><div class="isso-text">${WORDS[1]}</div></div></div>` : ''}</div></div>`))}</section>`,
      TREE,
    ],
    [
      'Remark42',
      `<div id="remark42">${each((name, words, at) => (at === 1 ? '' : `<div class="thread"><article class="comment" id="remark42__comment-${at}"><div class="comment__info"><button class="comment__username">${name}</button><a class="comment__time">1 May 2026</a></div><div class="comment__text raw-content">${words}</div><div class="comment__actions"><button>Reply</button></div></article>${at === 0 ? `<div class="thread thread_indented"><article class="comment" id="remark42__comment-1"><div class="comment__info"><button class="comment__username">Cy</button><a class="comment__time">1 May</a></div><div class="comment__text">${WORDS[1]}</div></article></div>` : ''}</div>`))}</div>`,
      TREE,
    ],
    [
      'giscus',
      each(
        (name, words) =>
          `<div class="gsc-comment"><div class="color-bg-primary"><div class="gsc-comment-header"><div class="gsc-comment-author"><a href="https://github.com/${name}"><span class="link-primary">${name}</span></a><a><time datetime="2026-05-01T09:00:00Z">May 1</time></a></div></div><div dir="auto" class="markdown gsc-comment-content"><p>${words}</p></div><div class="gsc-comment-footer"><button>3</button></div></div></div>`,
      ),
      FLAT,
    ],
    [
      'Hyvor Talk',
      each(
        (name, words, at) =>
          `<div class="comment-wrap" data-comment-id="${at}"><div class="comment-inner"><div class="commenter-name">${name}</div><span class="comment-date">1 day ago</span><div class="comment-content"><p>${words}</p></div></div></div>`,
      ),
      FLAT,
    ],
    [
      'the plugin of a large network',
      each(
        (name, words) =>
          `<div class="_3-8y _5nz1 clearfix" direction="left"><div class="clearfix"><span class="UFICommentActorName"><a href="https://facebook.example/profile/${name}">${name}</a></span><div class="_30o4"><span class="_5mdd">${words}</span></div><div class="fsm"><a class="uiLinkSubtle"><abbr class="UFISutroCommentTimestamp" data-utime="1777626000">1 d</abbr></a></div></div></div>`,
      ),
      FLAT,
    ],
    [
      'a newspaper',
      `<article><h1>Free ferries</h1>${ARTICLE}</article><aside class="comments"><h2>4 Kommentare</h2><ol>${each((name, words) => `<li class="reader-opinion"><header><strong class="reader-name">${name}</strong> <span class="posting-date">01.05.2026, 09:00 Uhr</span></header><h4>Betreff</h4><p>${words}</p></li>`)}</ol></aside>`,
      [[null, 'The harbour council met', null], ...FLAT.map(([author, words]): Row => [author, words, 0])],
    ],
  ])('%s', (_, body, expected) => {
    const [thread] = threadsIn(page(body), 'page.html')
    const found = rowsOf(thread).map(
      ([author, words, answers], at): Row => [
        author,
        words.replace(/^Betreff\s+/, '').slice(0, expected[at]?.[1].length),
        answers,
      ],
    )
    expect(found).toEqual(expected)
  })
})

test('what boards set below the words is no word of the post', () => {
  const post = (name: string, words: string) =>
    `<tr><td class="windowbg"><table><tr><td><b><a href="/yabb?action=viewprofile;username=x">${name}</a></b><br>Full Member<br>Posts: 12</td><td><b>Re: Ferries</b><br><span class="small">Reply #1 - May 01, 2026, 9:00am</span><hr><div class="message">${words}</div><br>_______________________<br>Ships are great<br><span class="small">IP: Logged</span></td></tr></table></td></tr>`
  expectRows(page(`<h1>Ferries</h1><table>${each(post)}</table>`), 'page.html', FLAT)
  const plain = (name: string, words: string) =>
    `<div class="topicpost"><div class="postedby"><b>${name}</b> on May 01, 2026, 9:00am</div><div class="words">${words}<br><br>____________<br>Ships are great</div><div class="small">IP: Logged</div></div>`
  expectRows(page(each(plain)), 'page.html', FLAT)
})

test('buttons and counts below all of the posts are no words of them', () => {
  const post = (name: string, words: string, at: number) =>
    `<div class="x1"><b class="author">${name}</b> <time>Mar 1${at + 1}, 2024</time><p>${words}</p><p><a href="q?${at}">Quote</a> | <a href="r?${at}">Report</a></p><b>${at * 7}</b></div>`
  expectRows(page(`<h2>Comments</h2>${each(post)}`), 'page.html', FLAT)
})

test('a line called a signature that gives a name and a day names the writer', () => {
  const post = (name: string, words: string, at: number) =>
    `<li><div class="bloc"><p class="signature">${name} <span>le 1${at} mars 2026 à 18h20</span></p><div class="texte"><p>${words}</p></div></div></li>`
  expectRows(page(`<h2>Réactions</h2><ol>${each(post)}</ol>`), 'page.html', FLAT)
})

test.each([
  [
    '<p>Page 1 of 3 <a href="?p=2">2</a> <a href="?p=3">3</a> <a href="?p=2">Next</a></p>',
    ['later pages of the thread'],
  ],
  ['<div>Seite 2 von 3</div>', ['earlier pages of the thread', 'later pages of the thread']],
  ['<nav><a href="/t/ferries/page/2">Next »</a></nav>', ['later pages of the thread']],
  ['<div>Page 1 of 1</div>', []],
  ['<p>Page 3 of 9 says that nobody pays.</p>', []],
  ['<a href="/2026/05/another-post">Next</a>', []],
])('page numbers tell what is not here: %s', (numbers, missing) => {
  const post = (name: string, words: string) =>
    `<div class="comment"><b class="author">${name}</b> <time>1 May</time><p>${words}</p></div>`
  const [thread] = threadsIn(page(`${each(post)}${numbers}`), 'page.html')
  expect(thread?.completeness.missing.map(({ why }) => why)).toEqual(missing)
})

test('words set as a block quote in every comment are its own', () => {
  const [thread] = threadsIn(
    page(
      `<ol>${each((name, words, at) => `<li id="com${at}"><p>Par <strong>${name}</strong>, le 1 mai 2026 à 09:0${at}</p><blockquote>${words}</blockquote></li>`)}</ol>`,
    ),
    'page.html',
  )
  expect(thread?.posts.map(({ text, quotes }) => [text, quotes.length])).toEqual(WORDS.map((words) => [words, 0]))
})

test.each([
  ['paragraphs', (quote: string, words: string) => `<p>${quote}</p><p>${words}</p>`],
  ['lines', (quote: string, words: string) => `<div>${quote}<br>${words}</div>`],
  ['verbatim text', (quote: string, words: string) => `<pre>${quote}\n\n${words}</pre>`],
])('lines behind “>” are quotes, in %s too', (_, made) => {
  const body = each((name, words, at) => {
    const inner = at === 0 ? made('', words) : made(`&gt; ${WORDS[at - 1]}`, words)
    return `<div class="comment"><b class="author">${name}</b> <time>1 May</time>${inner}</div>`
  })
  const posts = threadsIn(page(body), 'page.html').flatMap((thread) => thread.posts)
  const quotes = posts.map(({ text, quotes: all }) => all.map(({ start, end }) => text.slice(start, end)))
  expect(quotes).toEqual([[], [WORDS[0]], [WORDS[1]], [WORDS[2]]])
  expect(posts.map(({ text }, at) => text.endsWith(WORDS[at] as string))).toEqual([true, true, true, true])
})

test('words behind “>” on the only line of a post are its own', () => {
  const body = each(
    (name, words) => `<div class="comment"><b class="author">${name}</b> <time>1 May</time><p>&gt; ${words}</p></div>`,
  )
  expect(threadsIn(page(body), 'page.html').flatMap(({ posts }) => posts.flatMap(({ quotes }) => quotes))).toEqual([])
})

describe('lists without any names', () => {
  const list = (tag: string) =>
    `<${tag}>${each((name, words) => `<li><b>${name}</b> <small>1 May 2026</small><p>${words}</p></li>`)}</${tag}>`
  test.each([
    ['under a heading that says what they are', `<h2>4 Kommentare</h2>${list('ul')}`],
    ['inside of what is named after them', `<section id="guestbook">${list('ol')}</section>`],
    [
      'of blocks',
      `<div class="discussion">${each((name, words) => `<div><strong>${name}</strong> <i>1 May 2026, 09:00</i><br>${words}</div>`)}</div>`,
    ],
    [
      'with a comma between name and time',
      `<div class="discussion">${each((name, words) => `<div><strong>${name}</strong>, <i>1 May 2026, 09:00</i><br>${words}</div>`)}</div>`,
    ],
    [
      'with a label before each',
      `<div class="guestbook">${each((name, words) => `<div class="entry"><p>Name: ${name} | Date: 1 May 2026</p><p>${words}</p></div>`)}</div>`,
    ],
    [
      'with the date before the name',
      `<div class="guestbook">${each((name, words) => `<div class="entry"><p>Date: 1 May 2026 | Name: ${name}</p><p>${words}</p></div>`)}</div>`,
    ],
    [
      'with a number and the date before the name',
      `<div class="guestbook">${each((name, words, at) => `<div class="gb-entry"><div class="gb-meta">#${9 - at} | May ${at + 1}, 2026, 09:0${at} | <a href="https://${at}.example/">${name}</a></div><div class="gb-message">${words}</div></div>`)}</div>`,
    ],
  ])('%s', (_, body) => {
    expectRows(page(body), 'page.html', FLAT)
  })

  test('that nothing calls comments are none', () => {
    const body = `<main><h2>This month at the pier</h2>${list('ul')}${ARTICLE}</main>`
    expect(threadsIn(page(body), 'page.html').map(({ platform }) => platform)).toEqual(['article'])
  })
})

describe('what is no comment', () => {
  const teasers = `<div class="related-posts">${each((name, words, at) => `<div class="post-card"><h3><a href="/news/${at}">${words}</a></h3><span class="author">${name}</span><time>1 May</time><p>${words} Read on.</p></div>`)}</div>`
  const cards = `<main>${each((name, words, at) => `<article class="post-entry"><h2><a href="/news/${at}">${words}</a></h2><span class="author">${name}</span><time>1 May</time><p>${words} Read on.</p></article>`)}</main>`
  const article = `<article><h1>Free ferries</h1><p class="byline">Ada</p>${ARTICLE}</article>`

  test.each<[string, string]>([
    ['related articles under an article', article + teasers],
    [
      'a menu of names and dates',
      `<nav><ul>${each((name, words) => `<li class="comment"><a class="author" href="/x">${name}</a> <time>1 May</time> ${words}</li>`)}</ul></nav>${article}`,
    ],
    [
      'the newest comments of the whole site',
      `${article}<div class="widget_recent_comments"><ul>${each((name, words) => `<li class="recentcomments"><span class="comment-author">${name}</span> <time>1 May</time> on <a href="/x">${words}</a></li>`)}</ul></div>`,
    ],
    ['an article alone', article],
  ])('%s', (_, body) => {
    const [thread] = threadsIn(page(body), 'page.html')
    expect([thread?.platform, thread?.posts.length]).toEqual(['article', 1])
    expect(thread?.notices.join(' ')).toContain('No comments were found')
  })

  test.each([
    ['with headings', cards],
    [
      'that are links as a whole',
      `<main>${each((name, words, at) => `<a class="card" href="/news/${at}"><div class="card-body"><h3>${words}</h3><p class="byline">${name}</p><time>1 May</time><p>${words} Read on.</p></div></a>`)}</main>`,
    ],
    [
      'that begin with a link',
      `<main>${each((name, words, at) => `<div class="story"><div class="title"><a href="/news/${at}">${words}</a></div><div class="meta"><span class="author">${name}</span> · 1 May 2026</div><div class="excerpt">${words} Read on.</div></div>`)}</main>`,
    ],
  ])('a list of articles %s, which is at best an article', (_, list) => {
    expect(threadsIn(page(list), 'page.html').map(({ platform }) => platform)).toEqual(['article'])
  })

  const NEXT = 'An evening with music and talks on the pier, and soup for all.'
  test.each([
    [
      'events',
      each(
        (_, words, at) =>
          `<div class="event"><h3>${words}</h3><span class="name">Old Pier Hall</span> <time datetime="2026-06-0${at + 1}T19:00:00Z">June</time><p>${NEXT}</p></div>`,
      ),
    ],
    [
      'events without headlines',
      each(
        (name, _, at) =>
          `<li class="entry"><b class="name">${name} Lake</b> <span class="venue">Old Pier Hall</span> <time>${at + 1} June</time><p>${NEXT}</p></li>`,
      ),
    ],
    [
      'the staff of a company',
      each(
        (name, words, at) =>
          `<div class="team-member"><h3 class="member-name">${name}</h3><p class="role">Engineer</p><time>Joined ${at + 1} May 2019</time><p>${words}</p></div>`,
      ),
    ],
    [
      'jobs',
      each(
        (_, words) =>
          `<article class="job-post"><h2>${words}</h2><span class="company-name">North Shore Lines</span> <span class="date">1 May 2026</span><p>${NEXT}</p><button>Apply now</button></article>`,
      ),
    ],
    [
      'products',
      each(
        (_, words) =>
          `<div class="entry"><b class="product-name">${words}</b><span class="price">€ 99</span><span class="date">since 1 May 2026</span><p>${NEXT}</p></div>`,
      ),
    ],
    [
      'recipes',
      each(
        (name, words) =>
          `<div class="recipe"><h3>${words}</h3><span class="author">${name}</span> <time>1 May 2026</time><p>${NEXT}</p></div>`,
      ),
    ],
    [
      'news',
      each(
        (name, words) =>
          `<div class="news-entry"><h3>${words}</h3><span class="author">${name}</span> <time>1 May</time><p>${NEXT}</p></div>`,
      ),
    ],
    [
      'sessions of a meeting',
      each(
        (name, words, at) =>
          `<section><h3>${words}</h3><span class="username">${name}</span> <time>1${at}:00</time><p>${NEXT}</p></section>`,
      ),
    ],
  ])('a list of %s, which leads nowhere', (_, list) => {
    expect(threadsIn(page(`<main>${list}${ARTICLE}</main>`), 'page.html').map(({ platform }) => platform)).toEqual([
      'article',
    ])
  })

  test.each([
    ['reviews', 'review', (at: number) => `Well done ${at}`, ''],
    ['posts that can be answered', 'entry', (at: number) => `Thought ${at}`, '<a href="#answer">Reply</a>'],
    ['posts under the subject of their thread', 'entry', (at: number) => `${at > 0 ? 'Re: ' : ''}Ferries`, ''],
  ])('%s may have titles all the same', (_, name, title, below) => {
    const list = each(
      (writer, words, at) =>
        `<div class="${name}"><h4>${title(at)}</h4><span class="author">${writer}</span> <time>1 May</time><p>${words}</p>${below}</div>`,
    )
    const [thread] = threadsIn(page(list), 'page.html')
    expect(thread?.posts.map(({ author }) => author)).toEqual(NAMES)
  })

  test('related articles beside comments', () => {
    const comments = each(
      (name, words) => `<li class="comment"><b class="author">${name}</b><time>1 May</time><p>${words}</p></li>`,
    )
    expectRows(page(`${article}${teasers}<ol>${comments}</ol>${teasers}`), 'page.html', [
      ['Ada', 'The harbour council met', null],
      ...FLAT.map(([author, words]): Row => [author, words, 0]),
    ])
  })
})

describe('writers', () => {
  test('nobody is named after a button, a person addressed, a person quoted or the writer of an answer', () => {
    const body = `<ol>
      <li class="comment"><span class="user-actions">Reply</span><time>1 May</time><div class="text"><p>Ask <a href="/user/zoe">Zoe</a>, who pays for all of these boats.</p></div>
        <ol><li class="comment"><b class="author">Cy</b><time>1 May</time><div class="text"><blockquote><cite>Yan</cite> said: who pays?</blockquote><p>${WORDS[1]}</p></div></li></ol></li>
      <li class="comment"><b class="author">Dee</b><time>1 May</time><div class="text"><p>${WORDS[2]}</p></div></li></ol>`
    const [thread] = threadsIn(page(body), 'page.html')
    expect(thread?.posts.map(({ author }) => author)).toEqual([null, 'Cy', 'Dee'])
  })

  test.each(['Flag', 'Report', 'View in context', 'Reply to this', '3 likes', 'Score: 7'])(
    'nor after “%s” behind a time',
    (words) => {
      const body = `<div class="comments">${each((_, said, at) => `<div class="comment"><div class="meta">May ${at + 1}, 2026, 09:0${at} | ${words}</div><p>${said}</p></div>`)}</div>`
      const authors = threadsIn(page(body), 'page.html').flatMap(({ posts }) => posts.map(({ author }) => author))
      expect(authors).toEqual([null, null, null, null])
    },
  )
})

describe('honest counts', () => {
  const comments = each(
    (name, words) => `<li class="comment"><b class="author">${name}</b><time>1 May</time><p>${words}</p></li>`,
  )

  test('a heading that announces more than there is', () => {
    const [thread] = threadsIn(page(`<h2>27 Comments</h2><ol>${comments}</ol>`), 'page.html')
    expect(thread?.completeness).toMatchObject({ expected: 27, got: 4, missing: [{ count: 23 }] })
  })

  test('a button that loads more', () => {
    const [thread] = threadsIn(page(`<ol>${comments}</ol><button>Load more comments</button>`), 'page.html')
    expect(thread?.completeness.missing).toEqual([{ why: 'comments the page only loads when asked', count: null }])
  })

  test('comments kept elsewhere are said to be, unless they were saved with the page', () => {
    const widget = '<div id="disqus_thread"></div><script src="https://a.disqus.com/embed.js"></script>'
    expect(() => threadsIn(page(`<article><h1>Ferries</h1>${ARTICLE}</article>${widget}`), 'page.html')).toThrow(
      expect.objectContaining({ code: 'comments-elsewhere' }),
    )
    expect(threadsIn(page(`<ol>${comments}</ol>${widget}`), 'page.html')[0]?.posts).toHaveLength(4)
  })

  test('a book saved as one page is said to be longer than an article', () => {
    expect(() => threadsIn(page(`<p>${'Ferries sail at noon. '.repeat(40)}</p>`.repeat(1000)), 'book.html')).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    )
  })

  test('a description of the page that holds fewer than the page', () => {
    const said = {
      '@type': 'DiscussionForumPosting',
      headline: 'Free ferries',
      commentCount: 4,
      comment: [{ '@type': 'Comment', text: WORDS[0], author: { name: 'Ben' } }],
    }
    const head = `<script type="application/ld+json">${JSON.stringify(said)}</script>`
    const [thread] = threadsIn(page(`<ol>${comments}</ol>`, head), 'page.html')
    expect(thread?.posts.map(({ author }) => author)).toEqual(NAMES)
  })
})

test.each<[string, string]>([
  [
    'frames in frames, two of each name',
    Array.from({ length: 400 }, (_, at) =>
      `<div class="k${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}">`.repeat(2),
    ).join(''),
  ],
  [
    'a comment of a thousand comments',
    '<div class="comment"><b class="author">Ben</b> enough words to count here'.repeat(900),
  ],
  ['a comment of nothing but names', `<div class="comment">${'<i class="user">Ben</i>'.repeat(20_000)}</div>`],
])('tangled pages end soon: %s', (_, start) => {
  const rest = each((name, words) => `<p><b class="author">${name}</b> <time>1 May</time> ${words}</p>`).repeat(1000)
  const began = process.cpuUsage()
  try {
    threadsIn(page(start + rest), 'page.html')
  } catch (thrown) {
    expect(thrown).toMatchObject({ name: 'Problem' })
  }
  // Without a limit the first takes minutes.
  expect(process.cpuUsage(began).user / 1e6).toBeLessThan(15)
})

describe('what programs list is no discussion', () => {
  const titles = ['Mend the timetable when it is empty', 'Let winter timetables be read', 'Take out what nobody uses']
  const rows = (one: (name: string, title: string, at: number) => string) =>
    titles.map((title, at) => one(NAMES[at] as string, title, at)).join('\n')
  const at = (n: number) => `<time datetime="2026-05-0${n + 1}T09:00:00Z">May ${n + 1}</time>`
  test.each<[string, string]>([
    [
      'release notes',
      rows(
        (name, title, n) =>
          `<section class="release-entry"><h2><a href="/v${n}">v1.${n}</a></h2><div><a class="author" href="/u/${name}">${name}</a> released this ${at(n)}</div><div class="markdown-body"><p>${title}.</p></div></section>`,
      ),
    ],
    [
      'the history of a page',
      `<ul id="pagehistory">${rows((name, title, n) => `<li><a href="/h/${n}">09:0${n}, ${n + 1} May 2026</a> <a class="userlink" href="/wiki/User:${name}">${name}</a> <span class="comment">(${title})</span></li>`)}</ul>`,
    ],
    [
      'what a search found in a forum',
      rows(
        (name, title, n) =>
          `<div class="search post bg2"><dl class="postprofile"><dt class="author">by <a href="/u/${n}">${name}</a></dt><dd>${at(n)}</dd><dd>Forum: <a href="/f">Ferries</a></dd></dl><div class="postbody"><h3><a href="/p/${n}">Re: Ferries</a></h3><div class="content">${title}.</div></div></div>`,
      ),
    ],
    [
      'news under a desk and a day',
      rows(
        (_, title, n) => `<div><div><span>Transport</span><span>May ${n + 1}, 2026</span></div><p>${title}.</p></div>`,
      ),
    ],
    [
      'news under a time and a desk',
      rows(
        (_, title, n) => `<div class="entry"><div>May ${n + 1}, 2026, 10:15 | Transport</div><p>${title}.</p></div>`,
      ),
    ],
    [
      'what is new, by the day',
      rows((_, title, n) => `<div class="entry"><div class="date">May ${n + 1}, 2026</div><p>${title}.</p></div>`),
    ],
    [
      'pictures and who took them',
      rows(
        (name, title, n) =>
          `<figure><figcaption>${title}. <span>${name}, May ${n + 1}, 2026</span></figcaption></figure>`,
      ),
    ],
    [
      'posts of a blog under titles that lead to them',
      rows(
        (name, title, n) =>
          `<article class="post"><h2><a href="/b/${n}">No. ${n + 1}</a></h2><p class="byline">by ${name} on May ${n + 1}, 2026</p><p>${title}.</p></article>`,
      ),
    ],
    [
      'tags with what they are for',
      rows(
        (_, title, n) =>
          `<div class="card js-tag-cell"><a class="post-tag" href="/t/${n}">ferry-${n}</a><div>${title}, and more of that kind.</div><div><a href="/q">${n} asked today</a>, <a href="/w">9 this week</a></div></div>`,
      ),
    ],
  ])('%s', (_, body) => {
    const read = () => threadsIn(page(`<main><h1>Ferries</h1>${ARTICLE}${body}</main>`), 'x.html')
    expect(read().flatMap(({ posts }) => posts.map(({ kind }) => kind))).toEqual(['article'])
  })

  test('a discussion below an article with tags stays one', () => {
    const comments = NAMES.map(
      (name, n) => `<div class="r-item"><b class="u-name">${name}</b> ${at(n)}<div>${WORDS[n]}</div></div>`,
    )
    const [thread] = threadsIn(
      page(
        `<article class="post tag-ferries search-open"><h1>Ferries</h1>${ARTICLE}<div>${comments.join('')}</div></article>`,
      ),
      'x.html',
    )
    expect(thread?.posts.map(({ author }) => author)).toEqual(expect.arrayContaining(NAMES))
  })
})

test.each([
  ['Arabic', ['أحمد', 'سارة', 'ليلى']],
  ['Japanese', ['田中', '鈴木', '佐藤']],
  ['Russian', ['Иван', 'Ольга', 'Пётр']],
  ['Greek', ['Γιάννης', 'Μαρία', 'Νίκος']],
])('names in %s are names', (_, names) => {
  const body = names
    .map((name, at) => `<div class="c"><span class="author">${name}</span> <time>3h</time><p>${WORDS[at]}</p></div>`)
    .join('')
  const [thread] = threadsIn(page(`<h1>Ferries</h1>${body}`), 'x.html')
  expect(thread?.posts.map(({ author }) => author)).toEqual(names)
})

test('an age alone is a time whatever its element is called, and links that do something are no words', () => {
  const body = NAMES.map(
    (name, at) =>
      `<div class="css-9z${at}"><div class="css-1"><a href="/profile/${name}">${name}</a><span>·</span><span>${at + 1}h</span></div><div class="css-2">${WORDS[at]}</div><a href="#r">Reply</a></div>`,
  ).join('')
  const [thread] = threadsIn(page(`<h1>Ferries</h1>${body}`), 'x.html')
  expect(thread?.posts.map(({ author, text }) => [author, text])).toEqual(NAMES.map((name, at) => [name, WORDS[at]]))
})

test.each([
  ['<p class="no-comments">Comments are closed.</p>', 'its comments are closed'],
  ['<p class="nocomments">Kommentare sind geschlossen.</p>', 'its comments are closed'],
  [
    '<iframe title="Comment Form" src="https://x.example/jetpack-comment/?p=1" class="jetpack_remote_comment"></iframe>',
    'a form for comments',
  ],
  ['<iframe src="https://paper.example/embed?comments=3"></iframe>', 'in a frame'],
])('%s is told', (below, remark) => {
  const [thread] = threadsIn(page(`<article><h1>Ferries</h1>${ARTICLE}</article>${below}`), 'x.html')
  expect(thread?.notices.join(' ')).toContain(remark)
})
