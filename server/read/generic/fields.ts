/** What the fields of records are called, in many programs and languages; upper case, `_`, `-`, blanks and accents do not count. */

export type Field = 'text' | 'author' | 'id' | 'parent' | 'time' | 'score' | 'title' | 'url' | 'children'

/** The surest names first. */
export const FIELDS: Record<Field, string[]> = {
  text: words(
    'commentbody text body content comment message html raw cooked selftext commenttext bodyhtml bodytext bodymarkdown markdown contenthtml contents rawmessage textcontent note post statement said utterance messagetext fulltext posttext replytext answertext description summary txt msg review reviewtext',
    'kommentar beitrag nachricht inhalt aussage kommentartext texte commentaire contenu texto comentario mensaje contenido testo commento messaggio tekst reactie bericht tresc komentarz mensagem conteudo',
  ),
  author: words(
    'author authorname user username displayname by owner creator from sender handle nick nickname poster writer authorid userid yourname name screenname speaker who person participant commenter contributor account member sendername senderfullname u userinfo commenterhex',
    'autor verfasser verfasserin benutzer benutzername nutzer nutzername auteur utilisateur pseudo nom usuario nombre autore utente gebruiker auteursnaam uzytkownik',
  ),
  id: words(
    'commentid id objectid uid postid messageid uuid key no number tid nr nummer kommentarid entryid idstr msgid postnumber eventid commenthex recommendationid',
  ),
  parent: words(
    'parentid parent inreplytoid inreplyto replyto replytoid parentcomment parentcommentid replyid parentpost parentpostid replytocommentid replytomessageid replytomsgid threadts reference pid inreplytostatusid inreplytostatusidstr replytopostnumber rootid tmid parenthex',
    'antwortauf bezug elternid reponsea enreponsea respuestaa enrespuestaa rispostaa antwoordop',
  ),
  time: words(
    'dateunixtime createdat createdutc created publishedat published datepublished datecreated timestamp datetime date time postedat posted postedon createdon submittedat senttime sentat addedat epoch creationdate posttime createtime ts when createat timecreated timestampms timestampcreated originserverts posteddate',
    'datum zeit zeitpunkt uhrzeit erstellt erstelltam fecha hora data heure aangemaakt',
  ),
  score: words(
    'score points likes votes upvotes likecount likescount favouritescount votecount reactions punkte bewertung stimmen puntos',
  ),
  title: words(
    'title subject headline topic titel betreff uberschrift thema titre sujet titulo asunto titolo oggetto onderwerp',
  ),
  url: words('permalink url link htmlurl weburl href'),
  children: words('replies children comments answers posts responses thread childcomments subcomments followups items'),
}

function words(...lists: string[]): string[] {
  return lists.flatMap((list) => list.split(' '))
}

/** A field's name as it stands in `FIELDS`. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[\s_.:-]+/g, '')
    .toLowerCase()
}
