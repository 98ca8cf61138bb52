/**
 * Signatures on talk pages: a link to the writer's page, then a time with its zone in brackets, in the wiki's own language.
 * Names of the user namespaces are those of MediaWiki's localisations.
 */
import type { Range } from '../../../shared/thread.ts'
import { localTime, zoneOffset } from '../../text/local-time.ts'
import { cut, type Prose, trim } from '../../text/prose.ts'

/** A zone in brackets, and before it on its line the time it belongs to. */
const ZONE = /\(\s?([A-Z]{2,5}|UTC\s?[+\u2212-]\s?\d{1,2}(?::\d{2})?|ت\s?ع\s?م)\s?\)/gu
const LOOK_BACK = 64

interface Stamp extends Range {
  /** Null where the zone is not known. */
  at: string | null
  words: string
}

/** `most` bounds how many are looked for. */
export function stampsIn(text: string, most = Number.POSITIVE_INFINITY): Stamp[] {
  const found: Stamp[] = []
  for (const match of text.matchAll(ZONE)) {
    const earliest = Math.max(found.at(-1)?.end ?? 0, match.index - LOOK_BACK)
    const from = earliest + text.slice(earliest, match.index).lastIndexOf('\n') + 1
    const before = text.slice(from, match.index)
    const offset = zoneOffset(match[1] as string)
    const time = localTime(before, { offset: offset ?? 0 })
    if (time === null || before.slice(time.end).replace(/[\s\p{M}\u200C-\u200F]/gu, '').length > 4) continue
    const end = match.index + match[0].length
    const start = from + time.start
    found.push({ start, end, at: offset === null ? null : time.at, words: text.slice(start, end) })
    if (found.length >= most) break
  }
  return found
}

const NAMESPACES = new Set(
  `user|user talk|u|benutzer|benutzerin|benutzer diskussion|benutzerin diskussion|bd|utilisateur|utilisatrice|discussion utilisateur|discussion utilisatrice|usuario|usuaria|usuario discusión|usuaria discusión|usuario conversa|utente|discussioni utente|gebruiker|gebruikster|overleg gebruiker|usuário|usuária|usuário discussão|usuária discussão|usuário(a)|usuário(a) discussão|utilizador|utilizadora|utilizador discussão|användare|användardiskussion|bruger|brugerdiskussion|bruker|brukerdiskusjon|brukar|brukardiskusjon|käyttäjä|keskustelu käyttäjästä|wikipedysta|wikipedystka|dyskusja wikipedysty|dyskusja wikipedystki|użytkownik|użytkowniczka|dyskusja użytkownika|участник|участница|обсуждение участника|обсуждение участницы|у|ут|користувач|користувачка|обговорення користувача|обговорення користувачки|wikipedista|wikipedistka|uživatel|uživatelka|diskuse s uživatelem|diskuse s wikipedistou|diskuse s wikipedistkou|diskuse s uživatelkou|redaktor|redaktorka|používateľ|používateľka|diskusia s redaktorom|diskusia s redaktorkou|szerkesztő|szerkesztővita|utilizator|utilizatoare|discuție utilizator|kullanıcı|kullanıcı mesaj|χρήστης|χρήστρια|συζήτηση χρήστη|συζήτηση χρήστριας|потребител|потребител беседа|корисник|корисница|разговор са корисником|разговор со корисник|korisnik|korisnica|razgovor s korisnikom|razgovor sa korisnikom|suradnik|suradnica|razgovor sa suradnikom|razgovor sa suradnicom|uporabnik|uporabnica|uporabniški pogovor|naudotojas|naudotoja|naudotojo aptarimas|dalībnieks|dalībniece|dalībnieka diskusija|kasutaja|kasutaja arutelu|usuari|usuària|usuari discussió|usuària discussió|lankide|lankide eztabaida|uzanto|uzantino|uzanta diskuto|uzanto-diskuto|משתמש|משתמשת|שיחת משתמש|שיחת משתמשת|مستخدم|مستخدمة|نقاش المستخدم|نقاش المستخدمة|کاربر|بحث کاربر|بەکارھێنەر|لێدوانی بەکارھێنەر|सदस्य|सदस्य वार्ता|ব্যবহারকারী|ব্যবহারকারী আলাপ|பயனர்|பயனர் பேச்சு|ผู้ใช้|คุยกับผู้ใช้|pengguna|pembicaraan pengguna|perbincangan pengguna|thành viên|thảo luận thành viên|利用者|利用者‐会話|利用者・トーク|用户|用户讨论|用戶|用戶討論|使用者|使用者討論|사용자|사용자토론|მომხმარებელი|მომხმარებლის განხილვა|მომხმარებელი განხილვა|մասնակից|մասնակցի քննարկում|istifadəçi|istifadəçi müzakirəsi|удзельнік|удзельніца|гутаркі ўдзельніка|úsáideoir|defnyddiwr|notandi|notandaspjall|benotzer|benotzer diskussioun`.split(
    '|',
  ),
)

/** Where a wiki lists what somebody wrote; people without an account sign with it. */
const CONTRIBUTIONS =
  /^[^:]+:(?:contributions|contribs|contribuciones|contribuições|contributi|contribuții|contribucions|contribucións|beiträge|bijdragen|wkład|вклад|внесок|bidrag|muokkaukset|příspěvky|príspevky|szerkesztései|katkılar|συνεισφορές|приноси|прилози|doprinosi|prispevki|indėlis|devums|kaastöö|ekarpenak|kontribuoj|投稿記録|用户贡献|使用者貢獻|기여|מתרומות|תרומות|مساهمات|مشارکت‌ها|đóng góp|kontribusi pengguna|sumbangan)\/(.+)$/iu

/** The name of the page an address of a wiki leads to. */
function pageIn(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const title = url.searchParams.get('title')
  // Wikis stand in any folder; the first part with a colon names the page.
  const path = /\/([^/:]+:.+)$/.exec(url.pathname.replaceAll('%3A', ':'))?.[1] ?? url.pathname.slice(1)
  return (title ?? decodeURIComponent(path.replace(/%(?![\dA-F]{2})/gi, '%25'))).replaceAll('_', ' ')
}

/** Users by addresses: who writes much signs much, always with the same links. */
const known = new Map<string, string | null>()
const MOST_KNOWN = 2000

/** Whose page a link leads to: signatures may show anything else. Null for links to other pages. */
function userIn(address: string): string | null {
  const before = known.get(address)
  if (before !== undefined) return before
  const user = userAt(address)
  if (known.size >= MOST_KNOWN) known.clear()
  if (address.length < 300) known.set(address, user)
  return user
}

function userAt(address: string): string | null {
  const page = pageIn(address)
  if (page === null) return null
  const listed = CONTRIBUTIONS.exec(page)?.[1]
  if (listed !== undefined) return capital(listed)
  const colon = page.indexOf(':')
  if (colon < 1 || !NAMESPACES.has(page.slice(0, colon).trim().toLocaleLowerCase('en'))) return null
  const name = page.slice(colon + 1).split('/')[0] ?? ''
  return name.trim() === '' ? null : capital(name.trim())
}

/** MediaWiki's names begin with a capital, whatever a link says. */
function capital(name: string): string {
  const [first = ''] = name
  return first.toLocaleUpperCase('en').length === first.length
    ? first.toLocaleUpperCase('en') + name.slice(first.length)
    : name
}

export interface Signature extends Range {
  author: string | null
  at: string | null
  stamp: string
}

/** What stands before the name: dashes and brackets, or the words set later for somebody who did not sign. */
const UNSIGNED =
  /[\s–—~([（・-]*(?:(?:(?:the )?preceding |the above )?(?:unsigned|undated) (?:comment|message)[^.!?\n]{0,40} by|(?:der vorstehende, )?nicht signierte[rn]? beitrag[^.!?\n]{0,40} von|le message qui précède, non signé, a été déposé par(?: l['’]ip)?|(?:el )?comentario (?:anterior )?sin firmar[^.!?\n]{0,20} de|(?:il )?(?:precedente )?commento (?:precedente )?non firmato[^.!?\n]{0,40} da|(?:o )?comentário (?:precedente )?não (?:foi )?assinado[^.!?\n]{0,30} (?:de|por)|de voorgaande[^.!?\n]{0,40} door|(?:ten |poprzedni )?niepodpisany (?:komentarz|wpis)[^.!?\n]{0,40}(?: przez| użytkownik)?|detta osignerade inlägg[^.!?\n]{0,30} av|(?:tento |předchozí )?nepodepsaný (?:komentář|příspěvek)[^.!?\n]{0,30}|эта реплика добавлена[^.!?\n]{0,40})?\s*$/i

/** Signatures in a stretch of text, each from the first link to its writer to the end of its time; the first `most` of them. */
export function signaturesIn(prose: Prose, most = Number.POSITIVE_INFINITY): Signature[] {
  const found: Signature[] = []
  let [first, next] = [0, 0]
  for (const stamp of stampsIn(prose.text, most)) {
    const from = found.at(-1)?.end ?? 0
    // Links stand in the order they begin in, so that none is looked at for all the signatures of a long paragraph.
    while ((prose.links[next]?.start ?? Infinity) < stamp.start) next++
    while (first < next && (prose.links[first]?.start ?? 0) < Math.max(from, stamp.start - 200)) first++
    const links = prose.links
      .slice(first, next)
      .filter((link) => link.end <= stamp.start)
      .map((link) => ({ ...link, user: userIn(link.url) }))
      .filter((link) => link.user !== null)
    const author = links.at(-1)?.user ?? null
    const own = links.filter((link) => link.user === author)
    const before = prose.text.slice(0, own[0]?.start ?? stamp.start)
    const start = before.length - (UNSIGNED.exec(before.slice(-160))?.[0].length ?? 0)
    found.push({ start: Math.max(from, start), end: stamp.end, author, at: stamp.at, stamp: stamp.words })
  }
  return found
}

/** `prose` up to the signature that ends it. */
export function withoutSignature(prose: Prose): Prose {
  const last = signaturesIn(prose).at(-1)
  if (last === undefined || prose.text.slice(last.end).trim().length > 2) return prose
  return trim(cut(prose, [{ start: last.start, end: prose.text.length }]))
}
