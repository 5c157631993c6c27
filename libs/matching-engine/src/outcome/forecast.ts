import { drawnBy } from '../input/lottery.ts';
import { ingestFrozen } from '../input/ingest.ts';
import type { Ingested } from '../input/ingest.ts';
import { OBJECTIVES } from '../input/input.ts';
import type { FrozenInput, Mechanism, Objective } from '../input/input.ts';
import { outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { figures } from './figures.ts';
import type { OutcomeFigures } from './figures.ts';
import { VETOED } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { placedBy } from '../solve.ts';

/** A rule to try: a mechanism, with or without what the input says of priorities and of seats by trait. */
export interface ForecastRule {
  name: string;
  mechanism: Mechanism;
  /** False: everybody in one class. */
  priorities: boolean;
  /** False: no reserves, slots or ceilings. */
  guarantees: boolean;
}

/** The figures of one label: a kind of school, an area. */
export interface LabelFigures {
  label: string;
  pupils: number;
  placed: number;
  firstWish: number;
  topThree: number;
}

/** What a rule would bring on the same facts. Guarantees are counted as the input states them, also where the rule ignores them. */
export interface ForecastRow {
  rule: ForecastRule;
  figures: OutcomeFigures;
  /** By label; empty without labels. */
  labels: LabelFigures[];
}

const stable = (name: string, priorities: boolean, guarantees: boolean): ForecastRule => ({ name, mechanism: { kind: 'STABLE' }, priorities, guarantees });

/** The usual rules to compare: stable with and without priorities and guarantees, then each optimum. */
export const FORECAST_RULES: readonly ForecastRule[] = [
  stable('STABLE', true, true),
  stable('STABLE_WITHOUT_PRIORITIES', false, true),
  stable('STABLE_WITHOUT_GUARANTEES', true, false),
  ...OBJECTIVES.map((objective: Objective): ForecastRule => ({ name: `OPTIMAL_${objective}`, mechanism: { kind: 'OPTIMAL', objective }, priorities: true, guarantees: true })),
];

/**
 * Tries several rules on one frozen input and one seed. The office sees what it trades for what; the numbers of another
 * seed differ a little.
 *
 * @param labels by pupil id, for the figures of parts of the pupils alone: no mechanism reads them. Pupils without a label
 *   are left out of `labels`.
 * @throws InvalidInputError with every problem; NOT_COMBINED where a rule does not suit the input (see `suits`).
 */
export function forecast(input: FrozenInput, seed: string, { rules = FORECAST_RULES, labels }: { rules?: readonly ForecastRule[]; labels?: ReadonlyMap<string, string> } = {}): ForecastRow[] {
  const ingested = ingestFrozen(input);
  const drawn = drawnBy(seed, ingested);
  return rules.filter((rule) => suits(ingested, rule)).map((rule) => {
    const problem = underRule(drawn, rule);
    const match = placedBy(rule.mechanism, problem);
    const outcome = outcomeOf({ ...ingested, mechanism: rule.mechanism }, { ...problem, choices: drawn.choices }, match, { seed }, '');
    return { rule, figures: figures(outcome), labels: labels ? figuresByLabel(outcome, labels) : [] };
  });
}

/** Whether a rule knows what the input asks for: an optimum has neither several places a pupil nor units of several seats. */
function suits({ problem: { placesPerPupil, size } }: Ingested, { mechanism }: ForecastRule): boolean {
  return mechanism.kind === 'STABLE' || (placesPerPupil === 1 && size.every((seats) => seats === 1));
}

function underRule(problem: Problem, { priorities, guarantees }: ForecastRule): Problem {
  const classes = priorities ? {} : { wishClass: problem.wishClass.map((priority) => (priority >= VETOED ? priority : 0)) };
  return { ...problem, ...classes, ...(guarantees ? {} : { choices: undefined }) };
}

/** The figures of an outcome by labels of its pupils, in the order of the labels. Ranks are those of each one's best place. */
export function figuresByLabel({ pupils }: Pick<Outcome, 'pupils'>, labels: ReadonlyMap<string, string>): LabelFigures[] {
  const rows = new Map<string, LabelFigures>();
  for (const { id, places } of pupils) {
    const label = labels.get(id);
    if (label === undefined) continue;
    const row = rows.get(label) ?? { label, pupils: 0, placed: 0, firstWish: 0, topThree: 0 };
    const best = places.reduce((least, { rank }) => Math.min(least, rank ?? least), Number.POSITIVE_INFINITY);
    row.pupils++;
    if (places.length > 0) row.placed++;
    if (best === 1) row.firstWish++;
    if (best <= 3) row.topThree++;
    rows.set(label, row);
  }
  return [...rows.values()].sort((x, y) => (x.label < y.label ? -1 : 1));
}
