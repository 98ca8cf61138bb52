/** The discussion a saved page showed in one of its frames (Disqus, giscus), with the page itself as what it is about. */
import { Problem } from '../problem.ts'
import { articleIn } from './article.ts'
import { assemble } from './assemble.ts'
import { looksLikeHtml, pageOf, siteOf, titleOf } from './page.ts'
import type { Answer, ReadThread } from './platform.ts'
import { allBelow } from './select.ts'

/** Frames of one page that are looked at: advertisements are frames, too. */
const MOST_FRAMES = 20

/** The threads that `own` finds in `page`; where it finds no discussion, the longest one that `inside` finds in a frame of it. */
export function orInFrames(
  page: Answer,
  own: () => ReadThread[],
  inside: (frame: Answer) => ReadThread[],
): ReadThread[] {
  const frames = framesOf(page)
  if (frames.length === 0) return own()
  const found = attempt(own)
  if (!(found instanceof Problem) && found.some(({ posts }) => posts.length > 1)) return found
  const [best] = frames
    .flatMap((frame) => {
      const threads = attempt(() => inside(frame))
      return threads instanceof Problem ? [] : threads
    })
    .filter(({ platform }) => platform !== 'article')
    .sort((one, other) => other.posts.length - one.posts.length)
  if (best !== undefined) return [belowPage(best, page)]
  if (found instanceof Problem) throw found
  return found
}

/** Frames kept beside the page, or written into it as SingleFile does. */
function framesOf(page: Answer): Answer[] {
  const beside = page.frames ?? []
  if (!/<iframe\b[^<>]{0,2000}\ssrcdoc=/i.test(page.text) || !looksLikeHtml(page.text))
    return beside.slice(0, MOST_FRAMES)
  const { bytes: _, frames: __, ...base } = page
  const written = allBelow(pageOf(page).root().get(0), 'iframe[srcdoc]').map(
    ({ attribs }): Answer => ({ ...base, url: null, text: attribs.srcdoc ?? '' }),
  )
  return [...beside, ...written].slice(0, MOST_FRAMES)
}

function attempt(read: () => ReadThread[]): ReadThread[] | Problem {
  try {
    return read()
  } catch (thrown) {
    const problem = Problem.from(thrown)
    if (problem.code === 'internal') throw problem
    return problem
  }
}

/** The thread of a frame under the address and the title of its page, whose article it discusses. */
function belowPage(thread: ReadThread, page: Answer): ReadThread {
  const { url } = page
  const article = articleIn(page)
  const title = article?.title || titleOf(pageOf(page)) || thread.title
  const site = siteOf(url ?? thread.url, thread.site)
  const notices = [...(thread.parts.notices ?? []), 'The comments were read from a frame of this page.']
  const whole = assemble({ ...thread.parts, url: url ?? thread.url, title, site, articleUrl: url, notices })
  return url === null || article === null
    ? whole
    : { ...whole, article: { url, title, site: article.site ?? site, text: article.body.text } }
}
