/** Pages whose comments are not in them: kept by another service, loaded in a frame, or closed. */
import { Problem } from '../../problem.ts'
import type { Answer } from '../platform.ts'

const SERVICES: { mark: RegExp; name: string }[] = [
  { mark: /disqus_thread|disqus_shortname|\.disqus\.com\/embed\.js/, name: 'Disqus' },
  { mark: /class="fb-comments"|facebook\.com\/plugins\/comments/, name: 'Facebook' },
  { mark: /coral_thread|\.coral\.coralproject\.net|coral-embed/, name: 'Coral' },
  { mark: /data-spotim|launcher\.spot\.im|openweb\.com\/launcher/, name: 'OpenWeb' },
  { mark: /vf-comments|viafoura/, name: 'Viafoura' },
  { mark: /hyvor-talk|talk\.hyvor\.com/, name: 'Hyvor Talk' },
  { mark: /giscus\.app\/client\.js|utteranc\.es\/client\.js/, name: 'GitHub (by giscus or utterances)' },
  { mark: /remark42/, name: 'Remark42' },
  { mark: /data-isso|isso-thread/, name: 'Isso' },
  { mark: /commento\.io\/js|id="commento"/, name: 'Commento' },
  { mark: /talkyard-comments/, name: 'Talkyard' },
  { mark: /livefyre/, name: 'Livefyre' },
]

/** The Problem of a page whose comments are not in it, or null. */
export function commentsElsewhere(answer: Answer): Problem | null {
  const service = SERVICES.find(({ mark }) => mark.test(answer.text))
  if (service === undefined) return null
  return new Problem(
    'comments-elsewhere',
    `The comments of this page are kept by ${service.name} and are not part of it.`,
    {
      remedy:
        'Open the page in your browser, scroll until the comments are shown, then copy them and paste the text here.',
    },
  )
}

const CLOSED =
  /class=["'][^"']{0,300}\b(?:no-?comments|comments-closed|comments_closed)\b[^"']{0,300}["'][^<>]{0,300}>[^<]{0,200}(?:clos|geschlossen|fermé|cerrad|chius|gesloten|fechad|encerrad)|>\s*(?:comments are (?:now )?closed|comments have been closed|(?:die )?kommentare sind geschlossen|(?:die )?kommentarfunktion ist (?:geschlossen|deaktiviert)|les commentaires sont fermés|los comentarios (?:están|han sido) cerrados|i commenti sono chiusi|os comentários estão (?:fechados|encerrados)|reacties zijn gesloten)\b/i
const FRAMED =
  /<iframe\b[^<>]{0,1000}?\b(?:id|class|name|title|src|data-src)=["'][^"'<>]{0,300}?(?:comments?|kommentare?|commentaires?|comentarios?|discussion)\b[^"'<>]{0,300}["']/i
/** A frame for writing a comment shows none. */
const TO_WRITE = /jetpack[-_]?comment|jetpack_remote_comment|comment[-_ ]?form/i

/** What a page without comments says of them, as a notice; null where it says nothing. */
export function commentsRemark({ text }: Answer): string | null {
  if (CLOSED.test(text)) return 'The page says that its comments are closed.'
  const frame = FRAMED.exec(text)?.[0]
  if (frame === undefined) return null
  return TO_WRITE.test(frame)
    ? 'The page has a form for comments, but none are in it.'
    : 'The page loads its comments in a frame, which a saved page and a program do not hold.'
}
