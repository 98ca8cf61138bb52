/** Every setting: meaning, unit, default. Read from the environment once, at start; wrong values are refused by name. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const whole = (standard: number, min = 0) => z.coerce.number().int().min(min).default(standard)
const list = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((item) => item !== ''))

const Environment = z.object({
  /** Port to listen on; 0 takes any free one. */
  PORT: whole(4180),
  /** Address to listen on. Stays on this machine by default: the server has no accounts. */
  HOST: z.string().default('127.0.0.1'),
  /** Host names the server may be opened by besides `localhost` and plain addresses, separated by commas. */
  HOST_NAMES: list,
  /** Folder for the embedded database and entered keys. */
  DATA_DIR: z.string().default(join(homedir(), '.counterpoint')),
  /** PostgreSQL connection; when set it replaces the embedded database and queue. */
  DATABASE_URL: z.string().optional(),
  /** Analyses at once in this process. */
  JOBS: whole(2, 1),
  /** Key for the model's service; without one the embedded analyser does the work. */
  ANTHROPIC_API_KEY: z.string().optional(),
  /** Address of an Anthropic-compatible service. */
  ANTHROPIC_BASE_URL: z.string().optional(),
  /** Model id at that service. */
  MODEL: z.string().optional(),
  /** Name of a profile of `counterpoint models`. */
  MODEL_PROFILE: z.string().optional(),
  /** How the key is sent. */
  MODEL_AUTH: z.enum(['bearer', 'x-api-key', 'both', 'none']).optional(),
  /** Spending cap per debate in US dollars; 0 means none. Stops cleanly and keeps what was found. */
  MAX_COST: z.coerce.number().min(0).default(5),
  /** Hosts the fetcher may read although their address is private, separated by commas: `host` or `host:port`. */
  ALLOW_HOSTS: list,
  /** A way to reach the operator, sent in the User-Agent. */
  CONTACT: z.string().default(''),
  /** Largest answer read from a site, in bytes after decompression. */
  MAX_ANSWER_BYTES: whole(15_000_000, 1),
  /** Largest upload or pasted text, in bytes. */
  MAX_UPLOAD_BYTES: whole(50_000_000, 1),
  /** Longest wait for one answer of a site, in milliseconds. */
  FETCH_TIMEOUT_MS: whole(20_000, 1),
  /** Most redirects followed for one request. */
  MAX_REDIRECTS: whole(5),
  /** Most requests for one thread at a time; who reads on is given as many again. */
  MAX_REQUESTS: whole(60, 1),
  /** Longest time for reading one thread, in milliseconds: nothing more is asked for after it, and what was read is kept. */
  MAX_READ_MS: whole(600_000, 1),
  /** Most posts read of one thread at a time. */
  MAX_POSTS: whole(10_000, 1),
  /** Whether the linked article is read, too. */
  READ_ARTICLES: z.stringbool().default(true),
  /** Whether a first start analyses the example thread. */
  EXAMPLE: z.stringbool().default(true),
  /** Reddit app credentials, "id:secret", for reading Reddit by its API. */
  REDDIT_APP: z.string().optional(),
  /** GitHub token, for discussions and higher limits. */
  GITHUB_TOKEN: z.string().optional(),
  /** YouTube Data API key. */
  YOUTUBE_KEY: z.string().optional(),
  /** Stack Exchange API key: 10,000 requests a day instead of 300. It is no secret, but a quota of its own. */
  STACK_EXCHANGE_KEY: z.string().optional(),
  /** Whether threads of imageboards are read by their address. */
  IMAGEBOARDS: z.stringbool().default(false),
  /** Whether pages are read although the site's robots.txt asks programs to stay away: a person asked for that one page. */
  IGNORE_ROBOTS: z.stringbool().default(false),
  /** Whether the addresses a debate cites are opened after every analysis, to see whether they hold the words quoted from them. */
  CHECK_SOURCES: z.stringbool().default(false),
  /** Disqus API key. */
  DISQUS_KEY: z.string().optional(),
})

export type Config = z.infer<typeof Environment>

/** The settings in `env`, empty values counting as unset. Throws an Error naming every wrong setting. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = Environment.safeParse(given)
  if (read.success) return read.data
  throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
}
