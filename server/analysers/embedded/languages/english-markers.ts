/** Signs of English in words. Written by hand from how people argue; nothing here was counted or fitted. */
import { type Language, phrases } from './language.ts'

export const MARKERS: Language['markers'] = {
  opinion: phrases(`i think | i believe | i feel | i'd argue | i would argue | i'd say | i would say | in my opinion |
    imo | imho | in my view | my view | my views | my opinion | my belief | my point | the point is | it seems to me |
    seems to me | i suspect | i doubt | i'm convinced | i'm not convinced | i don't think | i don't believe |
    i do not think | i do not believe | i don't see | i do not see | i guess | personally | i find | i maintain |
    i consider | as i see it | from my perspective | i don't agree | i would not | i wouldn't | i'm saying |
    my argument | i'm sure | i'm certain | i fail to see | i see no | i see little | i hold | i support | i oppose |
    i definitely | i can't see | i assume | i hope | i understand | i just think | i really think | i also think |
    i still think | i still believe | i also believe | to me | my position | my stance | my claim`),
  norm: phrases(`should | shouldn't | ought | must | need to | needs to | have to | has to | had better |
    it is time | we ask for | i propose | i suggest | i'd suggest | we propose | how about | no reason to | deserve | deserves | better off`),
  judgement:
    phrases(`wrong | unfair | fair | stupid | ridiculous | terrible | useless | useful | pointless | important |
    unimportant | necessary | unnecessary | absurd | immoral | nonsense | silly | great | awful | dangerous | harmful |
    harmless | misleading | flawed | valid | invalid | reasonable | unreasonable | justified | unjustified | acceptable |
    unacceptable | irrelevant | relevant | the best | the worst | better | worse | bad | good | impossible | meaningless |
    meaningful | overrated | underrated | overhyped | a waste | moral | the problem is | a problem | problem with |
    the issue is | no different | makes sense | make sense | doesn't matter | not enough | worth | effective |
    ineffective | efficient | inefficient | beneficial | negative | positive | selfish | evil | cruel | foolish |
    irrational | rational | logical | illogical | easy | easier | hard | harder | difficult | powerful | weak | strong |
    crazy | insane | idiotic | dumb | ethical | unethical | legitimate | illegitimate | responsible | irresponsible |
    superior | inferior | excessive | overblown | exaggerated | unrealistic | realistic | naive | perfectly | ideal |
    counterproductive | hypocritical | biased | arbitrary | inevitable | unlikely | too much | too far | too many | too late | too early | too expensive | too slow | too small | too big | too long | too short | too high | too low | too dangerous | too hard | too easy |
    justifiable | a bad idea | a good idea | to blame | fault | insulting | offensive | shame`),
  certainty: phrases(`obviously | clearly | certainly | definitely | undoubtedly | of course | surely | in fact |
    the fact is | the truth is | simply | absolutely | extremely | incredibly | completely | totally | entirely | by far |
    far too | fundamentally | inherently | actually | really | very | literally | seems | seem | appears to`),
  disagreement:
    phrases(`i disagree | disagree | disagree with | ^that is not true | ^this is not true | ^that isn't true | ^this isn't true |
    ^that is not right | ^this is not right | ^that isn't right | ^this isn't right | ^that is not correct | ^this is not correct |
    ^that is not the case | ^this is not the case | ^that isn't the case | ^this isn't the case | not true | isn't true | untrue | that's wrong | you're wrong | you are wrong |
    that is wrong | this is wrong | is wrong because | that's false | that is false | is false | ^nonsense | is nonsense |
    that's nonsense | what nonsense | utter nonsense | complete nonsense | misleading | ^that is not | ^this isn't | ^this is not |
    doesn't hold | i don't buy | not necessarily | on the contrary | quite the opposite | the opposite is true |
    exact opposite | argue the opposite | the opposite of what you | not the case | wouldn't say | you're mistaken |
    are mistaken | is mistaken | flawed | incorrect | why would you | why would anyone | i doubt that | i doubt it | i highly doubt |
    i seriously doubt | i really doubt | you're missing | you are missing | doesn't make sense | makes no sense |
    ^rubbish | that's rubbish | is rubbish | ^bollocks | is bollocks | ^bullshit | is bullshit | that's bullshit |
    couldn't disagree | beg to differ | far from it | not really | the problem with | misses the point | missing the point |
    you're ignoring | you ignore | bad idea | no thanks | ^nah | ^nope | ^that's not | ^that isn't | ^that doesn't |
    ^that is not how | ^except | except that | i don't see how | don't agree | do not agree | can't agree | can't say i agree |
    that's not how | that's not what | not how it works | i'd argue | i would argue | half true | true at best | only half |
    ^not past | ^not for | ^not in | ^not if | ^not when | ^not unless | is meaningless | why are you assuming |
    why do you assume | why do you think | why do you want | no reason to think | no reason to believe | losing me | is bunk |
    too high a standard | a bad thing | obviously wrong | simply wrong | just wrong | plain wrong | simply untrue |
    demonstrably false | factually wrong | wrong answer | great until | fine until | different category | who cares |
    speak for yourself | say that to | tell that to | good luck with | ^psh | ^meh | ^hardly | don't share | see little reason |
    see no reason | do not share | isn't how | don't see why | that's too | your argument is based | your premise |
    you've ignored | you ignored | has no basis | no evidence for | no evidence that | there is no evidence |
    there's no evidence | citation needed | you forget | you're forgetting | you're assuming | you assume | that's a stretch |
    a bit of a stretch | you're confusing | you are confusing | you're conflating | conflating | you're misreading |
    what are you talking about | where do you get | you do realize | you do realise | you realize that | you realise that |
    people like you | nobody said | no one said | nobody is saying | no one is saying | i never said | i didn't say |
    where did i say | putting words in my mouth | that's a myth | is a myth | that's a lie | hell no | not even close |
    no it isn't | no it's not | no it doesn't | no it wasn't | no it won't | no they don't | no they aren't | no they're not |
    no you don't | no you can't | no you aren't | no you're not | no he | no she | no that's | no that isn't | no there |
    no this | no we don't | ^counterpoint | counterexample | counter example | there's a difference between |
    there is a difference between | big difference between | i take issue | i have to object | respectfully disagree`),
  agreement:
    phrases(`i agree | agreed | i totally agree | i completely agree | i fully agree | i strongly agree | agree with you |
    agree with this | agree with that | agree on this | agree completely | agree wholeheartedly | couldn't agree more |
    can't agree more | in complete agreement | you're right | you are right | you're absolutely right | you are absolutely right |
    you are correct | you're correct | that's true | that is true | so true | very true | ^exactly | exactly this | this exactly |
    that's exactly what | that's exactly how | that's exactly why | that's exactly it | that's exactly right | that's exactly my |
    that's exactly the point | this is exactly what | this is exactly how | this is exactly why | this is exactly it | this is exactly right |
    this is exactly my | ^precisely | good point | great point | fair point | fair enough | well said | well put |
    couldn't have said it better | same here | could live with | can live with | i would support |
    i'd support | i could support | i'd be fine with | sounds good | love this | i concur | ^yes | ^yeah | you make a good point |
    you make some good points | you have a point | that's a good | absolutely right | spot on | nailed it | you nailed |
    came here to say | came to say this | i second this | i'd second | can confirm | my thoughts exactly | thought the same |
    took the words | get behind this | sums it up | +1 to | +1 for | +1 on | not disagreeing | no disagreement | no argument there | no argument here | no argument from me | can't argue with |
    cannot argue with | with you on this | with you on that`),
  concession:
    phrases(`don't disagree that | do not disagree that | fair point | good point | great point | valid point | fair enough | you have a point | you're right |
    you are right | you are correct | you're correct | i was wrong | i stand corrected | i concede | i admit |
    i'll admit | i'll grant | i grant | ^granted | you make a good point | you make some good points |
    touché | touche | changed my view | changed my mind | change of view | i hadn't considered | i hadn't thought | i didn't consider |
    you've convinced me | you convinced me | point taken | i'll give you that | have to admit | you do have a point |
    that's a good point | that is a good point | that's a fair | that is a fair | has a point | have a point | you've got a point |
    a fair criticism | i hadn't understood | i had not understood | i didn't know that | i didn't realise | i didn't realize |
    i see your point | see your point | i get your point | your point is well | point is well taken | i understand your point |
    i take your point | i see what you mean | i get what you mean | see where you are coming from | see where you're coming from |
    get where you are coming from | get where you're coming from | that makes a lot of sense | this makes the most sense`),
  thanks:
    phrases(`thanks | thank you | thx | cheers | sorry | hello | ^hi | ^hey | welcome | please | apologies | i apologize | i apologise |
    apologize for | apologise for | forgive me | no worries | no problem | my pleasure | glad to | good luck | congrats |
    congratulations | best wishes | kind regards | have a nice day | have a great day | hope that helps | hope this helps |
    hope it helps | appreciate it | i appreciate | much appreciated | look forward to | looking forward to | no offense |
    no offence`),
  chatter:
    phrases(`lol | lmao | lmfao | rofl | haha | hahaha | hehe | heh | ftfy | tfw | mfw | jk | just kidding | only joking | i kid |
    user name checks out | username checks out | cake day | take my upvote | have my upvote | have an upvote | upvote for |
    updoot | made my day | made me laugh | made me chuckle | made me smile | cracked me up | laughed out loud | whoosh |
    relevant xkcd | asking for a friend | not sure if serious | hold my beer | nice try | you win the internet | op delivers |
    well played | good bot | bad bot | reddit gold | thanks for the gold | kind stranger | underrated comment |
    r/whoosh | nsfw | ikr | rip | oof | yikes | holy crap | holy shit | holy cow | omg | wtf | dude what | tl dr | tl;dr |
    rant over | end rant | just saying | agree to disagree | never mind | nevermind | nvm | i dunno | i don't know why | idk | no idea |
    beats me | interesting read | great read | good read | great article | nice article | great post | nice post | great write up |
    nice write up | great writeup | nice writeup | great question | good question | interesting question | productive discussion |
    great discussion | interesting discussion | the list goes on | i need help | correct me if i'm wrong | good to know |
    good to hear | sorry to hear | sad to hear | happy to hear | asked and answered | in all seriousness`),
  conclusion: phrases(`therefore | thus | hence | in conclusion | which means | this means | that means | in short |
    overall | the bottom line | bottom line | ultimately | in the end | it follows | consequently | in other words |
    my conclusion | that's why | this is why | that is why | all in all`),
  contrast: phrases(
    '^however | ^but | ^yet | ^instead | ^rather | ^nevertheless | ^still | ^on the other hand | ^although',
  ),
  reason: phrases(`^because | ^since | ^as | the reason | due to | ^given | reasons | because of | ^after all |
    ^for one | ^first | ^firstly | ^second | ^secondly | ^third | ^finally | ^another | ^in addition | ^moreover |
    ^furthermore`),
  example: phrases(`for example | for instance | e.g | such as | ^like | ^consider | ^imagine | ^suppose | ^say |
    ^let's say | ^take | in the case of | as an example | ^picture | ^what if`),
  report: phrases(`according to | study | studies | research | survey | data | statistics | stats | reported | report |
    reports | evidence | found that | shows that | showed | published | source | sources | history | historically |
    percent | wikipedia | article | experts`),
  scene: phrases('if | would | could | when | whenever | every time'),
  possibility: phrases('may | might | could | perhaps | maybe | possibly | potentially | probably | likely | can'),
  generality: phrases(`all | every | never | always | no one | nobody | everyone | everybody | anyone | nothing |
    everything | any | only | most | most people`),
  comparison: phrases('than | as much as | as good as | compared to | just as | equally | the same as'),
  being: phrases(`is a | is an | is the | is not | isn't | are not | aren't | are a | is just | are just | is only |
    it's a | it is a | is no | are the | means that | is more | are more`),
  we: phrases("we | our | ours | we're | we've | we'd"),
  'third person': phrases("they | them | their | he | she | his | her | him | they're | they've | people"),
  'second person': phrases("you | your | you're | you've | you'd | you'll | yours"),
  'first person': phrases("i | my | me | i'm | i've | i'd | i'll | mine"),
  experience: phrases(`i was | i had | i've been | i've had | i've seen | i've worked | i worked | i used to | i went |
    i grew up | my experience | my family | my father | my mother | my dad | my mom | my wife | my husband | my friend |
    my friends | my boss | my son | my daughter | my brother | my sister | years ago | i know someone | when i |
    i lived | i saw | i met | i bought | i tried | i spent | i live in | i work`),
  forum: phrases(`edit | delta | deltas | op | thread | upvote | upvoted | downvote | downvoted | cmv |
    change my view | change my mind | subreddit | ps | tl;dr | tldr | comment | comments | posted | post | reply |
    moderator | mods | this sub | reddit`),
  signpost:
    phrases(`companion discussion topic | original entry at | i have a lot of thoughts | more thoughts on | from my notes | i have added | i've added the | i have a good one | over multiple posts | see above | see below | as follows | several reasons | a few reasons | a few things | a few points | here's why | here is why |
    let me explain | for the following reasons | many reasons | i'll explain | to clarify | let me clarify |
    to be clear | as i said | like i said | i will explain | the following | here are | here's my | two things |
    first of all | to answer your question | my question is | ^there's also | what about this | some numbers | a few numbers | putting this up | here's the thing |
    off topic | off-topic | thanks everyone | come along | as i just said | my two cents | just to add | one more thing |
    another thing | let me start | i'll begin | i will begin | quick question | long story short | hear me out | i'll ask | i'll look | i'll check | i'll read | will report back | in the meantime`),
  request:
    phrases(`^look | ^make sure | ^don't forget | ^forget | ^wait | ^enjoy | ^have fun | ^keep up | ^watch | ^google | ^click | ^upvote |
    ^talk to | ^learn | ^get over | ^calm down | ^relax | ^trust me | ^believe me | ^guess | ^take a look | ^have a look | ^read | ^check | ^see | ^try | ^think about | ^note | ^remember | ^tell me | ^explain |
    ^show me | ^give me | ^let me | ^convince | ^please | ^go | ^stop | ^name | ^feel free | ^ask | ^don't | ^let's`),
  'going on': phrases('^so | ^also | ^and | ^well | ^now | ^anyway | ^ok | ^okay | ^oh | ^sure | ^plus | ^besides'),
  undercut: phrases(`doesn't follow | does not follow | doesn't mean | does not mean | don't mean | non sequitur |
    even if that's true | even if that is true | even if true | even if it's true | even if it is true |
    even if you're right | even if we accept | that's beside the point | beside the point | correlation is not |
    correlation isn't | correlation does not | correlation doesn't | is not the same as saying | isn't the same thing |
    that's a straw man | strawman | straw man | doesn't prove | does not prove | proves nothing | proves little |
    doesn't imply | does not imply | is irrelevant | is not relevant | has nothing to do with | have nothing to do with |
    not because of that | that only shows | false equivalence | cherry picking | cherry-picking | doesn't tell us | does not tell us | tells us nothing | tell us nothing | says nothing about |
    say nothing about | doesn't show | does not show | can't learn anything | it doesn't follow | one example |
    is not evidence | isn't evidence | not proof | isn't proof | is anecdotal | that's anecdotal | just anecdotal | how does that follow | how is that | even if so | even if you | that alone |
    doesn't address | doesn't change | cherry picked | apples and oranges | apples to oranges`),
  machine:
    phrases(`ignore all previous | ignore previous instructions | ignore all instructions | previous instructions |
    ai reading this | system note | note to the ai | system prompt | you are an ai | as a language model`),
  favours:
    phrases(`we should do it | i'm for it | i'd vote yes | i vote yes | i voted yes | voting yes | my vote is yes | vote is a yes | a yes from me | yes from me |
    i'd say yes | i say yes | it's a yes | you have my vote | has my vote | i'd sign | where do i sign | full support | my full support | i am for it |       good idea | great idea | count me in | please do | yes please | let's do it | i'd have it | all for it |
    i'd be fine with it | i would be fine with it | i'd welcome | i like the idea | i'm all for | do it | yes to this |
    about time | long overdue | bring it on | can't wait | cannot wait | makes perfect sense | is the right thing |
    not the problem | not a problem | no problem with | isn't a problem | won't be a problem | what's the problem |
    isn't the problem | would love this | i'd love | sign me up | the cheapest thing | the best thing we can |
    the least we can | too much to ask | not against it | not against this | not against the idea | not opposed to it |
    not opposed to this | no objection | no objections | nothing against it | nothing against this`),
  opposes:
    phrases(`i'd vote no | i vote no | i voted no | voting no | my vote is no | vote is a no | a no from me | no from me | i'd say no | i say no |
    it's a no | that's a no | hard pass | not in favor of this | not in favour of this | bad idea | terrible idea |
    awful idea | stupid idea | no thanks | leave it as it is | keep it open | keep it as it is | don't do it |
    please don't | no need for this | i'd hate | i don't like the idea | not a good idea | not a fan of it | not a fan of this | not a fan of the idea | it's a mistake |
    don't think it's a good idea | don't think this is a good idea | i don't want | we don't want | nobody wants |
    over my dead body | no way | isn't acceptable | is not acceptable | not acceptable | is unacceptable |
    won't work | will not work | can't work | never work | waste of money | waste of time | leave it alone |
    leave it open | don't touch | hands off | i'd vote against | would be a disaster | makes no sense |
    who asked for | the problem is | my problem with | my worry is | my concern is`),
  backs:
    phrases(`i support | i'd support | i would support | i strongly support | i fully support | i'm for | i am for | i'm all for |
    i am all for | in favor of | in favour of | i'd vote for | i would vote for | i vote for | i voted for | voting for |
    i'd back | i back | i'd welcome | i would welcome | i endorse | +1 for | +1 to | strong support for | strongly support |
    ^support | ^strong support | ^pro`),
  rejects:
    phrases(`i oppose | i'd oppose | i would oppose | i strongly oppose | i'm against | i am against | i'm opposed to |
    i am opposed to | opposed to | strongly opposed | strongly opposed to | i'm strongly against | i'd vote against | i would vote against | i vote against | i voted against |
    voting against | i reject | i object to | i don't support | i do not support | i can't support | i cannot support |
    i wouldn't support | i would not support | strongly oppose | ^oppose | ^strong oppose | ^against | -1 for | -1 to | not in favor of | not in favour of`),
  gain: phrases(`safer | better | quieter | cleaner | nicer | easier | cheaper | healthier | happier | fairer | faster |
    thrive | flourish | more customers | more visitors | more jobs | more money | benefit | benefits | improve | improves |
    gain | gains | win back | save | saves | saved | protect | protects | prevent | prevents | reduce | reduces |
    less traffic | less noise | less pollution | fewer accidents | room to | help | helps | enjoy | calmer | freer`),
  loss: phrases(`lose | loses | losing | lost | kill | kills | killing | close down | go under | bankrupt | bankruptcy |
    unsafe | dangerous | worse | harder | more expensive | cost us | costs us | suffer | suffers | hurt | hurts | harm |
    harms | damage | ruin | ruins | destroy | destroys | nowhere to park | nowhere to go | left with nothing |
    end up in | ends up in | just move | just moves | only move | only moves | just shift | just shifts | go elsewhere |
    go instead | instead go | stay away | stop coming | move away | drive away | drives away | chaos | unemployment |
    fewer jobs | fewer customers | more traffic | more noise | congestion | jams | queues | unfair | can't get |
    punish | punishes | crash | collapse | poorer`),
  aside: phrases(
    '^off topic | ^off-topic | ^ot | ^slightly off topic | ^completely off topic | ^totally off topic | ^unrelated',
  ),
  background: phrases(`for a living | owner here | ^i'm one of those | ^i am one of those | ^source is my | ^my source |
    ^long time lurker | ^first time poster | ^disclaimer | ^disclosure | ^full disclosure | ^i'm biased | ^i am biased | ^i'm obviously biased | ^i am obviously biased | wants to hear from |
    want to hear from | wants your views | ^the meeting is | ^the deadline is | what do you think | ^be nice | ^welcome`),
  inquiry:
    phrases(`^what is | ^what are | ^what's | ^what was | ^what do you | ^what does | ^what did | ^which | ^who | ^where |
    ^when did | ^how do | ^how does | ^how did | ^how is | ^how are | ^how much | ^how many | ^how long | ^how would you |
    ^how could you | ^can you | ^could you | ^would you mind | ^have you | ^do you have | ^do you know | ^do you use |
    ^do you mean | ^did you try | ^does anyone | ^does anybody | ^has anyone | ^has anybody | ^anyone | ^anybody |
    ^is there | ^are there | ^any | ^are you | ^is this | ^you mean | ^am i | can i ask | may i ask | i have to ask |
    i'm curious | just curious | i wonder | precisely | specifically | what's your | what makes you | can someone |
    could someone | do you guys`),
  again: phrases(`as i said | as i just said | like i said | as i already said | as i wrote | as i mentioned |
    i already said | i repeat | to repeat myself`),
  coming:
    phrases(`will | won't | would | wouldn't | 'll | they'll | we'll | you'll | it'll | i'll | that'll | going to |
    we'd | they'd | you'd | it'd | i'd | if | once | then | ^close | ^ban | ^take away | ^make | ^allow | ^remove |
    ^shutting | ^closing | ^banning | and you | shall | might | could`),
  dangling: phrases("^this | ^that | ^it | ^they | ^these | ^those | ^he | ^she | ^it's | ^that's | ^they're | ^which"),
  but: phrases('but | however | though | although | yet | except'),
}
