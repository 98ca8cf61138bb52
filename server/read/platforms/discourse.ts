/** Discourse: the topic with the ids of all its posts, then the rest in batches; the page itself for saved files. */
import { Problem } from '../../problem.ts'
import { refusal, usable } from '../answers.ts'
import { jsonOf, list, text } from '../json.ts'
import type { Answer, Ask, Platform, Step } from '../platform.ts'
import { isEmbedded, readEmbedded } from './discourse-embedded.ts'
import { readPage } from './discourse-pages.ts'
import { postsOf, thread, type Topic, topicOf } from './discourse-topic.ts'

const BATCH = 20

type State =
  | { stage: 'topic'; base: string }
  | { stage: 'post'; base: string }
  | { stage: 'posts'; topic: Topic; url: string; datas: unknown[]; wanted: number }

const askTopic = (base: string, id: string): Ask => ({
  url: `${base}t/${id}.json?include_raw=true`,
  purpose: 'the topic and its first posts',
})

function askPosts(topic: Topic, ids: string[]): Ask[] {
  const asks: Ask[] = []
  for (let from = 0; from < ids.length; from += BATCH) {
    const query = ids
      .slice(from, from + BATCH)
      .map((id) => `post_ids[]=${id}`)
      .join('&')
    asks.push({
      url: `${topic.base}t/${topic.id}/posts.json?${query}&include_raw=true`,
      purpose: `posts ${from + 1} to ${Math.min(from + BATCH, ids.length)} of ${ids.length} more`,
    })
  }
  return asks
}

const TOPIC = /^(.*?)\/t\/(?:[^/]+\/)?(\d+)(?:\/|$)/
const POST = /^(.*?)\/p\/(\d+)(?:\/|$)/
/** Communities of Mbin and PieFed stand before their threads in the same way as a folder of Discourse would. */
const OF_OTHERS = /^\/[mc]\/[^/]+\/[tp]\//

function isPage(answer: Answer): boolean {
  const head = answer.text.slice(0, 30_000)
  return (
    /<meta\s+name=["']generator["']\s+content=["']Discourse/i.test(head) ||
    'x-discourse-route' in answer.headers ||
    (/data-discourse-setup|discourse-application/.test(head) && answer.text.includes('data-preloaded'))
  )
}

export const discourse: Platform<State> = {
  id: 'discourse',
  name: 'Discourse',
  recognise: (url) =>
    !OF_OTHERS.test(url.pathname) && (TOPIC.test(url.pathname) || POST.test(url.pathname)) ? 'maybe' : null,
  sniff: (answer) => postsOf(jsonOf(answer)).length > 0 || isPage(answer) || isEmbedded(answer),
  file(answer) {
    const value = jsonOf(answer)
    if (value === undefined) return [isEmbedded(answer) ? readEmbedded(answer) : readPage(answer)]
    // The newest posts of a forum, or those of one person, are of many topics.
    const topics = new Map<string | null, unknown[]>()
    for (const data of postsOf(value)) {
      const id = text(data, 'topic_id')
      topics.set(id, [...(topics.get(id) ?? []), data])
    }
    return [...topics.values()].map((posts) =>
      thread(topicOf(topics.size === 1 ? value : undefined, posts, answer.url), posts, answer.url, []),
    )
  },
  page(answer) {
    if (isEmbedded(answer)) return { thread: readEmbedded(answer) }
    const url = answer.url === null ? null : new URL(answer.url)
    return url !== null && TOPIC.test(url.pathname) ? begin(url) : { thread: readPage(answer) }
  },
  begin,
  resume(state, answers) {
    const answer = answers[0] as Answer
    if (state.stage === 'posts') return afterPosts(state, answers)
    const value = jsonOf(usable(answer))
    if (state.stage === 'post') {
      const id = text(value, 'topic_id')
      if (id === null) throw new Problem('not-a-thread', 'No Discourse post is at this address.')
      return { asks: [askTopic(state.base, id)], state: { stage: 'topic', base: state.base } }
    }
    const datas = postsOf(value)
    if (datas.length === 0) throw new Problem('not-a-thread', 'No Discourse topic is at this address.')
    const url = answer.url ?? state.base
    const topic = { ...topicOf(value, datas, url), base: state.base }
    const got = new Set(datas.map((data) => text(data, 'id')))
    const rest = list(value, 'post_stream', 'stream')
      .map(String)
      .filter((id) => !got.has(id))
    if (rest.length === 0) return { thread: thread(topic, datas, url, []) }
    return { asks: askPosts(topic, rest), state: { stage: 'posts', topic, url, datas, wanted: rest.length } }
  },
}

function begin(url: URL): Step<State> {
  const [, folder = '', id = ''] = TOPIC.exec(url.pathname) ?? []
  if (id !== '') {
    const base = `${url.origin}${folder}/`
    return { asks: [askTopic(base, id)], state: { stage: 'topic', base } }
  }
  const [, above = '', postId = ''] = POST.exec(url.pathname) ?? []
  const base = `${url.origin}${above}/`
  return { asks: [{ url: `${base}posts/${postId}.json`, purpose: 'the post' }], state: { stage: 'post', base } }
}

function afterPosts(state: Extract<State, { stage: 'posts' }>, answers: Answer[]): Step<State> {
  const got = answers.flatMap((answer) => (refusal(answer) === null ? postsOf(jsonOf(answer)) : []))
  const failed = answers.map(refusal).find((problem) => problem !== null)
  const missing =
    failed === undefined || failed === null
      ? []
      : [{ why: failed.message, count: Math.max(0, state.wanted - got.length) }]
  return { thread: thread(state.topic, [...state.datas, ...got], state.url, missing) }
}
