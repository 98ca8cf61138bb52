/** Pages of classic forums, written for these tests: one small thread in the markup of each software. */

const page = (head: string, body: string, language = 'en') =>
  `<!doctype html><html lang="${language}" ${head.includes('id=') ? head : ''}><head><title>Free ferries</title>${head.includes('id=') ? '' : head}</head><body>${body}</body></html>`

/** Every fixture tells the same: Ada opens, Ben quotes her and asks, Cy quotes Ben. */
export const PAGES: Record<string, string> = {
  'XenForo 2': page(
    'id="XF"',
    [
      ['11', 'Ada', '2026-05-01T11:00:00+0200', 'Free them.', ''],
      [
        '12',
        'Ben',
        '2026-05-01T11:10:00+0200',
        '<blockquote class="bbCodeBlock bbCodeBlock--expandable bbCodeBlock--quote" data-quote="Ada" data-source="post: 11"><div class="bbCodeBlock-title"><a class="bbCodeBlock-sourceJump">Ada said:</a></div><div class="bbCodeBlock-content">Free them.</div></blockquote>Who pays?',
        '',
      ],
      [
        '13',
        'Cy',
        '2026-05-01T11:20:00+0200',
        '<blockquote class="bbCodeBlock bbCodeBlock--quote" data-quote="Ben" data-source="post: 12"><div class="bbCodeBlock-content">Who pays?</div></blockquote>All of us.',
        '<div class="message-lastEdit">Last edited: Today</div>',
      ],
    ]
      .map(
        ([id, name, time, words, foot]) =>
          `<article class="message message--post js-post" data-author="${name}" data-content="post-${id}"><header class="message-attribution"><a href="/threads/f.1/post-${id}"><time class="u-dt" datetime="${time}">x</time></a></header><div class="message-body"><div class="bbWrapper">${words}</div></div>${foot}</article>`,
      )
      .join(''),
  ),
  'phpBB 3, with times in words': page(
    'id="phpbb"',
    `<div>Powered by phpBB</div>${[
      ['11', 'Ada', 'Fri May 01, 2026 9:00 am', 'Free them.', ''],
      [
        '12',
        'Ben',
        'Fri May 01, 2026 9:10 am',
        '<blockquote><div><cite><a href="memberlist.php?mode=viewprofile&amp;u=5">Ada</a> wrote: <a href="viewtopic.php?p=11#p11" data-post-id="11">↑</a><span class="responsive-hide">Fri May 01, 2026 9:00 am</span></cite>Free them.</div></blockquote>Who pays?',
        '',
      ],
      [
        '13',
        'Cy',
        'Fri May 01, 2026 9:20 am',
        '<blockquote><div><cite>Ben wrote: <a href="viewtopic.php?p=12#p12">↑</a></cite>Who pays?</div></blockquote>All of us.',
        '<div class="notice">Last edited by Cy on Fri May 01, 2026 9:25 am</div>',
      ],
    ]
      .map(
        ([id, name, time, words, foot]) =>
          `<div id="p${id}" class="post bg2"><div class="inner"><dl class="postprofile"><dd>Joined: Sat Mar 07, 2020 1:00 am</dd></dl><div class="postbody"><p class="author"><a href="viewtopic.php?p=${id}#p${id}">Post</a> by <strong><a class="username">${name}</a></strong> &raquo; ${time}</p><div class="content">${words}</div>${foot}</div></div></div>`,
      )
      .join('')}`,
  ),
  'vBulletin 4': page(
    '<meta name="generator" content="vBulletin 4.2.1">',
    `<ol id="posts">${[
      ['11', 'Ada', '01.05.2026, 09:00', 'Free them.', ''],
      [
        '12',
        'Ben',
        '01.05.2026, 09:10',
        '<div class="bbcode_container"><div class="bbcode_quote"><div class="quote_container"><div class="bbcode_quote_container"></div><div class="bbcode_postedby">Zitat von <strong>Ada</strong> <a href="showthread.php?p=11#post11">x</a></div><div class="message">Free them.</div></div></div></div>Who pays?',
        '',
      ],
      [
        '13',
        'Cy',
        '01.05.2026, 09:20',
        '<div class="bbcode_quote"><div class="quote_container"><div class="bbcode_postedby">Originally Posted by <strong>Ben</strong> <a href="showthread.php?p=12#post12">x</a></div><div class="message">Who pays?</div></div></div>All of us.',
        '<blockquote class="postcontent lastedited">Edited by Cy</blockquote>',
      ],
    ]
      .map(
        ([id, name, time, words, foot]) =>
          `<li class="postbit" id="post_${id}"><div class="posthead"><span class="postdate"><span class="date">${time}</span></span></div><a class="username"><strong>${name}</strong></a><div id="post_message_${id}"><blockquote class="postcontent restore">${words}</blockquote></div>${foot}</li>`,
      )
      .join('')}</ol>`,
    'de',
  ),
  'vBulletin 3': page(
    '<meta name="generator" content="vBulletin 3.8.4">',
    [
      ['11', 'Ada', '05-01-2026, 09:00 AM', 'Free them.'],
      [
        '12',
        'Ben',
        '05-01-2026, 09:10 AM',
        '<div style="margin:20px"><div class="smallfont">Quote:</div><table><tr><td class="alt2"><div>Originally Posted by <strong>Ada</strong> <a href="showthread.php?p=11#post11"><img></a></div><div style="font-style:italic">Free them.</div></td></tr></table></div>Who pays?',
      ],
      [
        '13',
        'Cy',
        '05-13-2026, 09:20 AM',
        '<div><div class="smallfont">Quote:</div><table><tr><td class="alt2"><div>Originally Posted by <strong>Ben</strong> <a href="showthread.php?p=12#post12"><img></a></div><div>Who pays?</div></td></tr></table></div>All of us.',
      ],
    ]
      .map(
        ([id, name, time, words]) =>
          `<div><table id="post${id}" class="tborder"><tr><td class="thead"><a name="post${id}"></a> ${time}</td></tr><tr><td class="alt2"><div id="postmenu_${id}"><a class="bigusername" href="member.php?u=1">${name}</a></div><div class="smallfont">Join Date: Mar 2020</div></td></tr><tr><td class="alt1" id="td_post_${id}"><div id="post_message_${id}">${words}</div></td></tr></table></div>`,
      )
      .join(''),
  ),
  'Simple Machines 2.0': page(
    '',
    `<div>Powered by Simple Machines</div><div id="forumposts">${[
      ['11', 'Ada', 'on: May 01, 2026, 09:00:00 AM', 'Free them.'],
      [
        '12',
        'Ben',
        'Reply #1 on: May 01, 2026, 09:10:00 AM',
        '<div class="quoteheader"><div class="topslice_quote"><a href="index.php?topic=1.msg11#msg11">Quote from: Ada on May 01, 2026, 09:00:00 AM</a></div></div><blockquote class="bbc_standard_quote">Free them.</blockquote><div class="quotefooter"><div class="botslice_quote"></div></div>Who pays?',
      ],
      [
        '13',
        'Cy',
        'Reply #2 on: May 01, 2026, 09:20:00 AM',
        '<div class="quoteheader"><div class="topslice_quote"><a href="index.php?topic=1.msg12#msg12">Quote from: Ben on May 01, 2026, 09:10:00 AM</a></div></div><blockquote class="bbc_standard_quote">Who pays?</blockquote><div class="quotefooter"></div>All of us.',
      ],
    ]
      .map(
        ([id, name, time, words], at) =>
          `<div class="windowbg"><span class="topslice"></span><div class="post_wrapper"><div class="poster"><h4><a href="u">${name}</a></h4></div><div class="postarea"><div class="keyinfo"><h5 id="subject_${id}"><a href="index.php?topic=1.msg${id}#msg${id}">Re</a></h5><div class="smalltext">&#171; <strong>${time}</strong> &#187;</div></div><div class="post"><div class="inner" id="msg_${id}">${words}</div></div>${at === 2 ? '<div class="smalltext modified">&#171; <em>Last Edit: May 02, 2026, by Cy</em> &#187;</div>' : '<div class="smalltext modified"></div>'}</div></div></div>`,
      )
      .join('')}</div>`,
  ),
  'Simple Machines 2.1': page(
    '',
    `<div>Powered by Simple Machines</div><div id="forumposts">${[
      ['11', 'Ada', 'May 01, 2026, 09:00:00 AM', 'Free them.'],
      [
        '12',
        'Ben',
        'May 01, 2026, 09:10:00 AM',
        '<blockquote class="bbc_standard_quote"><cite><a href="index.php?msg=11">Quote from: Ada on May 01, 2026, 09:00:00 AM</a></cite>Free them.</blockquote>Who pays?',
      ],
      [
        '13',
        'Cy',
        'May 01, 2026, 09:20:00 AM',
        '<blockquote class="bbc_standard_quote"><cite><a href="index.php?msg=12">Quote from: Ben on May 01, 2026</a></cite>Who pays?</blockquote>All of us.',
      ],
    ]
      .map(
        ([id, name, time, words], at) =>
          `<div class="windowbg" id="msg${id}"><div class="post_wrapper"><div class="poster"><h4><a class="pm_icon"><span></span></a><a href="u">${name}</a></h4></div><div class="postarea"><div class="keyinfo"><div class="postinfo"><span class="page_number">#${at}</span><a class="smalltext" href="index.php?msg=${id}">${time}</a><span class="modified">${at === 2 ? 'Last Edit: May 02' : ''}</span></div></div><div class="post"><div class="inner" id="msg_${id}">${words}</div></div></div></div></div>`,
      )
      .join('')}</div>`,
  ),
  'Simple Machines 1.1': page(
    '',
    `<div>Powered by SMF, Simple Machines</div><table>${[
      ['11', 'Ada', 'on: May 01, 2026, 09:00:00 am', 'Free them.'],
      [
        '12',
        'Ben',
        'Reply #1 on: May 01, 2026, 09:10:00 am',
        '<div class="quoteheader"><a href="index.php?topic=1.msg11#msg11">Quote from: Ada on May 01, 2026</a></div><div class="quote">Free them.</div>Who pays?',
      ],
      [
        '13',
        'Cy',
        'Reply #2 on: May 01, 2026, 09:20:00 am',
        '<div class="quoteheader"><a href="index.php?topic=1.msg12#msg12">Quote from: Ben on May 01, 2026</a></div><div class="quote">Who pays?</div>All of us.',
      ],
    ]
      .map(
        ([id, name, time, words], at) =>
          `<tr><td class="windowbg"><table><tr><td><b><a href="u">${name}</a></b></td><td><div id="subject_${id}"><a href="index.php?topic=1.msg${id}#msg${id}">Re</a></div><div class="smalltext">&#171; <b>${time}</b> &#187;</div><div class="post">${words}</div></td></tr><tr><td class="smalltext" id="modified_${id}">${at === 2 ? 'Last Edit' : ''}</td></tr></table></td></tr>`,
      )
      .join('')}</table>`,
  ),
  'Invision 4': page(
    '<meta name="generator" content="Invision Community">',
    [
      ['11', 'Ada', '2026-05-01T09:00:00Z', 'Free them.', ''],
      [
        '12',
        'Ben',
        '2026-05-01T09:10:00Z',
        '<blockquote class="ipsQuote" data-ipsquote-username="Ada" data-ipsquote-contentcommentid="11"><div class="ipsQuote_citation">Ada said:</div><div class="ipsQuote_contents">Free them.</div></blockquote>Who pays?',
        '',
      ],
      [
        '13',
        'Cy',
        '2026-05-01T09:20:00Z',
        '<blockquote class="ipsQuote" data-ipsquote-username="Ben" data-ipsquote-contentcommentid="12"><div>Who pays?</div></blockquote>All of us.',
        '<span class="ipsComment_edited">Edited by Cy</span>',
      ],
    ]
      .map(
        ([id, name, time, words, foot]) =>
          `<article id="elComment_${id}" class="ipsComment"><h3 class="cAuthorPane_author"><a>${name}</a></h3><time datetime="${time}">x</time><div data-role="commentContent">${words}</div>${foot}</article>`,
      )
      .join(''),
  ),
  'Invision 5': page(
    '<link data-role="breadcrumbList" href="/">',
    [
      ['11', 'Ada', '2026-05-01T09:00:00Z', 'Free them.', ''],
      [
        '12',
        'Ben',
        '2026-05-01T09:10:00Z',
        '<blockquote class="ipsQuote" data-ipsquote-username="Ada" data-ipsquote-contentcommentid="11"><div class="ipsQuote_citation">Ada said:</div><div class="ipsQuote_contents">Free them.</div></blockquote>Who pays?',
        '',
      ],
      [
        '13',
        'Cy',
        '2026-05-01T09:20:00Z',
        '<blockquote class="ipsQuote" data-ipsquote-username="Ben" data-ipsquote-contentcommentid="12"><div>Who pays?</div></blockquote>All of us.',
        '<span class="ipsEdited">Edited by Cy</span>',
      ],
    ]
      .map(
        ([id, name, time, words, foot]) =>
          `<article id="elComment_${id}" class="ipsEntry js-ipsEntry ipsEntry--post"><header class="ipsEntry__header"><h3 class="ipsEntry__username"><a href="/profile/1/">${name}</a></h3><time datetime="${time}">x</time></header><div class="ipsRichText ipsRichText--user" data-role="commentContent">${words}</div>${foot}</article>`,
      )
      .join(''),
  ),
  ProBoards: page(
    '<meta name="x" content="proboards">',
    `<table>${[
      ['11', 'Ada', '1777626000000', 'Free them.', ''],
      [
        '12',
        'Ben',
        '1777626600000',
        '<div class="quote" author="@ada" source="/post/11/thread"><div class="quote_header"><a>Ada Lake said:</a></div>Free them.</div>Who pays?',
        '',
      ],
      [
        '13',
        'Cy',
        '1777627200000',
        '<div class="quote" author="@ben" source="/post/12/thread"><div class="quote_header">Ben said:</div>Who pays?</div>All of us.',
        '<div class="edited_by">Last Edit by Cy</div>',
      ],
    ]
      .map(
        ([id, name, time, words, foot]) =>
          `<tr id="post-${id}" class="post"><td><a class="o-user-link">${name}</a><abbr class="time" data-timestamp="${time}">x</abbr><div class="message">${words}</div>${foot}</td></tr>`,
      )
      .join('')}</table>`,
  ),
  MyBB: page(
    '',
    `<div>Powered by MyBB</div>${[
      ['11', 'Ada', '05-01-2026, 09:00 AM', 'Free them.', ''],
      [
        '12',
        'Ben',
        '<span title="05-01-2026">Yesterday</span>, 09:10 AM',
        '<blockquote class="mycode_quote"><cite><span> (05-01-2026, 09:00 AM)</span>Ada Wrote:  <a href="showthread.php?pid=11#pid11" class="quick_jump"></a></cite>Free them.</blockquote>Who pays?',
        '',
      ],
      [
        '13',
        'Cy',
        '05-01-2026, 09:20 AM',
        '<blockquote class="mycode_quote"><cite>Ben Wrote: <a href="showthread.php?pid=12#pid12"></a></cite>Who pays?</blockquote>All of us.',
        '<span class="edited_post">(edited)</span>',
      ],
    ]
      .map(
        ([id, name, time, words, foot]) =>
          `<div class="post" id="post_${id}"><div class="post_author"><span class="largetext"><a>${name}</a></span></div><div class="post_head"><span class="post_date">${time} ${foot}</span></div><div class="post_body">${words}</div></div>`,
      )
      .join('')}`,
  ),
  WoltLab: page(
    '',
    `<div>WoltLab Suite</div>${[
      ['11', 'Ada', '<time datetime="2026-05-01T11:00:00+02:00">x</time>', 'Free them.', ''],
      [
        '12',
        'Ben',
        '<woltlab-core-date-time date="2026-05-01T09:10:00+00:00">x</woltlab-core-date-time>',
        '<blockquote class="quoteBox collapsibleBbcode" cite="Ada"><div class="quoteBoxIcon"></div><div class="quoteBoxTitle"><a href="thread/1/?postID=11#post11">Zitat von Ada</a></div><div class="quoteBoxContent">Free them.</div></blockquote>Who pays?',
        '',
      ],
      [
        '13',
        'Cy',
        '<time datetime="2026-05-01T11:20:00+02:00">x</time>',
        '<woltlab-quote class="quoteBox" data-author="Ben" data-link="https://f.example/thread/1/?postID=12#post12"><div class="quoteBoxContent">Who pays?</div></woltlab-quote>All of us.',
        '<p class="messageFooterNote">Dieser Beitrag wurde 1 Mal editiert</p>',
      ],
    ]
      .map(
        ([id, name, time, words, foot]) =>
          `<article class="wbbPost message" data-post-id="${id}" id="post${id}"><div class="messageAuthor"><span class="username">${name}</span></div><a class="messagePublicationTime">${time}</a><div class="messageText">${words}</div>${foot}</article>`,
      )
      .join('')}`,
    'de',
  ),
  'phpBB 2': page(
    '',
    `<div>Powered by phpBB</div><table class="forumline">${[
      ['11', 'Ada', 'Free them.'],
      [
        '12',
        'Ben',
        '<table><tr><td><span class="genmed"><b>Ada wrote:</b></span></td></tr><tr><td class="quote">Free them.</td></tr></table>Who pays?',
      ],
      [
        '13',
        'Cy',
        '<table><tr><td><span class="genmed"><b>Ben wrote:</b></span></td></tr><tr><td class="quote">Who pays?</td></tr></table>All of us.',
      ],
    ]
      .map(
        ([id, name, words], at) =>
          `<tr><td class="row1"><span class="name"><a name="${id}"></a><b>${name}</b></span><span class="postdetails">Joined: 07 Mar 2020</span></td><td class="row1"><span class="postdetails">Posted: Fri May 01, 2026 9:${at}0 am</span><span class="postbody">${words}</span></td></tr>`,
      )
      .join('')}</table>`,
  ),
}

export const ASKBOT = page(
  '',
  `<script src="/m/askbot.js"></script><div id="post-title"><h1>Are ferries free?</h1></div>
  <div class="post question" id="post-id-1" data-post-id="1"><div class="vote-number">3</div><div class="post-body"><div class="post-update-info"><abbr class="timeago" title="2026-05-01 03:00:00 -0600">x</abbr><div class="user-info"><a>ada</a></div></div><p>They should be.</p></div>
  <div class="comments" data-parent-post-id="1"><div class="content"><div class="comment" id="comment-7"><div class="comment-votes"><div class="upvote">2</div></div><div class="comment-body"><p>Which ones?</p> – <a class="author" href="/users/2">ben</a> <span class="age">(<abbr class="timeago" title="2026-05-01 03:05:00 -0600">x</abbr>)</span></div></div></div></div></div>
  <h2 id="questionCount">2 answers</h2>
  <div class="post answer" id="post-id-2" data-post-id="2"><div class="vote-number">5</div><div class="post-body"><div class="post-update-info"><abbr class="timeago" title="2026-05-01 03:10:00 -0600">x</abbr><div class="user-info"><a>cy</a></div></div><div class="post-update-info"><abbr class="timeago" title="2026-06-01 03:10:00 -0600">x</abbr><div class="user-info"><a>moderator</a></div></div><p>Some are.</p></div></div>`,
)
