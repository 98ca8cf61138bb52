/** What the interface says about reading: the split of pasted text, pages sent by a bookmarklet, cited sources. */
import { many, n } from './number.ts'

export const reading = {
  split: {
    check: 'Check how it is split',
    leave: 'Leave it as it was',
    what: 'Look at the posts and correct them before they are analysed.',
    hint: 'Open a post to part it at a line. “Map it” uses what you see.',
    count: (posts: number) => `${many(posts, 'post', 'posts')}.`,
    title: 'Title',
    author: (post: number) => `Author of post ${n(post)}`,
    noName: 'No name',
    answers: 'Answers post',
    answersPost: (post: number) => `Post that post ${n(post)} answers`,
    nobody: 'none',
    placed: 'Answer set.',
    noSuchPost: 'There is no such post, or it answers this one.',
    noWords: 'No words',
    join: 'Join with above',
    joinPost: (post: number) => `Join with above: post ${n(post)}`,
    part: 'New post from here',
    partLine: (line: number) => `New post from here: line ${n(line)}`,
    leaveOut: 'Not a post',
    leaveOutPost: (post: number) => `Not a post, leave it out: post ${n(post)}`,
    leftOut: 'Left out; the map will say so.',
    notices: 'How it was read',
    maybe: (parts: number, names: string) =>
      `${parts === 1 ? 'One part opens' : `${n(parts)} parts open`} with what could be names: ${names}. No writer is taken from them.`,
    were: (parts: number, names: string) =>
      `${parts === 1 ? 'One part opens' : `${n(parts)} parts open`} with names that were taken for their writers: ${names}.`,
    others: (names: number) => many(names, 'more name', 'more names'),
    take: 'Take them as writers',
    leaveLabels: 'These are not people',
    taken: 'Taken as writers.',
    leftLabels: 'Nobody is named now.',
    undo: 'Undo',
    undone: 'Undone.',
    entitle: 'This is the title',
    entitleLine: (line: number) => `This is the title: line ${n(line)}`,
    joined: 'Joined.',
    parted: 'Parted.',
    entitled: 'Title set.',
    earlier: (posts: number) => `Show ${many(posts, 'earlier post', 'earlier posts')}`,
    more: (posts: number) => `Show ${many(posts, 'more post', 'more posts')}`,
    corrected: 'The split into posts was corrected by hand before the analysis.',
  },
  page: {
    title: 'Read a page you are signed in to',
    link: 'Behind a sign-in? Send the page from your browser',
    lead: 'A bookmark that sends the page you are looking at to this server, as your browser shows it. Nothing is analysed before you say so here.',
    make: 'Make the bookmark',
    drag: 'Drag it to your bookmarks bar, open the page you want mapped, then choose the bookmark.',
    name: 'Map this page',
    copy: 'Copy its address',
    copied: 'Copied',
    once: (minutes: number) =>
      `It sends one page and works for ${n(minutes)} minutes. For another page, make another one.`,
    source: 'Without a bookmark: save the page and drop the file, or copy its source (Ctrl U) and paste it as text.',
    forbidden:
      'This site lets its pages be sent nowhere. Save the page (Ctrl S) and drop the file on Counterpoint, or copy the conversation.',
    tooLarge: (most: string) =>
      `This page is larger than the ${most} that can be sent at once. Copy the conversation and paste its text, or send one page of the thread.`,
    nothing:
      'Your browser may ask whether the site may reach this server: allow it. If nothing happens, the site lets no bookmark work; what it shows in frames of other sites is not sent either. Save such a page (Ctrl S) and drop the file.',
    asks: (host: string, size: string) => `Analyse the page you sent from ${host} (${size})?`,
    nowhere: 'an unknown address',
    size: (bytes: number) =>
      bytes < 1000
        ? many(bytes, 'byte', 'bytes')
        : bytes < 1_000_000
          ? `${n(Math.round(bytes / 1000))} kB`
          : `${n(Math.round(bytes / 100_000) / 10)} MB`,
    consent:
      'It is kept in the memory of this server only, until you decide. What is read from it is what you were shown while signed in.',
    analyse: 'Analyse it',
    forget: 'Throw it away',
  },
  related: {
    title: 'The same page is discussed in other debates of your library',
    combine: 'Make one debate of them',
    leave: 'Leave them apart',
  },
  checks: {
    title: 'Sources cited',
    check: 'Check the sources',
    again: 'Check again',
    what: (urls: number) =>
      `Opens ${many(urls, 'cited address', 'cited addresses')} of this debate once each and looks for the words quoted from it. It says nothing about whether a source is right.`,
    progress: (done: number, of: number) => `${n(done)} of ${many(of, 'source', 'sources')} checked`,
    state: { read: 'Can be read', 'not read': 'Could not be read', 'not reached': 'Not reachable' },
    quote: {
      found: 'Found in the source',
      'not found': 'Not found in the source',
      'not read': 'Could not be looked for',
    },
    unchecked: 'Not checked yet',
    always: 'Check cited sources after every analysis',
    alwaysWhat: 'The server opens each cited address once, as its site allows, and looks for the words quoted from it.',
    noQuote: 'No words are quoted from it.',
    left: (urls: number) => `${many(urls, 'address was', 'addresses were')} left out: too many for one check.`,
  },
}

export type ReadingWords = typeof reading
