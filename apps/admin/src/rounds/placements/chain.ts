import type { MoveUp } from './verbs';

type Step = Pick<MoveUp, 'participantId'> & { from: Pick<NonNullable<MoveUp['from']>, 'occurrenceId'> | null; to: Pick<MoveUp['to'], 'occurrenceId'> };

/** Moves in the order in which one leads to the next, from the occurrence whose seat becomes free; what hangs together otherwise comes last. */
export function chainFrom<Move extends Step>(freed: string, moves: readonly Move[]): Move[] {
  const left = [...moves];
  const chain: Move[] = [];
  for (let seat: string | undefined = freed; seat !== undefined;) {
    const at = left.findIndex(({ to }) => to.occurrenceId === seat);
    const [move] = at < 0 ? [] : left.splice(at, 1);
    if (move) chain.push(move);
    seat = move?.from?.occurrenceId;
  }
  return [...chain, ...left];
}
