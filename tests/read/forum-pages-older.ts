/** Pages of older and rarer forum software, written for these tests in the markup of their default templates: one small thread each. */

const page = (head: string, body: string, attributes = 'lang="en"') =>
  `<!DOCTYPE html><html ${attributes}><head><title>Free ferries</title>${head}</head><body>${body}</body></html>`

type Said = [id: string, name: string, clock: string, words: string, foot: string]

/** Ada opens, Ben quotes her and asks, Cy quotes Ben and changes the post later. */
const thread = (
  quoted: (id: string, name: string, clock: string, words: string) => string,
  edited: string,
  post: (said: Said, at: number) => string,
) =>
  (
    [
      ['11', 'Ada', '09:00', 'Free them.', ''],
      ['12', 'Ben', '09:10', `${quoted('11', 'Ada', '09:00', 'Free them.')}Who pays?`, ''],
      ['13', 'Cy', '09:20', `${quoted('12', 'Ben', '09:10', 'Who pays?')}All of us.`, edited],
    ] satisfies Said[]
  )
    .map((said, at) => post(said, at))
    .join('')

const boxed = (_: string, name: string, __: string, words: string) =>
  `</p><div class="quotebox"><cite>${name} wrote:</cite><blockquote><div><p>${words}</p></div></blockquote></div><p>`

export const OLDER_PAGES: Record<string, string> = {
  'FluxBB 1.5': page(
    '',
    `<div id="punviewtopic" class="pun">${thread(
      boxed,
      '<p class="postedit"><em>Last edited by Cy (2026-05-02 10:00:00)</em></p>',
      ([id, name, clock, words, foot]) =>
        `<div id="p${id}" class="blockpost"><h2><span><span class="conr">#1</span> <a href="viewtopic.php?pid=${id}#p${id}">2026-05-01 ${clock}:00</a></span></h2><div class="postleft"><dl><dt><strong><a href="profile.php?id=2">${name}</a></strong></dt><dd><span>Registered: 2014-03-07</span></dd></dl></div><div class="postright"><h3>Re: Ferries</h3><div class="postmsg"><p>${words}</p>${foot}</div><div class="postsignature postmsg"><hr /><p>Boats</p></div></div></div>`,
    )}<p id="poweredby">Powered by FluxBB</p></div>`,
  ),
  'PunBB 1.4': page(
    '',
    `<div id="brd-viewtopic" class="brd-page"><h1 class="main-title"><a class="permalink" href="/topic/1/">Free ferries</a></h1>${thread(
      boxed,
      '<p class="lastedit"><em>Last edited by Cy (2026-05-02 10:00:00)</em></p>',
      ([id, name, clock, words, foot]) =>
        `<div class="post odd"><div id="p${id}" class="posthead"><h3 class="hn post-ident"><span class="post-byline"><span>Reply by </span><a href="/user/2/">${name}</a></span> <span class="post-link"><a class="permalink" href="https://f.example/post/${id}/#p${id}">2026-05-01 ${clock}:00</a></span></h3></div><div class="postbody"><div class="post-author"><ul class="author-ident"><li class="username"><a>${name}</a></li><li class="usertitle"><span>Member</span></li></ul><ul class="author-info"><li><span>Registered: <strong>2014-03-07</strong></span></li></ul></div><div class="post-entry"><h4 class="entry-title hn">Re: Ferries</h4><div class="entry-content"><p>${words}</p>${foot}</div><div class="sig-content"><span class="sig-line"></span>Boats</div></div></div></div>`,
    )}</div>Powered by PunBB`,
  ),
  'Invision 2': page(
    '',
    `<div id="ipbwrapper"><div class="maintitle"><p><b>Free ferries</b>, on boats</p></div>${thread(
      (id, name, clock, words) =>
        `<div class='quotetop'>QUOTE(${name} &#064; May 1 2026, ${clock} AM) <a href="index.php?act=findpost&pid=${id}"><img></a></div><div class='quotemain'>${words}</div>`,
      '<br /><span class="edit">This post has been edited by <b>Cy</b>: May 2 2026, 10:00 AM</span>',
      ([id, name, clock, words, foot]) =>
        `<table class='ipbtable'><tr><td class="row2"><a name="entry${id}"></a><span class="normalname"><a href='index.php?showuser=2'>${name}</a></span></td><td class="row2"><span class="postdetails"><img alt='post' /> May 1 2026, ${clock} AM</span><span class="postdetails">Post <a href="#">#1</a></span></td></tr><tr><td class="post1"><span class="postdetails">Group: Members<br />Joined: 1-March 04</span></td><td class="post1" id='post-main-${id}'><div class="postcolor" id='post-${id}'>${words}${foot}</div>--------------------<br /><div class="signature">Boats</div></td></tr></table>`,
    )}</div>Powered By IP.Board`,
  ),
  'Invision 3, quotes with a line above': page(
    '',
    `<div id='ipboard_body'><h1 class='ipsType_pagetitle'>Free ferries</h1>${thread(
      (id, name, clock, words) =>
        `<p class='citation'>${name}, on 01 May 2026 - ${clock} AM, said:<a href='index.php?app=forums&section=findpost&pid=${id}' rel='citation'><img></a></p><div class="blockquote"><div class='quote'>${words}</div></div>`,
      "<p class='edit'><strong>Edited by Cy, 02 May 2026 - 10:00 AM.</strong></p>",
      ([id, name, clock, words, foot]) =>
        `<div class='post_block hentry' id='post_id_${id}'><h3><span class="author vcard"><a class="url fn name" href='/user/2/'>${name}</a></span></h3><div class='post_body'><p class='posted_info'>Posted <abbr class="published" title="2026-05-01T${clock}:00+00:00">01 May 2026</abbr></p><div class='post entry-content '>${words}${foot}</div><div class='signature'>Boats</div></div></div>`,
    )}</div>Powered by IP.Board 3`,
  ),
  Vanilla: page(
    '',
    `<div class="PageTitle"><h1>Free ferries</h1></div>${thread(
      (id, name, _, words) =>
        `<blockquote class="Quote UserQuote"><div class="QuoteAuthor"><a href="/profile/${name}">${name}</a> said: <a href="/discussion/comment/${id}#Comment_${id}" class="QuoteLink">»</a></div><div class="QuoteText"><p>${words}</p></div></blockquote>`,
      '<span class="MItem DateUpdated">edited May 2</span>',
      ([id, name, clock, words, foot], at) =>
        `<${at === 0 ? 'div class="Item ItemDiscussion"' : 'li class="Item Alt ItemComment"'} id="Comment_${id}"><div class="AuthorWrap"><span class="Author"><a title="${name}" class="PhotoWrap"><img></a><a class="Username">${name}</a></span><span class="RoleTitle">Member</span></div><div class="Meta"><span class="MItem DateCreated"><a class="Permalink" href="/discussion/comment/${id}#Comment_${id}"><time datetime="2026-05-01T${clock}:00+00:00">May 1</time></a></span>${foot}</div><div class="Item-Body"><div class="Message userContent">${words}</div><div class="UserSignature">Boats</div></div></${at === 0 ? 'div' : 'li'}>`,
    )}`,
  ),
  'Discuz!': page(
    '<meta name="generator" content="Discuz! X3.4">',
    `<h1 class="ts"><a>[Boats]</a><span id="thread_subject">Free ferries</span></h1>${thread(
      (id, name, clock, words) =>
        `<div class="quote"><blockquote><font size="2"><a href="forum.php?mod=redirect&amp;goto=findpost&amp;pid=${id}&amp;ptid=5"><font color="#999999">${name} 发表于 2026-5-1 ${clock}</font></a></font><br />${words}</blockquote></div>`,
      '<i class="pstatus"> 本帖最后由 Cy 于 2026-5-2 10:00 编辑 </i>',
      ([id, name, clock, words, foot], at) =>
        `<div id="post_${id}"><table id="pid${id}"><tr><td class="pls"><div class="authi"><a href="home.php?mod=space&amp;uid=2" class="xw1">${name}</a></div></td><td class="plc"><a href="forum.php?pid=${id}" id="postnum${id}"><em>1</em></a><div class="authi"><em id="authorposton${id}">发表于 ${at === 1 ? `<span title="2026-5-1 ${clock}:00">3&nbsp;天前</span>` : `2026-5-1 ${clock}:00`}</em><a>只看该作者</a></div><table><tr><td class="t_f" id="postmessage_${id}">${foot}${words}</td></tr></table></td></tr><tr><td class="plc"><div class="sign">Boats</div></td></tr></table></div>`,
    )}`,
    'lang="zh-CN"',
  ),
  'vBulletin 5': page(
    '<meta name="generator" content="vBulletin 5.7.5">',
    `<h1 class="main-title">Free ferries</h1><ul>${thread(
      (id, name, _, words) =>
        `<div class="bbcode_container"><div class="bbcode_quote"><div class="quote_container"><div class="bbcode_quote_container"></div><div class="bbcode_postedby">Originally posted by <strong>${name}</strong> <a href="1-ferries?p=${id}#post${id}">View Post</a></div><div class="message">${words}</div></div></div></div>`,
      '<div class="post-edited"><p>Last edited by Cy; 05-02-2026, 10:00 AM.</p></div>',
      ([id, name, clock, words, foot]) =>
        `<li data-node-id="${id}" class="b-post js-post" itemscope><div class="b-userinfo" itemprop="author" itemscope><div class="author"><strong><a href="member/2"><span itemprop="name">${name}</span></a></strong></div><div class="usertitle">Member</div><ul><li><label>Join Date:</label> <span>Mar 2004</span></li></ul></div><a class="b-post__count" href="#">#1</a><div class="b-post__timestamp"><time itemprop="dateCreated" datetime="2026-05-01T${clock}:00">05-01-2026</time></div><div class="js-post__content-text" itemprop="text">${words}${foot}</div></li>`,
    )}</ul>`,
  ),
}
