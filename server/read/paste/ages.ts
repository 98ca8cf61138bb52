/** How old a post is, as pages say it in the languages they are shown in: "3h", "2 days ago", "vor 2 Tagen", "3. März", "2 年前". */

const SHORT = String.raw`\d{1,3} ?(?:seconds?|secs?|sek|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mos?|years?|yrs?|y|std|tagen?|tage|tg|t|wochen?|wo|monaten?|mon|jahren?|jr?|sem|settimane?|sett|giorn[oi]|gg|ore|ora|mesi|mes|ann[oi]|ans?|años?|a|dagen|dag|d\.|u|uur|wk|nedd?|ч|мин|дн?|нед|г|godz|dni|tyg|mies|lat)\.?`

const UNITS = String.raw`(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|mos?\.?|h|d|m|w|y|Sekunden?|Minuten?|Stunden?|Std\.?|Min\.?|Sek\.?|Tag(?:en)?|Tg\.?|Wo\.?|Wochen?|Monat(?:en)?|Jahr(?:en)?|secondes?|heures?|jours?|semaines?|mois|ans?|segundos?|minutos?|horas?|días?|dias?|semanas?|mes(?:es)?|años?|anos?|secondi|minut[io]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|seconden|minuten|uur|uren|dag(?:en)?|weken|week|maand(?:en)?|jaar|jaren|sekunder?|minuter?|timm(?:e|ar)|timer?|dagar|dage|veckor?|uger?|månad(?:er)?|måneder?|år|секунд[уы]?|минут[уы]?|час(?:а|ов)?|день|дн(?:я|ей)|недел[юиь]|месяц(?:а|ев)?|год(?:а)?|лет|minuty?|godzin[yę]?|dni|dzień|tygodni[ae]?|tydzień|miesi(?:ąc|ące|ęcy)|rok|lata?|saniye|dakika|saat|gün|hafta|ay|yıl)`
const BEFORE = String.raw`(?:vor|il y a|hace|há|för|for|over|about|almost|etwa|um)`
/** What stands behind an age: "ago". */
export const AFTER = String.raw`(?:ago|fa|atrás|geleden|sedan|siden|назад|temu|önce)`
const LONG = String.raw`(?:${BEFORE} (?:an?|ein(?:er|em)?|un[ea]?|\d+) ?${UNITS}(?: ${AFTER})?|(?:an?|een|un[ao]?|en|et|\d+) ?${UNITS} ${AFTER}|\d+ ?(?:秒|分|時間|小时|小時|分钟|分鐘|日|天|週間|周|週|か月|ヶ月|个月|個月|年) ?前|\d+ ?(?:초|분|시간|일|주|개월|년) 전)`

/** Names of months in the languages whose pages are copied most, short and long. */
export const MONTH = String.raw`(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|januar|februar|märz|mär|mrz|april|mai|juni|juli|august|september|oktober|okt|november|dezember|dez|janvier|janv|février|févr|mars|avril|avr|juin|juillet|juil|août|septembre|octobre|novembre|décembre|déc|enero|ene|febrero|marzo|abril|abr|mayo|junio|julio|agosto|ago|septiembre|octubre|noviembre|diciembre|dic|gennaio|gen|febbraio|aprile|maggio|mag|giugno|giu|luglio|lug|settembre|set|ottobre|ott|dicembre|janeiro|fevereiro|fev|março|maio|junho|julho|setembro|outubro|out|novembro|dezembro|januari|februari|maart|mrt|mei|augustus)\.?|(?:January|February|March|June|July|October|December)|\d{1,2}月|янв(?:аря)?|фев(?:раля)?|мар(?:та)?|апр(?:еля)?|мая|июн[яь]?|июл[яь]?|авг(?:уста)?|сен(?:тября)?|окт(?:ября)?|ноя(?:бря)?|дек(?:абря)?)`
const YEAR = String.raw`(?:,? (?:de )?(?:\d{4}|['’]\d{2}))`
/** A day of the calendar, with or without its year. */
export const DAY = String.raw`(?:${MONTH} \d{1,2}(?:st|nd|rd|th)?${YEAR}?|\d{1,2}(?:\.|er|º|ª)? (?:de )?${MONTH}${YEAR}?|${MONTH} (?:\d{4}|['’]\d{2})|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{4}年\d{1,2}月\d{1,2}日)`
/** The time of day. */
export const CLOCK = String.raw`\d{1,2}[:.]\d{2}(?::\d{2})?(?:[ \u00A0\u202F]?(?:[ap]\.?[ \u00A0\u202F]?m\.?|vorm\.|nachm\.|Uhr))?`
/** A day said in relation to today. */
export const NEAR_DAY = String.raw`(?:today|yesterday|heute|gestern|aujourd['’]hui|hier|hoy|ayer|oggi|ieri|hoje|ontem|vandaag|gisteren|idag|igår|i dag|i går|сегодня|вчера|dzisiaj|dziś|wczoraj|bugün|dün|今日|昨日|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)`
const NOW = String.raw`(?:just now|now|gerade eben|gerade|jetzt|à l['’]instant|maintenant|ahora(?: mismo)?|adesso|ora|agora(?: mesmo)?|nu|zojuist|только что)`

/** The age of a post, in full ("2 days ago") or short ("2d"), or the day it was written; not anchored, no groups, for the flag "i". */
export const AGE = String.raw`(?:${LONG}|${SHORT}|${DAY}(?:,? (?:at |um |à |a las |alle |om |às )?${CLOCK})?|${NEAR_DAY}(?:,? (?:at |um |à |a las |alle |om |às )?${CLOCK})?|${NOW})`
/** An age that can't be mistaken for anything else: "2 days ago", "vor 2 Tagen". */
export const LONG_AGE = LONG

const AGE_LINE = new RegExp(String.raw`^[·•]?\s*${AGE}\s*[·•]?$`, 'i')

/** Whether a line is nothing but the age of a post, behind a dot on some pages. */
export function isAge(line: string): boolean {
  const words = line.trim()
  return words.length > 0 && words.length <= 60 && AGE_LINE.test(words)
}

/** Marks that a post was edited. */
export const EDITED =
  /^\s*[·•]?\s*\(?(?:edited|bearbeitet|modifié|editado|modificato|bewerkt|redigerad|изменено|編集済み)\)?\s*$/i
