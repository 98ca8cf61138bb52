/**
 * Pairs of statements, written for this project: opposites that must never become one claim, and the same said in other
 * words. Of the latter every second pair is kept for checking: rules and words are never fitted to those.
 */

const OPPOSITES = `
Cycling on the pavement is safe for everybody. | Cycling on the pavement is not safe for everybody.
Wolves in the northern forests should be protected. | Wolves in the northern forests should be hunted.
The new school meals are free of sugar. | The new school meals are full of sugar.
The harbour minister lied about the cost of the bridge. | The harbour minister told the truth about the cost of the bridge.
Ein Tempolimit senkt die Zahl der Unfälle auf der Autobahn nicht. | Ein Tempolimit erhöht die Zahl der Unfälle auf der Autobahn nicht.
The council accepted the offer of the tram company. | The council rejected the offer of the tram company.
Flats near the river are cheap to heat in winter. | Flats near the river are expensive to heat in winter.
Die Miete steigt in kleinen Städten jedes Jahr. | Die Miete sinkt in kleinen Städten jedes Jahr.
Heat pumps work well in old brick houses. | Heat pumps work badly in old brick houses.
Homework improves the marks of slow learners. | Homework ruins the marks of slow learners.
Solar panels on roofs pay for themselves within years. | Solar panels on roofs never pay for themselves within years.
Electric buses are quieter than diesel buses in town. | Diesel buses are quieter than electric buses in town.
Big landlords exploit small tenants in the suburbs. | Small tenants exploit big landlords in the suburbs.
All nurses support the longer night shift. | Some nurses support the longer night shift.
Most farmers profit from the milk quota. | Few farmers profit from the milk quota.
Remote work must be offered to office clerks. | Remote work may be offered to office clerks.
The library should open on Sunday mornings. | The library should close on Sunday mornings.
Vaccines cause lasting damage to the immune system. | It is a myth that vaccines cause lasting damage to the immune system.
Nuclear plants are reliable sources of power. | Nuclear plants are unreliable sources of power.
Organic pesticides are harmful to wild bees. | Organic pesticides are harmless to wild bees.
The treaty strengthens the parliament against the president. | The treaty weakens the parliament against the president.
Parking fees attract visitors to the old market. | Parking fees repel visitors to the old market.
Der Radweg gefährdet die Schulkinder an der Kreuzung. | Der Radweg schützt die Schulkinder an der Kreuzung.
Der Wolf gehört in den deutschen Wald. | Der Wolf gehört nicht in den deutschen Wald.
Die Impfpflicht für Pfleger ist gerecht. | Die Impfpflicht für Pfleger ist ungerecht.
Die Stadt sollte das alte Theater behalten. | Die Stadt sollte das alte Theater abreißen.
Windräder sind schädlich für Vögel im Wald. | Windräder sind unschädlich für Vögel im Wald.
Mehr Polizei bringt mehr Sicherheit am Bahnhof. | Mehr Polizei bringt weniger Sicherheit am Bahnhof.
Die Schule ist barrierefrei für alle Kinder der Stadt. | Die Schule ist voller Barrieren für alle Kinder der Stadt.
Der Minister hat über die Kosten gelogen. | Der Minister hat über die Kosten die Wahrheit gesagt.
Hunde beißen Briefträger häufiger als Katzen. | Katzen beißen Briefträger häufiger als Hunde.
Das Gericht bestätigte das Urteil gegen den Bauern. | Das Gericht verwarf das Urteil gegen den Bauern.
The strike began in March at the northern mine. | The strike ended in March at the northern mine.
Rent control helps young families in the city. | Rent control hurts young families in the city.
The coach trusts the young goalkeeper completely. | The coach distrusts the young goalkeeper completely.
Plastic bags are worse for the sea than paper bags. | Paper bags are worse for the sea than plastic bags.
The festival was a success for the local shops. | The festival was a disaster for the local shops.
The museum bought the stolen painting from the duke. | The museum returned the stolen painting to the duke.
The auditors praised the school for its accounts. | The auditors blamed the school for its accounts.
The mayor won the vote on the new stadium. | The mayor lost the vote on the new stadium.
The mayor promised to keep the swimming pool. | The mayor refused to keep the swimming pool.
Guns in private homes prevent burglaries. | Guns in private homes invite burglaries.
Tenants are responsible for mould in the flat. | Landlords are responsible for mould in the flat.
Everybody in the village wants the wind farm. | Nobody in the village wants the wind farm.
Meat from the lab tastes better than meat from cows. | Meat from cows tastes better than meat from the lab.
Immigrants pay more tax than they receive in benefits. | Immigrants pay less tax than they receive in benefits.
Teachers may search the bags of pupils. | Teachers may not search the bags of pupils.
The river is clean enough for children to swim. | The river is too dirty for children to swim.
The drug cures the common cold in adults. | The drug causes the common cold in adults.
The old airport was built before the war. | The old airport was built after the war.
Cash should be abolished in small shops. | Cash should be kept in small shops.
Smartphones make teenagers happy at school. | Smartphones make teenagers lonely at school.
The union won against the mining company. | The mining company won against the union.
The pension age should rise with life expectancy. | The pension age should stay as it is despite life expectancy.
The judges upheld the ban on the protest. | The judges overturned the ban on the protest.
Cargo bikes are allowed in the pedestrian zone. | Cargo bikes are prohibited in the pedestrian zone.
The data centre uses less water than the old factory. | The data centre uses more water than the old factory.
Private schools widen the gap between rich and poor. | Private schools narrow the gap between rich and poor.
The vaccine is hardly effective in older patients. | The vaccine is effective in older patients.
The editor published the letters of the prisoner. | The editor suppressed the letters of the prisoner.
Die Bahn ist im Winter pünktlich. | Die Bahn ist im Winter verspätet.
Die Reform entlastet kleine Betriebe auf dem Land. | Die Reform belastet kleine Betriebe auf dem Land.
Der Trainer lobte die junge Mannschaft nach dem Spiel. | Der Trainer tadelte die junge Mannschaft nach dem Spiel.
Die Partei hat die Wahl in der Stadt gewonnen. | Die Partei hat die Wahl in der Stadt verloren.
Die neue Brücke ist billiger als die alte Fähre. | Die neue Brücke ist teurer als die alte Fähre.
Alle Lehrer der Schule befürworten das Handyverbot. | Manche Lehrer der Schule befürworten das Handyverbot.
Der Konsum von Fleisch ist klimaschädlich. | Der Konsum von Fleisch ist klimafreundlich.
Niemand im Dorf braucht den neuen Supermarkt. | Jeder im Dorf braucht den neuen Supermarkt.
Die Stadt muss den Park nachts schließen. | Die Stadt darf den Park nachts schließen.
Homeoffice macht die Leute produktiver im Büroalltag. | Homeoffice macht die Leute unproduktiver im Büroalltag.
Es stimmt nicht, dass die Fähre den Ort Geld kostet. | Die Fähre kostet den Ort Geld.
Die Zeitung nannte den Richter befangen. | Die Zeitung nannte den Richter unbefangen.
Die Steuer trifft Arme härter als Reiche. | Die Steuer trifft Reiche härter als Arme.
Das Dorf liegt zwei Kilometer vom Kraftwerk entfernt. | Das Dorf liegt zwanzig Kilometer vom Kraftwerk entfernt.
Die Sitzung des Gemeinderats ist öffentlich. | Die Sitzung des Gemeinderats ist geheim.
The council meets on Monday evenings in the town hall. | The council meets on Friday evenings in the town hall.
The tunnel was closed in January for repairs. | The tunnel was closed in August for repairs.
The dam leaks 3 litres an hour in spring. | The dam leaks 3 litres a minute in spring.
The northern suburbs get the new tram line. | The southern suburbs get the new tram line.
The rumour that the bakery closes is false. | The rumour that the bakery closes is true.
The lifeguards rescued the surfers at the pier. | The surfers rescued the lifeguards at the pier.
Nobody denies that the bridge is unsafe for lorries. | The bridge is safe for lorries.
The bridge is anything but safe for lorries. | The bridge is quite safe for lorries.
The report exaggerates the danger of the reactor. | The report plays down the danger of the reactor.
Unpaid interns are treated fairly at the agency. | Unpaid interns are treated unfairly at the agency.
The witness remembered the colour of the car. | The witness forgot the colour of the car.
Tourists outnumber residents on the island in July. | Residents outnumber tourists on the island in July.
The vote on the budget was legal under the charter. | The vote on the budget violated the charter.
Small shops survive without the car park. | Small shops cannot survive without the car park.
The fund should invest in coal mines abroad. | The fund should divest from coal mines abroad.
The city council voted for the new cycle track. | The city council voted against the new cycle track.
The vaccine mandate applies to hospital staff. | The vaccine mandate does not apply to hospital staff.
Unless the dam is repaired, the valley will flood. | If the dam is repaired, the valley will flood.
Sarah's father sued the hospital for negligence. | The hospital sued Sarah's father for negligence.
The museum opened within two weeks of the fire. | The museum opened within two months of the fire.
The company can survive only with the subsidy. | The company can survive even without the subsidy.
The treaty has yet to be ratified by the senate. | The treaty has already been ratified by the senate.
The bridge will certainly hold another winter. | The bridge will certainly collapse another winter.
More than half of the tenants favour the sale. | Less than half of the tenants favour the sale.
At least 50 beds are needed in the shelter. | At most 50 beds are needed in the shelter.
The prosecutor overestimated the witness. | The prosecutor underestimated the witness.
Professor Miller designed the reactor in Leeds. | Professor Fuller designed the reactor in Leeds.
The subsidy goes from the state to the farmers. | The subsidy goes from the farmers to the state.
The farmers used to support the dairy quota. | The farmers still support the dairy quota.
Wolves are a bigger threat to sheep than dogs are. | Dogs are a bigger threat to sheep than wolves are.
Nothing speaks for closing the harbour at night. | Everything speaks for closing the harbour at night.
The council is free to sell the old station. | The council is forced to sell the old station.
Parents ought to pay for school lunches. | Parents needn't pay for school lunches.
It is likely that the glacier melts by 2050. | It is impossible that the glacier melts by 2050.
The tax cut came because of the recession. | The tax cut came in spite of the recession.
Bees pollinate the orchard without the hives' help. | Bees pollinate the orchard thanks to the hives' help.
The ship sank before the storm reached the coast. | The ship sank after the storm reached the coast.
The poll is biased in favour of the mayor. | The poll is biased against the mayor.
Only members may vote on the club's statutes. | Members and guests may vote on the club's statutes.
The river flows upstream of the plant into the lake. | The river flows downstream of the plant into the lake.
Die Mehrheit der Mieter ist für den Verkauf. | Die Mehrheit der Mieter ist gegen den Verkauf.
Das Werk darf auch sonntags produzieren. | Das Werk darf sonntags nicht produzieren.
Wenn der Deich hält, muss das Dorf umziehen. | Wenn der Deich nicht hält, muss das Dorf umziehen.
Der Lehrer hat dem Schüler das Buch geschenkt. | Der Schüler hat dem Lehrer das Buch geschenkt.
Mindestens 30 Prozent der Wohnungen sind leer. | Höchstens 30 Prozent der Wohnungen sind leer.
Ein Verbot würde den Schwarzmarkt stärken. | Ein Verbot würde den Schwarzmarkt austrocknen.
Frau Weber leitet den Ausschuss für Verkehr. | Frau Huber leitet den Ausschuss für Verkehr.
Die Klinik muss nicht geschlossen werden. | Die Klinik muss geschlossen werden.
Es ist unwahrscheinlich, dass die Fähre wieder fährt. | Es ist sicher, dass die Fähre wieder fährt.
Der Strom ist im Norden günstiger als im Süden. | Der Strom ist im Süden günstiger als im Norden.
Trotz der Kamera wird am Bahnhof gestohlen. | Wegen der Kamera wird am Bahnhof gestohlen.
Die Partei hat ihr Versprechen gehalten. | Die Partei hat ihr Versprechen gebrochen.
Vor dem Umbau war der Platz belebt. | Nach dem Umbau war der Platz belebt.
Der Bund zahlt den Ländern die Straßen. | Die Länder zahlen dem Bund die Straßen.
Ohne Zuschuss lohnt sich die Solaranlage. | Nur mit Zuschuss lohnt sich die Solaranlage.
The hospital no longer treats uninsured patients. | The hospital still treats uninsured patients.
The clinic has not yet received the vaccine. | The clinic has already received the vaccine.
The orchard thrives despite the new motorway. | The orchard thrives because of the new motorway.
Only residents can park in the lane behind the school. | Residents and visitors can park in the lane behind the school.
The jury sided with the tenant. | The jury sided against the tenant.
The brewery moved into the valley last year. | The brewery moved out of the valley last year.
The novel was written by a journalist about a judge. | The novel was written by a judge about a journalist.
Whether or not it rains, the match takes place. | Only when it rains, the match takes place.
The senator spoke up for the miners. | The senator spoke out against the miners.
The pipeline runs above the village. | The pipeline runs below the village.
Rarely does the ferry arrive on time. | The ferry arrives on time as a rule.
The rule holds except on Sundays. | The rule holds only on Sundays.
Too little was spent on the flood wall. | Too much was spent on the flood wall.
It makes no sense to widen the road. | It makes sense to widen the road.
The committee is far from united on the merger. | The committee is united on the merger.
The town can do without the casino. | The town can't do without the casino.
Under no circumstances may the archive be opened. | Under certain circumstances the archive may be opened.
The school had better keep Latin. | The school had better drop Latin.
The patent belongs to the university, not to Baker. | The patent belongs to Baker, not to the university.
The prize went to the second team instead of the first. | The prize went to the first team instead of the second.
Few would miss the fountain. | Many would miss the fountain.
The villagers are in need of a doctor. | The villagers are in no need of a doctor.
The police were right to clear the square. | The police were wrong to clear the square.
Fares doubled after the merger of the lines. | Fares halved after the merger of the lines.
The choir sings with the windows open. | The choir sings with the windows shut.
Der Betrieb ist nach wie vor rentabel. | Der Betrieb ist nicht mehr rentabel.
Die Schule nimmt nur Mädchen auf. | Die Schule nimmt Mädchen und Jungen auf.
Der Verein ist mit dem Umzug einverstanden. | Der Verein ist mit dem Umzug nicht einverstanden.
Das Gesetz gilt ab sofort für Radfahrer. | Das Gesetz gilt erst ab Mai für Radfahrer.
Die Mieter zahlen zu viel für die Heizung. | Die Mieter zahlen zu wenig für die Heizung.
Die Kinder gehen gern in die Krippe. | Die Kinder gehen ungern in die Krippe.
Selbst mit Zuschuss lohnt sich der Umbau kaum. | Mit Zuschuss lohnt sich der Umbau.
Der Bürgermeister hat das Fest erlaubt. | Der Bürgermeister hat das Fest untersagt.
Die Ärzte warnen vor der Kur. | Die Ärzte raten zu der Kur.
Dank der Umgehungsstraße ist es im Ort ruhig. | Trotz der Umgehungsstraße ist es im Ort ruhig.
Es fehlt an Personal in der Pflege. | Es gibt genug Personal in der Pflege.
Das Dorf liegt diesseits der Grenze. | Das Dorf liegt jenseits der Grenze.
Der Wirt hat den Gast betrogen. | Der Gast hat den Wirt betrogen.
Die Kosten liegen bei 3,5 Millionen Euro. | Die Kosten liegen bei 35 Millionen Euro.
Ab und zu fällt der Unterricht aus. | Ständig fällt der Unterricht aus.
The harbour is closer to the market than the station is. | The station is closer to the market than the harbour is.
The island relies on imported water. | The island is independent of imported water.
The referee was lenient with the home side. | The referee was strict with the home side.
Children under twelve may ride free. | Children over twelve may ride free.
The law took effect until the end of June. | The law took effect from the end of June.
The rebels took the fort from the army. | The army took the fort from the rebels.
The mine is profitable without subsidies. | The mine is profitable thanks to subsidies.
The editor regrets the headline. | The editor stands by the headline.
The bill passed by a single vote. | The bill failed by a single vote.
The lake froze for the first time. | The lake thawed for the first time.
If rents fall, builders leave. | If rents fall, builders stay.
The mast is outside the reserve. | The mast is inside the reserve.
It was the driver who hit the cyclist. | It was the cyclist who hit the driver.
There is evidence that the diet works. | There is no evidence that the diet works.
The road is open except in winter. | The road is open even in winter.
Hardly anyone reads the local paper. | Almost everyone reads the local paper.
The villagers accepted the offer under protest. | The villagers accepted the offer gladly.
Whales avoid the noisy strait. | Whales seek the noisy strait.
Der Zug hält nur in Ulm. | Der Zug hält überall außer in Ulm.
Die Kammer ist unter Leitung von Beck gewachsen. | Die Kammer ist unter Leitung von Lang gewachsen.
Das Schwimmbad bleibt offen. | Das Schwimmbad bleibt geschlossen.
Die Firma stellt Leute ein. | Die Firma entlässt Leute.
Die Miete sinkt, wenn gebaut wird. | Die Miete steigt, wenn gebaut wird.
Der Hof liegt oberhalb der Straße. | Der Hof liegt unterhalb der Straße.
Fast alle Gäste waren zufrieden. | Fast kein Gast war zufrieden.
Die Brücke hält mindestens zehn Jahre. | Die Brücke hält höchstens zehn Jahre.
Der Rat ließ den Baum fällen. | Der Rat ließ den Baum stehen.
Der Zaun schützt die Schafe vor dem Wolf. | Der Zaun schützt den Wolf vor den Schafen.
Bis Mai ist der Pass gesperrt. | Ab Mai ist der Pass gesperrt.
Der Arzt riet der Frau zur Operation. | Der Arzt riet der Frau von der Operation ab.
`

const SAME = `
Cycling on the pavement is dangerous for pedestrians. | Riding a bicycle on the pavement is dangerous for pedestrians.
The city should plant more trees along its streets. | More trees should be planted along the streets of the city.
The ferry to the island should stay free for residents. | For residents, the ferry to the island should stay free.
School uniforms reduce bullying among pupils. | Bullying among pupils is reduced by school uniforms.
Electric cars are too expensive for most families. | For most families electric cars cost too much and are too expensive.
The new stadium will cost 40 million euros. | The new stadium is going to cost 40 million euros.
The mayor ignored the report about the bridge. | The report about the bridge was ignored by the mayor.
Heat pumps lower the heating bill of old houses. | Heat pumps cut the heating bill of old houses.
Free buses would reduce car traffic in the centre. | Car traffic in the centre would be reduced by free buses.
Die Fähre sollte für Anwohner kostenlos bleiben. | Für Anwohner sollte die Fähre kostenlos bleiben.
Ein Tempolimit senkt die Zahl der Unfälle. | Ein Tempolimit verringert die Zahl der Unfälle.
Die Stadt braucht mehr bezahlbare Wohnungen für Familien. | Für Familien braucht die Stadt mehr bezahlbare Wohnungen.
Windräder töten jedes Jahr viele Vögel im Wald. | Jedes Jahr töten Windräder im Wald viele Vögel.
Der Minister hat die Kosten der Brücke verschwiegen. | Die Kosten der Brücke hat der Minister verschwiegen.
Homework takes time away from family and sports. | Homework just takes time away from sports and family.
Nuclear power plants are not safe near big cities. | Nuclear power plants near big cities are unsafe.
The library should be open on Sundays. | On Sundays the library should be open.
Vaccination protects the weakest people in society. | The weakest people in society are protected by vaccination.
Tourists drive up the rents in the old town. | Rents in the old town are driven up by tourists.
The council wasted our taxes on the tunnel. | Our taxes were wasted by the council on the tunnel.
Smartphones distract pupils during lessons. | During lessons, pupils are distracted by smartphones.
The harbour needs a second crane for container ships. | A second crane for container ships is needed in the harbour.
Cash protects the privacy of customers. | The privacy of customers is protected by cash.
Cats kill millions of garden birds every year. | Every year millions of garden birds are killed by cats.
Remote work saves employees hours of commuting. | Working remotely saves employees hours of commuting.
It isn't fair that tenants pay for the new roof. | It is not fair that tenants pay for the new roof.
The closing of the clinic hurts older patients most. | Older patients are hurt most by the closing of the clinic.
A wealth tax would drive rich investors abroad. | Rich investors would be driven abroad by a wealth tax.
Glyphosate probably harms wild bees. | Wild bees are probably harmed by glyphosate.
The referendum was rushed and badly explained. | The referendum was badly explained and rushed.
Solar panels should be mandatory on new roofs. | Solar panels on new roofs should be mandatory.
Public parks should be lit at night. | At night public parks should be lit.
The tram line to the airport is always late. | The airport tram line is always late.
Dogs must be kept on a lead in the nature reserve. | In the nature reserve dogs have to be kept on a lead.
Private landlords neglect repairs in old buildings. | Repairs in old buildings are neglected by private landlords.
The pension reform burdens young workers unfairly. | Young workers are burdened unfairly by the pension reform.
Wolves kill sheep on mountain farms. | On mountain farms, sheep are killed by wolves.
Plastic bottles should carry a deposit of 25 cents. | A deposit of 25 cents should be charged on plastic bottles.
Teachers deserve higher pay for extra lessons. | For extra lessons teachers deserve higher pay.
A sugar tax would improve the health of children. | The health of children would be improved by a sugar tax.
Gefängnisse machen aus kleinen Dieben große Verbrecher. | Aus kleinen Dieben machen Gefängnisse große Verbrecher.
Das Handyverbot an Schulen stärkt die Konzentration. | Ein Handyverbot an Schulen stärkt die Konzentration der Kinder.
Die Bahn muss im Winter zuverlässiger fahren. | Im Winter muss die Bahn zuverlässiger fahren.
Die Reform belastet kleine Betriebe auf dem Land. | Kleine Betriebe auf dem Land werden durch die Reform belastet.
Der neue Radweg ist gefährlich für Schulkinder. | Für Schulkinder ist der neue Radweg gefährlich.
Der Eintritt ins Museum sollte am Sonntag frei sein. | Am Sonntag sollte der Eintritt ins Museum frei sein.
Große Konzerne zahlen in Europa kaum Steuern. | In Europa zahlen große Konzerne kaum Steuern.
Die Impfung verhindert schwere Verläufe bei Alten. | Bei Alten verhindert die Impfung schwere Verläufe.
The zoo keeps its elephants in tiny cages. | The zoo still keeps its elephants in tiny cages.
Fireworks scare pets and wild animals. | Fireworks frighten pets and wild animals.
Speed cameras are only there to make money. | Speed cameras are just there to make money.
I think that speed bumps slow ambulances down. | Speed bumps slow down ambulances.
The bakery closed because the rent was too high. | The bakery closed since the rent was too high.
Voting should be compulsory for all citizens. | Voting should be mandatory for all citizens.
Organic farming needs more land than other farming. | Organic farming requires more land than other farming.
Coal plants should be shut by 2030. | Coal plants should be closed by 2030.
The factory polluted the river for years. | For years the factory polluted the river.
Airlines should pay tax on their fuel. | Airlines should have to pay tax on their fuel.
The police ignored the complaints of the neighbours. | The complaints of the neighbours were ignored by the police.
Video games do not cause violence among teenagers. | Video games don't cause violence among teenagers.
The island can't support more hotels on its coast. | The island cannot support more hotels on its coast.
Fishing quotas save the cod in the northern sea. | Fishing quotas preserve the cod in the northern sea.
`

export interface StatementPair {
  a: string
  b: string
  /** Whether rules may be fitted to it, or it is kept for checking. */
  use: 'fit' | 'check'
}

function pairs(lines: string): StatementPair[] {
  return lines
    .trim()
    .split('\n')
    .map((line, at) => {
      const [a, b] = line.split(' | ') as [string, string]
      return { a, b, use: at % 2 === 0 ? 'fit' : 'check' }
    })
}

export const opposites = pairs(OPPOSITES)
export const paraphrases = pairs(SAME)
