/** What the readers of single platforms, of files and of copied text say. */
import type { PhraseBook } from '../../told.ts'

export const readers: PhraseBook = {
  // Copied text
  'Read as text {0}.': 'Als Text gelesen: {0}.',
  'as an exported chat': 'ein exportierter Chat',
  'as mails, the newest on top': 'E-Mails, die neueste oben',
  'as one mail with what it answers': 'eine E-Mail mit dem, worauf sie antwortet',
  'copied from a chat': 'aus einem Chat kopiert',
  'as comments of a document': 'als Kommentare eines Dokuments',
  'copied from a chat, with the time below each message': 'aus einem Chat kopiert, die Zeit unter jeder Nachricht',
  'copied from a microblog': 'aus einem Microblog kopiert',
  'copied from a phpBB forum': 'aus einem phpBB-Forum kopiert',
  'copied from a XenForo forum': 'aus einem XenForo-Forum kopiert',
  'copied from a talk page of a wiki': 'von einer Diskussionsseite eines Wikis kopiert',
  'copied from {0}': 'von {0} kopiert',
  'every item of a list a post': 'jeder Punkt einer Liste ein Beitrag',
  'every line a post': 'jede Zeile ein Beitrag',
  'every paragraph a post': 'jeder Absatz ein Beitrag',
  'posts below their writers and times': 'Beiträge unter ihren Verfassern und Zeiten',
  'questions with their answers': 'Fragen mit ihren Antworten',
  'turns opened by a name': 'Beiträge, die mit einem Namen beginnen',
  'The copy does not show who answers whom.': 'Die Kopie zeigt nicht, wer wem antwortet.',
  'Of answers the copy shows only whom they address.': 'Von Antworten zeigt die Kopie nur, wen sie ansprechen.',
  'Of answers the copy shows only whom they quote or address.':
    'Von Antworten zeigt die Kopie nur, wen sie zitieren oder ansprechen.',
  'Of answers the copy shows only those that quote somebody.':
    'Von Antworten zeigt die Kopie nur die, die jemanden zitieren.',
  'Of answers the copy shows only those it names.': 'Von Antworten zeigt die Kopie nur die, die sie nennt.',
  'The copy does not say whom one comment below the second level answers: that was told from its place.':
    'Wem ein Kommentar unter der zweiten Ebene antwortet, sagt die Kopie nicht: Das wurde an seinem Platz erkannt.',
  'The copy does not say whom {0} comments below the second level answer: that was told from their order.':
    'Wem {0} Kommentare unter der zweiten Ebene antworten, sagt die Kopie nicht: Das wurde an ihrer Folge erkannt.',
  'One post is only a picture, film or file, which the copy leaves out.':
    'Ein Beitrag ist nur Bild, Film oder Datei, die in der Kopie fehlen.',
  '{0} posts are only a picture, film or file, which the copy leaves out.':
    '{0} Beiträge sind nur Bild, Film oder Datei, die in der Kopie fehlen.',
  'comments the page had not unfolded': 'Kommentare, die die Seite nicht ausgeklappt hatte',
  'comments below one that was folded': 'Kommentare unter einem eingeklappten',
  'answers that were not opened when the page was saved':
    'Antworten, die beim Speichern der Seite nicht aufgeklappt waren',
  'remarks on lines that are settled and were not opened':
    'Anmerkungen zu erledigten Zeilen, die nicht aufgeklappt wurden',
  'The copy does not name the writer of the mail.': 'Die Kopie nennt den Verfasser der E-Mail nicht.',
  'The text does not name who asks and who answers.': 'Der Text nennt nicht, wer fragt und wer antwortet.',
  'Some answers were folded when the page was copied: their ends are missing.':
    'Einige Antworten waren beim Kopieren eingeklappt: Ihr Ende fehlt.',
  'A message whose writer speaks only once may be shown as by the one before.':
    'Eine Nachricht, deren Verfasser nur einmal spricht, kann als die des Vorigen erscheinen.',
  'replies the page had not unfolded': 'Antworten, die die Seite nicht ausgeklappt hatte',

  // Files and tables
  'The packed file is damaged and can’t be opened.': 'Die gepackte Datei ist beschädigt und lässt sich nicht öffnen.',
  'The zip archive is locked with a password.': 'Das Zip-Archiv ist mit einem Passwort gesperrt.',
  'Unpack it, and send the files that are in it.': 'Entpacken Sie es und senden Sie die Dateien, die darin sind.',
  'The zip archive is damaged and can’t be opened.': 'Das Zip-Archiv ist beschädigt und lässt sich nicht öffnen.',
  'The archive holds more than {0} files.': 'Das Archiv enthält mehr als {0} Dateien.',
  'The table is damaged and can’t be read.': 'Die Tabelle ist beschädigt und nicht lesbar.',
  'The table does not name its columns: the one with the longest texts was taken for the words, writers are not known.':
    'Die Tabelle benennt ihre Spalten nicht: Die mit den längsten Texten gilt als Wortlaut, Verfasser sind nicht bekannt.',
  'The times of the table name no zone and are taken as UTC.':
    'Die Zeiten der Tabelle nennen keine Zeitzone und werden als UTC gelesen.',
  'Where the table tells only a day, the beginning of that day is taken.':
    'Wo die Tabelle nur einen Tag nennt, gilt dessen Beginn.',
  'answers deeper than the site was asked for': 'Antworten, die tiefer liegen, als die Website gefragt wurde',
  'What the record says in brackets of the house was left out.':
    'Was das Protokoll in Klammern über das Haus sagt, wurde weggelassen.',
  'The page says that its comments are closed.': 'Die Seite sagt, dass ihre Kommentare geschlossen sind.',
  'The page has a form for comments, but none are in it.':
    'Die Seite hat ein Formular für Kommentare, enthält aber keine.',
  'The page loads its comments in a frame, which a saved page and a program do not hold.':
    'Die Seite lädt ihre Kommentare in einem Rahmen, den eine gespeicherte Seite und ein Programm nicht enthalten.',
  'This table of Polis holds {0} of a conversation, not its statements.':
    'Diese Tabelle von Polis enthält {0} eines Gesprächs, nicht seine Aussagen.',
  'each vote': 'die einzelnen Stimmen',
  'how each participant voted': 'die Stimmen je Teilnehmer',
  'the counts over time': 'die Zahlen im Lauf der Zeit',
  'the figures': 'die Kennzahlen',
  'Drop comments.csv of the same export, or the whole export as one zip file.':
    'Legen Sie comments.csv aus demselben Export ab, oder den ganzen Export als eine Zip-Datei.',
  'Polis statements answer nobody; their score is how many more agreed than disagreed.':
    'Aussagen bei Polis antworten niemandem; ihre Punkte sind Zustimmungen minus Ablehnungen.',
  'Writers are numbers.': 'Verfasser sind Nummern.',
  'The file says that more follows after what is in it.': 'Die Datei sagt, dass nach ihrem Inhalt noch mehr folgt.',
  'This is a message of the site (“{0}”), not a thread.':
    'Das ist eine Meldung der Website („{0}“) und keine Diskussion.',
  'This mailbox holds mails on {0} subjects.': 'Dieses Postfach enthält E-Mails zu {0} Themen.',
  'The linked page holds no article that could be read.': 'Die verlinkte Seite enthält keinen lesbaren Artikel.',
  'The page is nested more deeply than any real page.': 'Die Seite ist tiefer verschachtelt als jede echte.',

  // The way to a site
  '{0} sends readers to something that is no address.': '{0} schickt Leser zu etwas, das keine Adresse ist.',
  'No web pages are read from port {0} (of {1}).': 'Von Port {0} ({1}) werden keine Webseiten gelesen.',
  'Only http and https addresses are read, not {0}': 'Nur Adressen mit http und https werden gelesen, nicht {0}',
  'Not asked for: a thread may take {0} requests (MAX_REQUESTS).':
    'Nicht gefragt: Eine Diskussion darf {0} Anfragen kosten (MAX_REQUESTS).',
  'Not asked for: reading a thread may take {0} minutes (MAX_READ_MS).':
    'Nicht gefragt: Eine Diskussion zu lesen, darf {0} Minuten dauern (MAX_READ_MS).',
  'The site packs its answers in a way that can’t be read ({0}).':
    'Die Website packt ihre Antworten auf eine Art, die nicht lesbar ist ({0}).',
  'The site packs its answers too many times over.': 'Die Website packt ihre Antworten zu oft ineinander.',
  'earlier pages of the thread': 'frühere Seiten der Diskussion',
  'later pages of the thread': 'spätere Seiten der Diskussion',
  'pages of the thread between those that were read': 'Seiten der Diskussion zwischen den gelesenen',

  'Paste the text or drop a saved page instead. An operator can allow it with ALLOW_HOSTS={0}.':
    'Fügen Sie statt dessen den Text ein, oder legen Sie eine gespeicherte Seite ab. Ein Betreiber kann es mit ALLOW_HOSTS={0} zulassen.',
  'Open the thread in your browser, add .json to its address, save that page and drop the file here. A saved page or the copied conversation works, too.':
    'Öffnen Sie die Diskussion im Browser, hängen Sie .json an die Adresse, speichern Sie diese Seite und legen Sie die Datei hier ab. Eine gespeicherte Seite oder das kopierte Gespräch geht auch.',

  // Sites that let nobody in
  'Copy the conversation (or save the page) in your browser and paste it here.':
    'Kopieren Sie das Gespräch im Browser (oder speichern Sie die Seite), und fügen Sie es hier ein.',
  'Discord shows channels only to their members.': 'Discord zeigt Kanäle nur ihren Mitgliedern.',
  'Slack shows channels only to their members.': 'Slack zeigt Kanäle nur ihren Mitgliedern.',
  'Facebook shows comments only to signed-in people.': 'Facebook zeigt Kommentare nur Angemeldeten.',
  'Instagram shows comments only to signed-in people.': 'Instagram zeigt Kommentare nur Angemeldeten.',
  'LinkedIn shows comments only to signed-in people.': 'LinkedIn zeigt Kommentare nur Angemeldeten.',
  'Google Groups has no way in for programs.': 'Google Groups lässt keine Programme ein.',
  'Product Hunt hands discussions out only to programs with a token.':
    'Product Hunt gibt Diskussionen nur an Programme mit einem Token heraus.',
  'Quora hides its answers from readers who are not signed in.':
    'Quora verbirgt seine Antworten vor Nichtangemeldeten.',
  'Threads shows only the first post to people who are not signed in.':
    'Threads zeigt Nichtangemeldeten nur den ersten Beitrag.',
  'TikTok hands comments out only to its own app.': 'TikTok gibt Kommentare nur an seine eigene App heraus.',
  'X shows replies only to signed-in people and has no free way in for programs.':
    'X zeigt Antworten nur Angemeldeten und hat keinen freien Zugang für Programme.',
  'groups.io hands archives out only to members.': 'groups.io gibt Archive nur an Mitglieder heraus.',

  // Single platforms
  'The tags of the page are too tangled to be read.': 'Die Auszeichnung der Seite ist zu verworren, um sie zu lesen.',
  'The file looks like a thread of Counterpoint, but {0} is wrong: {1}.':
    'Die Datei sieht nach einer Diskussion von Counterpoint aus, aber {0} ist falsch: {1}.',
  'No proposal and no debate was found there.': 'Dort fand sich weder ein Vorschlag noch eine Debatte.',
  'what these comments are about': 'das, worum es in den Kommentaren geht',
  'the report these comments are about': 'der Bericht, um den es in den Kommentaren geht',
  'the comments on this ticket': 'die Kommentare zu diesem Ticket',
  'the words of mails that were not handed out': 'die Worte von Mails, die nicht herausgegeben wurden',
  'This export of WordPress holds no article.': 'Dieser Export von WordPress enthält keinen Artikel.',
  'That bug can’t be shown.': 'Dieser Fehlerbericht kann nicht gezeigt werden.',
  'No Discourse post is at this address.': 'Unter dieser Adresse ist kein Beitrag von Discourse.',
  'No Discourse topic is at this address.': 'Unter dieser Adresse ist kein Thema von Discourse.',
  'Disqus answered with something that is no list of comments.':
    'Disqus hat mit etwas geantwortet, das keine Liste von Kommentaren ist.',
  'That GitHub address is no issue, pull request or discussion.':
    'Diese Adresse bei GitHub ist weder Issue noch Pull-Request noch Diskussion.',
  'GitHub answered with something that is no issue.': 'GitHub hat mit etwas geantwortet, das kein Issue ist.',
  'GitLab has no issue or merge request at this address.':
    'GitLab hat unter dieser Adresse weder Issue noch Merge-Request.',
  'No story is at this address.': 'Unter dieser Adresse ist keine Meldung.',
  'The wiki has no page of that name.': 'Das Wiki hat keine Seite dieses Namens.',
  'This saved Reddit page is only a shell: its comments were not loaded when it was saved.':
    'Diese gespeicherte Reddit-Seite ist nur eine Hülle: Beim Speichern waren die Kommentare nicht geladen.',
  'Reddit refuses automatic readers; Counterpoint tried once and was turned away.':
    'Reddit weist Programme ab; Counterpoint hat es einmal versucht und wurde abgewiesen.',
  'That share link leads nowhere.': 'Dieser Link zum Teilen führt nirgendwohin.',
  'Reddit answered with something else.': 'Reddit hat mit etwas anderem geantwortet.',
  'the story this comment is about': 'die Meldung, um die es in diesem Kommentar geht',
  'some answers: {0}': 'einige Antworten: {0}',
  'some comments: {0}': 'einige Kommentare: {0}',
  'posts X no longer shows': 'Beiträge, die X nicht mehr zeigt',
  'Some posts are cut off where X folded them: unfold them before saving the page.':
    'Einige Beiträge sind abgeschnitten, wo X sie eingeklappt hat: Klappen Sie sie vor dem Speichern der Seite auf.',
  'Kialo’s export names no writers.': 'Kialos Export nennt keine Verfasser.',
  'Bluesky does not show this post.': 'Bluesky zeigt diesen Beitrag nicht.',
  'Bluesky knows no such post or person.': 'Bluesky kennt keinen solchen Beitrag und keine solche Person.',
  'Bluesky knows nobody by that name.': 'Bluesky kennt niemanden dieses Namens.',
  'This saved Discourse page holds no posts: they are loaded by its scripts.':
    'Diese gespeicherte Discourse-Seite enthält keine Beiträge: Ihre Skripte laden sie nach.',
  'Disqus asks us to wait: {0}': 'Disqus bittet zu warten: {0}',
  'Disqus did not accept DISQUS_KEY: {0}': 'Disqus hat DISQUS_KEY nicht angenommen: {0}',
  'Disqus says: {0}': 'Disqus sagt: {0}',
  'No Flarum discussion is at this address.': 'Unter dieser Adresse ist keine Diskussion von Flarum.',
  'No Mbin thread is at this address.': 'Unter dieser Adresse ist keine Diskussion von Mbin.',
  'No NodeBB topic is at this address.': 'Unter dieser Adresse ist kein Thema von NodeBB.',
  'No Lemmy or PieFed post is at this address.': 'Unter dieser Adresse ist kein Beitrag von Lemmy oder PieFed.',
  'No thread of an imageboard was found there.': 'Dort fand sich keine Diskussion eines Imageboards.',
  'No public post is at this address.': 'Unter dieser Adresse ist kein öffentlicher Beitrag.',
  'No public note is at this address.': 'Unter dieser Adresse ist keine öffentliche Notiz.',
  'This conversation holds no posts.': 'Dieses Gespräch enthält keine Beiträge.',
  'the post this conversation is around': 'der Beitrag, um den sich dieses Gespräch dreht',
  'replies that are only named by their addresses': 'Antworten, die nur mit ihrer Adresse genannt sind',
  'answers, which the interface of the site does not hand out':
    'Antworten, die die Schnittstelle der Website nicht herausgibt',
  'The forum knows no such post.': 'Das Forum kennt keinen solchen Beitrag.',
  'GitHub knows no such discussion, or the token may not read it.':
    'GitHub kennt keine solche Diskussion, oder das Token darf sie nicht lesen.',
  'This is GitHub’s message that too many requests were made, not a thread.':
    'Das ist GitHubs Meldung, dass zu oft gefragt wurde, und keine Diskussion.',
  'No thread of mails is at this address.': 'Unter dieser Adresse ist keine Diskussion aus E-Mails.',
  'No mail is at this address.': 'Unter dieser Adresse ist keine E-Mail.',
  'No mailbox is at this address.': 'Unter dieser Adresse ist kein Postfach.',
  'Pipermail keeps mails by month: answers of later months are not included.':
    'Pipermail ordnet E-Mails nach Monaten: Antworten späterer Monate sind nicht dabei.',
  'The mails of that thread were not found in the archive of its month.':
    'Die E-Mails dieser Diskussion fanden sich nicht im Archiv ihres Monats.',
  'Words that were struck out were left out.': 'Durchgestrichene Wörter wurden weggelassen.',
  'Reddit has nothing there: what was at this address was deleted, or never was.':
    'Reddit hat dort nichts: Was unter dieser Adresse stand, wurde gelöscht oder war nie da.',
  'Stack Exchange asks us to wait: {0}.': 'Stack Exchange bittet zu warten: {0}.',
  'Stack Exchange did not accept STACK_EXCHANGE_KEY: {0}.':
    'Stack Exchange hat STACK_EXCHANGE_KEY nicht angenommen: {0}.',
  'Stack Exchange knows no such question.': 'Stack Exchange kennt keine solche Frage.',
  'Stack Exchange found nothing there.': 'Stack Exchange hat dort nichts gefunden.',
  'Stack Exchange says: {0}.': 'Stack Exchange sagt: {0}.',
  'The times of the comments are those of the site’s own clock, taken as UTC.':
    'Die Zeiten der Kommentare sind die der Uhr der Website, als UTC gelesen.',
  'Comments are turned off for this video.': 'Für dieses Video sind Kommentare abgeschaltet.',
  'The YouTube key has used up what it may read today.':
    'Der Schlüssel für YouTube hat verbraucht, was er heute lesen darf.',
  'YouTube hands comments out only to programs with a key.':
    'YouTube gibt Kommentare nur an Programme mit einem Schlüssel heraus.',
  'YouTube knows no such video.': 'YouTube kennt kein solches Video.',
  'YouTube refused the request: {0}.': 'YouTube hat die Anfrage abgelehnt: {0}.',
}
