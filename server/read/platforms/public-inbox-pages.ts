/** The page of a whole thread in a public-inbox archive ("/T/"): messages one after the other, each with its place in the tree. */
import { htmlToText } from '../../text/html-to-text.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { mailBody } from '../../text/mail-body.ts'
import { assemble } from '../assemble.ts'
import { siteOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const MESSAGE = /<a\s+href=#e([0-9a-f]{40})\s+id=m\1>\*<\/a>/
/** Browsers that save a page put quotes around addresses and make them whole. */
const SAVED_MARK = /<a\s+href="?[^"\s>]{0,500}#([em][0-9a-f]{40})"?\s+id="?([em][0-9a-f]{40})"?>/g
const SAVED_LINK = /<a\s+href="[^"#\s>]{0,500}#m([0-9a-f]{40})"/g

/** The page as the archive sends it. */
const asSent = (html: string) =>
  html.replace(/\r\n?/g, '\n').replace(SAVED_MARK, '<a href=#$1 id=$2>').replace(SAVED_LINK, '<a href="#m$1"')

export function isPublicInboxPage(answer: Answer): boolean {
  return /#e[0-9a-f]{40}"?\s+id="?m[0-9a-f]{40}"?>\*<\/a>/.test(answer.text)
}

/** The text of a preformatted stretch, line ends kept. */
const flat = (html: string) => htmlToText(`<pre>x${html}</pre>`).text.slice(1)

/** The first line of the little tree above a message names its parent, when it stands further left. */
function parentIn(tree: string): string | null {
  const line = /^(\s*\d{4}-\d{2}-\d{2}\s+\d{1,2}:\d{2}\s*)`?\s*<a\s+href="#m([0-9a-f]{40})"/m.exec(tree)
  const self = /<b>@\s+\d{4}-\d{2}-\d{2}\s+\d{1,2}:\d{2}(\s*)`?/.exec(tree)
  if (line === null || self === null || line.index > self.index) return null
  const above = tree
    .slice(0, self.index)
    .split('\n')
    .filter((one) => /^\s*\d{4}-\d{2}-\d{2}/.test(one))
  const column = (one: string) => /`/.exec(one)?.index ?? 0
  const parent = above.findLast(
    (one) => column(one) < column(`  ${tree.slice(self.index + 5, self.index + 200).split('\n')[0]}`),
  )
  if (parent === undefined) return null
  const at = tree.indexOf(parent)
  return /href="#m([0-9a-f]{40})"/.exec(tree.slice(at))?.[1] ?? null
}

export function readPublicInboxPage(answer: Answer): ReadThread {
  const parts = asSent(answer.text).split(MESSAGE)
  const posts = []
  for (let index = 1; index + 1 < parts.length; index += 2) {
    const id = parts[index] as string
    const source = parts[index + 1] as string
    const head =
      /(?:^|\n)From: (.*?) @ (\d{4}-\d{2}-\d{2})\s+(\d{1,2}:\d{2}) UTC \(<a\s+href="([^"]*)">permalink<\/a>[\s\S]*?\n\n/.exec(
        source,
      )
    if (head === null) continue
    const end = source.search(new RegExp(`<a\\s+href=#m${id}\\s+id=e${id}>`))
    const body = source.slice(head.index + head[0].length, end < 0 ? undefined : end)
    const tree = source.slice(0, head.index)
    const parentId = parentIn(tree)
    const subject = flat(/<b>([\s\S]*?)<\/b>/.exec(source)?.[1] ?? '')
    const link = head[4] as string
    posts.push(
      post({
        id,
        parentId,
        author: flat(head[1] as string),
        createdAt: `${head[2]}T${(head[3] as string).padStart(5, '0')}:00Z`,
        title: posts.length === 0 ? subject : null,
        body: urlsInText(mailBody(flat(body))),
        permalink: answer.url === null ? null : new URL(link, answer.url).href,
        kind: parentId === null ? 'opening' : 'reply',
        globalId: /([^/]+@[^/]+)\/?$/.exec(link)?.[1] ?? null,
      }),
    )
  }
  const title = posts[0] === undefined ? null : posts[0].text.slice(0, posts[0].heading)
  return assemble({ platform: 'mail', site: siteOf(answer.url, 'A mail archive'), url: answer.url, title, posts })
}
