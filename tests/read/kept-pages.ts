/** Pages of the years before and pages that show a part of a thread, as browsers keep them. */
import { html, type Form } from './rows.ts'

const comment = (id: number, who: string, words: string, more = '') =>
  `<div class="discussions-timeline-scroll-target" id="discussioncomment-${id}"><div class="timeline-comment js-comment"><h3 class="timeline-comment-header-text"><a href="/${who}"><span class="Truncate-text">${who}</span></a> <a href="#discussioncomment-${id}" class="js-timestamp"><relative-time datetime="2026-05-01T09:00:00Z">x</relative-time></a></h3><div class="comment-body markdown-body"><p>${words}</p></div>${more}</div></div>`

const remark = (id: number, who: string, words: string) =>
  `<div class="review-comment js-comment" id="discussion_r${id}"><a class="author" href="/${who}">${who}</a> <a href="#discussion_r${id}" class="js-timestamp"><relative-time datetime="2026-05-01T09:05:00Z">x</relative-time></a><div class="comment-body"><p>${words}</p></div></div>`

const gitHubHead = (kind: string, path: string) =>
  `<title>Ferries · ${kind} · GitHub</title><link rel="canonical" href="https://github.com/o/r/${path}">`

const hnRow = (id: number, who: string, words: string, spacer: number) =>
  `<tr class='athing comtr ' id='${id}'><td><table><tr><td class='ind'><img src="s.gif" height="1" width="${spacer}"></td><td class="default"><span class="comhead"><a href="user?id=${who}" class="hnuser">${who}</a> <span class="age"><a href="item?id=${id}">2 days ago</a></span></span><br><div class="comment"><span class="c00">${words}<div class='reply'><p><font size="1"><u><a href="reply?id=${id}">reply</a></u></font></div></span></div></td></tr></table></td></tr>`

const signed = (who: string) =>
  `<div class="post-signature"><div class="user-action-time">answered <span title="2010-05-01 09:00:00Z" class="relativetime">x</span></div><div class="user-details">${who}</div></div>`

const redditComment = (id: string, who: string, words: string, below = '') =>
  `<div class="thing comment" data-fullname="t1_${id}" data-author="${who}"><div class="entry"><p class="tagline"><a class="author">${who}</a></p><form class="usertext"><div class="usertext-body"><div class="md"><p>${words}</p></div></div></form></div><div class="child">${below}</div></div>`

export const KEPT_PAGES: Form[] = [
  [
    'a discussion of GitHub: answers inside of what they answer, names without a mark, votes, the answer',
    html(
      `<span class="js-issue-title">Ferries</span><div class="discussions-timeline-scroll-target" id="discussion-1"><div class="timeline-comment js-comment"><a class="author" href="/ada">ada</a> <a href="#discussion-1" class="js-timestamp"><relative-time datetime="2026-05-01T08:00:00Z">x</relative-time></a><div class="comment-body"><p>Free them?</p></div><button aria-label="Upvote: 12">12</button></div></div><h2 id="discussion-comment-count">2 comments · 2 replies</h2>${comment(2, 'ben', 'Who pays?', `<div data-child-comments>${comment(3, 'cy', 'The city.')}${comment(4, 'ben', 'How?')}</div>`)}${comment(5, 'dan', 'Some are.', '<span class="Label">Answer</span>')}`,
      gitHubHead('o/r · Discussion #7', 'discussions/7'),
    ),
    [
      ['ada', 'Ferries\n\nFree them?', null, { score: 12 }],
      ['ben', 'Who pays?', 0, { permalink: 'https://github.com/o/r/discussions/7#discussioncomment-2' }],
      ['cy', 'The city.', 1],
      ['ben', 'How?', 1],
      ['dan', 'Some are.', 0, { kind: 'answer' }],
    ],
  ],
  [
    'a pull request of GitHub: a review is dated by its frame, settled lines were not opened, thumbs are counted',
    html(
      `<bdi class="js-issue-title">Ferries</bdi><div class="js-discussion"><div class="timeline-comment js-comment"><button aria-label="React with thumbs up emoji">👍</button><a class="author" href="/ada">ada</a> <a href="#issue-1" class="js-timestamp"><relative-time datetime="2026-05-01T08:00:00Z">x</relative-time></a><div class="comment-body"><p>Free them.</p></div><button aria-label="ben and cy reacted with thumbs up emoji"><g-emoji alias="+1">👍</g-emoji> 2</button></div><div id="pullrequestreview-7"><strong>ben</strong> <a href="#pullrequestreview-7" class="js-timestamp"><relative-time datetime="2026-05-01T09:00:00Z">x</relative-time></a><div class="timeline-comment js-comment"><a class="author" href="/ben">ben</a><div class="comment-body"><p>Who pays?</p></div></div><details class="js-resolvable-timeline-thread-container"><div class="js-comments-holder">${remark(91, 'ben', 'Wrong.')}${remark(92, 'ada', 'Mended.')}</div></details><details class="js-resolvable-timeline-thread-container" data-hidden-comment-ids="93,94"></details></div><div class="timeline-comment js-comment"><a class="author" href="/apps/checks">checks</a><div class="comment-body"><p>Passed.</p></div></div></div>`,
      gitHubHead('Pull Request #3 · o/r', 'pull/3'),
    ),
    [
      ['ada', 'Ferries\n\nFree them.', null, { score: 2 }],
      ['ben', 'Who pays?', null, { createdAt: '2026-05-01T09:00:00.000Z' }],
      ['ben', 'Wrong.', null],
      ['ada', 'Mended.', 2],
      ['checks', 'Passed.', null, { kind: 'system' }],
    ],
    true,
  ],
  [
    'Hacker News in 2016: words marked by their colour, those below the title by nothing',
    html(
      `<table id="hnmain"><tr><td><table class="fatitem"><tr class='athing' id='1'><td class="title"><a href="item?id=1" class="storylink">Ask HN: Are ferries free?</a></td></tr><tr><td class="subtext"><span class="score">1,204 points</span> by <a href="user?id=ada" class="hnuser">ada</a> <span class="age"><a href="item?id=1">3 days ago</a></span> | <a href="item?id=1">2 comments</a></td></tr><tr style="height:2px"></tr><tr><td></td><td>I wonder.<p>Really.</td></tr><tr><td></td><td><form><textarea></textarea></form></td></tr></table><table class='comment-tree'>${hnRow(2, 'ben', 'They are.<p>Truly.', 0)}${hnRow(3, 'cy', 'They are not.', 40)}</table></td></tr></table>`,
    ),
    [
      ['ada', 'Ask HN: Are ferries free?\n\nI wonder.\n\nReally.', null, { score: 1204 }],
      ['ben', 'They are.\n\nTruly.', 0],
      ['cy', 'They are not.', 1],
    ],
  ],
  [
    'Stack Exchange in 2010: answers are counted in words, comments in a link; a community signs with its writer',
    html(
      `<div id="question-header"><h1><a>Are ferries free?</a></h1></div><div id="question" data-questionid="1"><span class="vote-count-post">7</span><div class="post-text"><p>Are they?</p></div>${signed('<a href="/users/1/ada">ada</a>')}<a class="comments-link">show <b>2</b> more comments</a></div><div id="answers-header"><h2>3 Answers</h2></div><div id="answer-2" class="answer"><div class="post-text"><p>Some.</p></div>${signed('<a href="/posts/2/revisions">2 revs, 2 users 60%<br></a><a href="/users/2/ben">ben</a>')}</div><div id="answer-3" class="answer"><div class="post-text"><p>None.</p></div>${signed('<a href="/posts/3/revisions">5 revs</a>')}</div>`,
    ),
    [
      ['ada', 'Are ferries free?\n\nAre they?', null],
      ['ben', 'Some.', 0],
      [null, 'None.', 0],
    ],
    true,
  ],
  [
    'old Reddit: the answers to one comment',
    html(
      `<div class="thing link" data-fullname="t3_a" data-author="ada" data-comments-count="2"><div class="entry"><p class="title"><a class="title">Ferries</a></p></div></div><div class="commentarea"><div class="infobar"><p>you are viewing a single comment's thread.</p><p><a href="/r/boats/comments/a/ferries/">view the rest of the comments</a></p></div>${redditComment('b', 'ben', 'Who pays?', redditComment('c', 'cy', 'The city.'))}</div>`,
    ),
    [
      ['ada', 'Ferries', null],
      ['ben', 'Who pays?', 0],
      ['cy', 'The city.', 1],
    ],
    true,
  ],
  [
    "today's Reddit: a comment that was changed, one that was deleted",
    html(
      '<shreddit-post id="t3_a" author="ada" post-title="Ferries" comment-count="2"></shreddit-post><shreddit-comment author="ben" thingid="t1_b" depth="0"><div slot="commentMeta"><time datetime="2026-05-01T09:00:00Z">x</time> Edited <time datetime="2026-05-01T09:05:00Z">x</time></div><div slot="comment"><p>Who pays?</p></div></shreddit-comment><shreddit-comment author="[deleted]" thingid="t1_c" depth="1"><div slot="commentMeta"><time datetime="2026-05-01T09:10:00Z">x</time></div><div slot="comment">Comment deleted by user</div></shreddit-comment>',
    ),
    [
      ['ada', 'Ferries', null],
      ['ben', 'Who pays?', 0, { state: 'edited', createdAt: '2026-05-01T09:00:00.000Z' }],
      [null, '', 1, { state: 'deleted' }],
    ],
  ],
]
