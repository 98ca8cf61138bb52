/**
 * Pairs of statements as people write them in threads, to try what may merge: in one set the rules were made, the other was
 * written before them and first tried when they were done.
 */
import type { StatementPair } from './pairs.ts'

const TRIED_OPPOSITES = `
Only experts can edit the config. | Also experts can edit the config.
Even a beginner can solder this board. | Only a beginner can solder this board.
Dogs are allowed on the beach except in July. | Dogs are allowed on the beach also in July.
Water the seedlings until they flower. | Water the seedlings once they flower.
Unless you renew the card, it keeps working. | If you renew the card, it keeps working.
Take the tablets before meals. | Take the tablets after meals.
The service runs without root privileges. | The service runs with root privileges.
Use oil instead of butter for the crust. | Use butter instead of oil for the crust.
The law was written by lobbyists. | The law was written for lobbyists.
The editor speaks for the authors. | The editor speaks against the authors.
The wind turbines take power from the grid at night. | The wind turbines give power to the grid at night.
Commuters go from Leeds to York. | Commuters go from York to Leeds.
The script copies the laptop's files to the server. | The script copies the server's files to the laptop.
Import the photos from the phone into the archive. | Export the photos from the archive into the phone.
Demand rises with price in this market. | Demand falls with price in this market.
The temperature drops as you go up the stairs. | The temperature climbs as you go up the stairs.
Cars should give way to trams. | Trams should give way to cars.
The slope drains towards the house. | The slope drains away from the house.
The signal travels above the road. | The signal travels below the road.
Turn left at the mill to reach the lake. | Turn right at the mill to reach the lake.
The docs used to cover the REST interface. | The docs now cover the REST interface.
The factory no longer dumps waste in the river. | The factory dumps waste in the river.
The patient is not yet able to walk. | The patient is now able to walk.
The shop still accepts cheques. | The shop formerly accepted cheques.
The parser has always handled tabs. | The parser has never handled tabs.
The bug was fixed in the latest release. | The bug will be fixed in the next release.
The ferry sometimes leaves on time. | The ferry never leaves on time.
The theatre used to be full every night. | The theatre is full every night.
The league will start using video review. | The league will stop using video review.
All journalists are biased. | Some journalists are biased.
Most of the bikes were stolen. | None of the bikes were stolen.
At least five percent of voters switched sides. | At most five percent of voters switched sides.
Few readers finish the second chapter. | Most readers finish the second chapter.
Every phone in the study overheated. | Not every phone in the study overheated.
More than ten houses were flooded. | Fewer than ten houses were flooded.
A few players cheat. | Few players cheat.
Any resident can join the meeting. | No resident can join the meeting.
Half the class passed. | Hardly anyone in the class passed.
Schools must teach chess. | Schools may teach chess.
Cyclists should use the lane. | Cyclists must use the lane.
The council can refuse the permit. | The council cannot refuse the permit.
You need to reboot after the update. | You do not need to reboot after the update.
The treaty could fail this year. | The treaty will fail this year.
Visitors are permitted to film inside. | Visitors are forbidden to film inside.
Parents would vaccinate their kids if asked. | Parents vaccinate their kids if asked.
Rust builds are slower than Go builds. | Go builds are slower than Rust builds.
Buses are safer than trams. | Buses are riskier than trams.
The sequel sold better than the original. | The original sold better than the sequel.
Insulation matters more than the boiler. | Insulation matters less than the boiler.
The old trail is longer than the new one. | The old trail is shorter than the new one.
Oak burns hotter than pine. | Pine burns hotter than oak.
The draft is at least as strict as the current law. | The draft is at most as strict as the current law.
Spain beat Portugal in the final. | Portugal beat Spain in the final.
The journalist sued the minister. | The minister sued the journalist.
The landlord owes the tenants money. | The tenants owe the landlord money.
Google pays Apple for the default search. | Apple pays Google for the default search.
The police were attacked by the protesters. | The protesters were attacked by the police.
Wolves keep the deer in check. | Deer keep the wolves in check.
Poverty leads to crime. | Crime leads to poverty.
The chairman supports the treasurer. | The treasurer supports the chairman.
The treatment is harmless. | The treatment is harmful.
Her advice was useful to the group. | Her advice was useless to the group.
The contract is reversible. | The contract is irreversible.
The garden is tidy. | The garden is untidy.
The agency approved of the merger. | The agency disapproved of the merger.
The nurses are underpaid. | The nurses are overpaid.
The map is accurate for this area. | The map is inaccurate for this area.
The minister was honest with parliament. | The minister was dishonest with parliament.
The firm is responsible with data. | The firm is irresponsible with data.
The form is mandatory for newcomers. | The form is optional for newcomers.
The bacteria are resistant to the drug. | The bacteria are susceptible to the drug.
The API is backward compatible. | The API is backward incompatible.
The team won the derby. | The team lost the derby.
The bank lent the museum two million. | The bank borrowed from the museum two million.
The club hired the coach. | The club fired the coach.
Investors are buying timber land. | Investors are selling timber land.
The paper is pro immigration. | The paper is anti immigration.
The reform increased the deficit. | The reform cut the deficit.
The storm damaged the pier. | The storm spared the pier.
The mayor denied the leak. | The mayor confirmed the leak.
The rule protects small shops. | The rule hurts small shops.
The plugin speeds up the page. | The plugin slows down the page.
The village welcomed the refugees. | The village turned away the refugees.
The court upheld the ban. | The court overturned the ban.
The lawn needs watering daily. | The lawn hates watering daily.
The forecast was right about the storm. | The forecast was wrong about the storm.
The pitch was dry at kick-off. | The pitch was wet at kick-off.
Yoga relieves back pain. | Yoga worsens back pain.
They succeeded in saving the mill. | They failed in saving the mill.
The gearbox is the strongest part of the bike. | The gearbox is the weakest part of the bike.
Nur Fachleute können das Programm bedienen. | Sogar Laien können das Programm bedienen.
Der Park ist bis zum Abend geöffnet. | Der Park ist ab dem Abend geöffnet.
Die Regel gilt außer am Sonntag. | Die Regel gilt auch am Sonntag.
Der Dienst läuft ohne Adminrechte. | Der Dienst läuft mit Adminrechten.
Die Tabletten nimmt man vor dem Essen. | Die Tabletten nimmt man nach dem Essen.
Das Gesetz wurde von Lobbyisten geschrieben. | Das Gesetz wurde für Lobbyisten geschrieben.
Man sollte Butter statt Öl nehmen. | Man sollte Öl statt Butter nehmen.
Pendler fahren von Bonn nach Köln. | Pendler fahren von Köln nach Bonn.
Die Nachfrage steigt mit dem Preis. | Die Nachfrage fällt mit dem Preis.
Das Wasser fließt in den Keller hinein. | Das Wasser fließt aus dem Keller heraus.
Die Fabrik leitet kein Abwasser mehr ein. | Die Fabrik leitet immer noch Abwasser ein.
Der Laden nimmt noch Bargeld. | Der Laden nahm früher Bargeld.
Die Fähre ist immer pünktlich. | Die Fähre ist nie pünktlich.
Alle Journalisten sind voreingenommen. | Manche Journalisten sind voreingenommen.
Wenige Leser schaffen das zweite Kapitel. | Viele Leser schaffen das zweite Kapitel.
Mehr als zehn Häuser wurden überflutet. | Weniger als zehn Häuser wurden überflutet.
Schulen müssen Schach unterrichten. | Schulen können Schach unterrichten.
Besucher dürfen drinnen filmen. | Besucher dürfen drinnen nicht filmen.
Busse sind sicherer als Straßenbahnen. | Straßenbahnen sind sicherer als Busse.
Dämmung bringt mehr als ein neuer Kessel. | Dämmung bringt weniger als ein neuer Kessel.
Der Vermieter schuldet den Mietern Geld. | Die Mieter schulden dem Vermieter Geld.
Die Polizei wurde von Demonstranten angegriffen. | Die Demonstranten wurden von der Polizei angegriffen.
Die Behandlung ist sinnvoll. | Die Behandlung ist sinnlos.
Der Vertrag ist gültig. | Der Vertrag ist ungültig.
Das Formular ist freiwillig. | Das Formular ist verpflichtend.
Die Reform senkt das Defizit. | Die Reform erhöht das Defizit.
Der Verein hat den Trainer verpflichtet. | Der Verein hat den Trainer entlassen.
Das Gericht hat das Verbot bestätigt. | Das Gericht hat das Verbot aufgehoben.
Yoga lindert Rückenschmerzen. | Yoga verschlimmert Rückenschmerzen.
Die Prognose lag richtig. | Die Prognose lag daneben.
`

const TRIED_SAME = `
Honestly the login screen is broken. | The login screen is broken.
I believe the tax should be abolished. | The tax should be abolished.
The harbor needs dredging. | The harbour needs dredging.
The organisation ignores its members. | The organization ignores its members.
The dentist removed the wrong tooth. | The wrong tooth was removed by the dentist.
Foxes eat the chickens. | The chickens are eaten by foxes.
The company fired the engineer. | The engineer was fired by the company.
After the upgrade the fan is louder. | The fan is louder after the upgrade.
If it rains, the tunnel floods. | The tunnel floods if it rains.
Advertising to children should be banned. | Advertising to kids should be banned.
The lift is broken again. | The elevator is broken again.
Lorries should not drive through the village. | Trucks should not drive through the village.
It isn't safe to drink the water. | It is not safe to drink the water.
They've closed the library. | They have closed the library.
The database can't handle that load. | The database cannot handle that load.
The exam was very hard. | The exam was really hard.
The exam was difficult. | The exam was hard.
Vacations are too short. | Holidays are too short.
We should plant more trees in the city. | More trees should be planted in the city.
The council must repair the road. | The road must be repaired by the council.
Police brutality is a huge problem. | Police brutality is a big problem.
Fast food makes people sick. | Fast food makes people ill.
The website is down. | The web site is down.
Wind farms kill birds. | Birds are killed by wind farms.
The install script deletes user data. | User data gets deleted by the install script.
Coal plants should be shut down immediately. | Coal plants should be closed immediately.
Nobody reads the manual. | No one reads the manual.
Everyone hates the new logo. | Everybody hates the new logo.
The fee is much too high. | The fee is far too high.
Parking downtown is too expensive. | It is too expensive to park downtown.
The price of insulin is outrageous. | Insulin prices are outrageous.
Smoking causes cancer. | Cancer is caused by smoking.
The maintainers don't answer issues. | The maintainers do not answer issues.
This game is too easy for adults. | For adults this game is too easy.
Yes, the trail is well marked. | The trail is well marked.
As far as I can tell, the study is flawed. | The study is flawed.
The study was flawed, in my view. | In my view the study was flawed.
The data centre uses too much water. | The data center uses too much water.
Junior doctors are badly paid. | Junior doctors are poorly paid.
The phone's screen scratches easily. | The screen of the phone scratches easily.
Voting should be compulsory. | Voting should be mandatory.
The bakery sells the best bread in town. | The best bread in town is sold by the bakery.
Tourists are ruining the old town. | The old town is being ruined by tourists.
Tourists ruin the old town. | The tourists are ruining the old town.
The drone is a danger to planes. | The drone is a danger to aircraft.
I prefer the older version of the editor. | I prefer the old version of the editor.
The documentation lacks examples. | The docs lack examples.
Chess teaches patience. | Playing chess teaches patience.
Most people want lower taxes. | The majority of people want lower taxes.
The referee was biased. | The ref was biased.
We shouldn't trust that source. | That source should not be trusted.
Meat production harms the climate. | Producing meat harms the climate.
A vegan diet is healthy. | Vegan diets are healthy.
The death penalty does not deter crime. | Capital punishment does not deter crime.
Gene editing of embryos should be allowed. | Editing the genes of embryos should be allowed.
The battery lasts about two days. | The battery lasts roughly two days.
The river is polluted. | The river is contaminated.
The train is always late. | The train is always delayed.
Cyclists often ignore red lights. | Red lights are often ignored by cyclists.
This fix will help users. | This fix helps users.
Ehrlich gesagt ist die Suche kaputt. | Die Suche ist kaputt.
Ich glaube, die Steuer gehört abgeschafft. | Die Steuer gehört abgeschafft.
Füchse fressen die Hühner. | Die Hühner werden von Füchsen gefressen.
Nach dem Update ist der Lüfter lauter. | Der Lüfter ist nach dem Update lauter.
Wenn es regnet, läuft der Tunnel voll. | Der Tunnel läuft voll, wenn es regnet.
Lastwagen sollten nicht durchs Dorf fahren. | LKW sollten nicht durchs Dorf fahren.
Die Prüfung war sehr schwer. | Die Prüfung war echt schwer.
Die Prüfung war schwierig. | Die Prüfung war schwer.
Der Stadtrat muss die Straße reparieren. | Die Straße muss vom Stadtrat repariert werden.
Rauchen verursacht Krebs. | Krebs wird durch Rauchen verursacht.
Der Bildschirm verkratzt zu schnell. | Der Bildschirm verkratzt viel zu schnell.
Dieses Spiel ist für Erwachsene zu leicht. | Für Erwachsene ist dieses Spiel zu leicht.
Meines Erachtens ist die Studie fehlerhaft. | Die Studie ist fehlerhaft.
Der Zug ist immer zu spät. | Der Zug kommt immer zu spät.
Die Straße ist zu eng für Busse. | Die Strasse ist zu eng für Busse.
Niemand liest das Handbuch. | Das Handbuch liest niemand.
Junge Ärzte werden schlecht bezahlt. | Jungärzte werden schlecht bezahlt.
Windräder töten Vögel. | Vögel werden von Windrädern getötet.
Das Internet ist auf dem Land zu langsam. | Auf dem Land ist das Internet viel zu langsam.
Die meisten Leute wollen niedrigere Steuern. | Die Mehrheit der Leute will niedrigere Steuern.
`

const UNSEEN_OPPOSITES = `
Only the admins can close old threads. | Even the admins can close old threads.
The discount applies to students except those in evening courses. | The discount applies to students including those in evening courses.
Keep the oven closed until the crust is brown. | Keep the oven closed after the crust is brown.
You cannot build the module without the vendor compiler. | You can build the module without the vendor compiler.
The patch was approved before the security review. | The patch was approved after the security review.
The cycling lane should run with the traffic. | The cycling lane should run against the traffic.
The council voted for the night bus. | The council voted against the night bus.
People are moving from the suburbs to the centre. | People are moving from the centre to the suburbs.
Train fares should fall instead of parking fees. | Parking fees should fall instead of train fares.
The museum is open on holidays. | The museum is open except on holidays.
Unless the tests pass, the release goes out. | If the tests pass, the release goes out.
The crash happens with the plugin enabled. | The crash happens without the plugin enabled.
The club accepts members from outside the town as well. | The club accepts members from the town only.
The converter turns Markdown into HTML. | The converter turns HTML into Markdown.
Latency rises with the number of open files. | Latency falls with the number of open files.
Rents went up after the stadium opened. | Rents went down after the stadium opened.
The river carries sediment upstream of the dam. | The river carries sediment downstream of the dam.
Prices rose from 200 to 300 euros in one winter. | Prices rose from 300 to 200 euros in one winter.
Heat flows out of the basement in summer. | Heat flows into the basement in summer.
We should migrate from Postgres to MySQL. | We should migrate from MySQL to Postgres.
The north side borrows money from the south side. | The south side borrows money from the north side.
The compiler used to warn about unused imports. | The compiler still warns about unused imports.
The tram no longer stops at the hospital. | The tram still stops at the hospital.
The new clinic has not yet opened. | The new clinic has already opened.
The library will drop support for old browsers. | The library has never dropped support for old browsers.
Nobody repairs radios these days. | Everybody repaired radios in those days.
The driver was fixed last spring. | The driver will be fixed next spring.
The bakery closes early on Sundays. | The bakery closes late on Sundays.
The vaccine stopped being effective after the second wave. | The vaccine started being effective after the second wave.
All of the volunteers got paid. | Some of the volunteers got paid.
Most cyclists obey red lights. | Few cyclists obey red lights.
None of the pumps survived the flood. | All of the pumps survived the flood.
At least three reviewers have to sign off. | At most three reviewers have to sign off.
Every tenant received the letter. | Hardly any tenant received the letter.
Both candidates supported the dam. | Neither candidate supported the dam.
The strike affects half of the schools. | The strike affects all the schools.
Only one of the filters removes lead. | Each of the filters removes lead.
Many gardeners use peat. | Few gardeners use peat.
Owners must clear the snow themselves. | Owners may clear the snow themselves.
The app should ask for consent first. | The app need not ask for consent first.
Patients can stop taking the pills on their own. | Patients must not stop taking the pills on their own.
Landlords are allowed to keep the deposit. | Landlords are required to keep the deposit.
The mayor might resign over this. | The mayor will certainly resign over this.
Moderators are obliged to explain a ban. | Moderators are free to explain a ban.
The beta would have worked on tablets. | The beta worked on tablets.
Firefox uses more memory than Chrome here. | Chrome uses more memory than Firefox here.
Gas heating is cheaper than heat pumps. | Gas heating is dearer than heat pumps.
The second edition is better than the first. | The second edition is worse than the first.
Walking to work is as fast as taking the bus. | Walking to work is not nearly as fast as taking the bus.
The new battery lasts longer than the old one. | The new battery lasts less long than the old one.
Electric vans cost less to run than diesel ones. | Electric vans cost more to run than diesel ones.
The smaller lens is sharper than the larger one. | The larger lens is sharper than the smaller one.
The city sued the builder over the bridge. | The builder sued the city over the bridge.
The union rejected the company's offer. | The company rejected the union's offer.
Teachers criticise the parents for the phone rules. | Parents criticise the teachers for the phone rules.
Microsoft bought the startup's patents. | The startup bought Microsoft's patents.
The goalkeeper fouled the striker in the box. | The striker fouled the goalkeeper in the box.
Nurses depend on doctors for the schedule. | Doctors depend on nurses for the schedule.
The tenants were evicted by the owners' lawyers. | The owners' lawyers were evicted by the tenants.
Stress causes the insomnia. | The insomnia causes stress.
The new keyboard is noiseless. | The new keyboard is noisy.
The warning was meaningful. | The warning was meaningless.
The treatment is painless. | The treatment is painful.
The interface is consistent across versions. | The interface is inconsistent across versions.
The tax is fair to renters. | The tax is unfair to renters.
I trust the polling numbers. | I distrust the polling numbers.
The town overestimates its water supply. | The town underestimates its water supply.
The hut is overheated in January. | The hut is underheated in January.
Moving the market was a thoughtful decision. | Moving the market was a thoughtless decision.
The library is thread-safe. | The library is thread-unsafe.
The judge called the clause legal. | The judge called the clause illegal.
Owls are a common sight here. | Owls are an uncommon sight here.
The club gained members last year. | The club lost members last year.
The company is hiring testers. | The company is firing testers.
The fund bought the tower. | The fund sold the tower.
The senator is pro nuclear power. | The senator is anti nuclear power.
The update enables telemetry. | The update disables telemetry.
The verdict strengthens the unions. | The verdict weakens the unions.
The harbour was opened to ferries. | The harbour was closed to ferries.
The coach praised the defence. | The coach blamed the defence.
The ban encourages black markets. | The ban discourages black markets.
The guild admits beginners. | The guild excludes beginners.
The committee remembered to book the hall. | The committee forgot to book the hall.
Sourdough is easy to get right. | Sourdough is hard to get right.
The trail is safe for horses. | The trail is dangerous for horses.
The mod makes the game boring. | The mod makes the game exciting.
Coffee lowers blood pressure. | Coffee raises blood pressure.
The budget includes the swimming pool. | The budget leaves out the swimming pool.
They agreed to pay for the roof. | They refused to pay for the roof.
Her doctor recommended the surgery. | Her doctor advised against the surgery.
Nur die Anwohner dürfen hier parken. | Auch die Anwohner dürfen hier parken.
Der Rabatt gilt für alle außer Rentnern. | Der Rabatt gilt für alle samt Rentnern.
Ohne Anmeldung kann man mitlesen. | Mit Anmeldung kann man mitlesen.
Der Antrag wurde vor der Sitzung verteilt. | Der Antrag wurde nach der Sitzung verteilt.
Der Rat stimmte für den Radweg. | Der Rat stimmte gegen den Radweg.
Viele ziehen vom Land in die Stadt. | Viele ziehen von der Stadt aufs Land.
Statt der Straße soll die Schiene ausgebaut werden. | Statt der Schiene soll die Straße ausgebaut werden.
Die Fehlerquote steigt mit der Dateigröße. | Die Fehlerquote sinkt mit der Dateigröße.
Der Bus hält nicht mehr am Krankenhaus. | Der Bus hält noch am Krankenhaus.
Die Brücke ist noch nicht fertig. | Die Brücke ist schon fertig.
Früher wurde hier gekifft. | Heute wird hier gekifft.
Alle Helfer wurden bezahlt. | Einige Helfer wurden bezahlt.
Die meisten Hunde vertragen das Futter. | Die wenigsten Hunde vertragen das Futter.
Mindestens drei Leute müssen zustimmen. | Höchstens drei Leute müssen zustimmen.
Kein Schüler hat den Brief bekommen. | Jeder Schüler hat den Brief bekommen.
Vermieter müssen die Kaution verzinsen. | Vermieter dürfen die Kaution verzinsen.
Man sollte das Gerät abschalten. | Man darf das Gerät abschalten.
Der Minister könnte zurücktreten. | Der Minister wird sicher zurücktreten.
Diesel ist teurer als Strom. | Strom ist teurer als Diesel.
Der neue Akku hält länger als der alte. | Der neue Akku hält kürzer als der alte.
Die Stadt verklagt den Bauherrn. | Den Bauherrn lobt die Stadt.
Den Torwart foulte der Stürmer. | Der Torwart foulte den Stürmer.
Die Behandlung ist schmerzlos. | Die Behandlung ist schmerzhaft.
Die Steuer ist gerecht. | Die Steuer ist ungerecht.
Die Stadt überschätzt den Bedarf. | Die Stadt unterschätzt den Bedarf.
Der Verein hat Mitglieder gewonnen. | Der Verein hat Mitglieder verloren.
Die Firma stellt Entwickler ein. | Die Firma entlässt Entwickler.
Der Fonds hat den Turm gekauft. | Der Fonds hat den Turm verkauft.
Das Update schaltet die Telemetrie ein. | Das Update schaltet die Telemetrie aus.
Die Grünen sind für das Tempolimit. | Die Grünen sind wider das Tempolimit.
`

const UNSEEN_SAME = `
The bridge should really be closed to cars. | The bridge should be closed to cars.
I think the new menu is confusing. | The new menu is confusing.
Honestly, peat should be banned. | Peat should be banned, honestly.
The colour scheme is ugly. | The color scheme is ugly.
The council has cancelled the festival. | The council canceled the festival.
The city built the new tram line. | The new tram line was built by the city.
Cats kill many songbirds. | Many songbirds are killed by cats.
The update broke my printer. | My printer was broken by the update.
It is unsafe to swim there. | Swimming there is unsafe.
Cycling to work saves money. | You save money by cycling to work.
Plastic bags should be forbidden. | Plastic bags should be banned.
Kids need more sleep. | Children need more sleep.
The program starts too slowly. | The programme starts too slowly.
The film is too long. | The movie is too long.
Cars are too noisy for the old town. | Automobiles are too noisy for the old town.
The app crashes when I rotate the phone. | When I rotate the phone, the app crashes.
In winter the heat pump is too loud. | The heat pump is too loud in winter.
A four-day week makes workers happier. | A four day week makes workers happier.
The e-mail server is down again. | The email server is down again.
Vaccines don't cause autism. | Vaccines do not cause autism.
The rent's too high. | The rent is too high.
Nuclear power is very expensive. | Nuclear power is extremely expensive.
The docs are out of date. | The documentation is out of date.
The repo needs a licence. | The repository needs a license.
Dogs should be kept on a leash in the park. | In the park, dogs should be kept on a leash.
The dev team ignores bug reports. | The developers ignore bug reports.
Public transport should be free. | Public transport ought to be free.
We must protect the wetlands. | The wetlands must be protected.
The government should raise the minimum wage. | The minimum wage should be raised by the government.
Homework does not help young children learn. | Homework doesn't help young kids learn.
Zoos are cruel to the animals. | Zoos are cruel to animals.
Remote work has increased productivity. | Remote work increases productivity.
Testing on animals is wrong. | Animal testing is wrong.
The price of tickets is too high. | Ticket prices are too high.
Tickets cost too much. | The tickets are too expensive.
Sugar should be taxed. | There should be a tax on sugar.
The council wasted the money. | The money was wasted by the council.
The search is terribly slow on large files. | On large files the search is really slow.
We need more bike lanes downtown. | We need more bicycle lanes downtown.
The lamp post light is far too bright. | The lamp-post light is way too bright.
Sourdough needs a hot oven. | A hot oven is needed for sourdough.
The referee made a mistake. | The referee made an error.
The battery dies quickly in the cold. | In the cold, the battery dies fast.
Well, the trail is dangerous after rain. | The trail is dangerous after rain!
The mayor lied about the budget. | In my opinion the mayor lied about the budget.
School uniforms reduce bullying. | Bullying is reduced by school uniforms.
Trees cool the streets. | Streets are cooled by trees.
This library is not maintained any more. | This library is no longer maintained.
The drug has serious side effects. | The drug has severe side effects.
Teens spend too much time on their phones. | Teenagers spend too much time on their phones.
The judge was right to dismiss the case. | The judge rightly dismissed the case.
The tyres wear out too fast. | The tires wear out too quickly.
You should always back up before an upgrade. | Always back up before you upgrade.
The shop sells only organic food. | The store sells only organic food.
It's basically impossible to find a flat in this town. | It is impossible to find an apartment in this town.
The new lens is heavier than the old one. | The old lens is lighter than the new one.
TypeScript catches errors early. | Errors are caught early by TypeScript.
The goalkeeper should have been sent off. | They should have sent the goalkeeper off.
Smoking in parks ought to be prohibited. | Smoking in parks should be prohibited.
The settings page is hard to find. | The settings page is difficult to find.
Die Brücke sollte wirklich für Autos gesperrt werden. | Die Brücke sollte für Autos gesperrt werden.
Ich finde, das neue Menü ist verwirrend. | Das neue Menü ist verwirrend.
Die Stadt hat die Linie gebaut. | Die Linie wurde von der Stadt gebaut.
Im Winter ist die Wärmepumpe zu laut. | Die Wärmepumpe ist im Winter zu laut.
Die Miete ist viel zu hoch. | Die Mieten sind viel zu hoch.
Der Fluß ist zu schmutzig zum Baden. | Der Fluss ist zu schmutzig zum Baden.
Katzen töten viele Singvögel. | Viele Singvögel werden von Katzen getötet.
Das Programm startet zu langsam. | Das Programm startet einfach zu langsam.
Plastiktüten sollten verboten werden. | Man sollte Plastiktüten verbieten.
Hunde gehören im Park an die Leine. | Im Park gehören Hunde an die Leine.
Autos sind in der Altstadt zu laut. | Autos sind zu laut in der Altstadt.
Der Film ist zu lang. | Der Film ist leider zu lang.
Homöopathie wirkt nicht besser als Placebo. | Homöopathie wirkt nicht besser als ein Placebo.
Die App stürzt ab, wenn ich das Handy drehe. | Wenn ich das Handy drehe, stürzt die App ab.
Impfungen verursachen keinen Autismus. | Autismus wird nicht durch Impfungen verursacht.
Bäume kühlen die Straßen. | Die Straßen werden durch Bäume gekühlt.
Meiner Meinung nach hat der Bürgermeister gelogen. | Der Bürgermeister hat gelogen.
Der Schiedsrichter hat einen Fehler gemacht. | Der Schiedsrichter machte einen Fehler.
Das Update hat meinen Drucker kaputt gemacht. | Mein Drucker wurde durch das Update kaputt gemacht.
Wir brauchen mehr Radwege. | Wir brauchen viel mehr Fahrradwege.
`

type Pairs = Pick<StatementPair, 'a' | 'b'>[]

export const tried = { opposites: parsed(TRIED_OPPOSITES), same: parsed(TRIED_SAME) }
export const unseen = { opposites: parsed(UNSEEN_OPPOSITES), same: parsed(UNSEEN_SAME) }

/** Two statements a line. */
export function parsed(text: string): Pairs {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [a = '', b = ''] = line.split(' | ')
      return { a, b }
    })
}
