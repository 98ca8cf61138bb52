/** JSON, tables and feeds of programs nobody knows, told by their shape. */
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../../server/config.ts'
import { preview } from '../../../server/read/index.ts'
import { decode } from '../../../server/text/charset.ts'
import { ARTICLE, expectRows, page, type Row, rowsOf, threadsIn } from './rows.ts'

const T = '2026-05-01T09:00:00Z'
const OPENED: Row[] = [
  ['Ada', 'They should be free.', null],
  ['Ben', 'Who pays?', 0],
  ['Cy', 'All of us.', 1],
]
const ANSWERS: Row[] = [
  ['Ben', 'Who pays?', null],
  ['Cy', 'All of us.', 0],
]

describe('JSON', () => {
  test('nobody’s number is no name', () => {
    const list = [
      { id: 1, author: 0, text: 'Who pays?', posted: '2026-05-01 09:00' },
      { id: 2, author: 7, text: 'All of us.', parent_id: 1 },
    ]
    const posts = threadsIn(JSON.stringify(list), 'list.json')[0]?.posts
    expect(posts?.map(({ author, createdAt }) => [author, createdAt])).toEqual([
      [null, '2026-05-01T09:00:00.000Z'],
      ['7', null],
    ])
  })

  test.each<[string, unknown, Row[]]>([
    [
      'a flat list',
      [
        { id: 1, author: 'Ben', text: 'Who pays?' },
        { id: 2, author: 'Cy', text: 'All of us.', parent_id: 1 },
      ],
      ANSWERS,
    ],
    [
      'names in another case',
      [
        { Id: 1, UserName: 'Ben', Comment_Text: 'Who pays?' },
        { Id: 2, UserName: 'Cy', Comment_Text: 'All of us.', ParentID: 1 },
      ],
      ANSWERS,
    ],
    [
      'German names',
      {
        beiträge: [
          { id: 1, Verfasser: 'Ben', Beitrag: 'Who pays?', Datum: T },
          { id: 2, Verfasser: 'Cy', Beitrag: 'All of us.', 'Antwort auf': 1, Datum: T },
        ],
      },
      ANSWERS,
    ],
    [
      'answers in answers',
      {
        title: 'Ferries',
        author: 'Ada',
        body: 'They should be free.',
        replies: [
          {
            author: 'Ben',
            body: 'Who pays?',
            created: T,
            replies: [{ author: 'Cy', body: 'All of us.', created: T, replies: [] }],
          },
        ],
      },
      OPENED,
    ],
    [
      'edges and nodes',
      {
        data: {
          story: {
            id: 's1',
            title: 'Ferries',
            body: 'They should be free.',
            author: { username: 'Ada' },
            comments: {
              totalCount: 2,
              pageInfo: { hasNextPage: false },
              edges: [
                {
                  node: {
                    id: 'k1',
                    body: 'Who pays?',
                    author: { username: 'Ben' },
                    replies: { edges: [{ node: { id: 'k2', body: 'All of us.', author: { username: 'Cy' } } }] },
                  },
                },
              ],
            },
          },
        },
      },
      OPENED,
    ],
    [
      'nodes with people in nodes',
      {
        comments: {
          nodes: [
            { databaseId: 1, id: 'a', content: '<p>Who pays?</p>', author: { node: { name: 'Ben' } } },
            { id: 'b', parentId: 'a', content: '<p>All of us.</p>', author: { node: { name: 'Cy' } } },
          ],
        },
      },
      ANSWERS,
    ],
    [
      'records under their ids',
      {
        entities: {
          comments: {
            k1: { id: 'k1', body: 'Who pays?', author: 'Ben' },
            k2: { id: 'k2', body: 'All of us.', author: 'Cy', parentId: 'k1' },
          },
        },
      },
      ANSWERS,
    ],
    [
      'attributes of JSON:API',
      {
        data: [
          { type: 'comment', id: '1', attributes: { body: 'Who pays?', 'author-name': 'Ben', 'created-at': T } },
          {
            type: 'comment',
            id: '2',
            attributes: { body: 'All of us.', 'author-name': 'Cy', 'parent-id': '1', 'created-at': T },
          },
        ],
      },
      ANSWERS,
    ],
    [
      'a comment beside its answers',
      [
        {
          comment: { id: 1, text: 'Who pays?', user: { name: 'Ben' } },
          replies: [{ comment: { id: 2, text: 'All of us.', user: { name: 'Cy' } }, replies: [] }],
        },
      ],
      ANSWERS,
    ],
    [
      'objects of ActivityStreams',
      {
        type: 'OrderedCollection',
        orderedItems: [
          {
            id: 'https://a.example/1',
            type: 'Note',
            attributedTo: { preferredUsername: 'Ben' },
            actor: 'x',
            author: { name: 'Ben' },
            content: '<p>Who pays?</p>',
            published: T,
          },
          {
            id: 'https://a.example/2',
            type: 'Note',
            author: { name: 'Cy' },
            content: '<p>All of us.</p>',
            inReplyTo: 'https://a.example/1',
            published: T,
          },
        ],
      },
      ANSWERS,
    ],
    [
      'nobody named',
      [
        { id: 1, text: 'Who pays?', created_at: T },
        { id: 2, text: 'All of us.', created_at: T, reply_to: 1 },
      ],
      ANSWERS.map(([, words, answers]): Row => [null, words, answers]),
    ],
  ])('%s', (_, value, expected) => {
    expectRows(JSON.stringify(value), 'data.json', expected)
  })

  test('comments whose words were taken away keep their answers, and no list loses its others over them', () => {
    const gone = {
      id: 2,
      text: '',
      author: null,
      created: T,
      replies: [{ id: 3, text: 'All of us.', author: 'Cy', created: T }],
    }
    const [thread] = threadsIn(
      JSON.stringify({
        replies: [{ id: 1, text: 'Who pays?', author: 'Ben', created: T }, gone, { id: 4, text: '', author: null }],
      }),
      'data.json',
    )
    expect(thread?.posts.map(({ id, parentId, state }) => [id, parentId, state])).toEqual([
      ['1', null, 'ok'],
      ['2', null, 'deleted'],
      ['3', '2', 'ok'],
    ])
  })

  test('a record on each line, the last cut off', () => {
    expectRows(
      '{"id":1,"author":"Ben","text":"Who pays?"}\n{"id":2,"author":"Cy","text":"All of us.","parent":1}\n{"id":3,"au',
      'data.jsonl',
      ANSWERS,
    )
  })

  test('what is announced and does not come is missing', () => {
    const [thread] = threadsIn(
      JSON.stringify({ title: 'Ferries', comment_count: 9, comments: [{ id: 1, author: 'Ben', text: 'Who pays?' }] }),
      'data.json',
    )
    expect(thread?.completeness).toMatchObject({ expected: 10, got: 2, missing: [{ count: 8 }] })
  })

  test.each([
    ['settings', { name: 'app', version: '1', scripts: { start: 'node main', text: 'no' } }],
    [
      'products',
      [
        { sku: 1, price: 2, name: 'Ferry' },
        { sku: 2, price: 3, name: 'Boat' },
      ],
    ],
  ])('%s are no thread', (_, value) => {
    expect(() => threadsIn(JSON.stringify(value), 'data.json')).toThrow(
      expect.objectContaining({ code: 'not-a-thread' }),
    )
  })
})

describe('tables', () => {
  const rows = (delimiter: string, names = ['id', 'parent', 'author', 'text']) =>
    [names, ['1', '', 'Ben', '"Who pays?"'], ['2', '1', 'Cy', '"All of us."']]
      .map((row) => row.join(delimiter))
      .join('\r\n')

  test.each<[string, string]>([
    ['commas', rows(',')],
    ['semicolons', rows(';')],
    ['tabulators', rows('\t')],
    ['bars', rows('|')],
    ['a delimiter named first', `sep=;\r\n${rows(';')}`],
    ['a byte order mark', `\uFEFF${rows(',')}`],
    ['quoted names', rows(',', ['"id"', '"parent"', '"author"', '"text"'])],
    ['German names', rows(';', ['Nr', 'Antwort auf', 'Verfasser/in', 'Beitrag']).replace('/in', '')],
    ['French names', rows(';', ['id', 'En réponse à', 'Auteur', 'Commentaire'])],
    ['Spanish names', rows(',', ['ID', 'Respuesta a', 'Usuario', 'Comentario'])],
    ['names with blanks', rows(',', ['Comment ID', 'Parent ID', 'Display Name', 'Comment Text'])],
  ])('%s', (_, content) => {
    expectRows(content, 'table.csv', ANSWERS)
  })

  test('line ends, delimiters and quotes inside quotes', () => {
    const [thread] = threadsIn(
      'id,author,text\n1,"Lake, Ada","They said ""free"".\n\nWho, then, pays?"\n2,Ben,Nobody.',
      'table.csv',
    )
    expect(rowsOf(thread)).toEqual([
      ['Lake, Ada', 'They said "free".\n\nWho, then, pays?', null],
      ['Ben', 'Nobody.', null],
    ])
  })

  test.each([
    [
      'timestamp,name,comment\n5/1/2026 9:00,Ann,Trams of course\n5/13/2026 9:10,Bob,No way',
      ['2026-05-01T09:00:00.000Z', '2026-05-13T09:10:00.000Z'],
    ],
    [
      'datum;verfasser;beitrag\n01.05.2026 09:00;Ann;Trams\n02.05.2026 09:10;Bob;Nein',
      ['2026-05-01T09:00:00.000Z', '2026-05-02T09:10:00.000Z'],
    ],
    ['date,name,comment\n5/1/2026 9:00,Ann,Trams of course\n6/1/2026 9:10,Bob,No way', [null, null]],
  ])('times as spreadsheets write them, where day and month can be told apart: %j', (table, times) => {
    expect(threadsIn(table, 'table.csv')[0]?.posts.map(({ createdAt }) => createdAt)).toEqual(times)
  })

  test('UTF-16, as spreadsheets save it', () => {
    const [thread] = threadsIn(Buffer.from('\uFEFFauthor\ttext\nÅsa\tFärjan är för dyr.', 'utf16le'), 'table.txt')
    expect(rowsOf(thread)).toEqual([['Åsa', 'Färjan är för dyr.', null]])
  })

  test('another table is no thread', () => {
    for (const table of [
      'name;price;description\nFerry;3;A boat\nBridge;9;No boat',
      'id,name,joined\n1,ada,2020\n2,ben,2021',
    ])
      expect(() => threadsIn(table, 'table.csv')).toThrow(expect.objectContaining({ code: 'not-a-thread' }))
  })
})

describe('feeds', () => {
  test('an Atom feed of a thread', () => {
    const entry = (id: string, name: string, words: string, answers: string) =>
      `<entry><id>${id}</id><author><name>${name}</name><email>a@example.org</email></author><published>2026-05-01T09:0${id.at(-1)}:00Z</published><link href="https://a.example/${id.at(-1)}"/>${answers}<content type="html">&lt;p&gt;${words}&lt;/p&gt;</content></entry>`
    const feed = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><title>Free ferries</title>${entry('urn:2', 'Cy', 'All of us.', '<thr:in-reply-to ref="urn:1"/>')}${entry('urn:1', 'Ben', 'Who pays?', '')}</feed>`
    expect(expectRows(feed, 'feed.xml', ANSWERS).title).toBe('Free ferries')
  })

  test('XML that is no feed', () => {
    expect(() =>
      threadsIn('<?xml version="1.0"?><catalog><book>Ferries and more of them</book></catalog>', 'x.xml'),
    ).toThrow(expect.objectContaining({ code: 'not-a-thread' }))
  })
})

describe('what holds nothing', () => {
  test.each(['null', '{}', '[]', '42', ' -1.5e3\n', 'true', '"Who pays?"', '[null]', '["a","b"]'])(
    'JSON that is only %s is no thread',
    (json) => expect(() => threadsIn(json, 'x.json')).toThrow(expect.objectContaining({ code: 'not-a-thread' })),
  )

  test('words between quotation marks, pasted, are a quote', () => {
    expect(preview({ kind: 'text', text: '“Who pays?”' }, readConfig({}))[0]?.posts).toHaveLength(1)
    expect(preview({ kind: 'text', text: '"Who pays?"' }, readConfig({}))[0]?.posts).toHaveLength(1)
  })

  test.each([
    ['error code: 1020', 'blocked-by-site'],
    ['Forbidden', 'blocked-by-site'],
    ['Access to this page has been denied because we believe you are a robot.', 'blocked-by-site'],
    ['Unauthorized', 'login-required'],
    ['Too Many Requests\n', 'rate-limited'],
    ['404: Not Found', 'not-found'],
  ])('a bare “%s” is what a server says', (said, code) => {
    expect(() => threadsIn(said, 'x.txt')).toThrow(expect.objectContaining({ code }))
    expect(() => preview({ kind: 'text', text: said }, readConfig({}))).toThrow(expect.objectContaining({ code }))
  })
})

describe('odd ways to write records down', () => {
  const ANN = { id: 1, author: 'Ann', body: 'Free it.' }
  const BEN = { id: 2, author: 'Ben', body: 'Who pays?', parent: 1 }
  test.each<[string, string]>([
    ['a comma behind every line', `${JSON.stringify(ANN)},\n${JSON.stringify(BEN)},\n`],
    ['several lines each', `${JSON.stringify(ANN, null, 1)}\r\n${JSON.stringify(BEN, null, 1)}\r\n`],
    ['a mark in front', `\uFEFF${JSON.stringify([ANN, BEN])}`],
    [
      'a table of Markdown',
      '| id | author | body | parent |\n|---|:--|---|---|\n| 1 | Ann | Free it. | |\n| 2 | Ben | Who pays? | 1 |\n',
    ],
    [
      'other names',
      JSON.stringify({
        data: [
          { nr: 1, speaker: 'Ann', said: 'Free it.' },
          { nr: 2, who: 'Ben', said: 'Who pays?', inReplyTo: 1 },
        ],
      }),
    ],
  ])('%s', (_, source) => {
    expect(rowsOf(threadsIn(source, 'x.json')[0])).toEqual([
      ['Ann', 'Free it.', null],
      ['Ben', 'Who pays?', 0],
    ])
  })

  test('a table of one column that says what it holds', () => {
    const [thread] = threadsIn('comment\nFree it.\n"Who pays, then?"\n', 'x.csv')
    expect(thread?.posts.map(({ text }) => text)).toEqual(['Free it.', 'Who pays, then?'])
  })

  test('braces and blanks without end cost no time', () => {
    for (const source of [`{${'}\n'.repeat(100_000)}`, `{}${' \n'.repeat(100_000)}x}`, `{}${' '.repeat(200_000)}}`])
      expect(() => threadsIn(source, 'x.json')).not.toThrow(RangeError)
  })
})

/** A text whose labels are said to be its writers. */
const namedIn = (bytes: Uint8Array) =>
  preview(
    { kind: 'file', name: 'x.txt', base64: Buffer.from(bytes).toString('base64'), labels: 'writers' },
    readConfig({}),
  )

test.each<[string, string, string[]]>([
  ['utf-16le', 'Ann: Free it.\nBen: Who pays?\nAnn: All of us.', ['Ann', 'Ben', 'Ann']],
  ['windows-1252', 'Jörg: Für alle frei – ja.\nÄnne: Wer zahlt?\nJörg: Wir.', ['Jörg', 'Änne', 'Jörg']],
  ['windows-1252', 'Zoé: Égalité à côté, été.\nÄnne: Déjà là, où ça?\nZoé: Très aisé.', ['Zoé', 'Änne', 'Zoé']],
  ['windows-1251', 'Анна: Паром должен быть бесплатным.\nИван: А кто платит?\nАнна: Мы все.', ['Анна', 'Иван', 'Анна']],
  ['koi8-r', 'Анна: Паром должен быть бесплатным.\nИван: А кто платит?\nАнна: Мы все.', ['Анна', 'Иван', 'Анна']],
  [
    'shift_jis',
    '田中：フェリーは無料であるべきです。\n鈴木：誰が払うのですか。\n田中：私たち全員です。',
    ['田中', '鈴木', '田中'],
  ],
  [
    'euc-jp',
    '田中：フェリーは無料であるべきです。\n鈴木：誰が払うのですか。\n田中：私たち全員です。',
    ['田中', '鈴木', '田中'],
  ],
  ['gb18030', '张三：渡轮应该免费，道路也是免费的。\n李四：谁付钱？\n张三：我们所有人。', ['张三', '李四', '张三']],
  ['big5', '張三：渡輪應該免費，道路也是免費的。\n李四：誰付錢？\n張三：我們所有人。', ['張三', '李四', '張三']],
  [
    'windows-1253',
    'Άννα: Το πλοίο πρέπει να είναι δωρεάν.\nΓιώργος: Ποιος πληρώνει;\nΆννα: Όλοι μας.',
    ['Άννα', 'Γιώργος', 'Άννα'],
  ],
  ['windows-1255', 'אנה: המעבורת צריכה להיות חינם.\nבן: מי משלם?\nאנה: כולנו.', ['אנה', 'בן', 'אנה']],
  [
    'windows-1252',
    'Päivi: Äänestäjät päättävät tänään.\nJörg: Wer zahlt?\nPäivi: Mä häviän.',
    ['Päivi', 'Jörg', 'Päivi'],
  ],
  [
    'windows-1250',
    'Łukasz: Prom powinien być za darmo, proszę.\nŻaneta: Kto zapłaci?\nŁukasz: My.',
    ['Łukasz', 'Żaneta', 'Łukasz'],
  ],
  [
    'iso-8859-2',
    'Łukasz: Prom powinien być za darmo, proszę.\nŚcibor: Kto zapłaci?\nŁukasz: My.',
    ['Łukasz', 'Ścibor', 'Łukasz'],
  ],
  ['windows-1250', 'Jiří: Přívoz má být zdarma.\nŠárka: Kdo to zaplatí?\nJiří: My všichni.', ['Jiří', 'Šárka', 'Jiří']],
  [
    'iso-8859-2',
    'Győző: A kompnak ingyenesnek kell lennie.\nÁgnes: Ki fizeti, és miből?\nGyőző: Mi, közösen.',
    ['Győző', 'Ágnes', 'Győző'],
  ],
  [
    'windows-1254',
    'Ayşe: Vapur ücretsiz olmalı.\nÇağrı: Kim ödeyecek?\nAyşe: Hepimiz, doğal olarak.',
    ['Ayşe', 'Çağrı', 'Ayşe'],
  ],
  ['utf-16le', 'Анна: Паром бесплатным.\nИван: А кто платит?\nАнна: Мы все.', ['Анна', 'Иван', 'Анна']],
  [
    'utf-16be',
    '田中：フェリーは無料であるべきです。\n鈴木：誰が払うのですか。\n田中：私たち全員です。',
    ['田中', '鈴木', '田中'],
  ],
  ['euc-kr', '철수: 배는 무료여야 합니다.\n영희: 누가 냅니까?\n철수: 우리 모두요.', ['철수', '영희', '철수']],
])('text in %s that does not say so', (charset, text, names) => {
  const [thread] = namedIn(iconv.encode(text, charset))
  expect(thread?.posts.map(({ author }) => author)).toEqual(names)
  const told = thread?.notices.some((notice) => notice.startsWith('Nothing says rightly in which charset'))
  expect(told).toBe(!charset.startsWith('utf-'))
})

const FERRIES = Buffer.from(
  'Jörg: Fähren für alle, Größe egal.\nBärbel: Käme das Übel früher, müßten Bürger büßen.\nJörg: Schön wäre es.',
)

test.each<[string, Buffer]>([
  ['was cut', Buffer.concat([FERRIES, Buffer.from('ü').subarray(0, 1)])],
  ['had a line of another charset put in', Buffer.concat([FERRIES, Buffer.from('\nOla: Nein, \xfc.', 'latin1')])],
])('UTF-8 that %s stays UTF-8, and the reader is told', (_, bytes) => {
  const [thread] = namedIn(bytes)
  expect(thread?.posts.slice(0, 2).map(({ author }) => author)).toEqual(['Jörg', 'Bärbel'])
  expect(thread?.notices).toContain(
    'Nothing says rightly in which charset this was written: it was read as utf-8, which is a guess.',
  )
})

test('a charset that is named is no guess', () => {
  const [thread] = threadsIn(
    iconv.encode(page(`${ARTICLE}<p>Größe egal</p>`, '<meta charset="iso-8859-1">'), 'latin1'),
    'x.html',
  )
  expect(thread?.posts[0]?.text).toContain('Größe')
  expect(thread?.notices.join()).not.toContain('charset')
})

test.each<[string, Buffer]>([
  ['UTF-8 that says it is Latin', Buffer.from('<meta charset="iso-8859-1"><p>Jörg: Fähren für alle, Größe egal</p>')],
  [
    'Latin that says it is UTF-8',
    Buffer.from('<meta charset="utf-8"><p>Jörg: Fähren für alle, Größe egal</p>', 'latin1'),
  ],
  [
    'a page without a label, mostly markup',
    iconv.encode(
      `<div class="a">${'<i></i>'.repeat(200)}</div><p>Jörg: Fähren für alle, Größe egal</p>`,
      'windows-1252',
    ),
  ],
  [
    'a mark and another label',
    Buffer.from('\uFEFF<meta charset="windows-1251"><p>Jörg: Fähren für alle, Größe egal</p>'),
  ],
])('%s is read as what its bytes are', (_, bytes) => {
  expect(decode(bytes)).toContain('Jörg: Fähren für alle, Größe egal')
})

test.each([
  [
    'XHTML',
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">\n<html><body>',
    '</body></html>',
  ],
  ['the source of a list', '<ul class="x">', '</ul>'],
  ['the source of a section', '<section id="comments">', '</section>'],
])('%s is a page', (_, head, foot) => {
  const one = (name: string, words: string) => `<div class="comment"><b class="author">${name}</b><p>${words}</p></div>`
  const text = `${head}${one('Ann', 'The ferry should be free.')}${one('Ben', 'Who pays for it, then?')}${foot}`
  expect(preview({ kind: 'text', text }, readConfig({}))[0]?.posts.map(({ author }) => author)).toEqual(['Ann', 'Ben'])
})
