import { foldName } from '@mintforge/domain/kernel';
import { bodyNameKey, type ActivityFormat, type Topic } from '@mintforge/domain/partners';
import type { Tx } from '@mintforge/platform';
import { insertRows, newId } from './bulk';
import type { Chance } from './chance';
import { centres, firmStarts, firmTrades, firstNames, lastNames, legalForms, schoolKinds, schoolNames, streets, towns } from './words';

export interface SeededSchool {
  id: string;
  grades: readonly number[];
}

export interface SeededHost {
  id: string;
  siteId: string;
  topics: readonly Topic[];
  formats: readonly ActivityFormat[];
}

const weighted = towns.flatMap((town) => Array.from({ length: town.weight }, () => town));
const domainOf = (name: string) => `${foldName(name).replaceAll(' ', '-').slice(0, 40)}.example`;

/** Makes the organisations of the demo region, each with a main site and a contact; answers what the rest builds on. */
export async function seedOrganisations(tx: Tx, chance: Chance, counts: { schools: number; companies: number }): Promise<{ schools: SeededSchool[]; hosts: SeededHost[] }> {
  const organisations: Record<string, unknown>[] = [];
  const sites: Record<string, unknown>[] = [];
  const contacts: Record<string, unknown>[] = [];

  const add = (name: string, more: Record<string, unknown>) => {
    const [id, siteId] = [newId(), newId()];
    const town = chance.pick(weighted);
    const domain = domainOf(name);
    organisations.push({ id, name, name_key: foldName(name), body_key: bodyNameKey(name), email: `info@${domain}`, mail_domain: domain, phone: `0381 ${chance.whole(100_000, 999_999)}`, website: `https://${domain}`, tags: [], notes: '', version: 1, created_at: 'now', updated_at: 'now', official_key: null, official_number: null, school_kinds: [], ...more });
    sites.push({
      id: siteId, organisation_id: id, name: '', street: `${chance.pick(streets)} ${chance.whole(1, 90)}`, postcode: chance.pick(town.postcodes), town: town.name,
      lat: town.lat + (chance.next() - 0.5) * 0.09, lon: town.lon + (chance.next() - 0.5) * 0.14, coordinate_check: 'OK', is_main: true, version: 1, created_at: 'now', updated_at: 'now',
    });
    contacts.push({ id: newId(), organisation_id: id, name: `${chance.pick(firstNames)} ${chance.pick(lastNames)}`, function: chance.pick(['Schulleitung', 'Ausbildungsleitung', 'MINT-Koordination', 'Personal']), email: `kontakt@${domain}`, roles: ['MAIN'], version: 1, created_at: 'now', updated_at: 'now' });
    return { id, siteId };
  };

  const schools: SeededSchool[] = [];
  for (let at = 0; at < counts.schools; at++) {
    const kind = kindAt((at + 0.5) / counts.schools);
    const name = `${kind.label} „${schoolNames[at % schoolNames.length]}“${at >= schoolNames.length ? ` ${towns[Math.floor(at / schoolNames.length) % towns.length]!.name}` : ''}`;
    const number = String(75_900_000 + at);
    const { id } = add(name, { roles: ['SCHOOL'], official_key: `MV-${number}`, official_number: number, school_kinds: [kind.type], stage: chance.pick(['NEW', 'CONTACTED', 'ACTIVE', 'ACTIVE', 'ACTIVE']) });
    schools.push({ id, grades: kind.grades });
  }

  const hosts: SeededHost[] = centres.map((name) => ({
    ...add(name, { roles: ['RESEARCH_CENTRE'], stage: 'ACTIVE' }),
    topics: chance.some(firmTrades, 3).flatMap((trade) => trade.topics),
    formats: ['TECH_WORKSHOP', 'RESEARCH_PROJECT'],
  }));
  for (let at = 0; at < counts.companies; at++) {
    const trade = firmTrades[at % firmTrades.length]!;
    const name = `${firmStarts[Math.floor(at / firmTrades.length) % firmStarts.length]}${trade.word.toLowerCase()} ${lastNames[at % lastNames.length]} ${chance.pick(legalForms)}`;
    hosts.push({
      ...add(name, { roles: ['COMPANY'], stage: chance.pick(['NEW', 'NEW', 'CONTACTED', 'IN_TALKS', 'ACTIVE', 'ACTIVE', 'PAUSED']) }),
      topics: trade.topics,
      formats: ['JOB_SHADOWING', 'COMPANY_VISIT', 'MENTORING', 'TECH_WORKSHOP'],
    });
  }
  await insertRows(tx, 'organisation', organisations);
  await insertRows(tx, 'site', sites);
  await insertRows(tx, 'contact', contacts);
  await insertRows(tx, 'postcode', towns.flatMap((town) => town.postcodes.map((postcode) => ({ postcode, lat: town.lat, lon: town.lon }))));
  return { schools, hosts };
}

/** The kind of school at a position 0..1 of the register, by the kinds' shares. */
function kindAt(position: number) {
  let reached = 0;
  return schoolKinds.find((kind) => (reached += kind.share) > position) ?? schoolKinds[0];
}
