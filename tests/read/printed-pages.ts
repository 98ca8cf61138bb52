/** What forums show to be printed, and to programs that search. */
import { html, type Form } from './rows.ts'

const at = (minute: string) => ({ createdAt: `2010-05-14T09:${minute}:00.000Z` })
const opening = ['ada', 'Ferries\n\nFree them.', null, at('00')] as const
/** Whom a quote is from is told by its name alone, or by a link. */
const answer = (parent: number | null) => ['ben', 'Free them.\n\nWho pays?', parent, at('05')] as const

const cited = '<blockquote><cite>ada wrote:</cite>Free them.</blockquote>Who pays?'
const phpBB = (who: string, time: string, words: string) =>
  `<div class="post"><h3>x</h3><div class="date">Posted: <strong>14 May 2010, ${time}</strong></div><div class="author">by <strong>${who}</strong></div><div class="content">${words}</div></div><hr>`
const smf = (tag: string, bodyTag: string, title: string, who: string, time: string, words: string) =>
  `<${tag} class="postheader">Title: <strong>${title}</strong><br>Post by: <strong>${who}</strong> on <strong>May 14, 2010, ${time} AM</strong></${tag}><${bodyTag} class="postbody">${words}</${bodyTag}>`
const smfQuote =
  '<div class="quoteheader">Quote from: ada on May 14, 2010, 09:00:00 AM</div><blockquote>Free them.</blockquote>Who pays?'
const vB3 = (who: string, time: string, title: string, words: string) =>
  `<table class="tborder"><tr><td class="page"><table><tr><td>${who}</td><td class="smallfont">05-14-2010 ${time} AM</td></tr></table><hr>${title}<div>${words}</div></td></tr></table><br>`
const vB4 = (id: number, who: string, time: string, words: string) =>
  `<li class="postbit blockbody" id="post_${id}"><div class="header"><div class="datetime">05-14-2010, ${time} AM</div><span class="username">${who}</span></div><div class="content"><blockquote class="restore">${words}</blockquote></div></li>`
const vBArchived = (who: string, time: string, words: string) =>
  `<div class="post"><div class="posttop"><div class="username">${who}</div><div class="date">05-14-2010, ${time} AM</div></div><div class="posttext">${words}</div></div><hr>`
const myBB = (who: string, time: string, words: string) =>
  `<div class="post"><div class="header"><div class="author"><h2><a>${who}</a></h2></div><div class="dateline">05-14-2010, ${time} AM</div></div><div class="message">${words}</div></div>`

export const PRINTED_PAGES: Form[] = [
  [
    'phpBB, the first of two printed pages, of which no other is linked',
    html(
      `<div id="page-header"><h1>Town</h1><h2>Ferries</h2></div><div id="page-body"><div class="page-number">Page <strong>1</strong> of <strong>2</strong></div>${phpBB('ada', '09:00', 'Free them.')}${phpBB('ben', '09:05', cited)}</div>`,
    ).replace('<body>', '<body id="phpbb">'),
    [[...opening], [...answer(null)]],
    true,
  ],
  [
    'Simple Machines 2.0, printed',
    html(
      `<h1 id="title">Town</h1><dl id="posts">${smf('dt', 'dd', 'Ferries', 'ada', '09:00:00', 'Free them.')}${smf('dt', 'dd', 'Re: Ferries', 'ben', '09:05:00', smfQuote)}</dl>SMF 2.0`,
    ),
    [[...opening], [...answer(null)]],
  ],
  [
    'Simple Machines 2.1, printed',
    html(
      `<div class="print_options"><strong>Text only</strong></div><div id="posts">${smf('div', 'div', 'Ferries', 'ada', '09:00:00', 'Free them.')}${smf('div', 'div', 'Re: Ferries', 'ben', '09:05:00', smfQuote)}</div>SMF 2.1`,
    ),
    [[...opening], [...answer(null)]],
  ],
  [
    'vBulletin 3, the first of several printed pages',
    html(
      `<a href="showthread.php?t=9"><strong>Ferries</strong></a><a rel="next" href="printthread.php?t=9&amp;page=2">&gt;</a>${vB3('ada', '09:00', '<div><strong>Ferries</strong></div>', 'Free them.')}${vB3('ben', '09:05', '', '<div><div class="smallfont">Quote:</div><table><tr><td class="alt2"><div>Originally Posted by <strong>ada</strong></div><div>Free them.</div></td></tr></table></div>Who pays?')}`,
      '<meta name="generator" content="vBulletin 3.8.4">',
    ),
    [[...opening], [...answer(null)]],
    true,
  ],
  [
    'vBulletin 4, printed',
    html(
      `<div id="pagetitle"><h1>Ferries</h1></div><ul>${vB4(1, 'ada', '09:00', 'Free them.')}${vB4(2, 'ben', '09:05', '<div class="bbcode_quote printable"><hr><div>Originally Posted by <strong>ada</strong> <a href="showthread.php?p=1#post1">x</a></div><div class="message">Free them.</div><hr></div>Who pays?')}</ul>`,
      '<meta name="generator" content="vBulletin 4.2.2">',
    ),
    [[...opening], [...answer(0)]],
  ],
  [
    'an archived thread of vBulletin, its second page of three',
    html(
      `<p class="largefont">View Full Version : <a href="showthread.php?t=9">Ferries</a></p><div id="pagenumbers"><b>Pages :</b> <a href="t-9.html">1</a> [<b>2</b>] <a href="t-9-p-3.html">3</a></div>${vBArchived('ada', '09:00', 'Free them.')}${vBArchived('ada', '09:00', 'Now.')}${vBArchived('ben', '09:05', 'Who pays?')}vBulletin`,
    ),
    [
      ['ada', 'Free them.', null, at('00')],
      ['ada', 'Now.', null, at('00')],
      ['ben', 'Who pays?', null, at('05')],
    ],
    true,
  ],
  [
    'an archived thread of MyBB, the first page of two',
    html(
      `<div id="fullversion"><a href="showthread.php?tid=9">Ferries</a></div><div class="multipage"><strong>Pages:</strong> <strong>1</strong> <a href="thread-9-2.html">2</a></div>${myBB('ada', '09:00', 'Free them.')}${myBB('ben', '09:05', cited)}MyBB`,
    ),
    [[...opening], [...answer(null)]],
    true,
  ],
  [
    'wpForo: a quote that names its post',
    html(
      `<h1 id="wpforo-title">Ferries</h1><div class="wpf-navi"><span class="wpf-page-info">Page 1 / 2</span><a class="wpf-next-button" href="/ferries/paged/2/">Next</a></div>${[
        ['1', 'ada', '09:00', 'Free them.'],
        [
          '2',
          'ben',
          '09:05',
          '<blockquote data-userid="1" data-postid="1" data-mention="ada"><div class="wpforo-post-quote-author">Posted by: @ada</div>Free them.</blockquote>Who pays?',
        ],
      ]
        .map(
          ([id, who, time, words]) =>
            `<div id="post-${id}" data-postid="${id}" class="post-wrap"><div class="wpforo-post"><div class="author-name"><a>${who}</a></div><div class="wpforo-post-content-top"><span>14/05/2010 ${time} am</span></div><div class="wpforo-post-content"><p>${words}</p></div></div></div>`,
        )
        .join('')}`,
    ),
    [[...opening], [...answer(0)]],
    true,
  ],
]
