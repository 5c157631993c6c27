import {
  AddParticipantsDocument, CreateActivityDocument, CreateGroupDocument, CreateOrganisationDocument, CreateRoundDocument, ActivityDocument, ImportClassListDocument, PreviewClassListDocument, PublishActivityDocument,
  RoundDocument, SetRoundOccurrencesDocument, StartRunDocument,
} from '@mintforge/contract';
import { randomUUID } from 'node:crypto';
import { ended, run, upload } from './console-client';
import type { SignedIn } from './http-client';

const schoolYear = '2026/27';

/** A published activity with one occurrence of so many seats. */
export async function aPublishedOccurrence(capacity: number, as: SignedIn): Promise<string> {
  const { createOrganisation: host } = await run(CreateOrganisationDocument, { input: { name: `Betrieb ${randomUUID()}`, roles: ['COMPANY'] } }, as);
  const occurrence = { startsAt: '2027-03-09T08:00:00Z', endsAt: '2027-03-09T13:00:00Z', capacity, place: 'Werkstatt' };
  const input = { organisationId: host.id, title: 'Löten', description: 'Ein Nachmittag in der Werkstatt', format: 'TECH_WORKSHOP' as const, topics: ['ELECTRONICS' as const], grades: [9], schoolYear, occurrences: [occurrence] };
  const { createActivity: draft } = await run(CreateActivityDocument, { input, idempotencyKey: randomUUID() }, as);
  await run(PublishActivityDocument, { id: draft.id, version: draft.version }, as);
  return (await run(ActivityDocument, { id: draft.id }, as)).activity.occurrences[0]?.id ?? '';
}

const letters = (index: number) => String.fromCharCode(65 + (index % 26), 97 + (Math.floor(index / 26) % 26));

/** A class of a new school, every pupil with the first occurrence of the round as the only wish. */
export async function aClass(size: number, as: SignedIn): Promise<{ groupId: string; pupilIds: string[] }> {
  const { createOrganisation: school } = await run(CreateOrganisationDocument, { input: { name: `Schule ${randomUUID()}`, roles: ['SCHOOL'] } }, as);
  const { createGroup } = await run(CreateGroupDocument, { input: { organisationId: school.id, name: '9a', grade: 9, headCount: size, schoolYear }, idempotencyKey: randomUUID() }, as);
  const rows = Array.from({ length: size }, (_, index) => `Kind${letters(index)};${letters(index + 7)}lina;0${(index % 9) + 1}.05.2012;1`);
  const fileId = await upload('klasse.csv', ['Nachname;Vorname;Geburtsdatum;Wunsch 1', ...rows].join('\n'), as);
  const { mapping } = (await run(PreviewClassListDocument, { fileId, groupId: createGroup.id }, as)).previewClassList;
  const { importClassList } = await run(ImportClassListDocument, { fileId, groupId: createGroup.id, mapping, decisions: [], idempotencyKey: randomUUID() }, as);
  return { groupId: createGroup.id, pupilIds: importClassList.rows.map(({ pupilId }) => pupilId) };
}

/** A round in which every pupil of a class wishes for the same occurrence, with a finished run. */
export async function aFinishedRun({ pupils, seats }: { pupils: number; seats: number }, as: SignedIn) {
  const occurrenceId = await aPublishedOccurrence(seats, as);
  const { groupId, pupilIds } = await aClass(pupils, as);
  const settings = { seed: 'Ziehung' };
  const { id: roundId } = (await run(CreateRoundDocument, { input: { title: 'Runde', unit: 'PUPILS', settings } }, as)).createRound;
  await run(SetRoundOccurrencesDocument, { id: roundId, occurrenceIds: [occurrenceId] }, as);
  await run(AddParticipantsDocument, { roundId, input: { groupIds: [groupId], pupilIds: [] } }, as);
  const { startRun } = await run(StartRunDocument, { roundId }, as);
  await ended(startRun.jobId ?? '', as);
  const { version } = (await run(RoundDocument, { id: roundId }, as)).round;
  return { occurrenceId, pupilIds, roundId, runId: startRun.id, version };
}
