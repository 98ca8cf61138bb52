/** What towns hand out of their participation sites: answers of interfaces, exports, and tables of arguments. */
import { html, type Form } from './rows.ts'

const T = '2026-05-01T09:00:00.000Z'
const AT = { createdAt: T }
const PAGE = 'https://town.example/processes/a/f/1/proposals/7'

const node = (value: object) => ({ node: value })
const said = (id: string, name: string, body: string, alignment: number, comments: object[] = []) => ({
  id,
  body,
  alignment,
  author: { name },
  createdAt: T,
  hasComments: comments.length > 0,
  comments,
})
const exported = (id: number, name: string, body: string, alignment: number, above: number | null) => ({
  id,
  created_at: T,
  body,
  locale: 'en',
  author: { id, name },
  alignment,
  depth: above === null ? 0 : 1,
  commentable_id: above ?? 7,
  commentable_type: above === null ? 'Decidim::Proposals::Proposal' : 'Decidim::Comments::Comment',
  root_commentable_url: PAGE,
})

export const DELIBERATIONS: Form[] = [
  [
    'Decidim: a proposal among the pages of a component',
    {
      data: {
        participatoryProcess: {
          components: [
            {
              proposals: {
                edges: [
                  node({
                    id: '7',
                    title: { translation: 'Free ferries' },
                    body: { translation: 'They should be free.' },
                    comments: [said('1', 'Ada', 'Yes.', 1, [said('2', 'Ben', 'Who pays?', -1)])],
                  }),
                ],
              },
            },
          ],
        },
      },
    },
    [
      [null, 'Free ferries\n\nThey should be free.', null],
      ['Ada', 'Yes.', 0, { ...AT, stance: 'pro' }],
      ['Ben', 'Who pays?', 1, { ...AT, stance: 'con' }],
    ],
  ],
  [
    'Decidim: the comments on something that is not handed out with them',
    {
      data: {
        commentable: {
          id: '7',
          totalCommentsCount: 2,
          comments: [said('1', 'Ada', 'Yes.', 1, [said('2', 'Ben', 'Who pays?', -1)])],
        },
      },
    },
    [
      ['Ada', 'Yes.', null, { stance: 'pro' }],
      ['Ben', 'Who pays?', 0, { stance: 'con' }],
    ],
    true,
  ],
  [
    'Decidim: exported comments, one of which has the number of the proposal',
    [
      exported(11, 'Ada', 'Yes.', 1, null),
      exported(12, 'Ben', 'Who pays?', -1, 11),
      exported(7, 'Cy', 'Well.', 0, null),
    ],
    [
      ['Ada', 'Yes.', null, { ...AT, stance: 'pro' }],
      ['Ben', 'Who pays?', 0, { ...AT, stance: 'con' }],
      ['Cy', 'Well.', null, { ...AT, stance: 'neutral' }],
    ],
    true,
  ],
  [
    'Decidim: the same as a table',
    `id;created_at;body;locale;author/id;author/name;alignment;depth;user_group/id;user_group/name;commentable_id;commentable_type;root_commentable_url\n11;2026-05-01 09:00:00 UTC;"Yes; all of them.";en;1;Ada;1;0;;;7;Decidim::Proposals::Proposal;${PAGE}\n12;2026-05-01 09:00:00 UTC;Who pays?;en;2;Ben;-1;1;;;11;Decidim::Comments::Comment;${PAGE}\n`,
    [
      ['Ada', 'Yes; all of them.', null, { ...AT, stance: 'pro' }],
      ['Ben', 'Who pays?', 0, { ...AT, stance: 'con' }],
    ],
    true,
  ],
  [
    'Decidim: proposals as a table, with columns for languages nobody wrote in',
    'id;title/en;title/es;body/es;body/en;author/id;author/name;url;created_at;reference\n7;Free ferries;;;They should be free.;1;Ada;https://town.example/7;2026-05-01 09:00:00 UTC;T-1\n8;Bridges;;;Build two of them.;2;Ben;https://town.example/8;2026-05-01 09:00:00 UTC;T-2\n',
    [
      ['Ada', 'Free ferries\n\nThey should be free.', null, { ...AT, permalink: 'https://town.example/7' }],
      ['Ben', 'Bridges\n\nBuild two of them.', null, AT],
    ],
  ],
  [
    'Decidim: a page with a badge, a deleted comment and the words of the proposal',
    html(
      '<div class="decidim"><h1>Free ferries</h1><div class="editor-content"><p>They should be free.</p></div><div id="comment_1" class="comment"><div class="comment__header"><span class="font-bold"><span class="author__name">Ada</span></span><time datetime="2026-05-01T09:00:00Z">x</time></div><div class="comment__content"><span class="label alert alignment">Against</span><div><p>Who pays?</p></div></div><div id="comment-1-replies"><div id="comment_2" class="comment"><p>Comment deleted</p></div></div></div></div>',
    ),
    [
      [null, 'Free ferries\n\nThey should be free.', null],
      ['Ada', 'Who pays?', 0, { ...AT, stance: 'con' }],
      [null, '', 1, { state: 'deleted' }],
    ],
  ],
  [
    'Consul: debates of a list',
    {
      data: {
        debates: {
          edges: [
            node({
              id: 1,
              title: 'Free ferries',
              description: '<p>They should be free.</p>',
              public_author: { username: 'Ada' },
              public_created_at: '2026-05-01 09:00:00',
              cached_votes_up: 3,
              cached_votes_down: 1,
              comments_count: 1,
              comments: {
                edges: [node({ id: 5, body: 'Who pays?', public_author: { username: 'Ben' }, ancestry: null })],
              },
            }),
          ],
        },
      },
    },
    [
      ['Ada', 'Free ferries\n\nThey should be free.', null, { ...AT, score: 2 }],
      ['Ben', 'Who pays?', 0],
    ],
  ],
  [
    'Consul: comments without what they are about',
    {
      data: {
        comments: {
          edges: [
            node({
              id: 5,
              body: 'Yes.',
              commentable_id: 1,
              commentable_type: 'Debate',
              ancestry: null,
              public_author: { username: 'Ada' },
            }),
            node({
              id: 6,
              body: 'Who pays?',
              commentable_id: 1,
              commentable_type: 'Debate',
              ancestry: '5',
              public_author: null,
            }),
          ],
        },
      },
    },
    [
      ['Ada', 'Yes.', null],
      [null, 'Who pays?', 0],
    ],
    true,
  ],
  [
    'Polis: the statements of a report, counted for each group',
    'comment-id,comment,total-votes,total-agrees,total-disagrees,total-passes,group-a-votes,group-a-agrees\n0,They should be free.,20,15,3,2,10,9\n1,Keep the fare.,20,5,13,2,10,1\n',
    [
      [null, 'They should be free.', null, { score: 12 }],
      [null, 'Keep the fare.', null, { score: -8 }],
    ],
  ],
  [
    'a table of arguments that says which side each takes',
    'id,parent,stance,text\n1,,,Ferries should be free.\n2,1,pro,They relieve the bridge.\n3,1,con,Nobody would pay for them.\n',
    [
      [null, 'Ferries should be free.', null, { stance: null }],
      [null, 'They relieve the bridge.', 0, { stance: 'pro' }],
      [null, 'Nobody would pay for them.', 0, { stance: 'con' }],
    ],
  ],
]
