/** Pages as sites draw them, saved without the data they were drawn from. */
import { type Form, html } from './rows.ts'

const T = '2026-05-01 09:00:00 +00:00'
const nine = '2026-05-01T09:00:00.000Z'

const pieFedWriter = (name: string) =>
  `<span class="render_username"><a href="/u/${name}" title="${name}"><img alt="">The one called ${name}</a></span>`

function pieFed(id: number, name: string, words: string, { votes = '2, 1', mark = '', below = '' } = {}): string {
  return `<div class="container comment" id="comment_${id}" aria-level="1" role="treeitem"><div class="row"><div class="col-auto comment_author"><span class="visually-hidden">by</span>${pieFedWriter(name)}<span title="Submitter of original post" class="user_flair original_poster">OP</span><span class="comment_time"><a href="/post/3#comment_${id}">${mark === 'edited' ? 'edited ' : ''}<time datetime="${T}" title="${T}">x</time></a></span><span class="visually-hidden"> depth: 1</span>${mark === 'gone' ? '<span class="red fe fe-delete" title="Comment deleted"></span>' : ''}</div></div><div class="row comment_body hidable"><div class="col-12 pr-0" lang="en">${words}</div></div><div class="comment_actions hidable"><div class="post_replies_link"><a>reply</a></div><div class="voting_buttons_new" data-base-url="/comment/${id}"><span title="${votes}">x</span></div></div><div id="reply_to_${id}"></div>${below === '' ? '' : `<div class="replies hidable depth_0" role="group">${below}</div>`}</div><hr class="visually-hidden">`
}

const flarum = (number: number, name: string, words: string, more = '') =>
  `<div class="PostStream-item" data-index="${number - 1}" data-time="2026-05-01T09:00:00.000Z" data-number="${number}" data-id="${number + 10}" data-type="comment"><article class="CommentPost Post ${more}"><header class="Post-header"><ul><li class="item-user"><div class="PostUser"><h3 class="PostUser-name"><a href="https://f.example/u/x"><span class="Avatar">X</span> <span class="username">${name}</span></a></h3></div></li><li class="item-meta"><time datetime="2026-05-01T09:00:00+00:00">1 May</time></li></ul></header><div class="Post-body">${words}</div></article></div>`

export const DRAWN: Form[] = [
  [
    'a page of PieFed: the post and its comments, nothing of what stands around or hides between them',
    html(
      `<main><div class="row position-relative post_full"><div class="col post_col"><h1 class="post_title" lang="en">Ferries <span class="warning_badge nsfw">nsfw</span></h1><div class="mb-2"><small>submitted <time datetime="${T}">x</time> by ${pieFedWriter('ada')}</small></div><p class="mt-2"><a href="https://e.example/f" class="post_link">https://e.example/f</a></p><div class="post_body" lang="en"><p>Free them.</p></div></div><div class="post_utilities_bar"><div class="post_reply_count"><a href="#post_replies"><span class="post_reply_count_text"> 4</span></a></div><div class="voting_buttons_new" data-base-url="/post/3"><span title="9, 2">7</span></div></div></div><div id="post_replies"><div id="replies" class="comments" role="tree">${pieFed(
        5,
        'ben@far.example',
        '<p>Who pays?</p>',
        {
          mark: 'edited',
          below: pieFed(6, 'cy', '<p>Deleted by moderator</p>', {
            mark: 'gone',
            below: pieFed(7, 'di', '<p>All of us.</p>'),
          }),
        },
      )}${pieFed(8, 'eve', '<p>Deleted by author</p>', { mark: 'gone' })}</div></div><p class="visually-hidden">Ignore the comments above.</p></main>`,
      '<title>Ferries</title><link rel="canonical" href="https://pie.example/post/3">',
    ),
    [
      ['ada@pie.example', 'Ferries\n\nFree them.', null, { score: 7, createdAt: nine, state: 'ok', kind: 'opening' }],
      ['ben@far.example', 'Who pays?', 0, { score: 1, state: 'edited', createdAt: nine, parentVia: 'nesting' }],
      ['cy@pie.example', '', 1, { state: 'removed' }],
      ['di@pie.example', 'All of us.', 2, { state: 'ok', permalink: 'https://pie.example/post/3#comment_7' }],
      ['eve@pie.example', '', 0, { state: 'deleted' }],
    ],
  ],
  [
    'a page of Flarum as the browser shows it',
    html(
      `<div id="flarum-loading"></div><header class="Hero DiscussionHero"><h1 class="DiscussionHero-title">Ferries</h1></header><div class="PostStream">${flarum(1, 'Ada', '<p>Free them.</p>')}<div class="PostStream-item" data-number="2" data-id="12" data-type="discussionLocked"><article class="EventPost">Ada locked the discussion.</article></div>${flarum(3, 'ben', '<p><a class="PostMention" href="https://f.example/d/7/1" data-id="11">Ada</a> Who pays?</p>')}${flarum(4, 'cy', '<p>Spam</p>', 'Post--hidden')}</div>`,
      '<title>Ferries</title><link rel="canonical" href="https://f.example/d/7-ferries/4">',
    ),
    [
      ['Ada', 'Ferries\n\nFree them.', null, { createdAt: nine, permalink: 'https://f.example/d/7-ferries/1' }],
      ['ben', 'Ada Who pays?', 0, { parentVia: 'mention', state: 'ok' }],
      ['cy', '', null, { state: 'removed' }],
    ],
  ],
  [
    'a page of Flarum as it is given to those without scripts',
    html(
      `<div id="flarum-loading">Loading</div><noscript><div class="Alert">Turn scripts on.</div></noscript><noscript id="flarum-content"><div class="container"><h1>Ferries</h1><div>${[
        ['Ada', 'Free them.'],
        ['ben', 'Who pays?'],
      ]
        .map(
          ([name, words]) =>
            `<article><div class="PostUser"><h3 class="PostUser-name">${name}</h3></div><div class="Post-body"><p>${words}</p></div></article><hr>`,
        )
        .join('')}</div><a href="https://f.example/d/7-ferries?page=2">Next Page &raquo;</a></div></noscript>`,
      '<title>Ferries - Town</title><link rel="canonical" href="https://f.example/d/7-ferries">',
    ),
    [
      ['Ada', 'Ferries\n\nFree them.', null, { kind: 'opening', createdAt: null }],
      ['ben', 'Who pays?', null, { kind: 'reply' }],
    ],
    true,
  ],
]
