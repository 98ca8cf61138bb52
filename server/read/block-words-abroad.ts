/** The sentences of `block-words.ts` in languages other than English: as forums, wikis and gatekeepers are translated. */
import type { Said } from './block-words.ts'

/** How a line begins that can be nothing else. */
export const BEGINNINGS_ABROAD: [Said, RegExp][] = [
  [
    'kept out',
    /^(?:überprüfe(?:n sie)?, (?:dass|ob) (?:du|sie|es sich)|überprüfung(?: der sicherheit|, ob sie ein mensch)|vérification (?:de sécurité|que vous êtes)|vérifiez que vous êtes|verificar que (?:usted es|eres) un ser humano|comprueb[ea] que (?:usted )?(?:es|eres) (?:un ser )?human|verificando se você é|confirme que você é|verifica che (?:sei|lei è)|we controleren of|controleren of u een mens|проверка (?:безопасности|браузера|того, что)|подтвердите, что вы|перевіряємо,? чи|sprawdzan(?:ie|y),? czy|insan olduğunuzu? doğrula|memverifikasi (?:bahwa )?anda|(?:đang )?xác minh (?:rằng )?bạn|(?:verifierar|vi kontrollerar) att du|bekræfter,? at du|bekrefter at du|vahvistetaan,? että olet|ověřujeme,? (?:že|zda) jste|annak ellenőrzése, hogy|verificăm (?:dacă|că) sunteți|επαλήθευση ότι|(?:جار[ٍي]? ?)?التحقق من أنك|מוודאים שאתה|در حال بررسی|กำลังตรวจสอบ|人間であることを|あなたが人間であること|正在验证|请(?:完成|按住)|確認您是真人|로봇이 아닙|사람인지 확인|자동등록방지)/i,
  ],
  [
    'not here',
    /^(?:(?:diese[rs]?|das|der) (?:inhalt|video|seite|angebot) (?:ist|steht) in (?:ihrem|deinem) land nicht|ce(?:tte)? (?:contenu|vidéo|page|site) n['’]est pas disponible dans votre (?:pays|région)|este (?:contenido|vídeo|video|sitio) no está disponible en (?:tu|su) (?:país|región)|questo (?:contenuto|video|sito) non è disponibile nel tuo paese|este (?:conteúdo|vídeo|site) não está disponível (?:no seu|em seu) país)/i,
  ],
  [
    'limit',
    /^(?:zu viele anfragen|trop de requêtes|vous avez (?:effectué|fait|envoyé) trop de|demasiadas (?:solicitudes|peticiones)|ha(?:s|n)? (?:hecho|realizado) demasiad|muitas (?:solicitações|requisições)|troppe richieste|te veel (?:verzoeken|aanvragen)|слишком много запросов|zbyt wiele (?:żądań|zapytań)|för många förfrågningar|çok fazla istek|příliš mnoho požadavků|リクエストが多すぎ|アクセスが集中|(?:请求|操作|访问)过于频繁|(?:請求|操作|訪問)過於頻繁|요청이 너무 많)/i,
  ],
  [
    'sign in',
    /^(?:sie müssen (?:sich anmelden|angemeldet|registriert)|du musst (?:dich anmelden|angemeldet|mindestens 1[68])|bitte (?:melden sie sich|melde dich) an|vous devez (?:être connecté|vous connecter|vous identifier|avoir 18)|veuillez vous (?:connecter|identifier)|debes? (?:iniciar sesión|estar registrad|estar identificad|identificarte|ser mayor)|inicia sesión para|você (?:precisa|deve|tem que) (?:estar|fazer|ser|ter)|faça (?:o )?login (?:para|ou)|(?:precisa de|tem de) iniciar sessão|devi (?:accedere|effettuare|essere (?:registrat|loggat|iscritt))|effettua (?:il login|l['’]accesso)|je (?:moet|dient) (?:inloggen|ingelogd)|du måste (?:vara inloggad|logga in)|du skal (?:være logget ind|logge ind)|du må (?:være logget inn|logge inn)|sinun (?:on|täytyy|pitää) (?:olla )?kirjautu|kirjaudu sisään|musisz (?:się zalogować|być zalogowan)|zaloguj się,? aby|musíte (?:být přihlášen|se přihlásit)|вы должны (?:войти|авторизоваться|зарегистрироваться|быть авторизован)|(?:пожалуйста, )?(?:войдите|авторизуйтесь)|ви повинні (?:увійти|зареєструватися)|(?:bu \S+ )?görüntülemek için (?:giriş|üye)|giriş yapmalısınız|.{0,20}ログイン(?:してください|が必要)|(?:您|你)?(?:需要|必须|必須|请先|請先)(?:先)?登[录錄入]|登[录錄]后|로그인(?:이 필요|해 ?주|하셔야|후|하세요))/i,
  ],
  [
    'missing',
    /^(?:(?:die )?seite (?:wurde )?nicht gefunden|die (?:von ihnen |von dir )?(?:angeforderte|gesuchte|aufgerufene|gewünschte) seite|das (?:angeforderte|angegebene|gewählte|gesuchte) (?:thema|forum)|(?:dieses|das) thema existiert nicht|der (?:angeforderte|gewünschte|angegebene) beitrag|(?:kein|ungültiges) thema angegeben|page (?:introuvable|non trouvée)|la page (?:demandée|que vous)|cette page n['’]existe pas|le (?:sujet|message) demandé|(?:ce sujet|la discussion demandée) n['’]existe|página no encontrada|la página (?:solicitada|que)|el tema (?:solicitado|que)|este tema no existe|pagina non trovata|la pagina (?:richiesta|che stai cercando)|l['’]argomento richiesto|(?:la|questa) discussione (?:richiesta|non esiste)|página não encontrada|a página (?:solicitada|que você)|o tópico (?:solicitado|requisitado)|pagina niet gevonden|de (?:opgevraagde|gevraagde) pagina|het (?:opgevraagde|gevraagde) onderwerp|sidan (?:kunde inte hittas|hittades inte|finns inte)|det begärda ämnet|wybrany temat|temat nie istnieje|(?:nie znaleziono strony|strona nie została znaleziona)|страниц[аы] не (?:найдена|существует)|запрошенн(?:ая|ой|ый) (?:тем|страниц|раздел)|тема не найдена|сторінку не знайдено|stránka (?:nebyla nalezena|neexistuje)|požadované téma|sayfa bulunamadı|aradığınız (?:sayfa|konu)|お探しのページ|(?:指定された)?ページ(?:が見つかりません|は存在しません)|指定された(?:トピック|スレッド)|抱歉[，,]?\s*(?:指定的主题|您(?:指定|访问))|指定的主题不存在|(?:页面|頁面)不存在|找不到(?:该|該)?(?:页面|頁面|網頁)|페이지를 찾을 수 없|존재하지 않는 (?:페이지|게시))/i,
  ],
  [
    'gone',
    /^(?:(?:dieses|das) thema (?:wurde|ist) (?:gelöscht|entfernt)|(?:dieser|der) beitrag wurde (?:gelöscht|entfernt)|(?:ce sujet|cette discussion) a été supprimée?|este tema (?:ha sido|fue) (?:eliminado|borrado)|questa discussione è stata (?:eliminata|rimossa)|este tópico foi (?:removido|excluído|apagado)|dit onderwerp is verwijderd|ten temat został usunięty|(?:эта )?тема (?:была )?удалена)/i,
  ],
  [
    'broken',
    /^(?:wir führen (?:gerade|derzeit|zur ?zeit|aktuell) (?:\S+ )?wartungs|(?:das forum|die (?:web)?seite) (?:wird|ist) (?:gerade |derzeit |zur ?zeit |momentan |vorübergehend )?(?:gewartet|nicht erreichbar|wegen|deaktiviert|geschlossen)|(?:le )?(?:site|forum) (?:est )?(?:actuellement )?en maintenance|(?:estamos|sitio|foro) (?:en|realizando) (?:mantenimiento|tareas)|(?:il )?(?:sito|forum) (?:è )?in manutenzione|(?:strona|forum) (?:jest )?w trakcie (?:konserwacji|przerwy)|(?:сайт|форум) (?:временно )?(?:закрыт|недоступен)|ただいまメンテナンス|网站(?:维护|正在维护))/i,
  ],
  [
    'scripts',
    /^(?:(?:bitte )?aktivieren sie javascript|veuillez activer javascript|por favor,? activ[ae] javascript)/i,
  ],
]

/** What titles say as a whole. */
export const TITLES_ABROAD: [Said, RegExp][] = [
  [
    'kept out',
    /^(?:bir (?:dakika|saniye) lütfen|lütfen bekleyin|لحظة|tunggu sebentar|mohon tunggu|chờ một chút|vui lòng đợi|vänta lite|vent venligst|vent litt|et ø[jy]e?blikk?|hetkinen|odota hetki|okamžik|moment(?:,? prosím)?|egy pillanat|doar un moment|o clipă|μια στιγμή|μισό λεπτό|רק רגע|لطفاً? (?:صبر کنید|چند لحظه صبر کنید)|(?:โปรด)?รอสักครู่|(?:zugriff|zutritt) verweigert|accès refusé|acceso denegado|accesso negato|acesso negado|доступ запрещ[её]н)[\s.…!:]*$/i,
  ],
  ['limit', /^(?:trop de requêtes|demasiadas solicitudes|troppe richieste|слишком много запросов)$/i],
  [
    'sign in',
    /^(?:ログイン|登[录錄]|로그인|entrar|iniciar sessão|giriş yap|kirjaudu(?: sisään)?|log ind|logg inn|přihlášení|bejelentkezés|autentificare|đăng nhập|تسجيل الدخول|увійти|вхід)$/i,
  ],
  ['missing', /^(?:сторінку не знайдено|sidan hittades inte|sayfa bulunamadı|页面不存在|ページが見つかりません)$/i],
  [
    'broken',
    /^(?:wartung(?:sarbeiten|smodus)?|(?:site )?en maintenance|mantenimiento|manutenzione|техническ\S+ работы)$/i,
  ],
]
