/** What exports of Slack hold besides messages: mentions by id, and notes of who came and went. */
import { at, text } from '../json.ts'

/** Notes the program writes itself, as its subtype says or, in copies without one, its words. */
export function isSlackNote(value: unknown): boolean {
  return (
    /^(?:channel|group)_(?:join|leave|topic|purpose|name|archive|unarchive)$/.test(text(value, 'subtype') ?? '') ||
    /^<@\w+(?:\|[^<>]*)?> has (?:joined|left) the (?:channel|group)\.?$/.test(text(value, 'text') ?? '')
  )
}

/** Names of writers by their ids, as messages carry them. */
export function slackPeople(messages: unknown[]): [id: string, name: string][] {
  return messages.flatMap((message): [string, string][] => {
    const id = text(message, 'user')
    const profile = at(message, 'user_profile')
    const name = text(profile, 'display_name') || text(profile, 'real_name') || text(profile, 'name')
    return id === null || !name ? [] : [[id, name]]
  })
}

/** "<@U1>" and "<@U1|ada>" as "@Ada", where it is known who that is. */
export function withNames(words: string, people: Map<string, string>): string {
  return words.replace(/<@([A-Z0-9]+)(?:\|([^<>|]+))?>/g, (whole, id: string, shown: string | undefined) => {
    const name = people.get(id) ?? shown
    return name === undefined ? whole : `@${name}`
  })
}
