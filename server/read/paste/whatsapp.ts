/** A chat exported from WhatsApp or Signal, from Android ("01/05/2026, 09:00 - Ann: words") or an iPhone ("[01.05.26, 09:00:12] Ann: words"). */
import { block, type Layout, type Piece, withoutWords } from './layout.ts'

const DATE = String.raw`(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\.?|\d{4}年\d{1,2}月\d{1,2}日)`
const CLOCK = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u00A0\u202F]?(?:[ap]\.?[ \u00A0\u202F]?m\.?|Uhr))?`
const STAMP = new RegExp(
  String.raw`^\s*(\[${DATE},?[ \u00A0]${CLOCK}\][ \u00A0]?|${DATE},?[ \u00A0](?:um |at )?${CLOCK}[ \u00A0][-–][ \u00A0])(.*)$`,
  'i',
)
/** A writer as the phone book or the profile has it; what happened in a group holds quotes or ends in a whole sentence. */
const SAID = /^([^:"“”«»\n]{1,60}?):(?:[ \u00A0]|$)(.*)$/u

/** What the app itself says, also under the group's name. */
const SERVICE =
  /end-to-end encrypted|Ende-zu-Ende-verschlüsselt|chiffrés de bout en bout|cifrados de extremo a extremo|crittografat[ie] end-to-end|criptografia de ponta a ponta|protegidas com a criptografia|end-to-end versleuteld|сквозным шифрованием|^.{0,60}\b(?:created (?:this )?group|added|removed|left|joined using|changed (?:the |this |their |to )|security code (?:with|changed)|turned (?:on|off)|pinned a message|is now an admin|You're now an admin|hat (?:die|diese) Gruppe|hat .{1,60} (?:hinzugefügt|entfernt)|wurde hinzugefügt|hat das? (?:Gruppenbild|Betreff)|hat den (?:Betreff|Gruppennamen)|hat die Nachrichten|Sicherheitsnummer|ist (?:der Gruppe )?beigetreten|a (?:créé|ajouté|retiré|quitté|modifié|rejoint|changé)|(?:creó|añadió|eliminó|salió|cambió|se unió)|ha (?:creato|aggiunto|rimosso|abbandonato|cambiato|modificato)|(?:criou|adicionou|removeu|saiu|mudou|entrou))\b/i
const SERVICE_UNDER_A_NAME =
  /^(?:Messages and calls are|Nachrichten und Anrufe sind|Les messages et les appels|Los mensajes y las llamadas|I messaggi e le chiamate|As mensagens e (?:as )?(?:ligações|chamadas)|Berichten en oproepen|You (?:created|added|removed|changed|left|joined|were added)|Your security code|Du hast (?:die Gruppe|.{1,40} hinzugefügt)|Missed (?:voice|video) call|Verpasster (?:Sprach|Video)anruf|Appel (?:vocal|vidéo) manqué|Llamada(?: de vídeo)? perdida|Chiamata (?:vocale|video)? ?persa)/i

/** What stands for a picture, a film or a file that the export leaves out. */
const MEDIA =
  /^(?:<?(?:Media omitted|Medien (?:ausgeschlossen|weggelassen)|Médias? omis|Multimedia omitido|Media omess[io]|(?:Arquivo de )?mídia ocult[oa]|Media weggelaten|Без медиафайлов|メディア(?:は含まれていません|なし))>?|<?(?:image|photo|video|GIF|sticker|audio|voice message|document|contact card)(?: message)? omitted>?|(?:Bild|Foto|Video|GIF|Sticker|Audio|Dokument|Kontaktkarte) weggelassen|(?:image|vidéo|GIF|sticker|audio|document) (?:absente?|omise?)|(?:imagen|imagem|vídeo|GIF|sticker|figurinha|audio|áudio|documento) omitid[oa]|(?:immagine|video|GIF|sticker|audio|documento) omess[oa]|\S.{0,80} \((?:file attached|Datei angehängt|fichier joint|archivo adjunto|file allegato|arquivo anexado|bestand bijgevoegd)\)|<(?:attached|Anhang|pièce jointe|adjunto|allegato|anexado|bijlage): .{1,100}>|null)\s*$/i
const DELETED =
  /^(?:This message was deleted|You deleted this message|Diese Nachricht wurde gelöscht|Du hast diese Nachricht gelöscht|Ce message a été supprimé|Vous avez supprimé ce message|(?:Se eliminó|Eliminaste) este mensaje|Este mensaje fue eliminado|Questo messaggio è stato eliminato|Hai eliminato questo messaggio|(?:Essa )?mensagem (?:foi )?apagada|Você apagou esta mensagem|Dit bericht is verwijderd|Данное сообщение удалено)(?: by admin .{1,40})?\.?\s*$/i
const EDITED =
  /\s*<(?:This message was edited|Diese Nachricht wurde bearbeitet|Ce message a été modifié|Se editó este mensaje|Questo messaggio è stato modificato|Mensagem editada)>\s*$/i

interface Entry {
  author: string | null
  lines: string[]
  /** Its day and time, as the phone writes them. */
  stamp: string
}

/** On an iPhone the app speaks in the name of the group, too. */
function groupIn(rests: string[]): string | null {
  const said = rests.map((rest) => SAID.exec(rest))
  const group = said.find((one) => SERVICE_UNDER_A_NAME.test(one?.[2]?.trim() ?? ''))?.[1] ?? null
  return said.every((one) => one?.[1] !== group || SERVICE.test(one?.[2] ?? '')) ? group : null
}

/** Who says `rest`; null when it tells of the group. */
function entry(rest: string): Omit<Entry, 'stamp'> {
  const said = SAID.exec(rest)
  const author = said?.[1]?.trim() ?? ''
  const words = said?.[2] ?? ''
  const ofItself = SERVICE_UNDER_A_NAME.test(words.trim()) || (words.trim().startsWith(author) && SERVICE.test(words))
  const service = author === '' || SERVICE.test(author) || ofItself
  return service ? { author: null, lines: [] } : { author: author.replace(/^~\s*/, ''), lines: [words] }
}

/** Whether days or months come first: some day is past the twelfth, or only one country writes stamps that way. */
function orderOf(stamps: string[]): 'day' | 'month' | null {
  const numbers = stamps.flatMap((stamp) => /^\W*(\d{1,2})[./-](\d{1,2})[./-]/.exec(stamp)?.slice(1).map(Number) ?? [])
  const past = (which: number) => numbers.some((one, at) => at % 2 === which && one > 12)
  if (past(0) !== past(1)) return past(0) ? 'day' : 'month'
  const [first = ''] = stamps
  if (/^\W*\d{1,2}\./.test(first)) return 'day'
  const halved = /[ap]\.?m/i.test(first)
  if (/^\[?\d{1,2}\/\d{1,2}\/\d{2},/.test(first) && /[AP]M/.test(first)) return 'month'
  return /^\[?\d{2}\/\d{2}\/\d{4}/.test(first) && !halved ? 'day' : null
}

/** A stamp with its year in full; null where nobody can tell its day from its month. */
function head(stamp: string, order: 'day' | 'month' | null): string | null {
  const words = stamp.replace(/[\u00A0\u202F]/g, ' ').replace(/^\[|\]?[ –-]*$/g, '')
  const [, one, other, year, rest = ''] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})\b\.?(.*)$/.exec(words) ?? []
  if (one === undefined || other === undefined || year === undefined) return words
  const [day, month] = order === 'month' ? [other, one] : [one, other]
  return order === null
    ? null
    : `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${rest.replace(',', '')}`
}

export const whatsAppCopy: Layout = (text) => {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  if (first < 0 || !STAMP.test(lines[first] ?? '')) return null
  const entries: Entry[] = []
  for (const line of lines.slice(first)) {
    const [, stamp = '', rest] = STAMP.exec(line) ?? []
    if (rest === undefined) entries.at(-1)?.lines.push(line)
    else entries.push({ ...entry(rest), stamp })
  }
  const group = groupIn(lines.flatMap((line) => STAMP.exec(line)?.[2] ?? []))
  const said = entries.filter(({ author }) => author !== null && author !== group)
  if (said.length < 2) return null
  const order = orderOf(entries.map(({ stamp }) => stamp))
  let pictures = 0
  const pieces = said.map(({ author, lines: words, stamp }): Piece => {
    const kept = words.filter((line) => !MEDIA.test(line.trim()))
    const whole = block(kept)
    const edited = EDITED.test(whole)
    const gone = DELETED.test(whole)
    if (whole === '' && kept.length < words.length) pictures++
    return {
      author,
      depth: null,
      ...(head(stamp, order) === null ? {} : { head: head(stamp, order) ?? '' }),
      text: gone ? '' : whole.replace(EDITED, ''),
      state: gone ? 'deleted' : edited ? 'edited' : 'ok',
    }
  })
  const told = entries.length - said.length
  return {
    layout: 'as an exported chat',
    platform: 'pasted',
    title: null,
    opening: false,
    pieces,
    notices: [
      'The copy does not show who answers whom.',
      ...(told === 0
        ? []
        : [
            `Left out: ${told === 1 ? 'one line' : `${told} lines`} about the group itself (who came, left, changed what).`,
          ]),
      ...withoutWords(pictures),
    ],
  }
}
