/** What became of posts, and what happened while they were analysed. */
import type { PhraseBook } from '../../told.ts'

export const fates: PhraseBook = {
  'nothing in it is put forward for others to accept or reject':
    'nichts darin ist etwas, was andere annehmen oder ablehnen könnten',
  'the post was deleted': 'der Beitrag wurde gelöscht',
  'it agrees in a word with what it answers': 'er stimmt dem, worauf er antwortet, mit einem Wort zu',
  'it is off topic, as it says itself or as the post it answers says':
    'er gehört nicht zum Thema; das sagt er selbst oder der Beitrag, auf den er antwortet',
  'a message of the platform or its moderators': 'eine Nachricht der Plattform oder ihrer Moderation',
  'it gives orders to a program reading it, which are not followed and are no argument':
    'er gibt einem lesenden Programm Befehle; sie werden nicht befolgt und sind kein Argument',
  'the same text as an earlier post': 'derselbe Text wie ein früherer Beitrag',
  'nearly the same text as an earlier post': 'fast derselbe Text wie ein früherer Beitrag',
  'its text stands in another post': 'sein Text steht in einem anderen Beitrag',
  'the same post, put up in another place': 'derselbe Beitrag, an anderer Stelle eingestellt',
  'nothing found in it stood the check': 'nichts, was darin gefunden wurde, hielt der Prüfung stand',
  'it asks the question, and puts nothing forward': 'er stellt die Frage und bringt selbst nichts vor',
  'written by the site, not by a person': 'von der Website geschrieben, nicht von einer Person',
  'the article discussed, read as context': 'der besprochene Artikel, als Zusammenhang gelesen',
  'the post has no text': 'der Beitrag hat keinen Text',
  'it is code, a log or a table': 'er ist Code, ein Protokoll oder eine Tabelle',
  'it holds no sentence': 'er enthält keinen Satz',
  'it is marked as sarcasm: what it says is not what is meant':
    'er ist als Sarkasmus gekennzeichnet: was er sagt, ist nicht gemeint',
  'a passage of {0} characters runs on without an end and is not shown':
    'eine Stelle von {0} Zeichen läuft ohne Ende weiter und wird nicht gezeigt',
  'taken out of its fold by a person, not analysed by itself yet':
    'von einer Person wieder entfaltet, noch nicht für sich analysiert',
  'the passage named for it was not found in it': 'die dafür genannte Stelle war nicht darin zu finden',
  'none of the {0} passages named for it was found in it': 'keine der {0} dafür genannten Stellen war darin zu finden',
  'the built-in analyser does not understand {0}: only quotes, numbers and links were seen; a model can read it':
    'die eingebaute Analyse versteht {0} nicht: nur Zitate, Zahlen und Links wurden erkannt; ein Modell kann ihn lesen',
  'its language': 'seine Sprache',
  'its language ({0})': 'seine Sprache ({0})',
  'no analyser reported on it': 'keine Analyse hat etwas dazu gemeldet',
  'the {0} most telling of {1} statements are shown': 'die {0} sprechendsten von {1} Aussagen werden gezeigt',
  'the model’s service could not be reached': 'der Dienst des Modells war nicht zu erreichen',
  'the connection to the model’s service broke': 'die Verbindung zum Dienst des Modells brach ab',
  'the model’s service asked to wait, again and again': 'der Dienst des Modells bat immer wieder zu warten',
  'the model’s service was overloaded': 'der Dienst des Modells war überlastet',
  'the model’s service failed ({0})': 'der Dienst des Modells versagte ({0})',
  'the model’s service found the request wrong: {0}': 'der Dienst des Modells hielt die Anfrage für falsch: {0}',
  'the answer was no message': 'die Antwort war keine Nachricht',
  'the analysis was stopped before the answer came': 'die Analyse wurde angehalten, bevor die Antwort kam',
  'the overnight batch ended without an answer about it': 'die Anfragen über Nacht endeten ohne eine Antwort dazu',
  'the model did not answer in time': 'das Modell hat nicht rechtzeitig geantwortet',
  'it is longer than the model can read': 'er ist länger, als das Modell lesen kann',
  'the model declined to read it': 'das Modell hat abgelehnt, ihn zu lesen',
  'the model declined to read it ({0})': 'das Modell hat abgelehnt, ihn zu lesen ({0})',
  'the answer about it was cut off': 'die Antwort dazu brach ab',
  'the model’s answer could not be understood': 'die Antwort des Modells war nicht zu verstehen',
  'a part of the model’s answer about it could not be understood':
    'ein Teil der Antwort des Modells dazu war nicht zu verstehen',
  'the model answered about other posts, but not about this one':
    'das Modell hat zu anderen Beiträgen geantwortet, aber nicht zu diesem',
  '{0}; by its words there may be an argument in it': '{0}; dem Wortlaut nach könnte ein Argument darin stehen',
  '{0}; the built-in analyser read it instead': '{0}; statt dessen hat ihn die eingebaute Analyse gelesen',
  '{0}; this holds for a part of it': '{0}; das gilt für einen Teil davon',
  'One text was posted {0} times, by {1} people. It is shown once, with all who posted it.':
    'Ein Text wurde {0}-mal von {1} Personen eingestellt. Er wird einmal gezeigt, mit allen, die ihn einstellten.',
  'One text was posted {0} times, by {1} people within {2}. It is shown once, with all who posted it.':
    'Ein Text wurde binnen {2} {0}-mal von {1} Personen eingestellt. Er wird einmal gezeigt, mit allen, die ihn einstellten.',
  'a minute': 'einer Minute',
  '{0} minutes': '{0} Minuten',
  '{0} hours': '{0} Stunden',
  'One sentence of the model’s summary was left out: the claims it cites do not say that.':
    'Ein Satz der Zusammenfassung des Modells wurde weggelassen: die Aussagen, auf die er sich beruft, sagen das nicht.',
  '{0} sentences of the model’s summary were left out: the claims they cite do not say that.':
    '{0} Sätze der Zusammenfassung des Modells wurden weggelassen: die Aussagen, auf die sie sich berufen, sagen das nicht.',
  'The model’s summary left out one side: what that says was added in the words of its claims.':
    'Die Zusammenfassung des Modells ließ eine Seite weg: was diese sagt, wurde in den Worten ihrer Aussagen ergänzt.',
  'The model’s summary did not tell what is contested, unanswered or without evidence: that was added in the words of the claims.':
    'Die Zusammenfassung des Modells sagte nicht, was umstritten, unbeantwortet oder unbelegt ist: das wurde in den Worten der Aussagen ergänzt.',
  'The summary was written before {0}: what it rests on is the same.':
    'Die Zusammenfassung entstand, bevor {0}: worauf sie sich stützt, ist dasselbe.',
  'The summary was written before {0}: what does not hold any more was left out.':
    'Die Zusammenfassung entstand, bevor {0}: was nicht mehr gilt, wurde weggelassen.',
  'What weighs most since then was added to the summary in the words of its claims.':
    'Was seither am meisten wiegt, wurde der Zusammenfassung in Worten der Karte hinzugefügt.',
  'the last post came': 'der letzte Beitrag kam',
  'the last {0} posts came': 'die letzten {0} Beiträge kamen',
  'The summary was not written by the model: {0}.': 'Die Zusammenfassung hat nicht das Modell geschrieben: {0}.',
  'what it wrote does not speak of the claims it cites, or in another language':
    'was es schrieb, handelt nicht von den angeführten Aussagen oder ist in einer anderen Sprache',
  'no sentence of the model’s summary could be found in the map':
    'kein Satz der Zusammenfassung des Modells war in der Karte wiederzufinden',
  'Some requests to the model brought no answer that tells its price. The spending cap counts them as if they had been answered.':
    'Einige Anfragen an das Modell brachten keine Antwort, die ihren Preis nennt. Die Ausgabengrenze zählt sie, als wären sie beantwortet worden.',
}
