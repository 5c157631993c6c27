import { adoptStandard, type Act, type ConsentLedger } from '@mintforge/consent';
import { requiredSigners, standardRules, type ConsentAct, type PurposeCode, type Signer } from '@mintforge/domain/consent';
import { berlinDay, schoolYearOf } from '@mintforge/domain/kernel';
import type { Tx } from '@mintforge/platform';
import type { Chance } from './chance';
import type { SeededPupil } from './people';

const perAppend = 1000;
const dayMs = 86_400_000;

/** A further language as a region adds one: the text on matching in Ukrainian. */
const ukrainian = {
  title: 'Підбір місць у заходах MINT (математика, інформатика, природничі науки, техніка)',
  body: `Ми використовуємо ім’я та прізвище, клас, дату народження, інтереси та побажання, щоб розподіляти місця в майстернях, на практичних днях і в програмі наставництва. Ці дані бачить лише координаційний центр. Ми використовуємо їх не довше ніж три місяці після закінчення навчального року. Кожен розподіл перевіряє людина.

Згода є добровільною. Відмова не має жодних негативних наслідків у школі; обов’язкова практика від цього не залежить. Ви можете будь-коли відкликати згоду без пояснення причин так само просто, як її надаєте; усе, що відбулося до того часу, залишається законним.

Ви маєте право на доступ до даних, їх виправлення, видалення, обмеження обробки та перенесення, а також право подати скаргу до наглядового органу із захисту даних. Відповідальним є координаційний центр регіону; там ви також можете звернутися до уповноваженої особи із захисту даних.`,
};

/** How a pupil's family answered: most say yes, some have not yet, a few say no, take it back or disagree. */
function answersOf(chance: Chance, signers: readonly Signer[]): { act: ConsentAct; signer: Signer }[] {
  const draw = chance.next();
  const yes = signers.map((signer) => ({ act: 'GIVEN' as const, signer }));
  const [first] = signers;
  if (draw < 0.9 || !first) return yes;
  if (draw < 0.95) return yes.slice(1);
  if (draw < 0.97) return [{ act: 'REFUSED', signer: first }];
  if (draw < 0.99) return [...yes, { act: 'WITHDRAWN', signer: first }];
  return first === 'PUPIL' ? [{ act: 'REFUSED', signer: first }] : [...yes, { act: 'REFUSED', signer: first === 'GUARDIAN_1' ? 'GUARDIAN_2' : 'GUARDIAN_1' }];
}

function signersOf(ruleCode: 'S1' | 'S2', birthDate: string, at: Date): Signer[] {
  const required = requiredSigners(standardRules.find(({ code }) => code === ruleCode)!, birthDate, berlinDay(at), 'JOINT');
  return [...(['GUARDIAN_1', 'GUARDIAN_2'] as const).slice(0, required.guardians), ...(required.pupil ? (['PUPIL'] as const) : [])];
}

/** Adopts purposes and releases their texts from the beginning of the school year; asks the given pupils for matching and pictures, and takes down answers from paper. */
export async function seedConsent(tx: Tx, ledger: ConsentLedger, chance: Chance, pupils: readonly SeededPupil[], today: Date): Promise<void> {
  await adoptStandard(tx);
  await tx.query('insert into controller (region_id, name, address, contact, officer, authority) values ($1, $2, $3, $4, $5, $6)', [
    tx.regionId, 'MINT-Region Warnhafen (Demo)', 'Hafenstraße 1, 18900 Warnhafen', 'koordination@demo.example', 'datenschutz@demo.example', 'Der Landesbeauftragte für Datenschutz und Informationsfreiheit Mecklenburg-Vorpommern',
  ]);
  await tx.query(
    `insert into consent_wording (region_id, text_id, language, plain, title, body, sha256)
      select t.region_id, t.id, 'uk', false, $2, $3, app.wording_hash($2, $3) from consent_text t join purpose p on p.region_id = t.region_id and p.id = t.purpose_id where t.region_id = $1 and p.code = 'MATCHING'`,
    [tx.regionId, ukrainian.title, ukrainian.body]);
  const start = new Date(`${schoolYearOf(berlinDay(today)).slice(0, 4)}-08-01T12:00:00Z`);
  await tx.query('update consent_text set valid_from = $2, released_at = $3 where region_id = $1', [tx.regionId, berlinDay(start), start]);
  const latest = today.getTime() - 3 * dayMs;
  const moment = (days: number) => new Date(Math.max(start.getTime(), Math.min(latest, start.getTime() + days * dayMs)));
  const purposes: [PurposeCode, 'S1' | 'S2', number][] = [['MATCHING', 'S1', 1], ['PHOTO_PUBLICATION', 'S2', 0.5]];

  const acts: Act[] = [];
  const add = (pupilId: string, purpose: PurposeCode, act: ConsentAct, signer: Signer | null, at: Date) =>
    acts.push({ pupilId, purpose, act, signer, signerName: null, at, channel: signer && 'PAPER', assurance: signer && 'PAPER_SEEN', language: signer && 'de', plain: signer && false });
  for (const { id, birthDate } of pupils) {
    for (const [purpose, rule, share] of purposes) {
      if (chance.next() >= share) continue;
      const answered = moment(chance.whole(14, 60));
      add(id, purpose, 'REQUESTED', null, moment(10));
      for (const { act, signer } of answersOf(chance, signersOf(rule, birthDate, answered))) add(id, purpose, act, signer, act === 'WITHDRAWN' ? new Date(answered.getTime() + dayMs) : answered);
    }
  }
  for (let from = 0; from < acts.length; from += perAppend) await ledger.append(tx, acts.slice(from, from + perAppend));
}
