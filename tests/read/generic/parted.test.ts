/** Pages whose posts no element holds, or whose table, labels or dashes say who wrote; and pages that only look like those. */
import { describe, expect, test } from 'vitest'
import { page, rowsOf, threadsIn } from './rows.ts'

const WORDS = [
  'Who pays for all of these boats, then?',
  'All of us do, as we do for the roads.',
  'I would rather see more departures in winter.',
  'The north shore has waited for ten years.',
]
const NAMES = ['ben_b', 'Marta', 'Dee Fry', 'Tom H.']
const each = (make: (name: string, words: string, at: number) => string) =>
  NAMES.map((name, at) => make(name, WORDS[at] as string, at)).join('\n')
const ALL = NAMES.map((name, at) => [name, WORDS[at], `2024-03-1${at + 1}`])

describe('who wrote what, and when', () => {
  test.each<[string, string]>([
    [
      'rows of names above rows of words',
      `<h1>Guestbook</h1><table width=600>${each((name, words, at) => `<tr bgcolor=#9cf><td><b>${name}</b></td><td align=right>Mar 1${at + 1}, 2024 10:20</td></tr><tr><td colspan=2>${words}</td></tr>`)}</table>`,
    ],
    [
      'labels between rules',
      `<h1>Guestbook</h1><hr>${each((name, words, at) => `<b>Name:</b> ${name}<br><b>Date:</b> Mar 1${at + 1}, 2024<br><b>Hometown:</b> Leeds<br><b>Comments:</b><br>${words}<hr>`)}`,
    ],
    [
      'heads of mails between rules',
      `<h2>Ferries, volume 3</h2><hr>${each((name, words, at) => `<p>From: ${name} &lt;a@b.example&gt;<br>Date: 1${at + 1} Mar 2024 09:12:00 +0000<br>Subject: Re: Ferries</p><p>${words}</p><hr>`)}`,
    ],
    [
      'labels in terms',
      each(
        (name, words, at) =>
          `<div class="panel"><dl><dt>Respondent</dt><dd>${name}</dd><dt>Received</dt><dd>1${at + 1} March 2024</dd><dt>Comments</dt><dd>${words}</dd></dl></div>`,
      ),
    ],
    [
      'cells of writers beside cells of words',
      `<table><tr><td>Author</td><td>Topic: Ferries</td></tr>${each((name, words, at) => `<tr><td><font size=2><b>${name}</b></font><br>Member<p>Posts: ${at + 30}<br>From: Leeds<br>Registered: Nov 2000</td><td>posted 1${at + 1} March 2024 10:20 PM <a href="p.cgi?u=${at}">Profile</a> <a href="q.cgi">Quote</a><hr>${words}</td></tr>`)}</table>`,
    ],
    [
      'a dash, a name and a day below the words',
      each(
        (name, words, at) =>
          `<div class="entry-q"><p>${words}</p><p class="by">— ${name}, 1${at + 1} March 2024</p></div>`,
      ),
    ],
    [
      'a line below the words, between rules',
      `<h2>Readers write</h2>${each((name, words, at) => `<p>${words}</p><p align=right><i>Posted by <b>${name}</b> on 1${at + 1} March 2024</i></p><hr>`)}`,
    ],
    [
      'small headings with a small time',
      `<h3>4 responses</h3>${each((name, words, at) => `<div><h4>${name}</h4><small>1${at + 1} March 2024, 10:20 am</small><div><p>${words}</p></div></div>`)}`,
    ],
    [
      'names and days that only a paragraph parts from the words',
      `<h1>Forum</h1><div>${each((name, words, at) => `<p><a href="mailto:a">${name}</a> (Mar 1${at + 1}, 2024 at 10:20)</p><p>${words}</p>`)}</div>`,
    ],
    [
      'heads that a place to lead to stands before, as in the archives of Zulip',
      `<h3>Topic: Ferries</h3><hr><base href="https://chat.example">${each((name, words, at) => `<a name="10${at}"></a>\n<h4><a href="https://chat.example/near/10${at}"><img src="z.png" alt="view this post on Zulip"></a> ${name} <a href="#10${at}">(Mar 1${at + 1} 2024 at 10:20)</a>:</h4>\n<p>${words}</p>`)}<hr><p>Last updated: Mar 20 2024 at 10:00 UTC</p>`,
    ],
    [
      'spans without names of any kind',
      `<h2>Comments (4)</h2>${each((name, words, at) => `<div class="x1"><div class="x2"><span class="x3">${name}</span><span class="x4">Mar 1${at + 1}, 2024</span></div><div class="x5">${words}</div><div class="x6"><p>Reply</p></div></div>`)}`,
    ],
  ])('%s', (_, body) => {
    const [thread] = threadsIn(page(body), 'page.html')
    const found = thread?.posts.map(({ createdAt, createdAbout }) => (createdAt ?? createdAbout?.at)?.slice(0, 10))
    expect(rowsOf(thread).map(([name, words], at) => [name, words, found?.[at]])).toEqual(ALL)
  })

  test('names stand below the words where those come first, and nobody is given what another may have said', () => {
    const lines = each((name, words, at) => `<p>${words}</p><p><strong>${name}</strong>, 1${at + 1} March 2024</p>`)
    const [below] = threadsIn(page(`<h1>Letters</h1>${lines}<footer>Imprint</footer>`), 'page.html')
    expect(rowsOf(below)).toEqual(NAMES.map((name, at) => [name, WORDS[at], null]))
    const either = `<h1>Letters</h1>${lines}<p>${WORDS.join(' ')} ${WORDS.join(' ')}</p>`
    expect(rowsOf(threadsIn(page(either), 'page.html')[0]).map(([name]) => name)).toEqual([null])
  })

  test('one date tells which of its numbers is the day, for all of a page', () => {
    const days = ['03-04-2024', '03-11-2024', '03-14-2024', '04-02-2024']
    const rows = each((name, words, at) => `<li>${words}<p class="by">Posted by ${name} on ${days[at]}</p></li>`)
    const [thread] = threadsIn(page(`<h2>Comments</h2><ul>${rows}</ul>`), 'page.html')
    expect(thread?.posts.map(({ createdAbout }) => createdAbout?.at.slice(0, 10))).toEqual([
      '2024-03-04',
      '2024-03-11',
      '2024-03-14',
      '2024-04-02',
    ])
  })

  test('questions and answers are dressed in two ways', () => {
    const pair = (at: number) =>
      `<li><div class="q"><p>${WORDS[at]}</p><div class="by">Asked by ${NAMES[at]} on Mar 11, 2024</div></div><div class="a"><p>${WORDS[at + 1]}</p><div class="by">Answered by ${NAMES[at + 1]} on Mar 12, 2024</div></div></li>`
    const [thread] = threadsIn(page(`<ul>${[0, 1, 2].map(pair).join('')}</ul>`), 'page.html')
    expect(rowsOf(thread)).toEqual(
      [0, 1, 2].flatMap((at) => [
        [NAMES[at], WORDS[at], null],
        [NAMES[at + 1], WORDS[at + 1], at * 2],
      ]),
    )
  })
})

describe('what nobody said to anybody', () => {
  test.each<[string, string]>([
    [
      'events between rules',
      `<h1>Events</h1>${each((_, words, at) => `<p><b>${['Book Night', 'Jazz Trio', 'Open Day', 'Chess Cup'][at]}</b> <span>1${at + 1} March 2024, 19:00</span></p><p>${words}</p><hr>`)}`,
    ],
    [
      'hits of a search',
      `<h1>Search results for ferries</h1>${each((name, words, at) => `<div class="res"><a href="/n/${at}">The council speaks of the ferries again</a><div class="sn"><span>1${at + 1} March 2024</span> ${words} <span class="author">${name}</span></div></div>`)}`,
    ],
    [
      'versions and what they changed',
      `<h1>Changes</h1>${each((_, words, at) => `<h2>1.${at}.0 - 2024-03-1${at}</h2><p>${words}</p>`)}`,
    ],
    [
      'a table of versions',
      `<table><tr><th>Version</th><th>Notes</th></tr>${each((_, words, at) => `<tr><td>v1.${at} (2024-03-1${at})</td><td>${words}</td></tr>`)}</table>`,
    ],
    [
      'people of a team',
      `<h1>Our team</h1>${each((name, words, at) => `<div><h4>${name}</h4><small>since 1 March 201${at}</small><p>${words}</p></div>`)}`,
    ],
    [
      'jobs under labels',
      `<h1>Jobs</h1>${each((_, words, at) => `<div class="j"><p>Title: Mate ${at}<br>Posted: 1${at} March 2024<br>Location: Leeds</p><p>${words}</p></div>`)}`,
    ],
    [
      'a list of changes by people',
      `<h1>Commits</h1><ul>${each((name, words, at) => `<li><p>${words}</p><div><a href="/u/${at}">${name}</a> committed on Mar 1${at}, 2024</div></li>`)}</ul>`,
    ],
  ])('%s', (_, body) => {
    const said = () => threadsIn(page(body), 'page.html').flatMap(({ posts }) => posts)
    let posts: ReturnType<typeof said> = []
    try {
      posts = said()
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: 'not-a-thread' })
    }
    expect(posts.map(({ kind, author }) => [kind, author])).toEqual(posts.slice(0, 1).map(() => ['article', null]))
  })
})
