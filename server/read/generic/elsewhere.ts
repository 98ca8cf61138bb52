/** Pages whose comments are kept by another service and only loaded by scripts. */
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
