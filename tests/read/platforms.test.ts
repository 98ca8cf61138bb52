import { describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { DELIBERATIONS } from './deliberations.ts'
import { faults } from './faults.ts'
import { check } from './rows.ts'
import { SAMPLES } from './samples.ts'
import { TICKETS } from './tickets.ts'

const config = readConfig({})

test.each(SAMPLES)('$name', ({ name, content, posts }) => {
  const [thread] = preview({ kind: 'file', name, base64: Buffer.from(content).toString('base64') }, config)
  if (thread === undefined) throw new Error('no thread')
  expect(faults(thread)).toEqual([])
  const places = new Map(thread.posts.map(({ id }, place) => [id, place]))
  const read = thread.posts.map(({ author, text, heading, parentId }, index) => [
    author,
    text
      .slice(heading)
      .trim()
      .slice(0, posts[index]?.[1].length ?? 40),
    parentId === null ? null : places.get(parentId),
  ])
  expect(read).toEqual(posts)
})

test.each([...TICKETS, ...DELIBERATIONS])('%s', (_, content, expected, lacking = false) => {
  check(content, expected, lacking)
})

test('quoted words stay in the text, and the range names who said them', () => {
  const sample = SAMPLES.find(({ name }) => name === 'list.mbox')
  const [thread] = preview(
    { kind: 'file', name: 'list.mbox', base64: Buffer.from(sample?.content ?? '').toString('base64') },
    config,
  )
  const [, answer] = thread?.posts ?? []
  expect(answer?.text).toBe('They should be free.\n\nWho pays?')
  expect(
    answer?.quotes.map(({ start, end, author, how, of }) => [answer.text.slice(start, end), author, how, of]),
  ).toEqual([['They should be free.', 'Ada Lake', 'marked', null]])
})

/** Tickets as the pages of trackers show them: the report, then comments among changes that are none. */
describe('tickets', () => {
  const W = ['They should be free.', 'Who pays for them?', 'Those who ride.']
  const trac = `<div id="ticket"><div class="date"><p>Opened <a class="timeline" href="/timeline?from=2026-05-01T09%3A00%3A00Z" title="See timeline">6 months ago</a></p></div><h1 id="trac-ticket-title">#42</h1><h2 class="summary searchable">Free ferries</h2><table><tr><td headers="h_reporter"><a class="trac-author">ada</a></td></tr></table><div class="description"><div class="searchable"><p>${W[0]}</p></div></div></div><div id="changelog"><div class="change" id="trac-change-1"><h3 class="change"><span class="threading"><span id="comment:1" class="cnum"><a href="#comment:1">comment:1</a></span> follow-up: <a href="#comment:3" class="follow-up">3</a></span> Changed <a class="timeline" href="/timeline?from=2026-05-02T09%3A00%3A00Z">x</a> by <span class="trac-author">ben</span></h3><div class="comment searchable"><p>${W[1]}</p></div></div><div class="change" id="trac-change-2"><h3 class="change"><span class="trac-author">di</span></h3><ul class="changes"><li>Keywords added</li></ul></div><div class="change" id="trac-change-3"><h3 class="change"><span class="threading"><span id="comment:3" class="cnum"><a href="#comment:3">comment:3</a></span> in reply to: <a href="#comment:1">1</a></span> Changed <a class="timeline" href="/timeline?from=2026-05-03T09%3A00%3A00Z">x</a> by <span class="trac-author">cy</span></h3><div class="comment searchable"><p>${W[2]}</p></div></div></div>`
  const note = (at: number, name: string, words: string) =>
    `<div id="change-1${at}" class="journal has-details"><div id="note-${at}"><div class="contextual"><a href="#note-${at}" class="journal-link">#${at}</a></div><h4 class="note-header">Updated by <a class="user active" href="/users/${at}">${name}</a> <a title="2026-05-0${at + 1} 09:00" href="/x">x</a> ago</h4><ul class="details"><li><strong>Status</strong> changed</li></ul>${words === '' ? '' : `<div id="journal-1${at}-notes" class="wiki"><p>${words}</p></div>`}</div></div>`
  const redmine = `<div class="issue tracker-2 details"><div class="subject"><div><h3>Free ferries</h3></div></div><p class="author">Added by <a class="user active" href="/users/2">ada</a> <a title="2026-05-01 09:00" href="/x">6 months</a> ago.</p><div class="description"><div class="wiki"><p>${W[0]}</p></div></div></div><div id="history">${note(1, 'ben', W[1] ?? '')}${note(2, 'di', '')}${note(2, 'cy', W[2] ?? '')}</div>`
  const action = (at: number, name: string) =>
    `<div id="comment-100${at}" class="issue-data-block activity-comment"><div class="verbose"><div class="action-head"><div class="action-details"><a class="user-hover" rel="${name}" href="#">${name}</a> added a comment - <time class="livestamp" datetime="2026-05-0${at + 1}T09:00:00+0000">x</time></div></div><div class="action-body flooded"><p>${W[at]}</p></div></div><div class="concise"><div class="action-details"><a class="user-hover">${name}</a> ${W[at]}</div></div></div>`
  const jira = `<div id="issue-content"><h1 id="summary-val">Free ferries</h1><div id="descriptionmodule"><div id="description-val"><div class="user-content-block"><p>${W[0]}</p></div></div></div><span id="reporter-val"><span class="user-hover">ada</span></span><span id="created-val"><time datetime="2026-05-01T09:00:00+0000">x</time></span>${action(1, 'ben')}${action(2, 'cy')}</div>`
  const bug = (at: number, name: string, words: string) =>
    `<div id="c${at}" class="bz_comment"><div class="bz_comment_head"><span class="bz_comment_user"><span class="vcard"><span class="fn">${name}</span></span></span> <span class="bz_comment_time"> 2026-05-0${at + 1} 09:00:00 UTC </span></div><pre class="bz_comment_text">${words}</pre></div>`
  const bugzilla = `<form id="changeform"><span id="short_desc_nonedit_display">Free ferries</span>${bug(0, 'ada', `${W[0]}`)}${bug(1, 'ben', `${W[1]}`)}${bug(2, 'cy', `<span class="quote">(In reply to ben from <a href="show_bug.cgi?id=42#c1">comment #1</a>)\n&gt; Who pays for them?</span>\n\n${W[2]}`)}</form>`
  const set = (at: number, name: string) =>
    `<div class="change-set" id="c${at}"><div class="comment"><table><tr><td class="comment-author"><div class="name vcard"><a><span class="fna">${name}</span></a></div></td></tr><tr><td><h3 class="change-name"><a href="#c${at}">Comment ${at}</a></h3><span class="rel-time" title="x" data-time="${1_777_626_000 + at * 86_400}">x</span></td></tr></table><div class="comment-text markdown-body"><p>${W[at]}</p></div></div></div>`
  const today = `<h1 id="field-value-short_desc">Free ferries</h1>${set(0, 'ada')}${set(1, 'ben')}${set(2, 'cy')}`

  test.each([
    ['Trac', trac, 'exact', 1],
    ['Redmine', redmine, 'about', null],
    ['Jira', jira, 'exact', null],
    ['Bugzilla', bugzilla, 'exact', 1],
    ['Bugzilla today', today, 'exact', null],
  ])('of %s', (name, body, how, answered) => {
    const html = `<!DOCTYPE html><html lang="en"><head><title>x</title></head><body>${body}</body></html>`
    const [thread] = preview({ kind: 'file', name: 'x.html', base64: Buffer.from(html).toString('base64') }, config)
    expect(thread).toMatchObject({ platform: 'tracker', title: 'Free ferries', site: name.split(' ')[0] })
    const posts = thread?.posts ?? []
    expect(posts.map(({ author, kind }) => [author, kind])).toEqual([
      ['ada', 'opening'],
      ['ben', 'comment'],
      ['cy', 'comment'],
    ])
    expect(posts.map(({ text }) => text.split('\n').at(-1))).toEqual(W)
    expect(posts.map(({ createdAt, createdAbout }) => (how === 'exact' ? createdAt : createdAbout?.at))).toEqual(
      [1, 2, 3].map((day) => `2026-05-0${day}T09:00:00.000Z`),
    )
    expect(posts[2]?.parentId).toBe(answered === null ? null : posts[answered]?.id)
  })

  test('what Bugzilla quotes is marked as quoted', () => {
    const [thread] = preview(
      { kind: 'file', name: 'x.html', base64: Buffer.from(`<html><body>${bugzilla}</body></html>`).toString('base64') },
      config,
    )
    const last = thread?.posts.at(-1)
    expect(last?.quotes.map(({ start, end }) => last.text.slice(start, end))).toEqual(['Who pays for them?'])
  })
})

/** Above: whose words are quoted, whatever program and language the mail was written in. Below: what is no word of the writer. */
describe('mails', () => {
  const read = (body: string) => {
    const source = `Message-ID: <a@x.example>\nFrom: Ben <ben@x.example>\nSubject: Re: Ferries\nDate: Fri, 1 May 2026 11:00:00 +0200\nContent-Type: text/plain; charset=utf-8\n\n${body}`
    const [thread] = preview({ kind: 'file', name: 'a.eml', base64: Buffer.from(source).toString('base64') }, config)
    const [post] = thread?.posts ?? []
    return {
      text: post?.text.replace('Re: Ferries\n\n', ''),
      quotes: post?.quotes.map(({ start, end, author }) => [post.text.slice(start, end), author]),
    }
  }

  test.each([
    ['pe 1. toukokuuta 2026 klo 11.00 Ada Lake\n<ada@x.example> kirjoitti:'],
    ['pá 1. 5. 2026 v 11:00 odesílatel Ada Lake <ada@x.example> napsal:'],
    ['Ada Lake <ada@x.example> ezt írta (időpont: 2026. máj. 1., P, 11:00):'],
    ['пт, 1 мая 2026 г. в 11:00, Ada Lake <ada@x.example>:'],
    ['Ada Lake <ada@x.example>, 1 May 2026 Cum, 11:00 tarihinde şunu yazdı:'],
    ['2026年5月1日(金) 11:00 Ada Lake <ada@x.example>:'],
    ['在 2026年5月1日，11:00，Ada Lake <ada@x.example> 写道：'],
    ['W dniu 1.05.2026 o 11:00, Ada Lake pisze:'],
    ['Em 1 de maio de 2026 às 11:00, Ada Lake (\nada@x.example) escreveu:'],
  ])('%s', (attribution) => {
    expect(read(`No.\n\n${attribution}\n\n> They should be free.\n`)).toEqual({
      text: 'No.\n\nThey should be free.',
      quotes: [['They should be free.', 'Ada Lake']],
    })
  })

  test.each([
    ['a line of the program', 'On May 1, 2026, at 11:00, Ada Lake <ada@x.example> wrote:'],
    ['one in another language', 'Le ven. 1 mai 2026 à 11:00, Ada Lake <ada@x.example>\na écrit :'],
  ])('what stands without marks below %s is quoted', (_, attribution) => {
    expect(read(`No.\n\n${attribution}\n\nThey should be free.\n\nAll of them.\n`)).toEqual({
      text: 'No.\n\nThey should be free.\n\nAll of them.',
      quotes: [['They should be free.\n\nAll of them.', 'Ada Lake']],
    })
  })

  test('an answer below words that stand without marks is not taken for a quote', () => {
    const text = 'They should be free.\n\nNo.'
    expect(read(`On May 1, 2026, at 11:00, Ada Lake <ada@x.example> wrote:\n\n${text}`).quotes).toEqual([])
  })

  test.each([
    [
      '________________________________\nFrom: Ada <ada@x.example>\nSent: Friday, May 1, 2026 11:00\nTo: Ben\nSubject: Ferries\n\nThey should be free.',
    ],
    [
      '-------- Oprindelig besked --------\nFra: Ada <ada@x.example>\nDato: 01.05.2026 11.00\nTil: Ben\nEmne: Ferries\n\nThey should be free.',
    ],
    ['От: Ada <ada@x.example>\nОтправлено: 1 мая 2026 г. 11:00\nКому: Ben\n\nThey should be free.'],
    ['Sent from my iPhone'],
    ['Get Outlook for Android<https://aka.ms/x>'],
    ['Von meinem iPhone gesendet'],
  ])('cut away: %s', (below) => {
    expect(read(`Who pays?\n\n${below}\n`)).toEqual({ text: 'Who pays?', quotes: [] })
  })

  test('marks that carry a name', () => {
    expect(read('Ada> They should be free.\nAda> All of them.\n\nWho pays?').quotes).toEqual([
      ['They should be free.\nAll of them.', null],
    ])
  })
})

test.each([
  ['fr', 'Heure de l’expéditeur : ven. 1 mai 2026 09:00'],
  ['de', '1. Mai 2026 09:00'],
  ['es', 'Hora del remitente: 1 de mayo de 2026 a las 09:00'],
])('times of HyperKitty in %s', (language, title) => {
  const page = `<!doctype html><html lang="${language}"><body><h3>Ferries</h3><div class="email"><span class="name">Ada</span><div class="email-date"><div class="time"><span title="${title}">9:00</span></div><a href="https://l.example/archives/list/a@l.example/message/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/">x</a></div><div class="email-body"><p>They should be free.</p></div></div></body></html>`
  const [thread] = preview({ kind: 'file', name: 'x.html', base64: Buffer.from(page).toString('base64') }, config)
  expect(thread?.posts.map(({ author, createdAbout }) => [author, createdAbout?.at])).toEqual([
    ['Ada', '2026-05-01T09:00:00.000Z'],
  ])
})

test('mails of an archive whose words were not handed out are told to be missing', () => {
  const mail = { mid: 'm1', subject: 'Ferries', from: 'Ada', epoch: 1_777_626_000 }
  const source = JSON.stringify({ emails: [mail], thread: { mid: 'm1', children: [] } })
  const [thread] = preview({ kind: 'file', name: 'x.json', base64: Buffer.from(source).toString('base64') }, config)
  expect(thread?.completeness.missing).toEqual([{ why: 'the words of mails that were not handed out', count: 1 }])
})

test('a part of a Kialo discussion opens with the claim it hangs from', () => {
  const source =
    'Discussion Title: Free ferries?\n\n1.1. Ferries should be free.\n1.1.1. Pro: They relieve the bridge.\n1.1.1.1. Con: Nobody drives there.\n'
  const [thread] = preview({ kind: 'file', name: 'x.txt', base64: Buffer.from(source).toString('base64') }, config)
  expect(thread?.notices).toEqual(['Kialo’s export names no writers.'])
  expect(thread?.posts.map(({ id, parentId, kind, stance, text }) => [id, parentId, kind, stance, text])).toEqual([
    ['1.1', null, 'opening', null, 'Free ferries?\n\nFerries should be free.'],
    ['1.1.1', '1.1', 'comment', 'pro', 'They relieve the bridge.'],
    ['1.1.1.1', '1.1.1', 'comment', 'con', 'Nobody drives there.'],
  ])
})
