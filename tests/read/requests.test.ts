/** What platforms ask for, one address after the other, and what they make of answers that fail on the way. */
import { describe, expect, test } from 'vitest'
import { canned } from './canned.ts'

const T = '2026-05-01T09:00:00Z'
const html = (body: string, head = '') =>
  `<!doctype html><html><head><title>Ferries</title>${head}</head><body>${body}</body></html>`
const paths = (asked: { url: string }[]) =>
  asked.map(({ url }) => decodeURIComponent(url.replace(/^https?:\/\/[^/]+/, '')))
const lacking = (thread: { completeness: { missing: { why: string; count: number | null }[] } }) =>
  thread.completeness.missing.map(({ why, count }) => [why, count])

describe('LessWrong', () => {
  const post = {
    _id: 'abcdefgh1',
    title: 'Ferries',
    pageUrl: 'https://www.lesswrong.com/posts/abcdefgh1/f',
    postedAt: T,
    baseScore: 5,
    commentCount: 3,
    user: { displayName: 'Ada' },
    contents: { html: '<p>Free them.</p>' },
  }
  const comment = (id: string, parent: string | null, more = {}) => ({
    _id: id,
    parentCommentId: parent,
    postedAt: T,
    user: { displayName: id },
    contents: { html: `<p>Words ${id}</p>` },
    ...more,
  })

  test('the newer question first, the older where that is refused; deleted comments keep their place', async () => {
    const { rows, thread, asked } = await canned('https://www.lesswrong.com/posts/abcdefgh1/f', {
      'https://www.lesswrong.com/graphql': ({ body }) =>
        body?.includes('selector:{postCommentsNew') === true
          ? { status: 400, json: { errors: [{ message: 'Unknown argument "selector"' }] } }
          : {
              json: {
                data: {
                  post: { result: post },
                  comments: {
                    results: [comment('k1', null, { deleted: true, contents: null, user: null }), comment('k2', 'k1')],
                  },
                },
              },
            },
    })
    expect(asked.map(({ body }) => /selector:\{postCommentsNew/.test(body ?? ''))).toEqual([true, false])
    expect(rows).toEqual([
      ['Ada', 'Free them.', null],
      [null, '', 0],
      ['k2', 'Words k2', 1],
    ])
    expect(thread.completeness).toMatchObject({ expected: 4, got: 3, missing: [{ count: 1 }] })
  })

  test('a post that is not there', async () => {
    await expect(
      canned('https://forum.effectivealtruism.org/posts/abcdefgh1/f', {
        'https://forum.effectivealtruism.org/graphql': { json: { data: { post: null } } },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('GitLab', () => {
  const api = 'https://gitlab.example/api/v4/projects/group%2Fsub%2Fproject/issues/3'
  const issue = {
    id: 9,
    iid: 3,
    project_id: 1,
    title: 'Ferries',
    description: 'Free them.',
    author: { username: 'ada' },
    created_at: T,
    user_notes_count: 101,
    upvotes: 3,
    downvotes: 1,
    web_url: 'https://gitlab.example/group/sub/project/-/issues/3',
  }
  const note = (id: number, more = {}) => ({
    id,
    noteable_type: 'Issue',
    noteable_id: 9,
    body: `Words ${id}`,
    author: { username: `u${id}` },
    created_at: T,
    system: false,
    ...more,
  })
  const discussion = (id: number) => ({ id: `d${id}`, individual_note: true, notes: [note(id)] })

  test('issue and discussions, page by page; what the system logged is left out', async () => {
    const first = Array.from({ length: 100 }, (_, at) => discussion(at + 1))
    const { rows, thread, asked } = await canned('https://gitlab.example/group/sub/project/-/issues/3#note_5', {
      [`${api}/discussions?per_page=100&page=1`]: { json: first },
      [`${api}/discussions?per_page=100&page=2`]: {
        json: [
          { id: 'd101', individual_note: false, notes: [note(101), note(102)] },
          { id: 'd103', notes: [note(103, { system: true, body: 'closed' })] },
        ],
      },
      [api]: { json: issue },
    })
    expect(paths(asked)).toEqual([
      '/api/v4/projects/group/sub/project/issues/3',
      '/api/v4/projects/group/sub/project/issues/3/discussions?per_page=100&page=1',
      '/api/v4/projects/group/sub/project/issues/3/discussions?per_page=100&page=2',
    ])
    expect(rows).toHaveLength(103)
    expect(rows.slice(-2)).toEqual([
      ['u101', 'Words 101', null],
      ['u102', 'Words 102', 101],
    ])
    expect(thread.posts[0]?.score).toBe(2)
    expect(thread.posts[5]?.permalink).toBe('https://gitlab.example/group/sub/project/-/issues/3#note_5')
    expect(lacking(thread)).toEqual([])
  })

  test('comments that are refused are told, the issue stays', async () => {
    const { thread } = await canned('https://gitlab.example/group/sub/project/-/issues/3', {
      [`${api}/discussions`]: { status: 429, headers: { 'retry-after': '30' } },
      [api]: { json: { ...issue, user_notes_count: 4 } },
    })
    expect(thread.completeness).toMatchObject({ expected: 5, got: 1 })
    expect(JSON.stringify(lacking(thread))).toMatch(/wait 30 seconds/)
  })

  test('a private project looks like none', async () => {
    await expect(canned('https://gitlab.example/a/b/-/issues/1', {})).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('mail archives', () => {
  const mail = (id: string, from: string, subject: string, words: string, answers?: string) =>
    `From ${from} at x.example  Fri May  1 09:00:00 2026\nFrom: ${from} <${from}@x.example>\nDate: Fri, 01 May 2026 09:0${id}:00 +0000\nSubject: ${subject}\nMessage-ID: <${id}@x>\n${answers === undefined ? '' : `In-Reply-To: <${answers}@x>\n`}\n${words}\n\n`

  test('HyperKitty: the thread as one mailbox', async () => {
    const { rows, asked } = await canned('https://lists.example/archives/list/town@lists.example/thread/ABCDEF/', {
      'https://lists.example/archives/list/town@lists.example/export/': {
        body: mail('1', 'Ada', 'Ferries', 'Free them.') + mail('2', 'Ben', 'Re: Ferries', 'Who pays?', '1'),
      },
    })
    expect(paths(asked)).toEqual(['/archives/list/town@lists.example/export/thread.mbox.gz?thread=ABCDEF'])
    expect(rows).toEqual([
      ['Ada', 'Free them.', null],
      ['Ben', 'Who pays?', 0],
    ])
  })

  test('HyperKitty that hands out no mailbox: the page itself is tried', async () => {
    await expect(
      canned('https://lists.example/archives/list/town@lists.example/thread/ABCDEF/', {}),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('Pipermail: the page names the subject, the month holds the mails', async () => {
    const { rows, asked, thread } = await canned('https://lists.example/pipermail/town/2026-May/000002.html', {
      'https://lists.example/pipermail/town/2026-May/000002.html': {
        body: html('<H1>[Town] Ferries</H1><B>Ben</B><PRE>Who pays?</PRE>'),
      },
      'https://lists.example/pipermail/town/2026-May.txt': {
        body:
          mail('1', 'Ada', '[Town] Ferries', 'Free them.') +
          mail('2', 'Ben', 'Re: [Town] Ferries', 'Who pays?', '1') +
          mail('3', 'Cy', '[Town] Parking', 'Other.'),
      },
    })
    expect(paths(asked)).toEqual(['/pipermail/town/2026-May/000002.html', '/pipermail/town/2026-May.txt'])
    expect(rows).toEqual([
      ['Ada', 'Free them.', null],
      ['Ben', 'Who pays?', 0],
    ])
    expect(thread.notices.join(' ')).toMatch(/later months/)
  })

  test('Pipermail: a month that is kept packed alone', async () => {
    const { rows, asked } = await canned('https://lists.example/pipermail/town/2016-May/000002.html', {
      'https://lists.example/pipermail/town/2016-May/000002.html': {
        body: html('<H1>[Town] Ferries</H1><B>Ben</B><PRE>Who pays?</PRE>'),
      },
      'https://lists.example/pipermail/town/2016-May.txt.gz': {
        body: mail('1', 'Ada', '[Town] Ferries', 'Free them.'),
      },
    })
    expect(paths(asked).slice(1)).toEqual(['/pipermail/town/2016-May.txt', '/pipermail/town/2016-May.txt.gz'])
    expect(rows).toEqual([['Ada', 'Free them.', null]])
  })

  const listed = (mid: string, epoch: number, more = {}) => ({
    mid,
    id: mid,
    'message-id': `<${mid}@x>`,
    epoch,
    from: 'Ada Lake <ada@x.example>',
    subject: 'Ferries',
    ...more,
  })

  test('Pony Mail: the thread, then the mails whose words it does not hold', async () => {
    const { rows, asked, thread } = await canned('https://lists.apache.org/thread/abcdefgh1', {
      'https://lists.apache.org/api/thread.lua': {
        json: {
          thread: {
            mid: 'abcdefgh1',
            children: [
              { mid: 'second2', children: [] },
              { mid: 'third3', children: [] },
            ],
          },
          emails: [
            listed('abcdefgh1', 1777626000, { body: 'Free them.' }),
            listed('second2', 1777626600, { from: 'Ben <ben@x.example>', subject: 'Re: Ferries' }),
            listed('third3', 1777627200, {
              from: 'cy@x.example',
              subject: 'Re: Ferries',
              'in-reply-to': '<second2@x>',
            }),
          ],
        },
      },
      'https://lists.apache.org/api/email.lua?id=second2': {
        json: { mid: 'second2', body: '> Free them.\n\nWho pays?' },
      },
    })
    expect(paths(asked)).toEqual([
      '/api/thread.lua?id=abcdefgh1',
      '/api/email.lua?id=second2',
      '/api/email.lua?id=third3',
    ])
    expect(rows).toEqual([
      ['Ada Lake', 'Free them.', null],
      ['Ben', 'Free them.\n\nWho pays?', 0],
      ['cy', '', 1],
    ])
    expect(thread.posts.map(({ createdAt }) => createdAt)).toEqual([
      '2026-05-01T09:00:00.000Z',
      '2026-05-01T09:10:00.000Z',
      '2026-05-01T09:20:00.000Z',
    ])
    expect(lacking(thread)).toEqual([[expect.stringMatching(/not handed out/), 1]])
  })

  test('public-inbox: an unknown message is answered with others, and is not found', async () => {
    await expect(
      canned('https://lore.example/list/1@x.example/', {
        'https://lore.example/list/1@x.example/t.mbox.gz': { status: 300 },
        'https://lore.example/': { status: 300 },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('Flarum', () => {
  const of = (id: number, number: number, words: string, more = {}) => ({
    type: 'posts',
    id: `${id}`,
    attributes: { number, contentType: 'comment', contentHtml: words, createdAt: T, ...more },
    relationships: { user: { data: { type: 'users', id: `${number}` } } },
  })
  const users = (...ids: number[]) =>
    ids.map((id) => ({ type: 'users', id: `${id}`, attributes: { displayName: `u${id}` } }))
  const discussion = {
    type: 'discussions',
    id: '7',
    attributes: { title: 'Ferries', commentCount: 52, lastPostNumber: 60 },
  }

  test('the discussion, then its posts fifty at a time; a page that fails is told', async () => {
    const { rows, asked, thread } = await canned('https://f.example/d/7-ferries/12', {
      'https://f.example/api/discussions/7': { json: { data: discussion, included: users(1) } },
      'https://f.example/api/posts?filter%5Bdiscussion%5D=7&page%5Boffset%5D=0': {
        json: {
          data: [
            of(11, 1, '<p>Free them.</p>'),
            of(12, 2, '<p><a class="PostMention" data-id="11">u1</a> Who pays?</p>', { editedAt: T }),
            { type: 'posts', id: '13', attributes: { number: 3, contentType: 'discussionRenamed' } },
            of(14, 4, '<p>Rude.</p>', { isHidden: true }),
          ],
          included: users(1, 2, 4),
        },
      },
    })
    expect(paths(asked)).toEqual([
      '/api/discussions/7',
      '/api/posts?filter[discussion]=7&page[offset]=0&page[limit]=50&sort=createdAt',
      '/api/posts?filter[discussion]=7&page[offset]=50&page[limit]=50&sort=createdAt',
    ])
    expect(rows).toEqual([
      ['u1', 'Free them.', null],
      ['u2', 'u1 Who pays?', 0],
      ['u4', '', null],
    ])
    expect(thread.posts.map(({ state }) => state)).toEqual(['ok', 'edited', 'removed'])
    expect(thread.completeness).toMatchObject({ expected: 52, got: 3 })
    expect(lacking(thread).length).toBeGreaterThan(0)
  })
})

describe('Mbin', () => {
  const comment = (id: number, more = {}) => ({
    commentId: id,
    entryId: 3,
    body: `Words ${id}`,
    createdAt: T,
    user: { username: `u${id}` },
    uv: 2,
    dv: 1,
    ...more,
  })

  test('pages of the site itself, one after the other from the first, where its interface is closed', async () => {
    const drawn = (at: number, words: string, next: boolean) =>
      `<!doctype html><html><head><title>Ferries</title></head><body class="page-entry-single"><article class="entry" id="entry-3"><header><h1>Ferries</h1></header><div class="entry__body"><div class="content">Free them.</div></div><aside class="meta"><a class="user-inline" title="@ada@mbin.example">ada</a></aside></article><blockquote class="comment entry-comment comment-level--1" id="entry-comment-${at}" data-subject-parent-value=""><header><a class="user-inline" title="@ben@mbin.example">ben</a></header><div class="content">${words}</div></blockquote><nav class="pagination"><span class="pagination__item pagination__item--current-page">${at}</span>${next ? `<a class="pagination__item pagination__item--next-page" href="?p=${at + 1}" rel="next">Next</a>` : ''}</nav></body></html>`
    const { rows, thread } = await canned('https://mbin.example/m/town/t/3/ferries?p=2', {
      'https://mbin.example/api/': { status: 403 },
      'https://mbin.example/m/town/t/3/ferries?p=3': { status: 500 },
      'https://mbin.example/m/town/t/3/ferries?p=2': { body: drawn(2, 'Who pays?', true) },
      'https://mbin.example/m/town/t/3/ferries': { body: drawn(1, 'At last.', true) },
    })
    expect(rows).toEqual([
      ['ada', 'Free them.', null],
      ['ben', 'At last.', 0],
      ['ben', 'Who pays?', 0],
    ])
    expect(thread.completeness.missing.map(({ why }) => why)).toEqual([expect.stringMatching(/^further pages: /)])
  })

  test('entry and comments, page by page, answers nested', async () => {
    const { rows, asked, thread } = await canned('https://mbin.example/m/town/t/3/ferries', {
      'https://mbin.example/api/entry/3/comments?p=1': {
        json: {
          items: [
            comment(1, {
              children: [
                comment(2, { parentId: 1, visibility: 'soft_deleted', children: [comment(4, { parentId: 2 })] }),
              ],
            }),
          ],
          pagination: { maxPage: 2 },
        },
      },
      'https://mbin.example/api/entry/3/comments?p=2': { json: { items: [comment(5)], pagination: { maxPage: 2 } } },
      'https://mbin.example/api/entry/3': {
        json: {
          entryId: 3,
          title: 'Ferries',
          body: 'Free them.',
          createdAt: T,
          user: { username: 'ada' },
          numComments: 4,
        },
      },
    })
    expect(paths(asked).map((path) => path.replace(/&.*/, ''))).toEqual([
      '/api/entry/3',
      '/api/entry/3/comments?p=1',
      '/api/entry/3/comments?p=2',
    ])
    expect(rows).toEqual([
      ['ada', 'Free them.', null],
      ['u1', 'Words 1', 0],
      ['u2', '', 1],
      ['u4', 'Words 4', 2],
      ['u5', 'Words 5', 0],
    ])
    expect(thread.posts[1]?.score).toBe(1)
    expect(thread.completeness).toMatchObject({ expected: 5, got: 5, missing: [] })
  })
})

describe('PieFed', () => {
  const creator = { user_name: 'ada', actor_id: 'https://p.example/u/ada' }
  const comment = (id: number, path: string) => ({
    comment: { id, post_id: 9, path, body: `Words ${id}`, published: T, ap_id: `https://p.example/comment/${id}` },
    creator,
  })

  test('its own interface is asked where the address is its own', async () => {
    const { rows, asked, thread } = await canned('https://p.example/c/town@x.example/p/9/ferries', {
      'https://p.example/api/alpha/post?id=9': {
        json: {
          post_view: {
            post: { id: 9, title: 'Ferries', body: 'Free them.', published: T, ap_id: 'https://p.example/post/9' },
            creator,
            counts: { comments: 2 },
          },
        },
      },
      'https://p.example/api/alpha/comment/list': { json: { comments: [comment(1, '0.1'), comment(2, '0.1.2')] } },
    })
    expect(paths(asked).map((path) => path.split('?')[0])).toEqual(['/api/alpha/post', '/api/alpha/comment/list'])
    expect(rows.map(([, words, parent]) => [words, parent])).toEqual([
      ['Free them.', null],
      ['Words 1', 0],
      ['Words 2', 1],
    ])
    expect(thread.platform).toBe('piefed')
  })
})

describe('Tildes', () => {
  const page = html(
    '<article class="topic-full"><h1>Ferries</h1><div class="topic-full-byline"><a class="link-user">ada</a><time datetime="2026-05-01T09:00:00Z"></time></div><div class="topic-voting-votes">7</div><div class="topic-full-text"><p>Free them.</p></div></article><header class="topic-comments-header"><h2>3 comments</h2></header><ol><li><article id="comment-a1" data-comment-depth="0"><div class="comment-itself"><header class="comment-header"><a class="link-user">ben</a><time datetime="2026-05-01T09:10:00Z"></time></header><div class="comment-text"><p>Who pays?</p></div><div class="comment-votes">2 votes</div></div><ol><li><article id="comment-a2" class="is-comment-deleted"><div class="comment-itself"><header class="comment-header">Comment deleted by author</header></div><ol><li><article id="comment-a3"><div class="comment-itself"><header class="comment-header"><a class="link-user">cy</a></header><div class="comment-text"><p>All of us.</p></div></div></article></li></ol></article></li></ol></article></li></ol>',
  )

  test('one page; deleted comments with answers stay', async () => {
    const { rows, asked, thread } = await canned('https://tildes.net/~talk/1abc/ferries', {
      'https://tildes.net/~talk/1abc/ferries': { body: page },
    })
    expect(asked).toHaveLength(1)
    expect(rows).toEqual([
      ['ada', 'Free them.', null],
      ['ben', 'Who pays?', 0],
      [null, '', 1],
      ['cy', 'All of us.', 2],
    ])
    expect(thread.posts.map(({ score }) => score)).toEqual([7, 2, null, null])
    expect(thread.completeness).toMatchObject({ expected: 4, got: 4, missing: [] })
  })

  test('a group for its members', async () => {
    await expect(
      canned('https://tildes.net/~talk/1abc/ferries', {
        'https://tildes.net/': { status: 403, body: html('<h1>Log in</h1>') },
      }),
    ).rejects.toMatchObject({ code: 'login-required' })
  })
})

describe('Lobsters', () => {
  const story = {
    short_id: 'abc123',
    short_id_url: 'https://lobste.rs/s/abc123',
    title: 'Ferries',
    url: '',
    description: '<p>Free them.</p>',
    created_at: '2026-05-01T04:00:00.000-05:00',
    score: 9,
    comment_count: 3,
    submitter_user: { username: 'ada' },
  }

  test('story and comments as one document, of older and newer versions', async () => {
    const old = [
      {
        short_id: 'k1',
        comment: '<p>Who pays?</p>',
        indent_level: 1,
        commenting_user: { username: 'ben' },
        created_at: T,
        score: 2,
      },
      {
        short_id: 'k2',
        comment: '',
        indent_level: 2,
        is_deleted: true,
        commenting_user: { username: 'cy' },
        created_at: T,
      },
      {
        short_id: 'k3',
        comment: '<p>All of us.</p>',
        indent_level: 3,
        commenting_user: { username: 'dan' },
        created_at: T,
      },
    ]
    const parents = [null, 'k1', 'k2']
    const recent = old.map(({ indent_level, commenting_user, ...one }, index) => ({
      ...one,
      depth: indent_level - 1,
      parent_comment: parents[index],
      commenting_user: commenting_user.username,
    }))
    for (const comments of [old, recent]) {
      const { rows, asked, thread } = await canned('https://lobste.rs/s/abc123/ferries#c_k2', {
        'https://lobste.rs/s/abc123.json': { json: { ...story, comments } },
      })
      expect(paths(asked)).toEqual(['/s/abc123.json'])
      expect(rows).toEqual([
        ['ada', 'Free them.', null],
        ['ben', 'Who pays?', 0],
        ['cy', '', 1],
        ['dan', 'All of us.', 2],
      ])
      expect(thread.posts[0]?.createdAt).toBe('2026-05-01T09:00:00.000Z')
      expect(lacking(thread)).toEqual([])
    }
  })

  test('truncated JSON is no story', async () => {
    await expect(
      canned('https://lobste.rs/s/abc123', {
        'https://lobste.rs/s/abc123.json': { body: JSON.stringify(story).slice(0, 60) },
      }),
    ).rejects.toMatchObject({ code: 'not-a-thread' })
  })
})

describe('Misskey', () => {
  const note = (id: string, replyId: string | null, repliesCount: number) => ({
    id,
    text: `Words ${id}`,
    createdAt: T,
    userId: 'u',
    user: { username: `u${id}`, host: id === 'n3' ? 'far.example' : null },
    replyId,
    repliesCount,
    reactions: { '👍': 2, '❤': 1 },
  })

  test('the note, what it answers, and the answers level by level', async () => {
    const origin = 'https://mk.example'
    const children: Record<string, unknown[]> = { n1: [note('n2', 'n1', 1)], n2: [note('n3', 'n2', 1)], n3: [] }
    const { rows, asked, thread } = await canned(`${origin}/notes/n2`, {
      [`${origin}/api/notes/show`]: { json: note('n2', 'n1', 1) },
      [`${origin}/api/notes/conversation`]: { json: [note('n1', null, 1)] },
      [`${origin}/api/notes/children`]: ({ body }) => ({
        json: children[(JSON.parse(body ?? '') as { noteId: string }).noteId],
      }),
    })
    expect(paths(asked).slice(0, 2)).toEqual(['/api/notes/show', '/api/notes/conversation'])
    expect(asked.every(({ method }) => method === 'POST')).toBe(true)
    expect(rows).toEqual([
      ['un1', 'Words n1', null],
      ['un2', 'Words n2', 0],
      ['un3@far.example', 'Words n3', 1],
    ])
    expect(thread.posts[0]?.score).toBe(3)
    expect(lacking(thread)).toEqual([[expect.stringMatching(/did not hand out/), 1]])
  })
})

describe('Disqus', () => {
  const page = html(
    '<article><h1>Ferries</h1><p>They should be free, and here is a long reason why that is so for every one of us.</p><p>It goes on for a while, so that it is an article: boats cost less than roads and nobody minds a second boat in summer.</p></article><div id="disqus_thread"></div><script>var disqus_shortname = "townblog"; var disqus_identifier = "f-1";</script>',
  )
  const said = (id: string, parent: number | null, more = {}) => ({
    id,
    parent,
    thread: '9',
    forum: 'townblog',
    author: { name: `u${id}` },
    message: `<p>Words ${id}</p>`,
    createdAt: '2026-05-01T09:00:00',
    likes: 3,
    dislikes: 1,
    isDeleted: false,
    isApproved: true,
    ...more,
  })

  test('with a key the comments are listed page by page', async () => {
    const { rows, asked, thread } = await canned(
      'https://blog.example/ferries',
      {
        'https://blog.example/robots.txt': { status: 404 },
        'https://blog.example/ferries': { body: page },
        'https://disqus.com/api/3.0/threads/listPosts.json?api_key=k&forum=townblog&limit=100&order=asc&thread%3Aident=f-1&cursor=c2':
          { json: { code: 0, cursor: { hasNext: false }, response: [said('3', null, { isDeleted: true })] } },
        'https://disqus.com/api/3.0/threads/listPosts.json?api_key=k&forum=townblog&limit=100&order=asc&thread%3Aident=f-1':
          { json: { code: 0, cursor: { hasNext: true, next: 'c2' }, response: [said('1', null), said('2', 1)] } },
      },
      { DISQUS_KEY: 'k' },
    )
    expect(asked).toHaveLength(4)
    expect(rows.map(([author, , parent]) => [author, parent])).toEqual([
      [null, null],
      ['u1', 0],
      ['u2', 1],
      ['u3', 0],
    ])
    expect(thread.posts.map(({ state, score }) => [state, score])).toEqual([
      ['ok', null],
      ['ok', 2],
      ['ok', 2],
      ['deleted', 2],
    ])
  })

  test('without a key, and with one that is refused', async () => {
    const there = { 'https://blog.example/robots.txt': { status: 404 }, 'https://blog.example/ferries': { body: page } }
    await expect(canned('https://blog.example/ferries', there)).rejects.toMatchObject({ code: 'comments-elsewhere' })
    await expect(
      canned(
        'https://blog.example/ferries',
        { ...there, 'https://disqus.com/': { status: 401, json: { code: 5, response: 'Invalid API key' } } },
        { DISQUS_KEY: 'k' },
      ),
    ).rejects.toMatchObject({ code: 'needs-key' })
  })
})
