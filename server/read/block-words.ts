/**
 * What pages say that show no discussion: a check for robots, a limit, a sign-in form, an error. Known by whole sentences
 * and by how lines begin, so that people may speak of all of these.
 */
import { BEGINNINGS_ABROAD, TITLES_ABROAD } from './block-words-abroad.ts'

/** Why there is nothing to read. */
export type Said = 'kept out' | 'not here' | 'consent' | 'limit' | 'sign in' | 'missing' | 'gone' | 'broken' | 'scripts'

/** Fewer characters than this are no conversation: what a page says that lets nobody in. */
export const FEW_WORDS = 1500

/** How a line begins that can be nothing else. */
const BEGINNINGS: [Said, RegExp][] = [
  [
    'kept out',
    /^(?:\S+ (?:needs to review the security of your connection|used cloudflare to restrict access|is checking your browser)|verif(?:y|ying|ication)(?: that)?(?: successful\. waiting| you are (?:a )?human| your browser)|checking (?:your browser before|you are not a bot|the site connection security|if the site connection is secure)|enable javascript and cookies to continue|sorry, you have been blocked|(?:your|the) request (?:has been|was) blocked|you(?:['’]ve| have) been blocked by|your access to (?:this|the) (?:site|service|page) (?:has been|is) (?:limited|blocked|denied)|access to this (?:page|site|website) (?:has been|is) (?:denied|blocked|limited)|this website is using a security service|prove (?:your humanity|you(?:['’]re| are) (?:not a robot|human))|complete the (?:challenge|security check|captcha)|please complete the (?:security check|captcha)|please (?:verify|confirm|prove) (?:that )?you(?:['’]re| are) (?:a human|human|not a (?:ro)?bot)|making sure you(?:['’]re| are) not a (?:ro)?bot|you are seeing this because the administrator of this website has set up|protected by (?:anubis|go-away)|press (?:&|and) hold to confirm you are|we need to (?:verify|make sure) (?:that )?you(?:['’]re| are)|in order to continue, we need to verify|sign in to confirm you(?:['’]re| are) not a bot|\w+ waf is verifying|performing (?:browser checks|security verification)|the requested url was rejected|an appropriate representation of the requested resource could not be found|fortiguard|web page blocked|please wait (?:while (?:your request is being verified|we (?:validate|verify|check)|your browser)|for verification)|we have (?:noticed|detected) (?:an )?unusual (?:activity|traffic)|our systems have detected unusual traffic|(?:\.{3} ?)?but your activity and behaviou?r on this site|as you were browsing something about your browser|you are now in line|please set a user-agent and respect|request denied|this site is blocked|access control configuration prevents|sorry, you don['’]t have permission to visit this site|error (?:code:? )?10(?:0[5-9]|1[0-24-9]|20)\b|the request \/ response that|(?:vpn|proxy)(?: or (?:vpn|proxy))? (?:detected|usage detected))/i,
  ],
  [
    'not here',
    /^(?:(?:451\W+)?unavailable (?:due to|for) legal reasons|we recogni[sz]e you are attempting to access this (?:web)?site from a country|(?:this|our) (?:web)?site is (?:currently )?(?:not available|unavailable) in (?:your|most|the)|(?:this|our) (?:content|page|video|service) is (?:currently )?(?:not available|unavailable|blocked) in your (?:country|region|location)|th(?:is|e) (?:web)?site is (?:currently |temporarily )?unavailable (?:to|for) (?:visitors|users|readers) (?:from|in)|(?:unfortunately,? )?our (?:web)?site is currently unavailable in most european)/i,
  ],
  [
    'consent',
    /^(?:before you continue to|bevor sie zu \S+ (?:weiter|fort)|avant d['’]accéder à|antes de (?:ir a|continuar en|continuar no)|prima di continuare su|mit werbung weiterlesen)/i,
  ],
  [
    'limit',
    /^(?:too many requests|429\b|you(?:['’]re| are) being rate.?limited|you have exceeded (?:a|the|your) (?:secondary )?rate limit|rate limit exceeded|(?:this|your) ip (?:address )?\(?[\d.:a-f]*\)? ?has (?:performed an unusually|made too many)|instance has been rate.?limited|sorry, we['’]re not able to serve your requests|we['’]re sorry, but you appear to be a bot)/i,
  ],
  [
    'sign in',
    /^(?:you (?:must|need to|have to) (?:be (?:logged.?in|signed.?in|registered)|log ?in|sign ?in) (?:to (?:continue|view|see|read|access|do that)|in order to)|(?:please )?(?:log|sign) ?in(?: or \w+(?: up)?)? to (?:continue|view|read|see|access)|to continue, log in|sign in to your (?:workspace|account)|you must be (?:18|at least eighteen|over 18)|(?:r\/)?\S+ is a private (?:community|subreddit)|this (?:community|subreddit|page|forum|topic|content) is (?:private|only (?:available|visible) to)|the page you have tried to view is currently available to .*subscribers|subscribe to (?:unlock|read|continue)|subscription required|are you (?:over|at least) (?:18|eighteen)|i am (?:over|at least) (?:18|eighteen)|only registered members|username or (?:primary )?email)/i,
  ],
  [
    'missing',
    /^(?:404\b.{0,12}not found|the (?:requested )?(?:page|url|topic|thread|resource|post)(?: you(?:['’]re| are)? ?(?:requested|looking for))?(?: or \w+)? (?:does not exist|doesn['’]t exist|could not be found|was not found|can['’]t be found|cannot be found)|the requested url was not found|this is not the web page you are looking for|sorry, (?:this|that) (?:page|post|thread) (?:isn['’]t|is not) available|(?:this )?content isn['’]t available|hmm\W+this page doesn['’]t exist|no such item|the wayback machine has not archived|(?:invalid|no) (?:thread|topic|post|forum) specified|the (?:specified|selected) (?:thread|topic|post|forum) (?:does not exist|doesn['’]t exist|could not be found|is invalid)|the topic or board you are looking for|(?:we|sorry, we) (?:could not|couldn['’]t|can['’]t|cannot) (?:locate|find) (?:the (?:item|page|topic|thread)|that)|welcome to nginx!|apache2 \w+ default page|th(?:is|e) domain(?: name)? (?:\S+ )?is (?:for sale|parked)|that page (?:can['’]t|cannot) be found|oops! that page can)/i,
  ],
  [
    'gone',
    /^(?:410\b.{0,12}gone|this (?:subreddit|community) (?:has been|was) banned|this (?:thread|topic|post|page|issue|video) (?:has been|was) (?:deleted|removed)\b)/i,
  ],
  [
    'broken',
    /^(?:50[0234]\b.{0,12}(?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out)|\S+ \| 52\d: |(?:the initial connection|web server is|connection timed out error code)\b.{0,60}(?:cloudflare|down|52\d)|all of our servers are busy|our servers are currently under maintenance|we(?:['’]re| are) (?:currently )?(?:offline for|down for|performing some|undergoing) (?:scheduled )?maintenance|sorry for the inconvenience but we|briefly unavailable for scheduled maintenance|error establishing a database connection|we had issues producing the response|something went wrong(?:\. (?:wait|try|please)|, but don['’]t fret)|an error occurred while processing your request|(?:php )?(?:fatal|parse) error\s*:|warning\s*:\s+\w+\(\)|sql error \[|upstream connect error|no healthy upstream|uncaught (?:error|exception)\s*:|traceback \(most recent call)/i,
  ],
  [
    'scripts',
    /^(?:you need to enable javascript|please (?:enable|turn on) java ?script|javascript (?:is )?(?:required|disabled|is not available|must be enabled)|(?:this (?:site|page|app|application)|\S+) (?:requires|needs) javascript|(?:we['’]re )?sorry,? but \S+ (?:doesn['’]t|does not) work properly without javascript|to use \S.{0,60}, please enable javascript|enable javascript or switch|this is a heavily interactive web application)/i,
  ],
]

/** Whole lines that mean it where hardly anything else is said. */
const LINES: [Said, RegExp][] = [
  [
    'kept out',
    /^(?:(?:403:? ?)?forbidden|403|access denied|blocked|request rejected|not acceptable!?|one more step)$/i,
  ],
  ['limit', /^(?:slow down|retry later|please slow down|rate limited|whoa there!)$/i],
  ['sign in', /^(?:(?:401:? ?)?unauthori[sz]ed|log ?in|sign ?in|login required|anmelden|connexion)$/i],
  ['missing', /^(?:(?:404:? ?)?(?:page )?not found|404|hrm)$/i],
  ['broken', /^(?:sorry|error|internal server error|bad gateway|service unavailable|oops!?|loading)$/i],
]
/** What titles say, each part between “|”, “-”, “·” and the like by itself. */
const TITLES: [Said, RegExp][] = [
  [
    'kept out',
    /^(?:(?:just a moment|just a second|client challenge|nur einen moment|un instant|un momento|um momento|een (?:ogenblik|moment) geduld|один момент|jeszcze chwil|しばらくお待ちください|请稍候|請稍候|잠시만 기다|one moment, please|access to this page has been denied|access to this site has been limited|your access to this site has been limited|you(?:['’]ve| have) been blocked|please wait for verification|checking your browser|checking you are not a bot|verifying your browser|verify(?:ing)? (?:that )?you are (?:a )?human|prove your humanity|are you (?:a )?(?:human|robot)\b|ddos-guard|pardon our interruption|sucuri website firewall|error: the request could not be satisfied|error: the requested url could not be retrieved|403 forbidden|making sure you(?:['’]re| are) not a bot|überprüfe, dass du kein bot|vérification que vous n|radware captcha|request rejected|web page blocked|robot challenge|internet security by)|(?:attention required!?|access (?:denied|blocked)|blocked|challenge validation|human verification|bot verification|robot check|security check|(?:vercel )?security checkpoint|captcha|forbidden|site blocked|queue-it|azure waf|not acceptable!?|verification required|验证码\S*)$)/i,
  ],
  ['not here', /^(?:451\b.*|unavailable (?:due to|for) legal reasons)$/i],
  [
    'consent',
    /before you continue|bevor sie (?:zu|fortfahren)|avant d['’]accéder|antes de (?:ir|continuar)|prima di continuare|^(?:.* )?(?:cookie consent|privacy settings|consent required|consent|zustimmung erforderlich|datenschutz-?einstellungen)$|ist teil der \S+[ -]markenfamilie/i,
  ],
  ['limit', /too many requests|^rate limit(?:ed| exceeded)?$|^429\b|zu viele anfragen|^slow down$/i],
  [
    'sign in',
    /^(?:.*: )?over 18\?$|^(?:please )?(?:log ?in|log ?into|sign ?in|sign ?up|login required|anmelden|anmeldung|connexion|se connecter|iniciar sesión|accedi|inloggen|logga in|zaloguj(?: się)?|войти|вход|age (?:verification|check)|are you 18\b.*|altersprüfung|private community|members only|subscription required|subscribe to read)(?: (?:to|into|or|required|page|bei|für|in|sur|en|a|op|till|na|на)\b.*)?$|^.*: private$/i,
  ],
  [
    'missing',
    /^(?:.*: )?(?:404\b.*|(?:page |file |error )?not found|page introuvable|seite nicht gefunden|página no encontrada)$/i,
  ],
  ['gone', /^(?:410 gone|.*: banned)$/i],
  [
    'broken',
    /^(?:50[0234]\b.*|52\d: .*|(?:internal )?server error|bad gateway|service unavailable|database error|site maintenance|maintenance|unicorn!|wikimedia error|.* is offline for maintenance)$/i,
  ],
]

const ALL_TITLES = [...TITLES, ...TITLES_ABROAD]
const ALL_BEGINNINGS = [...BEGINNINGS, ...BEGINNINGS_ABROAD]

/** What a page's title says instead of naming a discussion. */
export function titleSays(title: string): Said | null {
  const parts = [title, ...title.split(/\s+[|·•–—-]\s+|\s*\|\s*/)].map((part) => part.trim())
  return ALL_TITLES.find(([, says]) => parts.some((part) => says.test(part)))?.[0] ?? null
}

/** In a text of fewer characters than this such a line counts. */
const HARDLY_ANYTHING = 300

/** What `text`, one line for each that is shown, says instead of a discussion; null where it may be one. */
export function saidInstead(text: string): { said: Said; characters: number } | null {
  if (text.length > FEW_WORDS) return null
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const short = text.length <= HARDLY_ANYTHING
  const found = lines.flatMap((line, place) => {
    const said = ALL_BEGINNINGS.find(([, begins]) => begins.test(line))?.[0]
    if (said !== undefined) return [{ said, characters: line.length }]
    const bare = line.replace(/[.…!]+$/, '')
    const alone = short && place === 0 ? LINES.find(([, is]) => is.test(bare))?.[0] : undefined
    return alone === undefined ? [] : [{ said: alone, characters: line.length }]
  })
  const [first] = ORDER.flatMap((said) => found.filter((one) => one.said === said))
  if (first === undefined) return null
  return { said: first.said, characters: found.reduce((sum, { characters }) => sum + characters, 0) }
}

/** What any line of a page says whose own words are few, however much stands around them; what scripts would do is left out. */
export function saidSomewhere(lines: string): Said | null {
  const found = new Set(
    lines.split('\n').flatMap((line) => ALL_BEGINNINGS.find(([, begins]) => begins.test(line.trim()))?.[0] ?? []),
  )
  return ORDER.find((said) => found.has(said) && said !== 'scripts') ?? null
}

/** A page that refuses says so, whatever else it says: that scripts are missing, that nothing is there. */
const ORDER: Said[] = ['limit', 'gone', 'kept out', 'not here', 'sign in', 'consent', 'missing', 'broken', 'scripts']
