import { AdoptPurposesDocument, PlacePupilDocument, PupilDocument, UpdatePupilDocument } from '@mintforge/contract';
import { aClass, anOffice, aPublishedOccurrence, onDatabase, run } from '@mintforge/e2e';
import { randomUUID } from 'node:crypto';
import { dialog, press, sees, signIn, visit } from './console';
import { journey, openTab } from './tab';

const tab = openTab();
const step = journey(tab);

let occurrenceId = '';
let regionId = '';

/** A pupil with a seat who needs a ramp and quiet, in a region where nobody is asked for needs or names: the law holds them. */
async function anOfficeWithASeat() {
  const region = await anOffice();
  regionId = region.regionId;
  const office = await region.signedIn();
  await run(AdoptPurposesDocument, {}, office);
  await onDatabase((database) => database.query(`update purpose set basis = 'PUBLIC_TASK', signer_rule = null where region_id = $1 and code in ('NEEDS_PROCESS', 'NEEDS_SHARE_COMPANY', 'SHARE_WITH_COMPANY', 'MATCHING')`, [regionId]));
  const { pupilIds: [pupilId = ''] } = await aClass(1, office);
  occurrenceId = await aPublishedOccurrence(5, office);
  const { pupil } = await run(PupilDocument, { id: pupilId }, office);
  await run(UpdatePupilDocument, { id: pupilId, version: pupil.version, patch: { provisions: ['STEP_FREE', 'QUIET_ROOM'] } }, office);
  await run(PlacePupilDocument, { occurrenceId, pupilId, idempotencyKey: randomUUID() }, office);
  return region;
}

const shared = () => onDatabase(async (database) => (await database.query('select 1 from shared_need where region_id = $1', [regionId])).rowCount);

describe('the needs of a pupil on the day list', () => {
  step('are told to the host one by one, as the office chooses', async (page) => {
    await signIn(page, await anOfficeWithASeat());
    await visit(page, `/occurrences/${occurrenceId}/host`);
    const row = page.getByRole('row').nth(1);
    await row.waitFor();
    expect(await row.getByText('Stufenlos').count()).toBe(0);
    await press(row, /^Bedarf nennen/);
    expect(await dialog(page).getByRole('checkbox').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked))).toEqual([false, false]);
    await dialog(page).getByRole('checkbox', { name: 'Stufenlos' }).check();
    await press(dialog(page), 'Übernehmen');
    await sees(row, 'Stufenlos');
    expect(await row.getByText('Ruheraum').count()).toBe(0);
    expect(await shared()).toBe(1);
  });

  step('are shown as they were chosen, and taken back whole', async (page) => {
    const row = page.getByRole('row').nth(1);
    await press(row, /^Bedarf nennen/);
    await dialog(page).getByRole('checkbox', { name: 'Stufenlos', checked: true }).uncheck();
    await press(dialog(page), 'Übernehmen');
    await dialog(page).waitFor({ state: 'detached' });
    await row.getByText('Stufenlos').waitFor({ state: 'detached' });
    expect(await shared()).toBe(0);
  });
});
