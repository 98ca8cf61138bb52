/** What other versions and themes of forums do with the same things: guests, edits, code, attachments, quotes in tables. */
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { htmlToText } from '../../server/text/html-to-text.ts'
import { faults } from './faults.ts'

type Row = [author: string | null, text: string, state?: string]

const page = (head: string, body: string) => `<!DOCTYPE html><html ${head}<body>${body}</body></html>`

test.each<[name: string, html: string, title: string, posts: Row[], quoted?: string | null]>([
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
    'vBulletin 3, a theme without tables',
    page(
      'lang="en"><head><title>Ferries</title><meta name="generator" content="vBulletin 3.8.8"></head>',
      [
        ['1', 'Ada', 'Free them.'],
        [
          '2',
          'Ben',
          '<div style="margin:1rem"><div class="smallfont">Quote:</div><div class="panel alt2"><div>Originally Posted by <strong>Ada</strong> <a href="https://f.example/b/1-ferries.html#post1"><img></a></div><div>Free them.</div></div></div>Who pays?',
        ],
      ]
        .map(
          ([id, name, words]) =>
            `<div id="edit${id}"><div id="post${id}"><div class="tpost"><div class="trow thead smallfont"><div class="tcell"><a name="post${id}"><img></a> 1st May 2026, 09:0${id}</div><div class="tcell">#<a href="https://f.example/${id}-post1.html" id="postcount${id}">1</a></div></div><div class="trow"><div class="tcell alt2"><div id="postmenu_${id}"><a class="bigusername">${name}</a><script>x</script></div><div class="smallfont">Join Date: Jan 2008</div></div><div class="tcell alt1" id="td_post_${id}"><div class="smallfont"><strong>Ferries</strong></div><div id="post_message_${id}">${words}</div></div></div></div></div><div class="vbmenu_popup" id="postmenu_${id}_menu">${name}</div></div>`,
        )
        .join(''),
    ),
    'Ferries',
    [
      ['Ada', 'Free them.'],
      ['Ben', 'Free them.\n\nWho pays?'],
    ],
    'Ada',
  ],
  [
    'WoltLab 4: the head of a quote is an element of its own kind, without a class',
    page(
      'lang="de"><head><title>Ferries - Board</title></head>',
      `<header class="boxHeadline wbbThread"><h1><a>Ferries</a></h1></header>${[
        ['1', 'Ada', 'Free them.'],
        [
          '2',
          'Ben',
          '<blockquote class="container quoteBox" cite="https://f.example/thread/1/?postID=1#post1"><header><h3><a href="https://f.example/thread/1/?postID=1#post1">Zitat von »Ada«</a></h3></header><div>Free them.</div></blockquote>Who pays?',
        ],
      ]
        .map(
          ([id, name, words]) =>
            `<li id="post${id}"><article class="wbbPost message" data-post-id="${id}"><aside class="messageSidebar"><h2 class="username"><a>${name}</a></h2></aside><header class="messageHeader"><a class="permalink"><time datetime="2026-05-01T09:00:00Z">x</time></a></header><div class="messageBody"><div class="messageText">${words}</div><div class="messageSignature">Boats</div></div></article></li>`,
        )
        .join('')}WoltLab`,
    ),
    'Ferries',
    [
      ['Ada', 'Free them.'],
      ['Ben', 'Free them.\n\nWho pays?'],
    ],
    'Ada',
  ],
  [
    'Forumotion: names without weight',
    page(
      'lang="fr"><head><title>x</title><script src="https://illiweb.com/fa.js"></script></head>',
      `<h1 class="page-title">Ferries</h1><div class="post row1 post--1" id="p1"><div class="postprofile-avatar"><img></div><div class="postprofile-name">Ada</div><div class="postprofile-rank">Membre</div><div class="postbody"><div class="topic-date">Ven 1 Mai 2026 - 9:00</div><div class="content"><div>Free them.</div></div></div></div>`,
    ),
    'Ferries',
    [['Ada', 'Free them.']],
  ],
  [
    'YaBB: what is known of a writer stands beside the name',
    page(
      'lang="en"><head><title>Board - Ferries</title></head>',
      `<div class="displaycontainer"><table><tr><td class="titlebg"><a href="YaBB.pl?num=1777626000">Ferries</a> (Read 123 times)</td></tr></table></div>${[
        ['0', '', 'Ada', 'Free them.'],
        [
          '1',
          'Reply #1 - ',
          'Ben',
          '<b><a href="YaBB.pl?num=1777626000/0#0">Ada wrote</a> on May 1<sup>st</sup>, 2026 at 9:00am:</b><br /><div class="quote">Free them.</div>Who pays?',
        ],
      ]
        .map(
          ([at, count, name, words]) =>
            `<div class="displaycontainer"><table><tr><td class="catbg"><span class="small"><img></span><span class="small"><span><b>${count}</b>May 1<sup>st</sup>, 2026 at 9:0${at}am</span></span></td></tr></table><table><tr><td><div class="userinfo"><div class="small"><a name="${at}"></a> <a href="YaBB.pl?action=viewprofile;username=u"><b>${name}</b></a> Offline YaBB Newbies</div></div></td></tr><tr><td><div class="message" style="float: left">${words}</div><div class="small"><hr>Boats</div></td></tr></table></div>`,
        )
        .join('')}Powered by YaBB 2.5`,
    ),
    'Ferries',
    [
      ['Ada', 'Free them.'],
      ['Ben', 'Free them.\n\nWho pays?'],
    ],
    'Ada',
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
  [
    'phpBB 3, subsilver2: posts are tables, signatures stand below the words',
    page(
      'lang="en"><head><title>x</title></head>',
      `<h1>Board</h1><h2><a class="titles" href="./viewtopic.php?f=2&amp;t=1">Ferries</a></h2>${[
        [
          '1',
          'Ada',
          'Fri May 01, 2026 9:00 am',
          'Free them.',
          '<div class="postbody">_________________<br />Boats</div>',
        ],
        [
          '2',
          'Ben',
          'Fri May 01, 2026 9:10 am',
          '<div class="quotetitle">Ada wrote:</div><div class="quotecontent">Free them.</div>Who pays?',
          '<span class="gensmall">Last edited by Ben</span>',
        ],
      ]
        .map(
          ([id, name, time, words, foot]) =>
            `<table class="tablebg"><tr class="row1"><td><a name="p${id}"></a><b class="postauthor">${name}</b></td><td><table><tr><td class="gensmall"><div>Post subject: Re: Ferries</div><div><b>Posted:</b> ${time}</div></td></tr></table></td></tr><tr class="row1"><td class="profile"><span class="postdetails">Joined: Sat Mar 07, 2020 1:00 am</span></td><td><table><tr><td><div class="postbody">${words}</div>${foot}</td></tr></table></td></tr></table>`,
        )
        .join('')}Powered by phpBB`,
    ),
    'Ferries',
    [
      ['Ada', 'Free them.'],
      ['Ben', 'Free them.\n\nWho pays?', 'edited'],
    ],
    'Ada',
  ],
  [
    'phpBB 2: what its writer puts below each post is cut',
    page(
      '><head><title>x</title></head>',
      `<a class="maintitle">Ferries</a><table class="forumline"><tr><td class="row1"><span class="name"><a name="1"></a><b>Ada</b></span></td><td class="row1"><table><tr><td><span class="postdetails">Posted: Fri May 01, 2026 9:00 am</span></td></tr><tr><td colspan="2"><span class="postbody">Free them.</span><span class="postbody"><br />_________________<br />Boats</span><span class="gensmall"><br />Last edited by Ada</span></td></tr></table></td></tr></table>Powered by phpBB`,
    ),
    'Ferries',
    [['Ada', 'Free them.', 'edited']],
  ],
  [
    'phpBB 3.0: the board’s name is no title',
    page(
      'lang="en"><head><title>x</title></head>',
      `<h1>Board</h1><div id="phpbb"><h2><a href="./viewtopic.php?t=1">Ferries</a></h2><div id="p1" class="post"><p class="author">by <strong><a>Ada</a></strong> &raquo; Fri May 01, 2026 9:00 am</p><div class="content">Free them.</div></div></div>`,
    ),
    'Ferries',
    [['Ada', 'Free them.']],
  ],
  [
    'MyBB 1.6: quotes without a class, times in the bar above',
    page(
      'lang="en"><head><title>x</title></head>',
      `<h1>Board</h1><table><tr><td class="thead"><div><strong>Ferries</strong></div></td></tr></table><table class="tborder" id="post_1"><tr><td class="tcat"><div class="smalltext">05-13-2026, 09:00 AM <span class="smalltext">(This post was last modified: 05-14-2026 10:30 AM by Ada.)</span></div></td></tr><tr><td class="post_author"><strong><span class="largetext">Ada</span></strong></td></tr><tr><td class="post_content"><div class="post_body" id="pid_1"><blockquote><cite><span> (05-01-2026 09:00 AM)</span>Ben Wrote:&nbsp;<a href="showthread.php?pid=7#pid7" class="quick_jump"></a></cite>Who pays?</blockquote>Free them.</div></td></tr></table>Powered by MyBB`,
    ),
    'Ferries',
    [['Ada', 'Who pays?\n\nFree them.', 'edited']],
    'Ben',
  ],
  [
    'SMF 2.0: the forum’s name is no title, the subject of the first post is',
    page(
      '><head><title>x</title></head>',
      `<h1 class="forumtitle">Board</h1><h3 class="catbg">Author Topic: Ferries (Read 123 times)</h3><div class="post_wrapper"><div class="poster"><h4>Ada</h4></div><div class="keyinfo"><h5 id="subject_1"><a href="https://f.example/index.php?topic=1.msg1#msg1">Ferries</a></h5><div class="smalltext">on: May 01, 2026, 09:00:00 AM</div></div><div class="post"><div class="inner" id="msg_1">Free them.</div></div></div>Simple Machines`,
    ),
    'Ferries',
    [['Ada', 'Free them.']],
  ],
  [
    'vBulletin 3: names of guests stand beside a script',
    page(
      '><head><title>x</title><meta name="generator" content="vBulletin 3.8.4"></head>',
      `<table><tr><td class="navbar"><strong>Ferries</strong></td></tr></table><table class="tborder" id="post1"><tr><td class="thead">05-13-2026, 09:00 AM</td></tr><tr><td class="alt2"><div id="postmenu_1">Ada<script>vbmenu_register("postmenu_1", true)</script></div></td><td class="alt1" id="td_post_1"><div id="post_message_1">Free them.</div><div class="smallfont"><em>Last edited by Ada; 05-14-2026 at <span class="time">10:00 AM</span>.</em></div></td></tr></table>`,
    ),
    'Ferries',
    [['Ada', 'Free them.', 'edited']],
  ],
  [
    'vBulletin 5: comments stand inside the post they are on',
    page(
      'lang="en"><head><title>x</title><meta name="generator" content="vBulletin 5.6.4"></head>',
      `<h1 class="main-title">Ferries</h1><li data-node-id="1" class="b-post js-post"><div class="author"><strong>Ada</strong></div><div class="js-post__content-text">Free them.</div><ul><li data-node-id="2" class="b-comment js-comment"><a class="author">Ben</a><div class="js-comment__content-text">Who pays?</div></li></ul></li>`,
    ),
    'Ferries',
    [
      ['Ada', 'Free them.'],
      ['Ben', 'Who pays?'],
    ],
  ],
  [
    'WoltLab 3: posts with names of their own',
    page(
      'lang="de"><head><title>x</title></head>',
      `<div class="headlineContainer"><h2><a href="x">Ferries</a></h2></div>${[
        ['1', 'Ada', '09:00', 'Free them.'],
        [
          '2',
          'Ben',
          '09:10',
          '<blockquote class="quoteBox"><div class="quoteHeader"><h3><a href="index.php?postID=1#post1">Zitat von »Ada«</a></h3></div><div class="quoteBody">Free them.</div></blockquote>Who pays?',
        ],
      ]
        .map(
          ([id, name, time, words]) =>
            `<div id="postRow${id}" class="message"><p class="userName"><span>${name}</span></p><div class="messageHeader"><p class="smallFont light">Freitag, 1. Mai 2026, ${time}</p></div><div class="messageBody"><div id="postText${id}">${words}</div></div><div class="signature">Boats</div></div>`,
        )
        .join('')}Burning Board, WoltLab`,
    ),
    'Ferries',
    [
      ['Ada', 'Free them.'],
      ['Ben', 'Free them.\n\nWho pays?'],
    ],
    'Ada',
  ],
  [
    'WoltLab 5: who took a post away did not write it',
    page(
      'lang="de"><head><title>x</title></head>',
      `<h1 class="contentTitle"><span class="badge label">Idee</span> Ferries</h1><article class="wbbPost message" data-post-id="1"><div class="messageAuthor"><span class="username">Ada</span></div><div class="messageText">Free them.</div></article><article class="message wbbPost messageDeleted" data-post-id="2"><h2>Dieser Beitrag wurde von <a class="username">Mod</a> gelöscht</h2></article>WoltLab Suite`,
    ),
    'Ferries',
    [
      ['Ada', 'Free them.'],
      [null, '', 'removed'],
    ],
  ],
  [
    'XenForo 2: articles and questions open threads in elements of their own',
    page(
      'id="XF"><head><title>x</title></head>',
      `<h1 class="p-title-value">Ferries</h1><article class="message message--article js-post" data-author="Ada" data-content="post-1"><div class="bbWrapper">Not these.</div><div class="message-body"><div class="bbWrapper">Free them.</div></div></article><article class="message message--post js-post" data-author="Ben" data-content="post-2"><div class="message-body"><div class="bbWrapper">Who pays?</div></div></article>`,
    ),
    'Ferries',
    [
      ['Ada', 'Free them.'],
      ['Ben', 'Who pays?'],
    ],
  ],
  [
    'Invision 4: labels before the title, heads of hidden words',
    page(
      'lang="en"><head><title>x</title></head>',
      `<nav data-role="breadcrumbList"></nav><h1 class="ipsType_pageTitle"><span class="ipsBadge">Idea</span><span class="ipsType_break"><span>Ferries</span></span></h1><article id="elComment_1" class="ipsComment"><h3 class="cAuthorPane_author">Ada</h3><div data-role="commentContent"><p>Free them.</p><div class="ipsSpoiler"><div class="ipsSpoiler_header">Reveal hidden contents</div><div class="ipsSpoiler_contents"><p>Please.</p></div></div></div></article>`,
    ),
    'Ferries',
    [['Ada', 'Free them.\n\nPlease.']],
  ],
  [
    'Forumotion as PunBB: votes and notes of edits are nobody’s words, the number of a post is no part of its time',
    page(
      'lang="fr"><head><title>x</title><script src="https://illiweb.com/fa.js"></script></head>',
      `<h1>Le forum</h1><div class="pun-crumbs"><p class="crumbs"><a>Accueil</a> &raquo; <strong><a href="/t1-ferries">Ferries</a></strong></p></div><div class="main-content topic">${[
        ['11', 'Ada', 'Free them.'],
        ['12', 'Ben', '<blockquote><cite>Ada a écrit:</cite>Free them.</blockquote>Who pays?'],
      ]
        .map(
          ([id, name, words]) =>
            `<div class="post post--${id}"><a name="${id}"></a><div class="postmain"><div id="p${id}" class="posthead"><h2><strong>3</strong> <a href="/t1-ferries#${id}">Re: Ferries</a> Ven 1 Mai 2026 - 9:00</h2></div><div class="postbody"><div class="user"><div class="user-ident"><h4 class="username"><a>${name}</a></h4></div><div class="user-info">Messages: 3</div></div><div class="post-entry"><div class="entry-content"><div class="vote gensmall"><div class="vote-button"><a>+</a></div></div><div><div>${words}</div><div class="clear"></div></div><p>Dernière édition par ${name} le Sam 2 Mai 2026 - 9:00</p></div></div></div><div class="sig-content">Fares!</div></div></div>`,
        )
        .join('')}</div>`,
    ),
    'Ferries',
    [
      ['Ada', 'Free them.'],
      ['Ben', 'Free them.\n\nWho pays?'],
    ],
    'Ada',
  ],
  [
    'Forumotion as Invision',
    page(
      'lang="en"><head><title>x</title><script src="https://illiweb.com/fa.js"></script></head>',
      '<div class="borderwrap"><div class="maintitle"><h1>Ferries</h1></div><div class="post post--11"><div class="post-container"><div class="postbody"><div class="postbody-head"><h3><a href="/t1-ferries#11">Ferries</a> - Fri May 01, 2026 9:00 am</h3></div><div class="postprofile"><div class="postprofile-head"><h3><span class="username">Ada</span></h3></div></div><div class="post-entry"><div class="entry-content"><div><div>Free them.</div></div></div></div></div></div></div></div>',
    ),
    'Ferries',
    [['Ada', 'Free them.']],
  ],
  [
    'ElkArte: what a member’s menu says of a writer is no name',
    page(
      'lang="en"><head><title>x</title></head>',
      `<div id="forumposts"><h2 class="category_header">Topic: Ferries (Read 3 times)</h2>${[
        ['7', 'Ada', 'Free them.', ''],
        [
          '8',
          'Ben',
          '<div class="quoteheader"><a href="https://f.example/index.php?topic=1.msg7#msg7">Quote from: Ada on May 01, 2026, 09:00:00 am</a></div><blockquote class="bbc_standard_quote">Free them.</blockquote>Who pays?',
          '<li class="listlevel1 modified" id="modified_8">Last Edit: May 02, 2026, 09:00:00 am by Ben</li>',
        ],
      ]
        .map(
          ([id, name, words, foot]) =>
            `<div class="windowbg"><a id="msg${id}"></a><ul class="poster"><li class="listlevel1 subsections"><a class="linklevel1 name" href="x">${name}</a><ul class="menulevel2"><li class="listlevel2 postcount">Posts: 3</li></ul></li></ul><div class="postarea"><div class="keyinfo"><span id="post_subject_${id}" class="post_subject">Re: Ferries</span><h5 id="info_${id}"><a href="https://f.example/index.php?topic=1.msg${id}#msg${id}">Reply #1</a> &ndash; <time datetime="2026-05-01 09:00" data-timestamp="1777626000">May 01, 2026, 09:00:00 am</time></h5><div id="msg_${id}_quick_mod"></div></div><div class="inner" id="msg_${id}">${words}</div><ul class="quickbuttons">${foot}</ul></div></div>`,
        )
        .join('')}</div>Powered by ElkArte`,
    ),
    'Ferries',
    [
      ['Ada', 'Free them.'],
      ['Ben', 'Free them.\n\nWho pays?', 'edited'],
    ],
    'Ada',
  ],
  [
    'vBulletin 4: who the reader ignores keeps a place without words',
    page(
      'id="vbulletin_html"><head><title>Ferries</title></head>',
      '<span class="threadtitle"><a>Ferries</a></span><ol id="posts"><li id="post_1" class="postbitlegacy"><span class="postdate"><span class="date">01-05-2026, 09:00</span></span><a class="username">Ada</a><div class="postbody"><div id="post_message_1"><blockquote class="postcontent">Free them.</blockquote></div></div></li><li id="post_2" class="postbitlegacy postbitignored"><span class="postdate"><span class="date">01-05-2026, 09:10</span></span><a class="username">Ben</a><div class="postbody">This message has been hidden because Ben is on your ignore list.</div></li></ol>vBulletin',
    ),
    'Ferries',
    [
      ['Ada', 'Free them.'],
      ['Ben', '', 'hidden'],
    ],
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

test('code of several lines without <pre>, as SMF writes it, keeps its lines', () => {
  const inside =
    'Try <div class="codeheader">x</div><code class="bbc_code">a();<br />b();</code> and <code>c()</code> too.'
  const { text, code } = htmlToText(inside.replace(/<div.*?<\/div>/, ''))
  expect(text).toBe('Try\n\na();\nb();\n\nand c() too.')
  expect(code.map(({ start, end }) => text.slice(start, end))).toEqual(['a();\nb();'])
})

test('bbPress: the date stands above a post, and answers in a list below what they answer', () => {
  const post = (id: number, name: string, words: string, kind = 'reply type-reply') =>
    `<div id="post-${id}" class="bbp-reply-header"><div class="bbp-meta"><span class="bbp-reply-post-date">May 1, 2026 at 9:0${id} am</span> <a href="https://f.example/topic/ferries/#post-${id}" class="bbp-reply-permalink">#${id}</a></div></div><div class="loop-item-0 user-id-1 post-${id} ${kind} status-publish hentry"><div class="bbp-reply-author"><a class="bbp-author-link"><span class="bbp-author-avatar"><img></span><span class="bbp-author-name">${name}</span></a><div class="bbp-author-role">Participant</div></div><div class="bbp-reply-content"><p>${words}</p></div></div>`
  const html = page(
    'lang="en"><head><title>x</title></head>',
    `<h1 class="entry-title">Ferries</h1><div class="bbp-pagination-links"><span class="page-numbers current">1</span><a class="next page-numbers" href="https://f.example/topic/ferries/page/2/">→</a></div><ul class="forums bbp-replies"><li class="bbp-header"><div class="bbp-reply-content">Posts</div></li><li class="bbp-body">${post(1, 'Ada', 'Free them.', 'topic type-topic')}<ul><li class="depth-1">${post(2, 'Ben', 'Who pays?')}<ul class='bbp-threaded-replies'><li class="depth-2">${post(3, 'Cy', 'All of us.<ul class="bbp-reply-revision-log"><li>This reply was modified 2 years ago by Cy.</li></ul>')}</li></ul></li><li class="depth-1">${post(4, 'Dee', 'Nobody.')}</li></ul></li></ul>`,
  )
  const [thread] = preview(
    { kind: 'file', name: 'page.html', base64: Buffer.from(html).toString('base64') },
    readConfig({}),
  )
  expect(
    thread?.posts.map(({ id, author, text, parentId, createdAt, state, permalink }) => [
      id,
      author,
      text,
      parentId,
      createdAt,
      state,
      permalink,
    ]),
  ).toEqual(
    [
      ['1', 'Ada', 'Ferries\n\nFree them.', null, 'ok'],
      ['2', 'Ben', 'Who pays?', null, 'ok'],
      ['3', 'Cy', 'All of us.', '2', 'edited'],
      ['4', 'Dee', 'Nobody.', null, 'ok'],
    ].map(([id, author, text, parentId, state]) => [
      id,
      author,
      text,
      parentId,
      `2026-05-01T09:0${id}:00.000Z`,
      state,
      `https://f.example/topic/ferries/#post-${id}`,
    ]),
  )
  expect(thread?.completeness.missing.map(({ why }) => why)).toEqual(['later pages of the thread'])
})

test.each([
  [
    'WoltLab 6 counts pages in an element',
    `<woltlab-core-pagination page="545" count="545" url="https://f.example/thread/1/"></woltlab-core-pagination>`,
    '',
  ],
  ['the address', '', '<link rel="canonical" href="https://f.example/thread/1/?pageNo=545">'],
])('a later page is known by what tells its number: %s', (_, shown, link) => {
  const html = page(
    `lang="de"><head><title>x</title>${link}</head>`,
    `<h1 class="contentTitle">Ferries</h1>${shown}<article class="wbbPost message" data-post-id="21"><div class="messageAuthor"><span class="username">Ada</span></div><div class="messageText">Free them.</div></article>WoltLab Suite`,
  )
  const [thread] = preview(
    { kind: 'file', name: 'page.html', base64: Buffer.from(html).toString('base64') },
    readConfig({}),
  )
  expect(thread?.posts.map(({ kind, text }) => [kind, text])).toEqual([['reply', 'Free them.']])
  expect(thread?.completeness.missing.map(({ why }) => why)).toEqual(['earlier pages of the thread'])
})

test.each([
  [
    'XenForo 2',
    'id="XF"><head><title>x</title></head>',
    '<h1 class="p-title-value">Ferries</h1><article class="message message--post js-post" data-author="Ada" data-content="post-1"><span class="contentVote-score js-voteCount" data-score="-3">-3</span><div class="message-body"><div class="bbWrapper">Free them.</div></div></article>',
  ],
  [
    'Invision 4',
    'lang="en"><head><title>x</title></head>',
    '<nav data-role="breadcrumbList"></nav><h1 class="ipsType_pageTitle">Ferries</h1><article id="elComment_1" class="cPost ipsComment"><span data-role="voteCount" data-voteCount="-3">-3 votes</span><h3 class="cAuthorPane_author">Ada</h3><div data-role="commentContent"><p>Free them.</p></div></article>',
  ],
])('votes on answers to questions: %s', (_, head, body) => {
  const file = { kind: 'file', name: 'page.html', base64: Buffer.from(page(head, body)).toString('base64') } as const
  expect(preview(file, readConfig({})).flatMap(({ posts }) => posts.map(({ score }) => score))).toEqual([-3])
})

test('ProBoards: what a quote leads to is not the address of the post that quotes', () => {
  const html = page(
    'lang="en"><head><title>x</title><link rel="canonical" href="https://x.proboards.com/thread/1/ferries"></head>',
    '<table><tr id="post-2" class="post"><td><a class="o-user-link">Ben</a><div class="message"><div class="quote" author="@ada" source="/post/1/thread"><div class="quote_header"><a href="/post/1/thread">May 1</a> Ada said:</div>Free them.</div>Who pays?</div></td></tr></table>',
  )
  const [thread] = preview(
    { kind: 'file', name: 'page.html', base64: Buffer.from(html).toString('base64') },
    readConfig({}),
  )
  expect(thread?.posts.map(({ permalink }) => permalink)).toEqual(['https://x.proboards.com/thread/1/ferries#post-2'])
})

test.each([
  [
    1,
    '<b>1</b>, <a href="viewtopic.php?t=1&amp;start=15">2</a> <a href="viewtopic.php?t=1&amp;start=15">Next</a>',
    ['later pages of the thread'],
  ],
  [
    2,
    '<a href="viewtopic.php?t=1&amp;start=0">Previous</a> <a href="viewtopic.php?t=1&amp;start=0">1</a>, <b>2</b>',
    ['earlier pages of the thread'],
  ],
])('phpBB 2: page %i of two', (at, ways, missing) => {
  const html = page(
    '><head><title>x</title></head>',
    `<a class="maintitle">Ferries</a><br /><span class="gensmall"><b>Goto page ${ways}</b></span><table class="forumline"><tr><td class="row1"><span class="name"><a name="1"></a><b>Ada</b></span></td><td class="row1"><span class="postdetails">Posted: Fri May 01, 2026 9:00 am</span><span class="postbody">Free them.</span></td></tr></table><span class="nav">Page <b>${at}</b> of <b>2</b></span><span class="nav">Goto page ${ways}</span>Powered by phpBB`,
  )
  const file = { kind: 'file', name: 'page.html', base64: Buffer.from(html).toString('base64') } as const
  const [thread] = preview(file, readConfig({}))
  expect(thread?.posts.map(({ kind }) => kind)).toEqual([at === 1 ? 'opening' : 'reply'])
  expect(thread?.completeness.missing.map(({ why }) => why)).toEqual(missing)
})
