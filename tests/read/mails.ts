/** Mails as archives of many years keep them, and their feeds. */
import type { Form } from './rows.ts'

const mail = (id: string, subject: string, words: string, more = '', date = 'Fri, 1 May 2026 09:00:00 +0000') =>
  `From ada@x.example Fri May  1 09:00:00 2026\nFrom: ${id} <${id}@x.example>\nSubject: ${subject}\nMessage-ID: <${id}@x>\nDate: ${date}\n${more}\n${words}\n\n`

export const MAILS: Form[] = [
  [
    'a mailbox: dates of the last century and by names of zones; a subject that says what it was',
    mail('ada', 'Ferries', 'Free them.', '', 'Mon, 12 Jun 95 10:00:00 EDT') +
      mail('ben', 'Re: AW: [town] Ferries (was: Harbour)', 'Who pays?', '', 'Mon Jun 12 16:00:00 MET 1995') +
      mail('cy', 'Re: Ferries', 'All of us.', 'In-Reply-To: <ben@x>\n', '12 Jun 95 16:30 "GMT"'),
    [
      ['ada', 'Ferries\n\nFree them.', null, { createdAt: '1995-06-12T14:00:00.000Z' }],
      ['ben', 'Who pays?', 0, { createdAt: '1995-06-12T15:00:00.000Z' }],
      ['cy', 'All of us.', 1, { createdAt: '1995-06-12T16:30:00.000Z' }],
    ],
  ],
  [
    'signed in the text, and quoted so',
    mail(
      'ada',
      'Ferries',
      '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nFree them:\n- - all.\n-----BEGIN PGP SIGNATURE-----\nVersion: GnuPG v2\n\niQEcBAEB\n-----END PGP SIGNATURE-----',
    ) +
      mail(
        'ben',
        'Re: Ferries',
        'On 1 May 2026, Ada wrote:\n> -----BEGIN PGP SIGNED MESSAGE-----\n> Hash: SHA256\n>\n> Free them:\n\nWho pays?',
        'In-Reply-To: <ada@x>\n',
      ),
    [
      ['ada', 'Ferries\n\nFree them:\n- all.', null],
      ['ben', 'Free them:\n\nWho pays?', 0],
    ],
  ],
  [
    'the feed of a thread: quoted lines are quotes, a handle is no mention',
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><title>Ferries</title><entry><author><name>@ada</name></author><title>Ferries</title><updated>2026-05-01T09:00:00Z</updated><link href="http://h.example/l/1/"/><id>urn:1</id><content type="xhtml"><div><pre>Free them.</pre></div></content></entry><entry><author><name>Ben</name></author><title>Re: Ferries</title><updated>2026-05-01T09:10:00Z</updated><link href="http://h.example/l/2/"/><id>urn:2</id><thr:in-reply-to ref="urn:1"/><content type="xhtml"><div><pre>&gt; Free them.\nWho pays?</pre></div></content></entry></feed>`,
    [
      ['ada', 'Ferries\n\nFree them.', null],
      [
        'Ben',
        'Free them.\nWho pays?',
        0,
        { quotes: [{ start: 0, end: 10, how: 'marked', author: null, of: null, similarity: 0 }] },
      ],
    ],
    true,
  ],
]
