import { Refusal } from '../kernel';
import type { ClassListProblem } from './class-list';

/** What an import makes of a row: new pupil, known pupil, to be decided by a person, refused. */
export const verdicts = ['NEW', 'KNOWN', 'DOUBTFUL', 'REFUSED'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a person decides about a row: it is a new pupil, it is that known pupil, or it is left out. */
export const rowDecisions = ['NEW', 'SAME', 'SKIP'] as const;
export type RowDecisionKind = (typeof rowDecisions)[number];

/** A row by its blind indexes alone; `personKey` is null without a birth date, `refused` when reading found a problem. */
export interface RowToJudge {
  row: number;
  nameKey: string;
  personKey: string | null;
  refused: boolean;
}

/** A pupil of the same school with the same name as some row. `personKey` is null while no birth date is known. */
export interface KnownPupil {
  id: string;
  groupId: string | null;
  nameKey: string;
  personKey: string | null;
}

/** `pupilId` is set when KNOWN, `candidates` when DOUBTFUL; `sameAsRow` is an earlier row of the list with the same name. */
export interface JudgedRow {
  row: number;
  verdict: Verdict;
  pupilId: string | null;
  candidates: string[];
  sameAsRow: number | null;
  problem: ClassListProblem | null;
}

/** Judges one row after the other, each known pupil being taken once. */
class Judge {
  private readonly taken = new Set<string>();
  private readonly people = new Map<string, number>();
  private readonly names = new Map<string, number>();

  constructor(
    private readonly known: ReadonlyMap<string, KnownPupil[]>,
    private readonly groupId: string,
  ) {}

  private free = (row: RowToJudge): KnownPupil[] => (this.known.get(row.nameKey) ?? []).filter(({ id }) => !this.taken.has(id));

  /** The known pupil that a row certainly is: same name and birth date. */
  certain(row: RowToJudge): JudgedRow | null {
    if (row.refused || row.personKey === null) return null;
    const same = this.free(row).find(({ personKey }) => personKey === row.personKey);
    const repeated = same === undefined && this.people.has(row.personKey);
    this.people.set(row.personKey, row.row);
    if (repeated) return judged(row, 'REFUSED', { problem: 'ROW_REPEATED' });
    if (!same) return null;
    this.taken.add(same.id);
    return judged(row, 'KNOWN', { pupilId: same.id });
  }

  /** What remains: without birth dates on both sides the same name in the same group is the same pupil, else a person decides. */
  remaining(row: RowToJudge): JudgedRow {
    if (row.refused) return judged(row, 'REFUSED');
    const sameAsRow = this.names.get(row.nameKey) ?? null;
    const free = this.free(row);
    const same = row.personKey === null ? free.find(({ groupId, personKey }) => groupId === this.groupId && personKey === null) : undefined;
    if (same) this.taken.add(same.id);
    if (same) return judged(row, 'KNOWN', { pupilId: same.id });
    const doubtful = free.length > 0 || (row.personKey === null && sameAsRow !== null);
    return doubtful ? judged(row, 'DOUBTFUL', { candidates: free.map(({ id }) => id), sameAsRow }) : judged(row, 'NEW');
  }

  remember(row: RowToJudge): void {
    if (!row.refused && !this.names.has(row.nameKey)) this.names.set(row.nameKey, row.row);
  }
}

const judged = (row: RowToJudge, verdict: Verdict, more: Partial<JudgedRow> = {}): JudgedRow => ({ row: row.row, verdict, pupilId: null, candidates: [], sameAsRow: null, problem: null, ...more });

/**
 * Tells for each row of a class list whether its pupil is new, known at this school, or doubtful. Same name and same
 * birth date is the same person; same name with another or a missing birth date is for a person to decide; twins and
 * namesakes stay apart. A row that repeats an earlier one is refused (ROW_REPEATED). Certain rows are judged first, so
 * that a namesake never takes somebody's place.
 */
export function judgeClassList(rows: readonly RowToJudge[], known: readonly KnownPupil[], groupId: string): JudgedRow[] {
  const judge = new Judge(Map.groupBy(known, ({ nameKey }) => nameKey), groupId);
  const certain = new Map(rows.map((row) => [row.row, judge.certain(row)]));
  return rows.map((row) => {
    const result = certain.get(row.row) ?? judge.remaining(row);
    judge.remember(row);
    return result;
  });
}

export interface RowDecision {
  row: number;
  decision: RowDecisionKind;
  pupilId?: string | null;
}

/** What will happen to a row: a pupil is created, a known one linked, or nothing. */
export type RowAct = { row: number; act: 'CREATE' } | { row: number; act: 'LINK'; pupilId: string } | { row: number; act: 'SKIP' };

function actOf(row: JudgedRow, decision: RowDecision | undefined): RowAct | null {
  if (row.verdict === 'REFUSED' || decision?.decision === 'SKIP') return { row: row.row, act: 'SKIP' };
  if (row.verdict === 'NEW') return { row: row.row, act: 'CREATE' };
  if (row.verdict === 'KNOWN') return { row: row.row, act: 'LINK', pupilId: row.pupilId! };
  if (decision?.decision === 'NEW') return { row: row.row, act: 'CREATE' };
  if (decision?.decision !== 'SAME') return null;
  if (!decision.pupilId || !row.candidates.includes(decision.pupilId)) throw new Refusal('INVALID_INPUT', {}, { [`decisions.${row.row}`]: 'notACandidate' });
  return { row: row.row, act: 'LINK', pupilId: decision.pupilId };
}

/**
 * Joins verdicts and decisions to what will be done. Refuses CLASS_LIST_UNDECIDED while a doubtful row has no decision,
 * and INVALID_INPUT when a decision names no candidate of its row or two rows name one pupil.
 */
export function decideClassList(rows: readonly JudgedRow[], decisions: readonly RowDecision[]): RowAct[] {
  const byRow = new Map(decisions.map((decision) => [decision.row, decision]));
  const acts = rows.map((row) => actOf(row, byRow.get(row.row)));
  const open = acts.filter((act) => act === null).length;
  if (open > 0) throw new Refusal('CLASS_LIST_UNDECIDED', { count: open });
  const linked = new Set<string>();
  for (const act of acts as RowAct[]) {
    if (act.act !== 'LINK') continue;
    if (linked.has(act.pupilId)) throw new Refusal('INVALID_INPUT', {}, { [`decisions.${act.row}`]: 'pupilTwice' });
    linked.add(act.pupilId);
  }
  return acts as RowAct[];
}
