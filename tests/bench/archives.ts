/** Long threads as archives of mail, chats and feeds keep them, made up in the form of each. */
import { WORDS } from './grown.ts'

type Made = (posts: number) => Buffer

const T = '2026-05-01T09:00:00Z'
const SECONDS = 1_777_626_000

const writer = (at: number) => `writer${at % 400}`
const each = (posts: number, make: (at: number) => string) =>
  Array.from({ length: posts }, (_, at) => make(at)).join('')

/** A month of Pipermail: addresses in words, each mail answering and quoting the one before it. */
const pipermail: Made = (posts) =>
  Buffer.from(
    each(
      posts,
      (at) =>
        `From ${writer(at)} at example.org  Fri May  1 09:00:00 2026\nFrom: ${writer(at)} at example.org (Writer ${at % 400})\nDate: Fri, 1 May 2026 09:00:00 +0000\nSubject: [harbour] Ferries\nIn-Reply-To: ${at === 0 ? '' : `<${at - 1}.example.org>`}\nMessage-ID: <${at}.example.org>\n\nOn Fri, May 1, 2026, Writer wrote:\n> ${WORDS}\n\n${WORDS}\n\n-------------- next part --------------\nAn HTML attachment was scrubbed...\n\n`,
    ),
  )

const name = (at: number) => at.toString(16).padStart(40, '0')

/** The page of a whole thread in public-inbox: with each message a few lines of the tree around it. */
const publicInbox: Made = (posts) =>
  Buffer.from(
    `<html><head><title>Ferries</title></head><body><pre>${each(
      posts,
      (at) =>
        `<a\nhref=#e${name(at)}\nid=m${name(at)}>*</a> <b>${at === 0 ? '' : 'Re: '}Ferries</b>\n${at === 0 ? '' : `  2026-05-01  9:00 ${at === 1 ? '' : '` '}<a\nhref="#m${name(at - 1)}">Ferries</a> Writer ${(at - 1) % 400}\n`}<b>@ 2026-05-01  9:00 ${at === 0 ? '' : '  `'}</b>\n\nFrom: Writer ${at % 400} @ 2026-05-01  9:00 UTC (<a\nhref="../${at}@example.org/">permalink</a> / <a\nhref="../${at}@example.org/raw">raw</a>)\n  To: harbour\n\nOn Fri, 1 May 2026, Writer wrote:\n<span\nclass="q">&gt; ${WORDS}\n</span>\n${WORDS}\n\n<a\nhref=#m${name(at)}\nid=e${name(at)}>^</a> permalink\n`,
    )}</pre></body></html>`,
  )

/** A channel of Slack: every tenth message starts a thread, the others answer in it. */
const slack: Made = (posts) =>
  Buffer.from(
    JSON.stringify(
      Array.from({ length: posts }, (_, at) => ({
        type: 'message',
        user: `U${at % 400}`,
        user_profile: { display_name: writer(at) },
        ts: `${SECONDS + at}.000100`,
        thread_ts: `${SECONDS + at - (at % 10)}.000100`,
        text: `${WORDS} &lt;so it is&gt;, <@U${(at + 1) % 400}>: see <https://example.org/${at}|a link>.`,
      })),
    ),
  )

const rss: Made = (posts) =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Comments on: Ferries</title><link>https://blog.example/ferries/</link>${each(
      posts,
      (at) =>
        `<item><title>By: ${writer(at)}</title><link>https://blog.example/ferries/#comment-${at}</link><dc:creator><![CDATA[${writer(at)}]]></dc:creator><pubDate>Fri, 01 May 2026 09:00:00 +0000</pubDate><guid isPermaLink="false">https://blog.example/?p=1#comment-${at}</guid><description><![CDATA[${WORDS}]]></description><content:encoded><![CDATA[<p>${WORDS}</p><p>${WORDS}</p>]]></content:encoded></item>`,
    )}</channel></rss>`,
  )

const atom: Made = (posts) =>
  Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><title>Ferries</title><id>tag:example.org,2026:1</id>${each(
      posts,
      (at) =>
        `<entry><id>tag:example.org,2026:${at}</id><title>Re: Ferries</title><updated>${T}</updated><author><name>${writer(at)}</name></author><link href="https://forum.example/t/1/${at}"/>${at === 0 ? '' : `<thr:in-reply-to ref="tag:example.org,2026:${at - 1}"/>`}<content type="html">&lt;p&gt;${WORDS}&lt;/p&gt;&lt;p&gt;${WORDS}&lt;/p&gt;</content></entry>`,
    )}</feed>`,
  )

export const ARCHIVES: Record<string, Made> = {
  'Pipermail, month as text': pipermail,
  'public-inbox, page': publicInbox,
  'Slack, JSON': slack,
  'feed, RSS': rss,
  'feed, Atom with answers': atom,
}
