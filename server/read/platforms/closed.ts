/** Sites that show conversations to nobody but their own members: the honest answer, with the way out. */
import { Problem } from '../../problem.ts'
import { saysLittle } from '../answers.ts'
import type { Platform } from '../platform.ts'

interface Closed {
  host: RegExp
  name: string
  why: string
  page?: RegExp
}

const COPY = 'Copy the conversation (or save the page) in your browser and paste it here.'

const SITES: Closed[] = [
  {
    host: /(?:^|\.)(?:x\.com|twitter\.com|nitter\.\w+|xcancel\.com)$/,
    name: 'X',
    why: 'X shows replies only to signed-in people and has no free way in for programs.',
    page: /<title>[^<]*(?:xcancel|nitter)|continue using (?:x|twitter)\.com|Verifying your browser[\s\S]*xcancel|id="react-root"[\s\S]{0,4000}twimg\.com/i,
  },
  {
    host: /(?:^|\.)threads\.(?:net|com)$/,
    name: 'Threads',
    why: 'Threads shows only the first post to people who are not signed in.',
    page: /<title>[^<]*(?:•|on) Threads|threads\.(?:net|com)\/login/i,
  },
  {
    host: /(?:^|\.)(?:facebook\.com|fb\.com|fb\.me|fb\.watch)$/,
    name: 'Facebook',
    why: 'Facebook shows comments only to signed-in people.',
    page: /<title[^<>]*>[^<]{0,200}(?:log ?in|log into|anmelden)[^<]{0,200}facebook|facebook\.com\/login|id="login_form"[\s\S]{0,3000}facebook/i,
  },
  {
    host: /(?:^|\.)instagram\.com$/,
    name: 'Instagram',
    why: 'Instagram shows comments only to signed-in people.',
    page: /<title>[^<]*(?:login|anmelden)[^<]*instagram|instagram\.com\/accounts\/login/i,
  },
  {
    host: /(?:^|\.)linkedin\.com$/,
    name: 'LinkedIn',
    why: 'LinkedIn shows comments only to signed-in people.',
    page: /<title>[^<]*(?:sign up|log ?in|sign in)[^<]*linkedin|linkedin\.com\/authwall/i,
  },
  { host: /(?:^|\.)tiktok\.com$/, name: 'TikTok', why: 'TikTok hands comments out only to its own app.' },
  {
    host: /(?:^|\.)(?:discord\.com|discord\.gg|discordapp\.com)$/,
    name: 'Discord',
    why: 'Discord shows channels only to their members.',
    page: /<title>\s*Discord\s*<\/title>|discord\.com\/assets\//i,
  },
  { host: /(?:^|\.)slack\.com$/, name: 'Slack', why: 'Slack shows channels only to their members.' },
  {
    host: /(?:^|\.)quora\.com$/,
    name: 'Quora',
    why: 'Quora hides its answers from readers who are not signed in.',
    page: /<title>\s*Quora(?: - [^<]*)?<\/title>|qsbr\.cf2\.quoracdn/i,
  },
  {
    host: /(?:^|\.)groups\.google\.com$/,
    name: 'Google Groups',
    why: 'Google Groups has no way in for programs.',
    page: /<title>[^<]*Google Groups\s*<\/title>/i,
  },
  { host: /(?:^|\.)groups\.io$/, name: 'groups.io', why: 'groups.io hands archives out only to members.' },
  {
    host: /(?:^|\.)producthunt\.com$/,
    name: 'Product Hunt',
    why: 'Product Hunt hands discussions out only to programs with a token.',
  },
]

function refused({ name, why }: Closed): Problem {
  return new Problem(name === 'Product Hunt' ? 'blocked-by-site' : 'login-required', why, { remedy: COPY })
}

export const closed: Platform<never> = {
  id: 'closed',
  name: 'A site for its members',
  recognise: (url) => (SITES.some(({ host }) => host.test(url.hostname)) ? 'sure' : null),
  sniff: (answer) =>
    answer.text.length < 120_000 &&
    answer.text.trimStart().startsWith('<') &&
    SITES.some(({ page }) => page?.test(answer.text) === true) &&
    saysLittle(answer.text),
  file(answer) {
    throw refused(SITES.find(({ page }) => page?.test(answer.text) === true) ?? (SITES[0] as Closed))
  },
  begin(url) {
    throw refused(SITES.find(({ host }) => host.test(url.hostname)) ?? (SITES[0] as Closed))
  },
  resume: (state) => state,
}
