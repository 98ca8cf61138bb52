/**
 * Whether what opens a part is what people are called. A name that is not known here is no harm: it is offered for a
 * writer, not taken for one. Names that are as often another word ("Will", "May", "Leo") are left out. Lists written for
 * this project.
 */

/** Common given names of many countries, in small letters. */
const GIVEN = new Set(
  `aaron abby achim ágnes änne aylin bärbel berit bruna chidi efua enzo gertrud győző gertrude hadi ingeborg jiří jonna kerem kwame lovisa mareike ngozi nkechi nuri oluwaseun paavo päivi rosalind šárka sigrun tove wes yvo żaneta zeki zsofia abdul abdullah abigail ada adam adrian adriana agathe agnes agnieszka ahmad ahmed aicha aiden aiko aino aisha akira
  alain alan albert alberto aleksandra alejandra alejandro alena alessandra alessandro alex alexa alexander alexandra alexandre
  alexei alexis alfonso alfred ali alice alicia alina alison allison alma alois alvaro álvaro alwin amal amanda amelia amelie amélie
  amina amir amira amit amy ana anastasia anders andi andrea andreas andrei andrej andrés andrew andy aneta angela angelika anika
  anil anita anja anke ann anna annalena anne annegret anneke annette annie annika anton antoine antonia antonio antónio anya arash
  ari ariane arjun arne arno arthur artur arturo asha ashley asif astrid aurélie axel ayaka ayesha ayla ayşe aziz bahar barbara bart
  bartek bas bastian beate beatrice beatriz béatrice becky ben benedikt benjamin bente beppe bernard bernd bert beth bettina betty
  bianca birgit birgitta björn bob bogdan boris brad brandon brenda brendan brian bridget britta bruce bruno burak caitlin camila
  camille can cansu carina carl carla carlo carlos carmen carol carola carolina caroline carsten catalina caterina catherine cathy
  cecilia cécile cem chantal charles charlie charlotte chiara chloe chloé chris christa christel christiane christina christine
  christoph christophe christopher ciara ciaran cindy claire clara clare clarissa claude claudia claudio claus clémence clive colin
  connor conrad cornelia craig cristian cristina cynthia cyril dagmar damian damien dan dana daniel daniela danielle daniele danny
  daria dario dave david davide debbie deborah deepak deniz denis denise dennis derek desmond devi diana diane didier diego dieter
  dietmar dimitri dimitris dina dirk dmitri dmitry dominic dominik dominique don donald donna doris dorota dorothea dorothee doug
  dylan eberhard eddie edgar edith eduardo edward edwin eileen eirik ekaterina elena eleni eli elias elif elisa elisabeth élise
  eliza elizabeth elke ella elle ellen ellie élodie elsa emil emilia emilie emily emine emma emmanuel emre enrico enrique enzo eric
  erica erich erik erika erin ernst esme esra esteban esther etienne étienne eugen eugene eva evelyn evelyne ewa fabian fabien fabio
  fabrice fadi farah fatima fatma federica federico felicity felipe felix ferdinand fernanda fernando fiona flavia florian fran
  frances francesca francesco francis francisco franck françois françoise frank frankie franz franziska fred freda frederic frédéric
  frederik freya frida frieda friedrich fritz gabi gabriel gabriela gabriele gabriella gareth gary gavin geoff georg george georges
  georgina gérard gerald gerard gerd gerda gerhard gerhild gert giacomo gianluca gianni gilles gina giorgio giorgos giovanna giovanni
  gisela giulia giuseppe gonzalo gordon graham greg gregor gregory greta grete grzegorz guido guillaume guillermo gulsen gunnar günter
  günther gustav hakan halina hamid hamza hana hank hanna hannah hannes hans harald haris harriet harry haruki hasan hassan hector
  héctor heidi heike heiko heiner heinrich heinz helen helena helene hélène helga helmut hendrik henri henrik henry herbert hermann
  hilary hilda hilde hiroshi holger horst hubert hugo hussein ian ibrahim ida ignacio igor ilse imran ines inés inga inge ingo ingrid
  ioana irena irene irina irmgard isaac isabel isabella isabelle ismail ivan ivana iwan jack jackie jacob jacqueline jacques jaime
  jake jakob jakub james jamie jan jana jane janet janina janine jannik jarek jarvis jasmin jasmine jason javier jay jean jeanne jeff
  jen jennifer jenny jens jeremy jérôme jess jesse jessica jesus jesús jill jim jimmy jin jo joachim joan joana joanna joanne joão
  jochen joe joel joelle joey johan johann johanna johannes john johnny jon jonas jonathan jonny jordi jörg jorge josé josef josefine
  joseph josephine josh joshua jost joyce juan juana juanita judith judy juha julia julian juliana juliane julie julien juliette
  julio julius jürgen justin jutta kai kaito karen karim karin karina karl karla karolina karoline karsten kasia kate katarina
  katharina katherine kathleen kathrin kathy katia katie katja katrin katrina katya kavita kay kaya keiko keith kelly ken kenji kenneth
  kerry kerstin kevin khaled khalid kiera kiran kirsten kirsty klaas klara klaus knut konrad konstantin kristian kristin kristina
  kristof krzysztof kumar kurt kyle lars larissa larry lasse latifa laura laure lauren laurence laurent layla lea leah leander leila
  lena lenka lennart lenny leon leonard leonardo leonie leopold leslie leyla liam lidia liesbeth lilian liliane lily lin lina
  linda lindsay ling linh lino linus lisa lise liu liz lizzy lola lorenz lorenzo lorna lotte lou louis louisa louise luc luca lucas
  lucia lucía lucie lucy ludwig luigi luis luís luisa luise lukas łukasz luke lutz luz lydia lynn maarten maciej mads magda magdalena
  maggie magnus mahmoud maia maja makoto malcolm malik malin malte mandy manfred manon manu manuel manuela mara marc marcel marcin
  marco marcos marcus marek margaret margarita margit margot margret margrit maria maría mariam marian mariana marianne marie mariella
  mariette marijke marina mario marion marisa marissa marit marius mariusz mark markus marlene marlies marta martha marthe martijn
  martin martina marvin mary marzena masha mathieu mathilde mathis matilda mats matt matteo matthew matthias matthieu maud maureen
  maurice mauro max maxim maxime maya mehdi mehmet mei melanie mélanie melissa mercedes merve mia michael michaela michał michel
  michele michelle miguel mika mike mikhail mikkel milan milena mina ming mira miranda miriam mirjam mirko mitch mo mohamed mohammad
  mohammed moira molly mona monica monika monique morgan moritz morten moses muhammad murat mustafa myriam nadia nadine nadja nancy
  naomi natalia natalie natasha nathalie nathan neil nele nelly nelson nick nico nicola nicolas nicole niels nigel nik nikita niklas
  nikolai nikolaus nikos nils nina noah noel noémie nora norbert norma norman nuno nuria núria oksana olaf ole oleg olga olive oliver
  olivia olivier olli omar orla oscar oskar osman ottilie otto owen pablo paola paolo pascal pasquale patricia patrick patrik patrizia
  paul paula pauline paulo pavel pawel paweł pedro peggy penny per perry peter petra phil philip philipp philippe phoebe pia pierre
  pieter pilar piotr polly priya przemek quentin rachel radek rafael raffaella rahul raj raja ralf ralph ramon ramón rania raoul
  raphael raquel rashid raul raúl ravi raymond rebecca regina regine reiner reinhard renata renate rené renee ricardo riccardo richard
  rick rita rob robbie robert roberta roberto robin rodrigo roger roland rolf roman romy ron ronald ronja rosa rosalie rosamund rosanna
  rosario rosie ross roswitha rowan roxana roy ruben rubén rudi rudolf rupert russell ruth ryan sabina sabine sabrina sadie said sally
  salma salvatore sam sami samir samira samuel sandra sandrine sandy sanjay sanna santiago sara sarah sascha sasha satoshi scott sean
  sebastian sébastien selena selim selin selma serge sergei sergey sergio seth shane shannon sharon sheila shirley sian sibylle siegfried
  sigrid silke silvia silvio simon simona simone simran sinead siobhan sofie soledad solveig sonia sonja sophia sophie søren stacey
  stan stanislav stefan stefania stefanie stella sten steph stephan stephanie stéphane stéphanie stephen steve steven stuart sue sunil
  sunita susan susana susanna susanne susi suzanne sven svenja svetlana sylvain sylvia sylvie tabea tadeusz takeshi tamar tamara tania
  tanja tanya tara tariq tatiana tatjana ted teo teresa terry tess tessa thea theo theodor theresa thérèse thibault thierry thilo thomas
  thorsten tiago tilda tilman tim timo timothy tina tobias toby todd tom tomas tomás tomasz tommy toni tony torben torsten tracy trevor
  tristan trudy ula ulf uli ulla ulrich ulrike umut ursula ute uwe valentin valentina valeria valérie vanessa vasily vera verena
  veronica veronika véronique vicente vicky victor vijay viktor viktoria vincent vincenzo viola virginie vito vladimir volker waltraud
  walter wanda wei wendy wera werner wiebke wilfried wilhelm willem william willy wim wolfgang xavier xenia xiao yann yannick yara
  yasmin yasmine yasuko yolanda youssef yuki yuri yusuf yves yvette yvonne zara zeynep zoe zoë zofia zuzana çağrı ömer özgür ümit ece
  александр александра алексей алиса алла анастасия андрей анна антон борис валентин валентина вера виктор виктория виталий владимир
  галина дарья денис дмитрий евгений екатерина елена иван игорь илья ирина катя кирилл константин ксения лена лидия людмила максим
  марина мария маша михаил надежда наталья наташа никита николай оксана олег ольга павел пётр петр полина роман светлана семён сергей
  соня софья таня татьяна тимур фёдор юлия юрий яна андрій оксана олександр олена тарас
  αλέξανδρος ανδρέας άννα αννα γιάννης γιώργος δημήτρης ελένη κατερίνα κώστας μαρία νίκος παναγιώτης σοφία χρήστος
  אבי אנה בן דוד דנה יוסף יעל מיכל משה נועה רונית שרה أحمد علي عمر فاطمة ليلى محمد مريم يوسف
  अंजलि अमित अनिल आशा नेहा प्रिया मोहन रवि राज राम सीता सुनीता
  田中 鈴木 佐藤 高橋 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 清水 山崎 池田 橋本 阿部 石川 花子 太郎
  민수 영희 철수 지민 서연 민지 지훈 유진 수진 张三 張三 李四 王五 王芳 李娜 张伟 王伟 刘洋 李明 王明 李雷 韩梅梅`.split(
    /\s+/,
  ),
)

/** How people are addressed, with a name behind. */
const TITLED =
  /^(?:Dr|Prof|Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Baroness|Sen|Senator|Rep|Hon|Judge|Herr|Frau|Abg|Mme|Mlle|M|Monsieur|Madame|Sr|Sra|Señora?|Doña|Sig|Signor[ae]?|Dott|Dhr|Mevr|Pan|Pani)\.? (?:\p{Lu}[\p{L}.]* ?)/u
const HONOURED = /^(?:[小老阿]\p{Script=Han}|.{1,4}(?:さん|くん|ちゃん|先生|女士|小姐|老师|씨|님))$/u

/** Those whose part it is to speak, where names were left out or taken away. */
const SPEAKER =
  /^(?:(?:the )?(?:interviewer|interviewee|moderator|facilitator|host|guest|speaker|chair(?:man|woman|person)?|president|judge|witness|caller|therapist|teacher|student|pupil|doctor|patient|customer|waiter|waitress|user|assistant|human|mother|father|mum|mom|dad|you|me|respondent|participant|commenter|juror|delegate)|chatgpt|claude|gemini|copilot|moderator(?:in)?|moderation|interviewer(?:in)?|präsident(?:in)?|lehrer(?:in)?|schüler(?:in)?|ärztin|arzt|patient(?:in)?|kund(?:e|in)|kellner(?:in)?|mutter|vater|befragter?|sprecher(?:in)?|teilnehmer(?:in)?)(?:[ _-]?\d{1,5}|[ _-][a-z])?(?: \([^()]{1,40}\))?$/iu

/** Whether `label` is what a person is called: a known given name in front, a title, or a speaker's part. */
export function isPerson(label: string): boolean {
  const [first = ''] = label
    .replace(/^@/, '')
    .toLowerCase()
    .split(/[\s.,_(-]/u, 1)
  return GIVEN.has(first) || TITLED.test(label) || HONOURED.test(label) || SPEAKER.test(label)
}
