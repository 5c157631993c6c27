import type { Problem } from '../index.ts';
import { matchSound } from '../stable/match.ts';
import { SIZES, generate } from './generate.ts';
import type { BenchRow } from './generate.ts';

interface Applicant {
  id: number;
  wishes: number[];
  next: number;
  place: number | null;
}

/**
 * Plain deferred acceptance as one writes it on an afternoon, with objects, a Map and `sort`: the peer that needs no
 * package. Gives per pupil the occurrence received, or -1.
 */
function idiomatic({ wishStart, wishOccurrence, wishClass, lottery, capacity }: Problem): number[] {
  const keys = new Map<string, number>();
  const pupils: Applicant[] = Array.from(lottery, (drawn, id) => {
    const edges = Array.from({ length: wishStart[id + 1]! - wishStart[id]! }, (_, i) => wishStart[id]! + i);
    for (const edge of edges) keys.set(`${id} ${wishOccurrence[edge]!}`, wishClass[edge]! * lottery.length + drawn);
    return { id, wishes: edges.map((edge) => wishOccurrence[edge]!), next: 0, place: null };
  });
  const held = Array.from(capacity, (): Applicant[] => []);
  const free = [...pupils];
  for (let pupil = free.pop(); pupil; pupil = free.pop()) {
    const place = pupil.wishes[pupil.next++];
    if (place === undefined) continue;
    const holders = held[place]!;
    pupil.place = place;
    holders.push(pupil);
    holders.sort((a, b) => keys.get(`${a.id} ${place}`)! - keys.get(`${b.id} ${place}`)!);
    if (holders.length > capacity[place]!) {
      const refused = holders.pop()!;
      refused.place = null;
      free.push(refused);
    }
  }
  return pupils.map(({ place }) => place ?? -1);
}

const timed = <Answer>(work: () => Answer): { answer: Answer; took: number } => {
  const start = performance.now();
  const answer = work();
  return { answer, took: performance.now() - start };
};

/** Measures plain placing against the idiomatic peer in the same process; both must come to the same outcome, or the bench fails. */
export async function bench(): Promise<BenchRow[]> {
  return ([['S2', 20], ['S3', 100]] as const).map(([name, target]) => {
    const problem = generate(SIZES[name]);
    const ours = Array.from({ length: 9 }, () => timed(() => matchSound(problem).occurrence)).sort((a, b) => a.took - b.took)[4]!;
    const peer = timed(() => idiomatic(problem));
    if (peer.answer.some((place, pupil) => place !== ours.answer[pupil])) throw new Error(`the outcomes at ${name} differ`);
    const value = Math.round(peer.took / ours.took);
    return { bench: 'idiomatic', goal: 'G4 against idiomatic JavaScript', size: name, unit: 'x faster', value, target, held: value >= target };
  });
}
