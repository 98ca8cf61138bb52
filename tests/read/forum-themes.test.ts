/** What other versions and themes of forums do with the same things: guests, edits, code, attachments, quotes in tables. */
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { faults } from './faults.ts'

type Row = [author: string | null, text: string, state?: string]

const page = (head: string, body: string) => `<!DOCTYPE html><html ${head}<body>${body}</body></html>`

test.each<[name: string, html: string, title: string, posts: Row[], quoted?: string]>([
  [
    'phpBB 2: the words stand around the table of the quote',
    page(
      '><head><title>x</title></head>',
      `<a class="maintitle">Ferries</a><table class="forumline">
<tr><td class="row1"><span class="name"><a name="1"></a><b>Ada</b></span></td><td class="row1"><table><tr><td><span class="postdetails">Posted: Fri May 01, 2026 9:00 am</span></td></tr><tr><td colspan="2"><span class="postbody">Free them.</span><span class="gensmall"></span></td></tr></table></td></tr>
<tr><td class="row2"><span class="name"><a name="2"></a><b>Ben</b></span></td><td class="row2"><table><tr><td><span class="postdetails">Posted: Fri May 01, 2026 9:10 am</span></td></tr><tr><td colspan="2"><span class="postbody"></span><table><tr><td><span class="genmed"><b>Ada wrote:</b></span></td></tr><tr><td class="quote">Free them.</td></tr></table><span class="postbody"><br />Who pays?</span></td></tr></table></td></tr></table>Powered by phpBB`,
    ),
    'Ferries',
    [
      ['Ada', 'Free them.'],
      ['Ben', 'Free them.\n\nWho pays?'],
    ],
    'Ada',
  ],
  [
    'phpBB 3: heads of code and names of attached files are nobody’s words',
    page(
      'lang="en"><head><title>x</title></head>',
      `<div id="phpbb"><h2 class="topic-title">Ferries</h2><div id="p1" class="post"><p class="author"><span class="username">Ada</span> <time datetime="2026-05-01T09:00:00+00:00">x</time></p><div class="content">Free them.<div class="codebox"><p>Code: <a href="#">Select all</a></p><pre><code>fare = 0</code></pre></div><div class="inline-attachment"><dl class="file"><dd>map.png (12 KiB) Viewed 3 times</dd></dl></div></div></div></div>Powered by phpBB`,
    ),
    'Ferries',
    [['Ada', 'Free them.\n\nfare = 0']],
  ],
  [
    'MyBB: the menu above a thread is not its title',
    page(
      'lang="en"><head><title>x</title></head>',
      `<table><tr><td class="thead"><div class="float_right"><span class="smalltext"><strong><a>Thread Modes</a></strong></span></div><div><strong>Ferries</strong></div></td></tr></table>
<div class="post classic" id="post_1"><div class="post_author"><span class="largetext"><a>Ada</a></span></div><div class="post_head"><span class="post_date">05-13-2026, 09:00 AM</span></div><div class="post_body">Free them.</div></div>Powered by MyBB`,
    ),
    'Ferries',
    [['Ada', 'Free them.']],
  ],
  [
    'WoltLab: a quote cites an address, and its title names the writer',
    page(
      'lang="de"><head><title>x</title></head>',
      `<h1 class="contentTitle">Ferries</h1>
<article class="wbbPost message" data-post-id="1" id="post1"><div class="messageAuthor"><span class="username">Ada</span></div><div class="messageText"><p>Free them.</p></div></article>
<article class="wbbPost message" data-post-id="2" id="post2"><div class="messageAuthor"><span class="username">Ben</span></div><div class="messageText"><blockquote class="quoteBox" cite="https://f.example/thread/4/?postID=1#post1"><div class="quoteBoxTitle"><a href="https://f.example/thread/4/?postID=1#post1">Zitat von Ada</a></div><div class="quoteBoxContent">Free them.</div></blockquote>Who pays?</div></article>WoltLab Suite`,
    ),
    'Ferries',
    [
      ['Ada', 'Free them.'],
      ['Ben', 'Free them.\n\nWho pays?'],
    ],
    'Ada',
  ],
  [
    'Invision 4.7: who changed a post and when is said in its words',
    page(
      'lang="en"><head><title>x</title></head>',
      `<nav data-role="breadcrumbList"></nav><h1 class="ipsType_pageTitle">Ferries</h1><article id="elComment_1" class="cPost ipsComment"><h3 class="cAuthorPane_author">Ada</h3><time datetime="2026-05-01T09:00:00Z">x</time><div data-role="commentContent"><p>Free them.</p><span class="ipsType_light" data-excludequote><strong>Edited <time datetime="2026-05-01T09:30:00Z">May 1</time> by Ada</strong></span></div></article>`,
    ),
    'Ferries',
    [['Ada', 'Free them.', 'edited']],
  ],
  [
    'vBulletin 5: the note of an edit stands in the words',
    page(
      'lang="en"><head><title>x</title><meta name="generator" content="vBulletin 5.6.4"></head>',
      `<h1 class="main-title">Ferries</h1><li data-node-id="1" class="b-post js-post"><div class="author"><strong>Ada</strong></div><time itemprop="dateCreated" datetime="2026-05-01T09:00:00">x</time><div class="js-post__content-text">Free them.<div class="b-post__edit">Last edited by Ada; 05-01-2026, 10:05 AM.</div></div></li>`,
    ),
    'Ferries',
    [['Ada', 'Free them.', 'edited']],
  ],
  [
    'vBulletin 4: guests have names, too',
    page(
      'id="vbulletin_html"><head><title>x</title></head>',
      `<h1>Thread: <span class="threadtitle"><a href="x">Ferries</a></span></h1><li class="postcontainer" id="post_1"><div class="username_container"><span class="username guest">Ben</span></div><div id="post_message_1"><blockquote class="postcontent">Who pays?</blockquote></div></li>`,
    ),
    'Ferries',
    [['Ben', 'Who pays?']],
  ],
  [
    'XenForo 2: what a linked page says of itself is not said by the post; removed posts are other elements',
    page(
      'id="XF"><head><title>x</title></head>',
      `<h1 class="p-title-value">Ferries</h1><article class="message message--post js-post" data-author="Ada" data-content="post-1" id="js-post-1"><div class="message-body"><div class="bbWrapper">Free them.<div class="bbCodeBlock bbCodeBlock--unfurl"><h3 class="contentRow-header"><a href="https://n.example/study">City studies ferries</a></h3><div class="contentRow-snippet">A study says many things.</div></div></div></div></article>
<div class="message message--deleted message--post js-post" data-author="Cy" data-content="post-2" id="js-post-2"><div class="messageNotice messageNotice--deleted">This message has been removed from public view.</div></div>`,
    ),
    'Ferries',
    [
      ['Ada', 'Free them.\n\nCity studies ferries'],
      ['Cy', '', 'removed'],
    ],
  ],
  [
    'XenForo 2: the label before a title is not part of it',
    page(
      'id="XF"><head><title>Question - Ferries</title></head>',
      `<h1 class="p-title-value"><span class="label label--accent" dir="auto">Question</span><span class="label-append">&nbsp;</span>Ferries</h1><article class="message message--post js-post" data-author="Ada" data-content="post-1" id="js-post-1"><div class="message-body"><div class="bbWrapper">Free them.</div></div></article>`,
    ),
    'Ferries',
    [['Ada', 'Free them.']],
  ],
  [
    'XenForo 1: the label before a title is not part of it',
    page(
      'id="XenForo"><head><title>Question - Ferries</title></head>',
      `<div class="titleBar"><h1><span class="prefix prefixPrimary">Question</span> Ferries</h1></div><ol><li id="post-1" class="message" data-author="Ada"><div class="messageText">Free them.</div></li></ol>`,
    ),
    'Ferries',
    [['Ada', 'Free them.']],
  ],
  [
    'Forumotion: the newest theme names the words anew',
    page(
      'lang="en"><head><title>x</title><script src="https://illiweb.com/fa.js"></script></head>',
      `<h1 class="page-title">Ferries</h1><div class="post post--1" id="p1"><div class="postprofile"><strong>Ada</strong></div><div class="topic-date">Fri May 01, 2026 9:00 am</div><div class="post-content"><div>Free them.</div></div><div class="post-signature">Boats</div></div>`,
    ),
    'Ferries',
    [['Ada', 'Free them.']],
  ],
])('%s', (_, html, title, posts, quoted) => {
  const file = { kind: 'file', name: 'page.html', base64: Buffer.from(html).toString('base64') } as const
  const [thread, ...others] = preview(file, readConfig({}))
  expect(others).toEqual([])
  if (thread === undefined) throw new Error('no thread')
  expect(faults(thread)).toEqual([])
  expect(thread.title).toBe(title)
  expect(
    thread.posts.map(({ author, text, heading, state }): Row => {
      const words = text.slice(heading).trim()
      return state === 'ok' ? [author, words] : [author, words, state]
    }),
  ).toEqual(posts)
  expect(thread.posts.flatMap(({ quotes }) => quotes.map(({ author }) => author))).toEqual(
    quoted === undefined ? [] : [quoted],
  )
})
