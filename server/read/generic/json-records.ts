/** What a record of unknown JSON says: its words, writer, id, parent and children, under the many names programs give them. */
import { at, list, record, text } from '../json.ts'
import { type Field, FIELDS, plainName } from './fields.ts'

const NO_FIELDS: Map<string, unknown> = new Map()
const namesOf = new WeakMap<object, Map<string, unknown>>()

/** The fields of a record by their plain names; a record is looked at many times. */
export function fieldsOf(value: unknown): Map<string, unknown> {
  const found = record(value)
  if (found === null) return NO_FIELDS
  const known = namesOf.get(found)
  if (known !== undefined) return known
  const entries = Object.entries(found)
  if (entries.length === 0) return NO_FIELDS
  const fields = new Map<string, unknown>()
  for (const [name, one] of entries) if (!fields.has(plainName(name))) fields.set(plainName(name), one)
  namesOf.set(found, fields)
  return fields
}

export const pick = (value: unknown, field: Field): unknown =>
  FIELDS[field].map((name) => fieldsOf(value).get(name)).find((one) => one !== undefined && one !== null && one !== '')

/** Text at one of the names of `field`, directly or in the record that wraps it. */
export function wordsOf(value: unknown, field: Field): string | null {
  if (fieldsOf(value).size === 0) return null
  for (const name of FIELDS[field]) {
    const found = fieldsOf(value).get(name)
    const words =
      typeof found === 'string' && found.trim() !== ''
        ? found
        : (pieces(found) ??
          ['rendered', 'text', 'html', 'body', 'plain', 'raw']
            .map((key) => text(found, key))
            .find((one) => one !== null))
    if (words !== null && words !== undefined) return words
  }
  return null
}

/** Words in pieces, some of which are records of what is bold or a link. */
function pieces(found: unknown): string | null {
  if (!Array.isArray(found)) return null
  const words = found.map((one) => (typeof one === 'string' ? one : text(one, 'text')))
  return words.some((one) => one === null) ? null : words.join('') || null
}

/** Facebook's export wraps each comment in a list of its own. */
const onlyComment = (data: unknown): unknown =>
  Array.isArray(data) && data.length === 1 ? record(data[0])?.comment : undefined

const unwrappedOnce = new WeakMap<object, unknown>()

/** Some wrap what a comment says in a record beside the answers to it. */
export function unwrapped(value: unknown): unknown {
  const outer = record(value)
  if (outer === null) return value
  const inner = [
    onlyComment(outer.data),
    outer.comment,
    outer.node,
    outer.attributes,
    outer.data,
    outer.post,
    outer.tweet,
  ]
    .map(record)
    .find((one) => one !== null)
  if (inner === undefined) return value
  const known = unwrappedOnce.get(outer)
  if (known !== undefined) return known
  const { comment: _, node: __, attributes: ___, ...rest } = outer
  const made = { ...rest, ...inner }
  unwrappedOnce.set(outer, made)
  return made
}

export const PERSON = [
  'displayname',
  'fullname',
  'name',
  'username',
  'login',
  'handle',
  'acct',
  'nickname',
  'preferredusername',
  'screenname',
  'realname',
  'nick',
]

/** An address of mail behind a name is taken away; a person may be a record, and stand inside another. */
export function authorOf(value: unknown): string | null {
  const found = fieldsOf(value).get('userprofile') ?? pick(value, 'author')
  // Hypothesis names its accounts by server, too: "acct:ann@hypothes.is".
  if (typeof found === 'string')
    return found.replace(/(\S)\s*<[^<>]*@[^<>]*>$/, '$1').replace(/^acct:([^@\s]+)@\S+$/, '$1')
  // Nobody's number is that of everyone who is not signed in.
  if (typeof found === 'number') return found === 0 ? null : String(found)
  const person = unwrapped(Array.isArray(found) ? found[0] : found)
  const named = PERSON.map((name) => fieldsOf(person).get(name)).find((one) => typeof one === 'string' && one !== '')
  if (typeof named === 'string') return named
  return found === undefined ? inParts(value) : accountOf(person)
}

/** First and last name in fields of their own. */
function inParts(value: unknown): string | null {
  const fields = fieldsOf(value)
  const names = [fields.get('firstname'), fields.get('lastname')].filter((one) => typeof one === 'string' && one !== '')
  return names.length === 0 ? null : names.join(' ')
}

/** What a person is counted by, where nothing says how they are called. */
export function accountOf(person: unknown): string | null {
  const [, id] = [...fieldsOf(person)].find(([name, one]) => /(?:id|hex)$/.test(name) && isId(one) && one !== '') ?? []
  return isId(id) ? String(id) : null
}

const isId = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'

/** Discourse counts posts within a topic, and answers name those numbers. */
const isNumbered = (value: unknown): boolean =>
  fieldsOf(value).has('postnumber') && fieldsOf(value).has('replytopostnumber')

export function idOf(value: unknown): string | null {
  const found = isNumbered(value)
    ? fieldsOf(value).get('postnumber')
    : (onChain(value, 'author', 'permlink') ?? pick(value, 'id'))
  return isId(found) ? String(found) : null
}

/** Steem and its kin name a post, and the one it answers, by who wrote it and a word of theirs. */
function onChain(value: unknown, author: string, permlink: string): string | null {
  const fields = fieldsOf(value)
  if (!fields.has('parentpermlink')) return null
  const [who, word] = [fields.get(author), fields.get(permlink)]
  return typeof who === 'string' && who !== '' && typeof word === 'string' ? `${who}/${word}` : null
}

/** In exports of Slack a message is named by its time. */
export const ownId = (value: unknown): string | null => idOf(value) ?? text(fieldsOf(value).get('ts'))

/** The way to a record from the top of its thread, itself included: "1/2", "1.2"; and the records above it, as Hypothesis lists them. */
function above(value: unknown): unknown {
  const fields = fieldsOf(value)
  const references = fields.get('references')
  if (Array.isArray(references)) return references.at(-1)
  const answered = answeredBy(fields)
  if (answered !== undefined) return answered
  const path = ['path', 'threadpath', 'ancestry'].map((name) => fields.get(name)).find((one) => typeof one === 'string')
  const steps = typeof path === 'string' ? path.split(/[/.,>]/).filter((step) => step !== '') : []
  return steps.at(-1) === ownId(value) ? steps.at(-2) : undefined
}

/** Whom a message says it answers some way in: Matrix below its words, X among what a post refers to. */
function answeredBy(fields: Map<string, unknown>): unknown {
  const inMatrix = at(fields.get('content'), 'm.relates_to', 'm.in_reply_to', 'event_id')
  const referred = list({ all: fields.get('referencedtweets') }, 'all').find((one) => at(one, 'type') === 'replied_to')
  return inMatrix ?? at(referred, 'id')
}

/** Where texts are counted by `tid`, `pid` is who wrote them (Polis). */
const namedParent = (value: unknown): unknown =>
  fieldsOf(value).has('tid') && fieldsOf(value).get('pid') === pick(value, 'parent') ? undefined : pick(value, 'parent')

export function parentOf(value: unknown): string | null {
  const found = isNumbered(value)
    ? fieldsOf(value).get('replytopostnumber')
    : (onChain(value, 'parentauthor', 'parentpermlink') ?? namedParent(value) ?? above(value))
  const id = isId(found) ? String(found) : idOf(unwrapped(found))
  return id === null || id === '0' || id === '-1' || id === ownId(value) ? null : id
}

/** The records of a list in whatever form lists come: plain, edges and nodes, wrapped, or by their ids. */
export function listOf(found: unknown): unknown[] {
  if (Array.isArray(found)) return found
  const wrap = record(found)
  if (wrap === null) return []
  for (const name of ['edges', 'nodes', 'items', 'data', 'results', 'children', 'list']) {
    const inner = wrap[name]
    if (Array.isArray(inner)) return inner
  }
  const values = Object.values(wrap)
  return values.length > 0 && values.every((one) => record(one) !== null) ? values : []
}

export const childrenOf = (value: unknown): unknown[] =>
  FIELDS.children.flatMap((name) =>
    listOf(fieldsOf(value).get(name))
      .map(unwrapped)
      .filter((one) => record(one) !== null && (wordsOf(one, 'text') !== null || isEmptied(one))),
  )

/** A record like a post whose words were taken away: the place for them is there. */
export const isEmptied = (value: unknown): boolean =>
  wordsOf(value, 'text') === null &&
  ownId(value) !== null &&
  FIELDS.text.some((name) => fieldsOf(value).get(name) === '' || fieldsOf(value).get(name) === null)
