/** Languages that are told apart but not read: their most frequent words, without those they share with English. */
import { set } from './language.ts'

/** By BCP 47 tag. Written by hand from grammar: articles, pronouns, prepositions, auxiliaries, words of joining and denying. */
export const OTHERS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    fr: `le la les l'on un une des du de d'un d'une et ou mais donc car que qui quoi dont où ne pas n'est n'a n'ont plus je j'ai
      j'suis tu il elle nous vous ils elles mon ma mes ton ta tes son sa ses notre votre leur leurs ce c'est cette ces cela ça
      est sont suis être était a été avoir ai ont avait fait faire peut dans pour par avec sans sous sur chez entre si très
      aussi bien comme tout tous toute d'accord non oui rien jamais aux au qu'il qu'on parce même`,
    es: `el la los las un una unos unas y o pero que quien cual donde no nunca sí yo tú él ella nosotros ellos ustedes mi mis tu
      tus su sus lo le les se es son era ser está están hay ha han haber fue tiene de del al en por para con sin sobre entre
      como más menos muy también porque si todo todos esto esta este eso esa ese nada ya estoy soy eres acuerdo`,
    it: `il lo la gli le un uno una e o ma che chi cui dove non mai sì io tu lui lei noi voi loro mio mia tuo suo sua nostro
      è sono era essere stato ho hai ha hanno avere fatto di del della dei delle degli da dal dalla nel nella per con senza su
      sul sulla tra fra come più meno molto anche perché se tutto tutti questo questa quello sono d'accordo niente già`,
    pt: `o os um uma uns umas e ou mas que quem onde não nunca sim eu tu ele ela nós eles você vocês meu minha seu sua é são era
      ser está estão foi tem têm ter há de do da dos das em na nos nas por para com sem sobre entre como mais menos muito
      também porque se tudo todos isso isto essa esse esta este nada já`,
    nl: `de het een en maar dat die wie wat waar niet geen nooit ja nee ik jij je hij zij ze wij jullie mijn jouw zijn haar ons
      onze hun dit deze is zijn was waren ben bent heeft hebben had wordt worden kan kunnen moet moeten van voor met zonder
      op onder door tussen naar bij uit over als dan ook meer minder zeer erg omdat om te er nog wel gewoon`,
    sv: `och att det som en ett den de på är av med för inte om till men har jag du han hon vi ni från eller så var kan ska
      skulle blir när då nu också bara mycket mer än inte aldrig någon något`,
    da: `og at det som en et den de på er af med ikke om til men har jeg du han hun vi fra eller så var kan skal skulle bliver
      når da nu også bare meget mere end aldrig noget jeg`,
    pl: `i w na z nie to że się jest do jak ale o po co tak za od czy ja ty on ona my wy oni jego jej ich mnie są był była było
      być ma może tylko już bardzo też który która które dla przez przy bez`,
    tr: `ve bir bu da de için ile değil ne çok daha ama gibi olan var yok ben sen biz siz onlar kadar sonra her şey ki mi`,
  }).map(([tag, words]) => [tag, set(words)]),
)
