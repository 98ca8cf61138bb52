/** The discussions among many answers: a recording of all that a browser asked, a list of one answer after the other. */
import { Problem } from '../problem.ts'
import { noted } from './assemble.ts'
import type { Answer, ReadThread } from './platform.ts'
import { closed } from './platforms/closed.ts'
import { forAnswer } from './recognise.ts'
import { type ReadFrom, together } from './same-thread.ts'

/** Parts that tell whether a platform knows what they are. */
const MOST_TRIED = 8

type Read = (answer: Answer) => ReadThread[]

const isKnown = (answer: Answer): boolean => {
  const platform = forAnswer(answer)
  return platform !== null && platform !== closed
}

interface Found {
  threads: ReadFrom[]
  /** Why the others could not be read. */
  failed: Problem[]
}

function readEach(answers: Answer[], read: Read): Found {
  const threads: ReadFrom[] = []
  const failed: Problem[] = []
  for (const answer of answers) {
    try {
      threads.push(...read(answer).map((thread) => ({ thread, source: answer.fileName ?? '' })))
    } catch (thrown) {
      const problem = Problem.from(thrown)
      if (problem.code === 'internal') throw problem
      failed.push(problem)
    }
  }
  return { threads, failed }
}

/** Lists of threads say how each begins and nothing more. */
const isDiscussed = ({ thread: { posts } }: ReadFrom) => posts.some(({ kind }) => kind !== 'opening')

const bySize = (a: ReadFrom, b: ReadFrom) => b.thread.posts.length - a.thread.posts.length

/**
 * The discussions of a recording: what a platform knows, else the longest of what looks like one. Lists of threads stand
 * beside them in every recording; they count only where nothing else is. Throws `Problem` when there is none.
 */
export function readRecording({ answers, asked }: { answers: Answer[]; asked: number }, read: Read): ReadThread[] {
  if (answers.length === 0) {
    throw new Problem('not-a-thread', 'This recording holds no answers that are text, only what was asked for.', {
      remedy: 'Record it again with the answers in it: in a browser’s tools, choose “Save all as HAR with content”.',
    })
  }
  const { threads, failed } = readEach(answers.filter(isKnown), read)
  const found = threads.length > 0 ? threads : readEach(answers, read).threads.toSorted(bySize).slice(0, 1)
  const all = together(found)
  const discussed = all.filter(isDiscussed)
  const [first, ...others] = (discussed.length > 0 ? discussed : all).map(({ thread }) => thread)
  if (first === undefined)
    throw failed[0] ?? new Problem('not-a-thread', `None of the ${asked} answers in this recording is a discussion.`)
  return [
    noted(first, [`Read from a recording (answers in it: ${asked}); what is no discussion was left out.`]),
    ...others,
  ]
}

/** One after the other of `parts`, where a platform knows them; null where it does not. What can't be read is told. */
export function readParts(parts: Answer[], read: Read): ReadThread[] | null {
  if (!parts.slice(0, MOST_TRIED).some(isKnown)) return null
  const { threads, failed } = readEach(parts.filter(isKnown), read)
  const [first, ...others] = together(threads).map(({ thread }) => thread)
  if (first === undefined && failed[0] !== undefined) throw failed[0]
  if (first === undefined) return null
  const told = failed.length === 0 ? [] : [`Some answers in the file hold no posts: ${failed.length}.`]
  return [noted(first, told), ...others]
}
