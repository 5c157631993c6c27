import { berlinDay, type Locale } from '@mintforge/domain/kernel';
import type { RoundSettings } from '@mintforge/domain/matching';
import type { Outcome } from '@mintforge/matching-engine';
import type { ReportBlock, Tx } from '@mintforge/platform';
import { sheetTexts } from './audit-sheet.texts';
import { Round, Run, type RunFigures } from '../matching.entities';
import { recordOf } from './run-record';

/** What a sheet tells of a run: counts and reasons, no person and nobody a reserve is for. */
export interface SheetFacts {
  title: string;
  number: number;
  day: string;
  settings: RoundSettings;
  outcome: Pick<Outcome, 'mechanism' | 'inputHash' | 'seed' | 'seedSource'>;
  outcomeHash: string;
  figures: RunFigures;
  classes: { name: string; reason: string }[];
  closed: { title: string; day: string; taken: number; minimum: number }[];
}

export const recordFile = (number: number): string => `lauf-${number}.json`;

/** Reads what the sheet of a finished run tells; the look at its record is noted. Refuses NOT_FOUND, RUN_NOT_FINISHED. */
export async function sheetFacts(tx: Tx, runId: string): Promise<SheetFacts> {
  const run = await tx.find(Run, runId);
  const { outcome, outcomeHash } = await recordOf(tx, runId);
  tx.note('run_record', 'read', [runId]);
  const { title } = await tx.find(Round, run.roundId);
  const classes = await tx.query<SheetFacts['classes'][number]>('select name, reason from round_class where region_id = $1 and round_id = $2 order by position', [tx.regionId, run.roundId]);
  const known = new Map((await tx.query<{ id: string; title: string; startsAt: Date }>(
    'select o.id, a.title, o.starts_at as "startsAt" from occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id where o.region_id = $1 and o.id = any($2::uuid[])', [tx.regionId, outcome.closed.map(({ occurrence }) => occurrence)])).map((row) => [row.id, row]));
  const closed = outcome.closed.map(({ occurrence, seatsTaken, minimum }) => ({ title: known.get(occurrence)?.title ?? occurrence, day: known.has(occurrence) ? berlinDay(known.get(occurrence)!.startsAt) : '', taken: seatsTaken, minimum }));
  return { title, number: run.number, day: berlinDay(run.createdAt), settings: run.settings, outcome, outcomeHash, figures: run.figures!, classes, closed };
}

/** The words of a sheet. Pure. */
export function sheetBlocks({ number, settings, outcome, outcomeHash, figures, classes, closed }: SheetFacts, locale: Locale): ReportBlock[] {
  const texts = sheetTexts[locale];
  const count = (value: number) => value.toLocaleString(locale);
  const share = (value: number) => value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 });
  const { mechanism, objective, placesPerParticipant, usePriorities, useReserves, closeBelowMinimum, acceptanceDays, refill } = settings;
  return [
    { heading: texts.headings.rules, lines: [texts.mechanism[mechanism], ...(objective ? [texts.objective[objective]] : []), texts.places(placesPerParticipant), texts.priorities(usePriorities && classes.length > 0), texts.reserves(useReserves && figures.seatsGuaranteed > 0), texts.minimum(closeBelowMinimum), texts.acceptance(acceptanceDays), texts.refill[refill]] },
    { heading: texts.headings.lottery, lines: [[texts.seed, outcome.seed], [texts.seedSource, outcome.seedSource ?? texts.noSource], texts.draw] },
    { heading: texts.headings.hashes, lines: [[texts.inputHash, outcome.inputHash], [texts.outcomeHash, outcomeHash], [texts.engine, outcome.mechanism]] },
    {
      heading: texts.headings.figures,
      lines: [
        [texts.participants, count(figures.pupils)], [texts.placed, count(figures.placed)], [texts.unplaced, count(figures.unplaced)], [texts.firstWish, share(figures.firstWishShare)], [texts.topThree, share(figures.topThreeShare)],
        [texts.meanRank, figures.meanRank === null ? '–' : figures.meanRank.toLocaleString(locale, { maximumFractionDigits: 2 })], [texts.seatsTaken, count(figures.seatsTaken)],
      ],
    },
    { heading: texts.headings.classes, lines: usePriorities && classes.length > 0 ? classes.map(({ name, reason }, at) => `${at + 1}. ${name}: ${reason}`) : [texts.noClasses] },
    { heading: texts.headings.guarantees, lines: [figures.seatsGuaranteed > 0 ? texts.guarantees(figures.guaranteesMet, figures.seatsGuaranteed) : texts.noGuarantees] },
    { heading: texts.headings.closed, lines: closed.length === 0 ? [texts.noneClosed] : closed.map(({ title, day, taken, minimum }) => [`${title}, ${day}`, texts.closed(taken, minimum)]) },
    { heading: texts.headings.recompute, lines: [...texts.recompute(recordFile(number))] },
  ];
}
