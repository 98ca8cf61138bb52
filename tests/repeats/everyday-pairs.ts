/** Pairs of statements as people repeat and contradict each other in one thread, plainly and in passing: what may merge, and what never. */
import { parsed } from './hard-pairs.ts'

const OPPOSITES = `
Nuclear power is cheaper than wind. | Wind is cheaper than nuclear power.
The centre of town is safe at night. | The center of town is not safe at night.
Kids need phones in school. | Children don't need phones in school.
Drivers must signal before turning. | Drivers may signal before turning.
Only members can vote. | Members can vote.
Open a ticket before you deploy. | Open a ticket after you deploy.
All vaccines are tested on animals. | Some vaccines are tested on animals.
The movie is better than the book. | The film is worse than the book.
The US invaded Iraq. | Iraq invaded the US.
Rent control raises housing supply. | Rent control lowers housing supply.
The tariff is 10 percent. | The tariff is 15 percent.
Python is fine for large projects. | Perl is fine for large projects.
If the price drops, people will buy it. | If the price drops, people won't buy it.
You should start the server before the client. | You should start the client before the server.
The mayor accused the council of fraud. | The council accused the mayor of fraud.
The law is not unjust. | The law is unjust.
Nobody likes the new layout. | Everybody likes the new layout.
The colour is too bright. | The color is too dark.
We should buy the house. | We should sell the house.
The film started at eight. | The movie finished at eight.
It is hardly possible to opt out. | It is possible to opt out.
The policy fails to protect workers. | The policy protects workers.
Most teachers support the reform. | Few teachers support the reform.
The bridge was built in 1990. | The bridge was rebuilt in 1990.
Cars are a minor source of pollution. | Cars are a major source of pollution.
The test should be compulsory. | The test should be voluntary.
The lawyer defended the officer. | The lawyer sued the officer.
Organic food is healthier. | Organic food is no healthier.
He refused to sign the treaty. | He agreed to sign the treaty.
Prices doubled in two years. | Prices halved in two years.
Free speech includes hate speech. | Free speech excludes hate speech.
Without immigration the economy would shrink. | With immigration the economy would shrink.
Das Gesetz ist nicht ungerecht. | Das Gesetz ist ungerecht.
Die Mieten sind gestiegen. | Die Mieten sind gesunken.
Der Lehrer lobte den Schüler. | Der Schüler lobte den Lehrer.
Man muss den Antrag stellen. | Man kann den Antrag stellen.
Alle Parteien sind korrupt. | Manche Parteien sind korrupt.
Das Tempolimit gilt ab 2025. | Das Tempolimit gilt ab 2026.
Nur Mitglieder dürfen abstimmen. | Auch Mitglieder dürfen abstimmen.
Atomkraft ist billiger als Kohle. | Kohle ist billiger als Atomkraft.
The law is not immoral. | The law is immoral.
It is not impossible to live on the minimum wage. | It is impossible to live on the minimum wage.
The plan is not feasible. | The plan is not infeasible.
Speed the approval process up. | Slow the approval process down.
Turn the heating off at night. | Turn the heating on at night.
The US should leave NATO. | The EU should leave NATO.
The UK economy is strong. | The US economy is strong.
The judge's lawyer is corrupt. | The lawyer's judge is corrupt.
Women have a weak position. | A weak position is better than women.
Dogs chased the cat. | The cat chased the dogs.
The cat was chased by the dog. | The dog was chased by the cat.
Only adults should watch this film. | Adults should only watch this movie.
Always trust the compiler. | Never trust the compiler.
Don't feed the birds. | Please feed the birds.
Kids should respect teachers. | Teachers should respect children.
The mods banned the user. | The user banned the moderators.
Nuclear energy is clean. | Nuclear power is dirty.
The company would survive a strike. | The company would not survive a strike.
The vaccine causes fever. | Fever is caused by lack of vaccine.
Rent control is a solution to the problem. | Rent control is the cause of the problem.
The tax will be raised by 2 percent. | The tax will be raised to 2 percent.
He was able to pay. | He was unable to pay.
They were supposed to fix the bug. | They fixed the bug.
The proposal tends to be ignored. | The proposal must be ignored.
The firm hired an attorney. | The firm fired a lawyer.
The problem is that nobody reads the manual. | The problem is that everybody reads the manual.
No doubt the test is flawed. | I doubt the test is flawed.
The film is kind of boring. | The film is anything but boring.
Most of the money goes to charity. | Most of the money comes from charity.
Trains are slower than planes. | Planes are slower than trains.
Buses run more often than trams. | Buses run less often than trams.
Parents may choose the school. | Parents must choose the school.
You need a licence to fish here. | You don't need a license to fish here.
The ban applies unless you are disabled. | The ban applies if you are disabled.
The bill passed before the election. | The bill passed after the election.
The app should ask first. | The app already asks first.
Some lawyers oppose the reform. | All attorneys oppose the reform.
Ten people were injured in the crash. | Eleven people were injured in the crash.
Obama signed the bill. | Trump signed the bill.
Children should be allowed to vote. | Children should not be allowed to vote.
Cheap housing attracts crime. | Crime attracts cheap housing.
The landlord can evict the tenant. | The tenant can evict the landlord.
The website was down before the attack. | The website was down because of the attack.
Die Entscheidung ist nicht unfair. | Die Entscheidung ist unfair.
Der Hund hat den Mann gebissen. | Der Mann biss den Hund.
Den Hund hat der Mann gebissen. | Der Hund hat den Mann gebissen.
Die Klinik wurde eröffnet. | Das Krankenhaus wurde geschlossen.
Man sollte das Auto verkaufen. | Man sollte den Wagen kaufen.
Kinder brauchen ihre Eltern. | Eltern brauchen ihre Kinder.
Die Kernkraft wird ausgebaut. | Die Atomkraft wird abgebaut.
Der Vermieter hat der Mieterin gekündigt. | Die Mieterin hat dem Vermieter gekündigt.
Die Partei ist gegen die Steuer. | Die Partei ist für die Steuer.
Der Strom ist im Sommer billiger. | Der Strom ist im Winter billiger.
Alle müssen Steuern zahlen. | Alle dürfen Steuern zahlen.
Der Zug fährt ab Köln. | Der Zug fährt bis Köln.
Wir brauchen keine neue Straße. | Wir brauchen eine neue Straße.
Die meisten Lehrer sind dafür. | Die meisten Lehrer sind dagegen.
Das Haus ist unbewohnt. | Das Haus ist bewohnt.
Die Firma hat ihre Angestellten belogen. | Die Angestellten haben ihre Firma belogen.
People should not eat raw meat from street markets. | Dogs should not eat raw meat from street markets.
We should ban cars from the old town. | They should ban cars from the old town.
She wrote the first compiler for the machine. | Grace wrote the first compiler for the machine.
The US should leave the climate treaty. | The UK should leave the climate treaty.
He was a great goalkeeper for the national team. | Neuer was a great goalkeeper for the national team.
All drivers over seventy should take a test. | Truck drivers over seventy should take a test.
Your dog should be kept on a leash in the park. | My dog should be kept on a leash in the park.
We invaded the country without a plan. | They invaded the country without a plan.
I support the new cycling law in the city. | He supports the new cycling law in the city.
`

const SAME = `
Nuclear power is too expensive compared to wind. | Compared with wind, nuclear energy is far too expensive.
The city should ban cars from the town centre. | The city should ban automobiles from the town center.
Kids shouldn't have phones in school. | Children should not have phones at school.
Remote work makes people more productive. | People are more productive when they work remotely.
This bill would kill small businesses. | The bill will kill small companies.
Rent control reduces the supply of housing. | Rent control lowers housing supply.
The movie is way too long. | The film is far too long.
You can't trust anything Google says about privacy. | You cannot trust what Google says about privacy.
Electric cars are worse for the environment than people think. | EVs are worse for the environment than people think.
The US spends more on health care than any other country. | The United States spends more on healthcare than any other country.
Unit tests slow down development. | Unit testing slows development down.
Rust's learning curve is steep. | Rust has a steep learning curve.
TypeScript catches a lot of bugs before runtime. | TypeScript catches many bugs before run time.
The moderators are biased. | The mods are biased.
Bike lanes make the streets safer for everybody. | Bike lanes make streets safer for everyone.
Nobody reads the terms of service. | No one reads the terms of service.
Zoos are cruel to animals. | Zoos are cruel to the animals they keep.
The new API is not backwards compatible. | The new API isn't backward compatible.
Smoking should be banned in all public places. | Smoking ought to be banned in all public places.
The government should not tell people what to eat. | Government shouldn't tell people what to eat.
Homework doesn't help children learn. | Homework does not help kids to learn.
The tax hurts the poor the most. | This tax hurts poor people most.
Open offices are unproductive. | Open offices are not productive.
The election was unfair. | The election was not fair.
Wikipedia is a reliable source. | Wikipedia is a trustworthy source.
The company lied to its customers. | The company lied to customers.
The police were called by the neighbours. | The neighbors called the police.
Learning to code is not hard. | Learning to program is not difficult.
The organisation needs better leadership. | The organization needs better leadership.
AI will replace most programmers within ten years. | AI is going to replace most programmers within 10 years.
Das Gesetz ist nicht gerecht. | Das Gesetz ist ungerecht.
Die Mieten in Berlin sind viel zu hoch. | In Berlin sind die Mieten viel zu hoch.
Man sollte das Rauchen in Restaurants verbieten. | Rauchen in Restaurants sollte verboten werden.
Kernkraft ist zu teuer. | Atomkraft ist zu teuer.
Ein Tempolimit rettet Leben. | Das Tempolimit rettet Leben.
Kinder brauchen kein Handy. | Kinder brauchen kein Smartphone.
Der Film war langweilig. | Dieser Film war langweilig.
Das Auto sollte aus der Innenstadt verschwinden. | Autos sollten aus der Innenstadt verschwinden.
Die Bahn ist unpünktlich. | Die Bahn ist nicht pünktlich.
Hausaufgaben bringen den Schülern nichts. | Hausaufgaben bringen Schülern nichts.
Landlords charge far too much rent. | Landlords are charging way too much rent.
Public transport should be free for everyone. | Everyone should get public transit for free.
Programming interviews test the wrong skills. | Coding interviews test the wrong skills.
GMO food is not dangerous. | GMO foods aren't dangerous.
The minimum wage should be raised. | We should raise the minimum wage.
Cats should be kept indoors. | People should keep their cats indoors.
Tipping is outdated. | Tipping is an outdated custom.
The new logo looks horrible. | The new logo looks awful.
Most users never change the defaults. | Most users don't ever change the default settings.
School should start later. | Schools should begin later.
The judge's decision was illegal. | The decision of the judge was illegal.
Immigrants pay taxes too. | Immigrants also pay taxes.
Advertising to kids should be illegal. | Advertising to children should be illegal.
In my opinion, the death penalty is barbaric. | Capital punishment is barbaric.
Eating meat is bad for the planet. | Meat is bad for the planet.
Banning plastic straws achieves nothing. | A ban on plastic straws achieves nothing.
The council is going to demolish the library. | The council will demolish the library.
It's impossible to live on the minimum wage. | It is not possible to live on minimum wage.
The documentation is really incomplete. | The docs are not complete.
Nobody needs an assault rifle. | No one needs an assault rifle.
You can't fix poverty with charity. | Poverty can't be fixed with charity.
College is too expensive. | University is too expensive.
Self-driving cars will save lives. | Autonomous cars will save lives.
Germany's economy is weak. | Germany has a weak economy.
The UN is powerless. | The United Nations is powerless.
Noise from the airport keeps people awake. | Airport noise keeps people awake.
Honestly, the second season was much worse. | The second season was a lot worse.
Working from home should be a right. | Home office should be a right.
Video games don't make people violent. | Video games do not cause violence.
Our politicians are corrupt. | Politicians are corrupt.
Die Steuer auf Benzin ist zu hoch. | Die Benzinsteuer ist zu hoch.
Der neue Bahnhof war zu teuer. | Der neue Bahnhof hat zu viel gekostet.
Wir sollten mehr Bäume pflanzen. | Man sollte mehr Bäume pflanzen.
Die Regierung hat uns angelogen. | Die Regierung hat gelogen.
Kleine Läden können nicht überleben. | Kleine Geschäfte können nicht überleben.
Der Bürgermeister sollte zurücktreten. | Der Bürgermeister soll zurücktreten.
Fliegen ist zu billig. | Flüge sind zu billig.
Die Entscheidung ist unfair. | Die Entscheidung ist nicht fair.
Lehrer verdienen zu wenig. | Lehrer werden zu schlecht bezahlt.
Das Wahlrecht ab 16 ist sinnvoll. | Wählen ab 16 ist sinnvoll.
`

export const everyday = { opposites: parsed(OPPOSITES), same: parsed(SAME) }
