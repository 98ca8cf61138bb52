/** Which platform reads an address or an answer. To add one: write its file, name it here. */
import { beginningOf } from './page.ts'
import type { Answer, Platform } from './platform.ts'
import { activityPub } from './platforms/activitypub.ts'
import { askbot } from './platforms/askbot.ts'
import { bluesky } from './platforms/bluesky.ts'
import { closed } from './platforms/closed.ts'
import { commentSystems } from './platforms/comment-systems.ts'
import { counterpoint } from './platforms/counterpoint.ts'
import { decidim } from './platforms/decidim.ts'
import { discourse } from './platforms/discourse.ts'
import { disqus } from './platforms/disqus.ts'
import { feeds } from './platforms/feeds.ts'
import { flarum } from './platforms/flarum.ts'
import { forumMagnum } from './platforms/forum-magnum.ts'
import { forums } from './platforms/forums.ts'
import { github } from './platforms/github.ts'
import { gitlab } from './platforms/gitlab.ts'
import { hackerNews } from './platforms/hacker-news.ts'
import { imageboards } from './platforms/imageboards.ts'
import { kialo } from './platforms/kialo.ts'
import { lobsters } from './platforms/lobsters.ts'
import { mailJson } from './platforms/mail-json.ts'
import { mailingLists } from './platforms/mailing-lists.ts'
import { mastodon } from './platforms/mastodon.ts'
import { mbin } from './platforms/mbin.ts'
import { mediawiki } from './platforms/mediawiki.ts'
import { misskey } from './platforms/misskey.ts'
import { nodebb } from './platforms/nodebb.ts'
import { reddit } from './platforms/reddit.ts'
import { stackExchange } from './platforms/stack-exchange.ts'
import { threadiverse } from './platforms/threadiverse.ts'
import { tildes } from './platforms/tildes.ts'
import { trackerJson } from './platforms/tracker-json.ts'
import { trackerXml } from './platforms/tracker-xml.ts'
import { trackers } from './platforms/trackers.ts'
import { wordpress } from './platforms/wordpress.ts'
import { xPages } from './platforms/x-pages.ts'
import { youtube } from './platforms/youtube.ts'

/** Those that are told apart most surely come first. */
const PLATFORMS: Platform[] = [
  counterpoint,
  hackerNews,
  reddit,
  github,
  stackExchange,
  bluesky,
  xPages,
  youtube,
  lobsters,
  gitlab,
  discourse,
  nodebb,
  flarum,
  threadiverse,
  mbin,
  mastodon,
  misskey,
  activityPub,
  mediawiki,
  forumMagnum,
  tildes,
  decidim,
  imageboards,
  kialo,
  mailingLists,
  mailJson,
  askbot,
  trackerJson,
  trackerXml,
  trackers,
  commentSystems,
  wordpress,
  feeds,
  forums,
  disqus,
  closed,
]

/** Platforms that may be at `url`, those that surely are first. */
export function forAddress(url: URL): { platform: Platform; sure: boolean }[] {
  const found = PLATFORMS.map((platform) => ({ platform, how: platform.recognise(url) }))
  return ['sure', 'maybe'].flatMap((how) =>
    found.filter((one) => one.how === how).map(({ platform }) => ({ platform, sure: how === 'sure' })),
  )
}

/** Long pages are known by how they begin; all of one is searched only where that tells nothing. */
export function forAnswer(answer: Answer): Platform | null {
  const text = beginningOf(answer.text)
  return (text === answer.text ? null : sniffed({ ...answer, text })) ?? sniffed(answer)
}

function sniffed(answer: Answer): Platform | null {
  return PLATFORMS.find((platform) => platform.sniff(answer)) ?? null
}
