/** Where a mail goes over into an unmarked copy of the one it answers, as programs begin it in many languages. */

const FROM =
  /^[ \t]*\*?(?:From|Von|De|Da|Van|Från|Fra|Od|Lähettäjä|Kimden|Gönderen|Feladó|От|От кого|Від|发件人|寄件者|差出人|보낸 사람)\s?[:：]\*?\s*\S/i
const SENT =
  /^[ \t]*\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado(?: el)?|Fecha|Inviato|Data|Verzonden|Skickat|Sendt|Dato|Wysłano|Lähetetty|Päivämäärä|Gönderildi|Gönderilen|Tarih|Elküldve|Odesláno|Отправлено|Дата|Надіслано|发送时间|日期|送信日時|日時|보낸 날짜)\s?[:：]\*?\s*\S/i
const FURTHER =
  /^[ \t]*\*?(?:Subject|Betreff|Objet|Asunto|Oggetto|Onderwerp|Ämne|Emne|Assunto|Temat|Aihe|Konu|Tárgy|Předmět|Тема|主题|主旨|件名|제목|To|An|À|Para|Aan|Till|Til|Do|Komu|Кому|收件人|宛先)\s?[:：]/i
const RULED = /^[ \t]*-{3,}\s*\p{L}[\p{L} '’-]{4,40}?\s*-{3,}\s*$/u
const ORIGINAL =
  /^[ \t]*-{2,}\s*(?:Original Message|Original-Nachricht|Ursprüngliche Nachricht|Message d['’]origine|Forwarded message|Mensaje original|Messaggio originale|Mensagem original|Oorspronkelijk bericht|Originalmeddelande|Oprindelig (?:besked|meddelelse)|Opprinnelig melding|Alkuperäinen viesti|Исходное сообщение)\s*-{2,}\s*$/i

/** Some programs copy a few lines of the head of the mail that is answered. An address may stand on a line of its own. */
function isCopiedHead(lines: string[], index: number): boolean {
  if (!FROM.test(lines[index] ?? '')) return false
  const next = lines.slice(index + 1, index + 7)
  return next.slice(0, 4).some((line) => SENT.test(line)) && next.some((line) => FURTHER.test(line))
}

/** Whether the copy begins in the line at `index`: with a ruled title, or with the head. */
export function isCopyBegun(lines: string[], index: number): boolean {
  const line = lines[index] ?? ''
  if (ORIGINAL.test(line) || isCopiedHead(lines, index)) return true
  return (
    RULED.test(line) && lines.slice(index + 1, index + 4).some((_, after) => isCopiedHead(lines, index + 1 + after))
  )
}
