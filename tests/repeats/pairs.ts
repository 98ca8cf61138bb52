/**
 * Pairs of statements, written for this project: opposites that must never become one claim, and the same said in other
 * words. Every second pair is kept for checking: rules and words are never fitted to those.
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
