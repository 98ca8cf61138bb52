/** What the server says of corrections, in German. */
import type { PhraseBook } from '../../told.ts'

export const corrections: PhraseBook = {
  'This can’t be changed: {0}.': 'Das lässt sich nicht ändern: {0}.',
  'There is no map yet that could be corrected.': 'Es gibt noch keine Karte, die man berichtigen könnte.',
  'There is no map yet that could be weighed.': 'Es gibt noch keine Karte, die man gewichten könnte.',
  'This debate is being analysed or corrected by others right now.':
    'Diese Debatte wird gerade analysiert oder von anderen berichtigt.',
  'There is no such correction.': 'Diese Berichtigung gibt es nicht.',
  'the claim it is about is not on the map any more': 'die Behauptung, um die es geht, ist nicht mehr auf der Karte',
  'what it is about is now more than one claim': 'worum es geht, sind jetzt mehrere Behauptungen',
  'the step it doubts is not on the map any more': 'der bezweifelte Schluss ist nicht mehr auf der Karte',
  'the link it is about is not on the map any more': 'die Verbindung, um die es geht, ist nicht mehr auf der Karte',
  'the two are one claim already': 'die beiden sind schon eine Behauptung',
  'the places it splits off are not mentions of the claim any more':
    'die abgetrennten Stellen gehören nicht mehr zu der Behauptung',
  'it would leave nothing of the claim': 'von der Behauptung bliebe nichts übrig',
  'it is split off already': 'das ist schon abgetrennt',
  'a claim can’t be linked to itself': 'eine Behauptung lässt sich nicht mit sich selbst verbinden',
  'what it adds is on the map already': 'was sie hinzufügt, steht schon auf der Karte',
  'the post it quotes is not there any more': 'der zitierte Beitrag ist nicht mehr da',
  'the words it quotes are not in the post any more': 'die zitierten Worte stehen nicht mehr in dem Beitrag',
  'the post is not there any more': 'der Beitrag ist nicht mehr da',
}
