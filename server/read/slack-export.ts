/** An export of Slack: an archive with one file for each channel and day, and the people in a file of their own. */
import { decode } from '../text/charset.ts'
import { withNames } from './generic/slack.ts'
import { at, parse, record, text } from './json.ts'
import type { NamedBytes } from './packed.ts'

/** Files at its top that tell of the workspace and hold no messages. */
const OF_THE_WORKSPACE =
  /^(?:users|channels|groups|dms|mpims|integration_logs|canvases|lists|file_conversations)\.json$/

/**
 * The files of an archive with what belongs together joined: one file for each channel, its days in their order, its writers
 * and those it mentions by their names. As they were when the archive is none of Slack's.
 */
export function joinedChannels(files: NamedBytes[]): NamedBytes[] {
  const list = files.find(({ name }) => /(?:^|\/)users\.json$/.test(name))
  const people = list === undefined ? new Map<string, string>() : peopleIn(parse(decode(list.bytes)))
  if (list === undefined || people.size === 0) return files
  const top = list.name.slice(0, -'users.json'.length)
  const others: NamedBytes[] = []
  const channels = new Map<string, unknown[]>()
  for (const file of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!file.name.startsWith(top)) {
      others.push(file)
      continue
    }
    const place = file.name.slice(top.length)
    if (OF_THE_WORKSPACE.test(place)) continue
    const [, channel] = /^([^/]+)\/\d{4}-\d\d-\d\d\.json$/.exec(place) ?? []
    const day = channel === undefined ? undefined : parse(decode(file.bytes))
    if (channel === undefined || !Array.isArray(day)) others.push(file)
    else channels.set(channel, [...(channels.get(channel) ?? []), ...day.map((one) => named(one, people))])
  }
  const joined = [...channels].map(([name, messages]) => ({
    name: `${name}.json`,
    bytes: Buffer.from(JSON.stringify(messages)),
  }))
  return joined.length === 0 ? files : [...joined, ...others]
}

function peopleIn(value: unknown): Map<string, string> {
  const users = Array.isArray(value) ? value : []
  return new Map(
    users.flatMap((user): [string, string][] => {
      const id = text(user, 'id')
      const name =
        text(user, 'profile', 'display_name') ||
        text(user, 'profile', 'real_name') ||
        text(user, 'real_name') ||
        text(user, 'name')
      return id === null || !name ? [] : [[id, name]]
    }),
  )
}

function named(message: unknown, people: Map<string, string>): unknown {
  const said = record(message)
  if (said === null) return message
  const name = people.get(text(message, 'user') ?? '')
  const words = at(message, 'text')
  return {
    ...said,
    ...(typeof words === 'string' ? { text: withNames(words, people) } : {}),
    ...(name === undefined ? {} : { user_profile: { display_name: name } }),
  }
}
