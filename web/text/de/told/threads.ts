/** What of a thread could not be read, and how it was read. */
import type { PhraseBook } from '../../told.ts'

export const threads: PhraseBook = {
  '{0} could not be read: {1}': '{0} konnte nicht gelesen werden: {1}',
  'The linked page ({0}) could not be read: {1}': 'Die verlinkte Seite ({0}) konnte nicht gelesen werden: {1}',
  '{0} more files of “{1}” could not be read.': '{0} weitere Dateien aus „{1}“ konnten nicht gelesen werden.',
  'An invented debate: its people, places and figures are made up, and its links lead nowhere.':
    'Eine erfundene Debatte: Menschen, Orte und Zahlen sind ausgedacht, und ihre Links führen nirgendwohin.',
  'None of these posts has any words.': 'Keiner dieser Beiträge enthält Wörter.',
  'One post answers a post that could not be read.':
    'Ein Beitrag antwortet auf einen Beitrag, der nicht gelesen werden konnte.',
  '{0} posts answer posts that could not be read.':
    '{0} Beiträge antworten auf Beiträge, die nicht gelesen werden konnten.',
  'No comments were found on this page; only its article was read. If there is a discussion, open it, save the page with the comments shown and drop it here.':
    'Auf dieser Seite fanden sich keine Kommentare; nur der Artikel wurde gelesen. Gibt es eine Diskussion, öffnen Sie sie, speichern Sie die Seite mit den sichtbaren Kommentaren und legen Sie sie hier ab.',
  'Put together from {0} parts of the same thread: {1}.': 'Zusammengesetzt aus {0} Teilen derselben Diskussion: {1}.',
  'Read from a recording (answers in it: {0}); what is no discussion was left out.':
    'Aus einer Aufzeichnung gelesen (Antworten darin: {0}); was keine Diskussion ist, wurde weggelassen.',
  'Some answers in the file hold no posts: {0}.': 'Antworten in der Datei, die keine Beiträge enthalten: {0}.',
  'The times are those of the forum’s own clock, taken as UTC.':
    'Die Zeiten sind die der Uhr des Forums, als UTC gelesen.',
  'The times are those of the forum’s own clock, read in the zone the page says they are in ({0}).':
    'Die Zeiten sind die der Uhr des Forums, gelesen in der Zone, die die Seite für sie angibt ({0}).',
  'One post tells its time by the day it was looked at (“yesterday”), which is not known.':
    'Ein Beitrag nennt seine Zeit nach dem Tag, an dem er angesehen wurde („gestern“); der ist nicht bekannt.',
  '{0} posts tell their times by the day they were looked at (“yesterday”), which is not known.':
    '{0} Beiträge nennen ihre Zeit nach dem Tag, an dem sie angesehen wurden („gestern“); der ist nicht bekannt.',
  'Read from what the page says about itself.': 'Gelesen aus dem, was die Seite über sich selbst sagt.',
  'Other lists in this file look like posts, too, and were left out (posts in them: {0}).':
    'Andere Listen in dieser Datei sehen auch nach Beiträgen aus und wurden weggelassen (Beiträge darin: {0}).',
  'The form of this JSON is not known: what its posts are was told from their shape.':
    'Die Form dieses JSON ist unbekannt: Was Beiträge sind, wurde an ihrem Bau erkannt.',
  'This is a conversation with a program: each turn was taken to answer the one before.':
    'Dies ist ein Gespräch mit einem Programm: Jeder Beitrag wurde als Antwort auf den vorigen gelesen.',
  'This is a feed: it holds the newest posts only, and mostly not who answers whom.':
    'Dies ist ein Feed: Er enthält nur die neuesten Beiträge und meist nicht, wer wem antwortet.',
  'This site is not known: which parts of the page are comments was told from their likeness.':
    'Diese Website ist unbekannt: Welche Teile der Seite Kommentare sind, wurde an ihrer Ähnlichkeit erkannt.',
  'Nothing says rightly in which charset this was written: it was read as {0}, which is a guess.':
    'In welcher Zeichenkodierung dies geschrieben ist, wird nicht richtig gesagt: Es wurde als {0} gelesen, was geraten ist.',
  'The comments were read from a frame of this page.': 'Die Kommentare wurden aus einem Rahmen dieser Seite gelesen.',
  'The page does not show who answers whom.': 'Die Seite zeigt nicht, wer wem antwortet.',
  'Where a comment ends was told from its signature, whom it answers from its indentation.':
    'Wo ein Kommentar endet, wurde an der Unterschrift erkannt, wem er antwortet, an der Einrückung.',
  'the site announced more than it gave': 'die Website kündigte mehr an, als sie herausgab',
  'the site announces them but did not hand them out': 'die Website kündigt sie an, gab sie aber nicht heraus',
  'comments the page only loads when asked': 'Kommentare, die die Seite erst auf Wunsch lädt',
  'left out by hand before the analysis: not a post': 'vor der Analyse von Hand ausgelassen: kein Beitrag',
  'more than {0} posts (MAX_POSTS)': 'mehr als {0} Beiträge (MAX_POSTS)',
  'Who wrote what was told from the form of the lines alone: look it over before the analysis.':
    'Wer was schrieb, wurde allein an der Form der Zeilen erkannt: Sehen Sie es vor der Auswertung durch.',
  'The text names no writers: every line was taken for a post of its own.':
    'Der Text nennt keine Verfasser: jede Zeile wurde als eigener Beitrag gelesen.',
  'The text names no writers: every paragraph was taken for a post of its own.':
    'Der Text nennt keine Verfasser: jeder Absatz wurde als eigener Beitrag gelesen.',
  'The text names no writers: every item was taken for a post of its own.':
    'Der Text nennt keine Verfasser: jeder Listenpunkt wurde als eigener Beitrag gelesen.',
  'What opens the parts of the text was taken for their writers, as was said.':
    'Was die Teile des Textes einleitet, wurde wie angegeben als ihre Verfasser gelesen.',
  'What opens the parts of the text was taken for nobody’s name, as was said.':
    'Was die Teile des Textes einleitet, wurde wie angegeben als niemandes Name gelesen.',
  '{0} parts of the text open with what could be names ({1}), and nobody was taken for their writer. If they are names, read it again with “Take them as writers” under “Check how it is split”, with "labels": "writers" beside the text, or with --labels writers in a terminal.':
    '{0} Teile des Textes beginnen mit etwas, das Namen sein könnten ({1}); niemand wurde als ihr Verfasser gelesen. Sind es Namen, lesen Sie ihn neu: mit „Als Verfasser nehmen“ unter „Aufteilung prüfen“, mit "labels": "writers" neben dem Text oder mit --labels writers im Terminal.',
  'Of the writers the copy tells the initials only.': 'Von den Verfassern nennt die Kopie nur die Anfangsbuchstaben.',
  'what stands after the first {0} signatures': 'was nach den ersten {0} Unterschriften steht',
  'Only the first {0} links of the text were kept as links.':
    'Nur die ersten {0} Links des Textes wurden als Links behalten.',
  'what stands after the first {0} lines': 'was nach den ersten {0} Zeilen steht',
  'Of the text the first {0} lines were read; {1} more were left out.':
    'Vom Text wurden die ersten {0} Zeilen gelesen; {1} weitere wurden ausgelassen.',
  'the article these comments are about': 'der Artikel, um den es in den Kommentaren geht',
  'the story these comments are about': 'die Meldung, um die es in den Kommentaren geht',
  'the post these comments answer': 'der Beitrag, auf den diese Kommentare antworten',
  'the issue these comments belong to': 'das Issue, zu dem diese Kommentare gehören',
  'the question': 'die Frage',
  'the comments below this article': 'die Kommentare unter diesem Artikel',
  'The times of these comments were worked out from how long ago they were shown to be.':
    'Die Zeiten dieser Kommentare sind aus Angaben wie „vor 2 Jahren“ errechnet.',
  'what the video says of itself': 'was das Video über sich sagt',
  'This list of YouTube holds no comments.': 'Diese Liste von YouTube enthält keine Kommentare.',
  'a feed holds the newest comments only': 'ein Feed enthält nur die neuesten Kommentare',
  'a feed holds a part of a thread only': 'ein Feed enthält nur einen Teil einer Diskussion',
  'further pages': 'weitere Seiten',
  'messages that were folded when the page was saved': 'Nachrichten, die beim Speichern der Seite eingeklappt waren',
  'other hours of the day, which have pages of their own': 'andere Stunden des Tages, die eigene Seiten haben',
  'comments on the same link in other communities': 'Kommentare zum selben Link in anderen Gemeinschaften',
  'posts the page lists without showing them': 'Beiträge, die die Seite auflistet, ohne sie zu zeigen',
  'posts that the list of threads leaves out': 'Beiträge, die die Liste der Diskussionen auslässt',
  'further pages: {0}': 'weitere Seiten: {0}',
  'The comments were read from the page alone, which may not show all: {0}':
    'Die Kommentare wurden nur von der Seite gelesen, die vielleicht nicht alle zeigt: {0}',
  'some pages: {0}': 'einige Seiten: {0}',
  'further pages of comments': 'weitere Seiten mit Kommentaren',
  'comments from page {0} on: {1}': 'Kommentare ab Seite {0}: {1}',
  'items the site did not hand out, and the answers to them':
    'Einträge, die die Website nicht herausgab, und die Antworten darauf',
  'folded away by Reddit behind “load more comments”': 'von Reddit hinter „load more comments“ eingeklappt',
  'folded away by Reddit behind “more replies”': 'von Reddit hinter „more replies“ eingeklappt',
  'branches that Reddit continues on pages of their own': 'Zweige, die Reddit auf eigenen Seiten fortsetzt',
  'Reddit’s feed holds a bounded sample of the comments, without who answers whom':
    'Reddits Feed enthält eine begrenzte Auswahl der Kommentare, ohne wer wem antwortet',
  'answers the server counts but did not hand out': 'Antworten, die der Server zählt, aber nicht herausgab',
  'replies Bluesky counts but does not show here': 'Antworten, die Bluesky zählt, hier aber nicht zeigt',
  'answers YouTube did not hand out with their comments': 'Antworten, die YouTube nicht mit den Kommentaren herausgab',
  'replies the server counts but does not show to people who are not signed in':
    'Antworten, die der Server zählt, aber Nichtangemeldeten nicht zeigt',
  'replies the page had not loaded when it was saved': 'Antworten, die beim Speichern der Seite nicht geladen waren',
  'answers on other pages of the question': 'Antworten auf weiteren Seiten der Frage',
  'comments that were not loaded when the page was saved':
    'Kommentare, die beim Speichern der Seite nicht geladen waren',
  'hidden items that were not loaded when the page was saved':
    'verborgene Einträge, die beim Speichern der Seite nicht geladen waren',
  'comments, which the page loads by its scripts': 'Kommentare, die die Seite mit Skripten nachlädt',
  'the rest of the thread: this is one comment with the answers to it':
    'der Rest der Diskussion: dies ist ein Kommentar mit den Antworten darauf',
  'the other mails of the thread, which stand on pages of their own':
    'die anderen Mails der Diskussion, die auf eigenen Seiten stehen',
}
