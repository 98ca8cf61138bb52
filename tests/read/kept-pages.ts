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

const lemmyComment = (id: number, who: string, words: string, more = '') =>
  `<li class="comment"><article id="comment-${id}" class="details comment-node"><a class="person-listing" href="/u/${who}"><span>x</span></a><span class="me-1 fw-bold" aria-label="3 points">3</span><span class="moment-time pointer" data-tippy-content="Friday, May 1st, 2026 at 11:00:00 AM GMT+02:00">2 days ago</span><div class="comment-content"><div class="md-div">${words}</div></div></article>${more}</li>`

const drawnPost = (nth: number, names: string, tab: string, words: string) =>
  `<article id="post_${nth}" data-post-id="10${nth}"><div class="names">${names}</div><div class="post-infos">${tab}<span class="relative-date" data-time="1777626000000">2d</span></div><div class="cooked"><p>${words}</p></div></article>`

const magnum = (id: string, meta: string, words: string, below = '') =>
  `<div class="comments-node" id="${id}"><div class="CommentsItem-body"><time datetime="2026-05-01T09:00:00Z"></time>${meta}${words}</div>${below}</div>`

const youTube = (id: string, who: string, words: string, below = '') =>
  `<ytd-comment-thread-renderer><ytd-comment-view-model><a id="author-text">${who}</a><span id="published-time-text"><a href="/watch?v=abcdefghijk&amp;lc=${id}">1 day ago</a></span><yt-attributed-string id="content-text"><span>${words}</span></yt-attributed-string></ytd-comment-view-model><div id="replies"><ytd-comment-replies-renderer>${below}</ytd-comment-replies-renderer></div></ytd-comment-thread-renderer>`

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
  [
    'a page of Lemmy without what it was drawn from',
    html(
      `<div class="post-listing"><div class="post-score">48</div><h1><a href="https://e.example/f">Ferries</a></h1><a class="person-listing" href="/u/ada@far.example">x</a><span class="moment-time fst-italic" data-tippy-content="Created: Friday, May 1st, 2026 at 8:00:00 AM GMT+00:00\n\n\nModified Saturday, May 2nd, 2026 at 8:00:00 AM GMT+00:00">x</span><a href="/post/9?scrollToComments=true">5 comments</a></div><ul class="comments">${lemmyComment(1, 'ben', '<p>Who pays?</p>', `<ul class="comments">${lemmyComment(2, 'cy', '<p>The city.</p>', '<div class="details comment-node"><button>2 more replies ➔</button></div>')}</ul>`)}${lemmyComment(3, 'dan', '<p><em>deleted by creator</em></p>')}</ul>`,
      '<meta property="og:url" content="https://l.example/post/9">',
    ),
    [
      ['ada@far.example', 'Ferries', null, { createdAt: '2026-05-01T08:00:00.000Z', score: 48, state: 'edited' }],
      ['ben@l.example', 'Who pays?', 0, { createdAt: '2026-05-01T09:00:00.000Z', score: 3 }],
      ['cy@l.example', 'The city.', 1, { permalink: 'https://l.example/comment/2' }],
      ['dan@l.example', '', 0, { state: 'deleted' }],
    ],
    true,
  ],
  [
    'a topic of Discourse as its scripts drew it: full names first, whom a post answers only by name',
    html(
      `<div id="topic-title"><h1>Ferries</h1></div><div class="post-stream">${drawnPost(1, '<span class="first full-name"><a data-user-card="ada">Ada Boat</a></span><span class="second username"><a data-user-card="ada">ada</a></span>', '<div class="post-info edits"></div>', 'Free them.')}${drawnPost(2, '<span class="first username"><a data-user-card="ben">ben</a></span>', '', 'Who pays?')}${drawnPost(3, '<span class="first username"><a data-user-card="cy">cy</a></span>', '<a class="reply-to-tab"><span>ben</span></a>', 'The city.')}</div><div class="timeline-replies">3 / 40</div>`,
      '<meta name="generator" content="Discourse 3.5.0"><link rel="canonical" href="https://d.example/t/ferries/9?page=1">',
    ),
    [
      ['ada', 'Ferries\n\nFree them.', null, { state: 'edited', permalink: 'https://d.example/t/ferries/9/1' }],
      ['ben', 'Who pays?', 0],
      ['cy', 'The city.', 1],
    ],
    true,
  ],
  [
    'a post of LessWrong after its comments were drawn: agreement, a comment taken down, numbers side by side',
    html(
      `<div class="PostsPagePostHeader-root"><h1 class="PostsPageTitle-root">Ferries</h1><span>1st May 2026</span><span class="PostsPagePostHeader-secondaryInfo">3 comments</span><h1 class="PostsVoteDefault-voteScore">48</h1></div><div id="postContent"><p>Free them.</p></div>${magnum('aaa', '<a class="UsersNameDisplay-userName">ben</a><span class="OverallVoteAxis-voteScore">12</span><span class="AgreementVoteAxis-agreementScore">-3</span>', '<div class="CommentBody-root"><p>Who pays?</p></div>', magnum('bbb', '', '<div class="CommentBody-root"><div class="CommentDeletedMetadata-root">Deleted by ben</div></div>', magnum('ccc', '<a class="UsersNameDisplay-userName">cy</a>', '<div class="CommentBody-root"><p>The city.</p></div>')))}`,
      '<title>Ferries — LessWrong</title><meta name="author" content="ada">',
    ),
    [
      ['ada', 'Ferries\n\nFree them.', null, { score: 48 }],
      ['ben', 'Who pays?', 0, { score: 12, agreement: -3 }],
      [null, '', 1, { state: 'deleted' }],
      ['cy', 'The city.', 2],
    ],
  ],
  [
    'a video of YouTube whose answers are threads inside the thread',
    html(
      `<h1 class="title">Ferries</h1>${youTube('a', '@ada', 'Free them.', youTube('a.1', '@ben', 'Who pays?', youTube('a.2', '@cy', 'The city.')))}${youTube('b', '@dan', 'Hi.')}`,
    ),
    [
      [null, 'Ferries', null],
      ['@ada', 'Free them.', 0],
      ['@ben', 'Who pays?', 1],
      ['@cy', 'The city.', 2],
      ['@dan', 'Hi.', 0],
    ],
  ],
  [
    'the page of a note of Misskey, which holds the note alone',
    html(
      '',
      `<script type="application/json" id="misskey_clientCtx" data-generated-at="1">${JSON.stringify({ note: { id: '9a', createdAt: '2026-05-01T09:00:00Z', user: { username: 'ada', host: null }, text: 'Free them.', replyId: null, reactions: { '👍': 3 }, repliesCount: 2 } })}</script>`,
    ),
    [['ada', 'Free them.', null, { score: 3 }]],
    true,
  ],
  [
    'an issue of GitHub that shows its writer outside of its words, all comments of which the page was given',
    html(
      `<bdi data-testid="issue-title">Ferries</bdi><div data-testid="issue-body"><div class="markdown-body"><p>Free them.</p></div></div><script type="application/json" data-target="react-app.embeddedData">${JSON.stringify({ payload: { preloadedQueries: [{ result: { data: { repository: { issue: { id: 'I', author: { login: 'ada' }, createdAt: '2026-05-01T09:00:00Z', bodyHTML: '<p>Free them.</p>', url: 'https://github.com/o/r/issues/9', comments: { totalCount: 1 }, frontTimelineItems: { totalCount: 9, edges: [{ node: { __typename: 'IssueComment', id: 'C', databaseId: 2, author: { login: 'ben' }, createdAt: '2026-05-01T09:05:00Z', bodyHTML: '<p>Who pays?</p>' } }] } } } } } }] } })}</script>`,
      gitHubHead('Issue #9 · o/r', 'issues/9'),
    ),
    [
      ['ada', 'Ferries\n\nFree them.', null, { createdAt: '2026-05-01T09:00:00.000Z' }],
      ['ben', 'Who pays?', null],
    ],
  ],
  [
    'comments of a block theme of WordPress: the date of the article, not of another one listed',
    html(
      '<ul class="wp-block-post-template"><li><div class="wp-block-post-date"><time datetime="2020-01-01T09:00:00Z"></time></div></li></ul><h1 class="wp-block-post-title">Ferries</h1><div class="wp-block-post-date"><time datetime="2026-05-01T09:00:00Z"></time></div><div class="entry-content wp-block-post-content"><p>Free them.</p></div><div class="wp-block-comments"><ol class="wp-block-comment-template"><li id="comment-1" class="comment depth-1"><div class="wp-block-comment-author-name">Ben</div><div class="wp-block-comment-content"><p>Who pays?</p></div></li></ol></div>',
      '<title>Ferries</title><meta name="generator" content="WordPress 6.8">',
    ),
    [
      [null, 'Ferries\n\nFree them.', null, { createdAt: '2026-05-01T09:00:00.000Z' }],
      ['Ben', 'Who pays?', 0],
    ],
  ],
  [
    'Lobsters in 2015: pictures of people before their names, ages with the time where they are pointed at',
    html(
      `<li id="story_abcdef" data-shortid="abcdef" class="story"><a class="upvoter"></a><div class="score">12</div><span class="link"><a href="/s/abcdef">Ferries</a></span><div class="byline"><a href="/u/ada"><img></a> <a href="/u/ada">ada</a> <span title="2015-05-01 09:00:00 -0500">x</span> <span class="comments_label">1 comment</span></div></li><div id="c_a" data-shortid="a" class="comment"><a class="upvoter"></a><div class="score">3</div><div class="byline"><a href="/u/ben"><img></a> <a href="/u/ben">ben</a> edited <span title="2015-05-01 10:00:00 -0500">x</span></div><div class="comment_text"><p>Who pays?</p></div></div>`,
    ),
    [
      ['ada', 'Ferries', null, { score: 12, createdAt: '2015-05-01T14:00:00.000Z' }],
      ['ben', 'Who pays?', 0, { score: 3, createdAt: '2015-05-01T15:00:00.000Z', state: 'edited' }],
    ],
  ],
  [
    'a work item of GitLab: answers inside of what they answer, thumbs',
    html(
      '<h1 data-testid="work-item-title">Ferries</h1><div data-testid="work-item-created"><time datetime="2026-05-01T09:00:00Z">x</time><a data-username="ada">Ada</a></div><div data-testid="work-item-description"><div class="md"><p>Free them.</p></div></div><div class="awards"><button><gl-emoji data-name="thumbsup">👍</gl-emoji><span class="js-counter">4</span></button></div><ul class="notes"><li class="note" id="note_1"><span class="note-header-author-name">ben</span><div class="note-text md"><p>Who pays?</p></div><ul><li class="note" id="note_2"><span class="note-header-author-name">cy</span><div class="note-text md"><p>The city.</p></div></li></ul></li></ul>',
      '<meta content="GitLab" property="og:site_name"><title>Ferries</title>',
    ),
    [
      ['ada', 'Ferries\n\nFree them.', null, { score: 4 }],
      ['ben', 'Who pays?', null],
      ['cy', 'The city.', 1],
    ],
  ],
  [
    'the EA Forum: the number of comments is a link, the votes are small',
    html(
      '<div class="PostsPagePostHeader-root"><h1 class="PostsPageTitle-root">Ferries</h1></div><a href="#comments">2 comments</a><div id="postContent"><p>Free them.</p></div><div class="comments-node" id="aaa"><a class="UsersNameDisplay-userName">ben</a><span class="OverallVoteAxisSmall-voteScore">12</span><div class="CommentBody-root"><p>Who pays?</p></div></div>',
      '<title>Ferries — EA Forum</title><meta name="author" content="ada">',
    ),
    [
      ['ada', 'Ferries\n\nFree them.', null],
      ['ben', 'Who pays?', 0, { score: 12 }],
    ],
    true,
  ],
  [
    'the web client of Mastodon: posts that were changed',
    html(
      '<div class="detailed-status" data-id="1"><span class="display-name__account">@ada@m.example</span><div class="status__content__text"><p>Free them.</p></div><button class="detailed-status__edited-at">Edited</button></div><div class="status status--first-in-thread" data-id="2"><a class="status__relative-time" href="https://m.example/@ben/2"><time datetime="2026-05-01T09:00:00Z">x</time><abbr title="Edited">*</abbr></a><span class="display-name__account">@ben</span><div class="status__content__text"><p>Who pays?</p></div></div>',
    ),
    [
      ['ada@m.example', 'Free them.', null, { state: 'edited' }],
      ['ben', 'Who pays?', 0, { state: 'edited', createdAt: '2026-05-01T09:00:00.000Z' }],
    ],
    true,
  ],
]
