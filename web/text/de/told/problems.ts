/** Why a request can’t be answered, and what to do next: titles and remedies of each code, then what happened. */
import type { PhraseBook } from '../../told.ts'

export const problems: PhraseBook = {
  'The site refuses automatic readers': 'Die Website weist Programme ab',
  'The site shows this only to signed-in people': 'Die Website zeigt das nur Angemeldeten',
  'The site asks for a key': 'Die Website verlangt einen Schlüssel',
  'The site asks us to wait': 'Die Website bittet zu warten',
  'Nothing is there': 'Dort ist nichts',
  'The thread was deleted': 'Die Diskussion wurde gelöscht',
  'That address is not on the public internet': 'Diese Adresse liegt nicht im öffentlichen Netz',
  'The site asks automatic readers to stay away': 'Die Website bittet Programme fernzubleiben',
  'That is too large': 'Das ist zu groß',
  'The site did not answer in time': 'Die Website hat nicht rechtzeitig geantwortet',
  'The site could not be reached': 'Die Website war nicht zu erreichen',
  'No discussion was found there': 'Dort fand sich keine Diskussion',
  'This kind of input can’t be read yet': 'So etwas kann noch nicht gelesen werden',
  'The comments are kept by another service': 'Die Kommentare liegen bei einem anderen Dienst',
  'There is nothing to read': 'Es gibt nichts zu lesen',
  'The request is not understood': 'Die Anfrage ist nicht zu verstehen',
  'The model’s service refused the key': 'Der Dienst des Modells hat den Schlüssel abgelehnt',
  'The model’s service can’t be used now': 'Der Dienst des Modells ist gerade nicht zu gebrauchen',
  'The spending cap was reached': 'Die Kostengrenze ist erreicht',
  'The analysis was stopped': 'Die Analyse wurde angehalten',
  'The analysis is not finished': 'Die Analyse ist noch nicht fertig',
  'Something went wrong on our side': 'Bei uns ist etwas schiefgegangen',

  'Open it in your browser, save the page (on Reddit: open the same address with .json added and save that) and drop the file here, or copy the conversation and paste its text.':
    'Öffnen Sie sie im Browser, speichern Sie die Seite (bei Reddit: dieselbe Adresse mit angehängtem .json) und legen Sie die Datei hier ab, oder kopieren Sie das Gespräch und fügen Sie den Text ein.',
  'Enter one on the settings page, or ask the operator to set one.':
    'Tragen Sie in den Einstellungen einen ein, oder bitten Sie den Betreiber, einen zu hinterlegen.',
  'GitHub did not accept GITHUB_TOKEN.': 'GitHub hat GITHUB_TOKEN nicht angenommen.',
  'Reddit did not accept the credentials in REDDIT_APP.': 'Reddit hat die Zugangsdaten in REDDIT_APP nicht angenommen.',
  'Enter a key on the settings page, or set {0}.':
    'Tragen Sie in den Einstellungen einen Schlüssel ein, oder setzen Sie {0}.',
  'Or scroll through the comments, copy them, and paste the text.':
    'Oder blättern Sie durch die Kommentare, kopieren Sie sie und fügen Sie den Text ein.',
  'Try again later; what was read is kept.': 'Versuchen Sie es später noch einmal; was gelesen wurde, bleibt.',
  'Check the address, or paste the text of the thread.':
    'Prüfen Sie die Adresse, oder fügen Sie den Text der Diskussion ein.',
  'If you have a copy, paste its text or drop the file.':
    'Haben Sie eine Kopie, fügen Sie ihren Text ein oder legen Sie die Datei hier ab.',
  'Paste the text or drop a saved page instead. An operator can allow single hosts with ALLOW_HOSTS.':
    'Fügen Sie statt dessen den Text ein, oder legen Sie eine gespeicherte Seite hier ab. Einzelne Rechner kann der Betreiber mit ALLOW_HOSTS erlauben.',
  'Send a part of it: one page of the thread, or a smaller file.':
    'Schicken Sie einen Teil davon: eine Seite der Diskussion oder eine kleinere Datei.',
  'Try again in a minute.': 'Versuchen Sie es in einer Minute noch einmal.',
  'Check the address and try again, or paste the text.':
    'Prüfen Sie die Adresse und versuchen Sie es noch einmal, oder fügen Sie den Text ein.',
  'Paste the text of the discussion, or send the address of the thread itself.':
    'Fügen Sie den Text der Diskussion ein, oder schicken Sie die Adresse der Diskussion selbst.',
  'Paste a link, the text of a thread, or drop a file.':
    'Fügen Sie einen Link oder den Text einer Diskussion ein, oder legen Sie eine Datei hier ab.',
  'Correct what is named and send it again.': 'Berichtigen Sie, was genannt ist, und schicken Sie es noch einmal.',
  'Check ANTHROPIC_API_KEY (or the profile’s key), or analyse with the built-in analyser.':
    'Prüfen Sie ANTHROPIC_API_KEY (oder den Schlüssel des Profils), oder nehmen Sie die eingebaute Analyse.',
  'Try the rest again later, or finish with the built-in analyser.':
    'Versuchen Sie den Rest später noch einmal, oder beenden Sie mit der eingebauten Analyse.',
  'Raise the cap and try the rest again; what was found is kept.':
    'Heben Sie die Grenze an und versuchen Sie den Rest noch einmal; was gefunden wurde, bleibt.',
  'Start it again to go on where it stopped.':
    'Starten Sie sie noch einmal, dann geht es dort weiter, wo sie stehen blieb.',
  'Wait for it to end, then ask again.': 'Warten Sie, bis sie fertig ist.',
  'Try again; if it happens again, report it with the time.':
    'Versuchen Sie es noch einmal; geschieht es wieder, melden Sie es mit der Uhrzeit.',
  'Try again later, or finish with the built-in analyser.':
    'Versuchen Sie es später noch einmal, oder beenden Sie mit der eingebauten Analyse.',
  'Try the rest again; if it ends like this once more, send a part of the thread.':
    'Versuchen Sie den Rest noch einmal; endet es wieder so, schicken Sie einen Teil der Diskussion.',
  'Paste the address as it stands in your browser.': 'Fügen Sie die Adresse ein, wie sie im Browser steht.',
  'Check the address, or choose “text” if this is the thread itself.':
    'Prüfen Sie die Adresse, oder wählen Sie „Text“, wenn das die Diskussion selbst ist.',
  'Look for it in the library, or analyse the thread again.':
    'Suchen Sie sie in der Bibliothek, oder analysieren Sie die Diskussion noch einmal.',
  'Start from the first page.': 'Beginnen Sie auf der ersten Seite.',
  'Send a saved page, JSON, CSV, a mailbox or plain text; a PDF, a document or a picture must be copied out as text first.':
    'Schicken Sie eine gespeicherte Seite, JSON, CSV, ein Postfach oder reinen Text; PDF, Dokument oder Bild müssen erst als Text herauskopiert werden.',
  'Send the address of the page with the discussion, or open this, copy its text and paste it here.':
    'Schicken Sie die Adresse der Seite mit der Diskussion, oder öffnen Sie dies, kopieren Sie den Text und fügen Sie ihn hier ein.',
  'Open the address in your browser and send the one it ends at, or paste the text.':
    'Öffnen Sie die Adresse im Browser und schicken Sie die, bei der Sie landen, oder fügen Sie den Text ein.',
  'Set ANTHROPIC_API_KEY (see “counterpoint models”), or choose the built-in analyser.':
    'Setzen Sie ANTHROPIC_API_KEY (siehe „counterpoint models“), oder wählen Sie die eingebaute Analyse.',
  'The operator can turn them on with IMAGEBOARDS.': 'Der Betreiber kann sie mit IMAGEBOARDS zulassen.',
  'Make a new bookmark in the settings, and use it on the page once more.':
    'Legen Sie in den Einstellungen ein neues Lesezeichen an, und benutzen Sie es noch einmal auf der Seite.',

  '{0} answered with a page that keeps automatic readers out.':
    '{0} hat mit einer Seite geantwortet, die Programme aussperrt.',
  '{0} does not show this where it was asked from, for reasons of law.':
    '{0} zeigt das aus rechtlichen Gründen nicht dort, von wo gefragt wurde.',
  '{0} asks people to agree to its terms before it shows the page.':
    '{0} verlangt Zustimmung zu seinen Bedingungen, bevor es die Seite zeigt.',
  '{0} asks us to wait before reading more.': '{0} bittet zu warten, bevor weiter gelesen wird.',
  '{0} asks us to wait {1} seconds before reading more.':
    '{0} bittet {1} Sekunden zu warten, bevor weiter gelesen wird.',
  '{0} asks people to sign in (or to confirm their age) first.':
    '{0} verlangt, sich erst anzumelden (oder das Alter zu bestätigen).',
  '{0} refuses to hand this to an automatic reader ({1}).': '{0} gibt das nicht an Programme heraus ({1}).',
  '{0} has nothing at this address.': '{0} hat unter dieser Adresse nichts.',
  '{0} shows an error of its own instead of the discussion.': '{0} zeigt statt der Diskussion einen eigenen Fehler.',
  '{0} is an empty shell: its scripts would have drawn the discussion.':
    '{0} ist eine leere Hülle: Erst ihre Skripte hätten die Diskussion gezeichnet.',
  'Open it in your browser, wait until the discussion shows, then save the page and drop the file here, or copy the conversation and paste its text.':
    'Öffnen Sie sie im Browser, warten Sie, bis die Diskussion zu sehen ist, speichern Sie dann die Seite und legen Sie die Datei hier ab, oder kopieren Sie das Gespräch und fügen Sie den Text ein.',
  '{0} says this was deleted.': '{0} sagt, dass dies gelöscht wurde.',
  '{0} does not know this message.': '{0} kennt diese Nachricht nicht.',
  '{0} answered with something else than what it was asked for.':
    '{0} hat mit etwas anderem geantwortet als dem, wonach gefragt wurde.',
  '{0} answered with status {1}.': '{0} hat mit Status {1} geantwortet.',
  '{0} asks programs not to read this page.': '{0} bittet Programme, diese Seite nicht zu lesen.',
  '{0} is an address inside a private network.': '{0} ist eine Adresse in einem privaten Netz.',
  '{0} did not answer in time.': '{0} hat nicht rechtzeitig geantwortet.',
  '{0} could not be reached.': '{0} war nicht zu erreichen.',
  '{0} sends readers around in circles.': '{0} schickt Leser im Kreis herum.',
  'The site did not answer.': 'Die Website hat nicht geantwortet.',
  'The comments of this page are kept by {0} and are not part of it.':
    'Die Kommentare dieser Seite liegen bei {0} und gehören nicht zu ihr.',
  'That is not a web address.': 'Das ist keine Webadresse.',
  '“{0}” is not the address of a web page.': '„{0}“ ist keine Adresse einer Webseite.',
  'Addresses starting with “{0}” can’t be read, only http and https.':
    'Adressen, die mit „{0}“ beginnen, können nicht gelesen werden, nur http und https.',
  'Nothing was sent to read.': 'Es wurde nichts zum Lesen geschickt.',
  'Nothing was sent to be analysed.': 'Es wurde nichts zum Analysieren geschickt.',
  'There is no text to read.': 'Es gibt keinen Text zu lesen.',
  'The text is too long to be read.': 'Der Text ist zu lang, um gelesen zu werden.',
  '“{0}” is larger than {1}.': '„{0}“ ist größer als {1}.',
  '{0} is larger than {1}.': '{0} ist größer als {1}.',
  'At most {0} can be sent at once.': 'Es können höchstens {0} auf einmal geschickt werden.',
  'Open the page in your browser, scroll until the comments are shown, then copy them and paste the text here.':
    'Öffnen Sie die Seite im Browser, blättern Sie, bis die Kommentare zu sehen sind, kopieren Sie sie und fügen Sie den Text hier ein.',
  'With a key of Disqus they can be read here: enter it on the settings page, or set DISQUS_KEY. Or open the page in your browser, scroll until the comments are shown, then copy them and paste the text here.':
    'Mit einem Schlüssel von Disqus können sie hier gelesen werden: Geben Sie ihn auf der Seite mit den Einstellungen ein, oder setzen Sie DISQUS_KEY. Oder öffnen Sie die Seite im Browser, blättern Sie, bis die Kommentare zu sehen sind, kopieren Sie sie und fügen Sie den Text hier ein.',
  'One debate is made of at most {0} sources.': 'Eine Debatte besteht aus höchstens {0} Quellen.',
  '“{0}” is empty.': '„{0}“ ist leer.',
  '“{0}” holds no text that could be read.': '„{0}“ enthält keinen Text, der gelesen werden könnte.',
  'This recording holds no answers that are text, only what was asked for.':
    'Diese Aufzeichnung enthält keine Antworten aus Text, nur was gefragt wurde.',
  'Record it again with the answers in it: in a browser’s tools, choose “Save all as HAR with content”.':
    'Zeichnen Sie noch einmal mit den Antworten auf: In den Werkzeugen des Browsers heißt das „Alles als HAR mit Inhalten speichern“.',
  'None of the {0} answers in this recording is a discussion.':
    'Keine der {0} Antworten in dieser Aufzeichnung ist eine Diskussion.',
  'No file with text is in “{0}”.': 'In „{0}“ ist keine Datei mit Text.',
  'What is there is no text: a PDF, a picture or a program.':
    'Was dort liegt, ist kein Text, sondern PDF, Bild oder Programm.',
  'No post was found there.': 'Dort fand sich kein Beitrag.',
  'No discussion and no article was found on this page.':
    'Auf dieser Seite fand sich weder eine Diskussion noch ein Artikel.',
  'This page holds more than any article: it is as long as a book, or as tangled.':
    'Diese Seite enthält mehr als jeder Artikel: Sie ist so lang wie ein Buch oder ebenso verschachtelt.',
  'Copy the part that is under discussion and paste its text.':
    'Kopieren Sie den Teil, um den es geht, und fügen Sie seinen Text ein.',
  'This table has no column that holds the words of posts.':
    'Diese Tabelle hat keine Spalte mit den Worten von Beiträgen.',
  'This JSON holds no posts in a form that is known.': 'Dieses JSON enthält keine Beiträge in bekannter Form.',
  'This XML is no feed of posts.': 'Dieses XML ist kein Feed von Beiträgen.',
  'The page there says that what was cited is not there.': 'Die Seite dort sagt, dass das Angegebene nicht da ist.',
  'The address leads to the first page of {0} now.': 'Die Adresse führt jetzt zur Startseite von {0}.',
  'The page shows no text to a program.': 'Die Seite zeigt einem Programm keinen Text.',
  'Kialo hands its discussions out only to signed-in people.':
    'Kialo gibt seine Diskussionen nur an Angemeldete heraus.',
  'On Kialo choose “Export discussion”, take the text format, and drop that file here.':
    'Wählen Sie auf Kialo „Export discussion“ im Textformat, und legen Sie die Datei hier ab.',
  'Imageboards are not read here.': 'Imageboards werden hier nicht gelesen.',
  'Reading was stopped.': 'Das Lesen wurde angehalten.',
  'What was sent to be analysed is not there any more.': 'Was zu analysieren war, ist nicht mehr da.',
  'The analysis was stopped before there was anything to show.':
    'Die Analyse wurde angehalten, bevor es etwas zu zeigen gab.',
  'Reading again was stopped before it had reached all that the map holds.':
    'Das neue Lesen wurde angehalten, bevor es alles erreicht hatte, was die Karte enthält.',
  'Nothing of the map is lost; read it again to go on.':
    'Von der Karte ist nichts verloren; zum Weitermachen neu lesen.',
  'The analysis was stopped before every post was read.':
    'Die Analyse wurde angehalten, bevor jeder Beitrag gelesen war.',
  'The analysis was interrupted {0} times without getting any further.':
    'Die Analyse wurde {0}-mal unterbrochen, ohne weiterzukommen.',
  'Counterpoint could not finish this because of a fault of its own.':
    'Counterpoint konnte das wegen eines eigenen Fehlers nicht zu Ende bringen.',
  'No language model is set up here.': 'Hier ist kein Sprachmodell eingerichtet.',
  'The model’s service refused the key ({0}).': 'Der Dienst des Modells hat den Schlüssel abgelehnt ({0}).',
  'The account at the model’s service has no money left.': 'Das Konto beim Dienst des Modells ist leer.',
  'Add some there and try the rest again, or finish with the built-in analyser.':
    'Lade es dort auf und versuche den Rest noch einmal, oder schließe mit der eingebauten Analyse ab.',
  'The model’s service knows no model “{0}” at this address.':
    'Der Dienst des Modells kennt unter dieser Adresse kein Modell „{0}“.',
  'The spending cap of ${0} for one debate was reached.': 'Die Kostengrenze von {0} $ für eine Debatte ist erreicht.',
  'The model read none of the {0} posts: {1}.': 'Das Modell hat keinen der {0} Beiträge gelesen: {1}.',
  'There is no debate with this id; it may have been removed.':
    'Eine Debatte mit dieser Kennung gibt es nicht; vielleicht wurde sie entfernt.',
  'There is no such page.': 'Diese Seite gibt es nicht.',
  'There is nothing at this address.': 'Unter dieser Adresse ist nichts.',
  'This debate is still being analysed.': 'Diese Debatte wird noch analysiert.',
  'There is nothing to export before the analysis has ended.':
    'Vor dem Ende der Analyse gibt es nichts zu exportieren.',
  'The analysis ended without a result, so there is nothing to export.':
    'Die Analyse endete ohne Ergebnis; es gibt nichts zu exportieren.',
  'No claim of this debate cites an address.': 'Keine Behauptung dieser Debatte nennt eine Adresse.',
  'No page waits here: its bookmark was used before, or is too old.':
    'Hier wartet keine Seite: Das Lesezeichen wurde schon benutzt oder ist zu alt.',
}
