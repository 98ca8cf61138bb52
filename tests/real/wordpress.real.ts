/** A blog on WordPress with comments (Debian: apt-get install wordpress wordpress-theme-twentytwentythree php-cli php-mysql mariadb-server). */
import { execFileSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { preview } from '../../server/read/index.ts'
import { readConfig } from '../../server/config.ts'
import { answers, freePort, reading, type RealServer, rowsOf, started } from './server.ts'

const SITE = '/usr/share/wordpress'
const ABSENT = [SITE, '/usr/bin/php', '/usr/sbin/mariadbd', '/usr/bin/mariadb-install-db'].filter(
  (path) => !existsSync(path),
)
const COMMENTS = 125

/** As root the database runs as the system's `mysql` user. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (which: string) => Number(execFileSync('id', [which, 'mysql']).toString())
  return { uid: id('-u'), gid: id('-g') }
}

/** Comment `at` answers the one before it where it is no multiple of five, at most four deep. */
const SEED = `<?php
$_SERVER['HTTP_HOST'] = getenv('WP_HOST');
define('WP_INSTALLING', true);
require '/SITE/wp-load.php';
require '/SITE/wp-admin/includes/upgrade.php';
wp_install('Harbour talk', 'ada', 'ada@example.invalid', true, '', 'secret');
update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');
update_option('comments_per_page', 50);
update_option('thread_comments_depth', 5);
$post = wp_insert_post(['post_title' => 'Free ferries', 'post_name' => 'free-ferry', 'post_content' => '<p>They should be free.</p>', 'post_status' => 'publish', 'post_author' => 1, 'post_date' => '2026-05-01 09:00:00']);
$last = 0;
for ($at = 0; $at < ${COMMENTS}; $at++) {
  $last = wp_insert_comment(['comment_post_ID' => $post, 'comment_parent' => $at % 5 === 0 ? 0 : $last, 'comment_author' => 'Writer ' . ($at % 7), 'comment_content' => "<blockquote>They should be free.</blockquote>Point number $at on the fare.", 'comment_date' => gmdate('Y-m-d H:i:s', 1777626000 + $at * 60), 'comment_date_gmt' => gmdate('Y-m-d H:i:s', 1777626000 + $at * 60), 'comment_approved' => 1]);
}
flush_rewrite_rules();
echo $post;
`
const ROUTER = `<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path !== '/' && file_exists(__DIR__ . $path) && !is_dir(__DIR__ . $path)) return false;
$_SERVER['SCRIPT_NAME'] = '/index.php';
require __DIR__ . '/index.php';
`

async function start(): Promise<RealServer> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-wp-'))
  const as = owner()
  const data = join(folder, 'data')
  const socket = join(folder, 'db.sock')
  const site = join(folder, 'site')
  mkdirSync(data)
  const { uid, gid } = as
  if (uid !== undefined && gid !== undefined) for (const path of [folder, data]) chownSync(path, uid, gid)
  execFileSync(
    'mariadb-install-db',
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { ...as, stdio: 'ignore' },
  )
  const sql = (words: string) =>
    execFileSync('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', words], { stdio: 'pipe' })
  const stopDatabase = await started(
    [
      '/usr/sbin/mariadbd',
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      '--skip-networking',
      `--pid-file=${folder}/db.pid`,
    ],
    as,
    async () => {
      sql('select 1')
      return true
    },
  )
  sql('create database wp')
  const host = `127.0.0.1:${await freePort()}`
  cpSync(SITE, site, { recursive: true, dereference: true, filter: (path) => !path.endsWith('wp-config.php') })
  writeFileSync(
    join(site, 'wp-config.php'),
    `<?php
define('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:${socket}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', 'http://${host}'); define('WP_SITEURL', 'http://${host}'); define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_CONTENT_DIR', __DIR__ . '/wp-content');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`,
  )
  writeFileSync(join(site, 'router.php'), ROUTER)
  writeFileSync(join(folder, 'seed.php'), SEED.replaceAll('/SITE', site))
  execFileSync('php', [join(folder, 'seed.php')], { env: { ...process.env, WP_HOST: host }, stdio: 'pipe' })
  const base = `http://${host}`
  const stopSite = await started(['php', '-S', host, '-t', site, join(site, 'router.php')], {}, () =>
    answers(`${base}/`),
  )
  return {
    base,
    async stop() {
      await stopSite()
      await stopDatabase()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

describe.skipIf(ABSENT.length > 0)(
  `WordPress${ABSENT.length > 0 ? ` (skipped: ${ABSENT.join(', ')} not there)` : ''}`,
  () => {
    let server: RealServer
    beforeAll(async () => {
      server = await start()
    })
    afterAll(() => server.stop())

    test('a post with its comments by its address', async () => {
      const { thread, asked } = await reading(`${server.base}/2026/05/free-ferry/`)
      expect(asked.filter((path) => path.includes('/comments')).length).toBeLessThanOrEqual(3)
      expect(thread.title).toBe('Free ferries')
      expect(thread.completeness).toMatchObject({ expected: COMMENTS + 1, got: COMMENTS + 1, missing: [] })
      const rows = rowsOf(thread)
      expect(rows[0]?.slice(1)).toEqual(['They should be free.', null])
      const at = (number: number) =>
        rows.findIndex(([, words]) => words.endsWith(`Point number ${number} on the fare.`))
      expect(rows[at(0)]).toEqual(['Writer 0', 'They should be free.\n\nPoint number 0 on the fare.', 0])
      expect(rows[at(1)]?.[2]).toBe(at(0))
      expect(rows[at(4)]?.[2]).toBe(at(3))
      expect(thread.posts[at(7)]).toMatchObject({ createdAt: '2026-05-01T09:07:00.000Z', quotes: [{ how: 'marked' }] })
    })

    test('the page alone, saved, says how much it lacks', async () => {
      const html = await (await fetch(`${server.base}/2026/05/free-ferry/`)).text()
      const base64 = Buffer.from(html).toString('base64')
      const [thread] = preview({ kind: 'file', name: 'page.html', base64 }, readConfig({}))
      const { got = 0, expected, missing = [] } = thread?.completeness ?? {}
      expect(got).toBeGreaterThan(40)
      expect(got === COMMENTS + 1 || missing.length > 0 || (expected ?? 0) > got).toBe(true)
    })

    test('a post that is not there', async () => {
      await expect(reading(`${server.base}/2026/05/no-such-post/`)).rejects.toMatchObject({ code: 'not-found' })
    })
  },
)
