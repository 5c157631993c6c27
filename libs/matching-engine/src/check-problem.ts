import { MOST_PLACES, MOST_PUPILS, MOST_TRAITS, Rule, VETOED, allSingle, occurrenceCount, pupilCount } from './problem.ts';
import type { Problem, TraitRows } from './problem.ts';

/**
 * Checks the shape of a typed problem in one pass over the edges and throws RangeError at the first fault. It guards
 * against a caller's programming errors; the objects door reports faults of data, all at once.
 *
 * Also refused is what has no sound meaning together: units of several seats with reserves, slots, ceilings, companies or
 * several lotteries; ceilings beside reserves or slots; and in a company occurrences with traits, with different
 * lotteries, or that put one pupil into different classes (a company takes by one order).
 */
export function checkProblem(problem: Problem): void {
  checkColumns(problem);
  checkWishes(problem);
  checkPins(problem);
  if (problem.lotteries) checkLotteries(problem, problem.lotteries);
  if (problem.choices) checkChoices(problem, problem.choices);
  if (problem.companies) checkCompanies(problem, problem.companies);
  must(allSingle(problem) || !(problem.choices ?? problem.companies ?? problem.lotteries), 'units of several seats go with the plain rule and one lottery only');
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new RangeError(`typed problem: ${what}`);
}

function checkColumns(problem: Problem): void {
  const { wishStart, wishOccurrence, wishClass, size, lottery, capacity, minimum, startsAt, endsAt, activity, pinPupil, pinOccurrence } = problem;
  const pupils = lottery.length;
  const occurrences = capacity.length;
  must(pupils <= MOST_PUPILS, `more than ${MOST_PUPILS} pupils`);
  must(wishStart.length === pupils + 1 && size.length === pupils, 'wishStart and size must fit the number of pupils');
  must(wishClass.length === wishOccurrence.length, 'one class per wish');
  must([minimum, startsAt, endsAt, activity].every((column) => column.length === occurrences), 'one row per occurrence in every column');
  must(pinPupil.length === pinOccurrence.length, 'pins are pairs');
  must(Number.isInteger(problem.placesPerPupil) && problem.placesPerPupil >= 1 && problem.placesPerPupil <= MOST_PLACES, 'placesPerPupil out of range');
  must(wishStart[0] === 0 && wishStart[pupils] === wishOccurrence.length, 'wishStart must cover all wishes');
  for (let p = 0; p < pupils; p++) {
    if (size[p]! < 1) throw new RangeError('typed problem: sizes are at least 1');
    if (wishStart[p]! > wishStart[p + 1]!) throw new RangeError('typed problem: wishStart must not fall');
  }
  checkLottery(lottery, pupils);
  for (let a = 0; a < occurrences; a++) must(capacity[a]! >= 0 && minimum[a]! >= 0, 'capacity and minimum are not negative');
}

function checkLottery(ranks: Int32Array, pupils: number): void {
  must(ranks.length === pupils, 'a lottery must fit the number of pupils');
  const drawn = new Uint8Array(pupils);
  for (const rank of ranks) {
    if (drawn[rank] !== 0) throw new RangeError('typed problem: lottery must be a permutation of the pupils');
    drawn[rank] = 1;
  }
}

function checkWishes({ wishStart, wishOccurrence, lottery, capacity }: Problem): void {
  const pupils = lottery.length;
  const occurrences = capacity.length;
  const wishedBy = new Int32Array(occurrences).fill(-1);
  for (let p = 0; p < pupils; p++) {
    const end = wishStart[p + 1]!;
    for (let e = wishStart[p]!; e < end; e++) {
      const a = wishOccurrence[e]!;
      if (a < 0 || a >= occurrences || wishedBy[a] === p) throw new RangeError('typed problem: a wish names an unknown occurrence or one twice');
      wishedBy[a] = p;
    }
  }
}

function checkPins({ size, capacity, companies, pinPupil, pinOccurrence, placesPerPupil }: Problem): void {
  const places = new Map<number, Set<number>>();
  const seats = capacity.slice();
  const ofCompany = companies?.capacity.slice();
  pinPupil.forEach((pupil, i) => {
    const a = pinOccurrence[i]!;
    if (!(pupil in size) || !(a in capacity)) throw new RangeError('typed problem: a pin names nobody');
    const held = places.get(pupil) ?? new Set();
    if (held.has(a) || held.size === placesPerPupil) throw new RangeError('typed problem: a pin stands twice or a pupil has too many');
    places.set(pupil, held.add(a));
    seats[a]! -= size[pupil]!;
    if (seats[a]! < 0) throw new RangeError('typed problem: pins take more seats than there are');
    const company = companies?.ofOccurrence[a] ?? -1;
    if (ofCompany && company >= 0 && --ofCompany[company]! < 0) throw new RangeError('typed problem: pins take more seats than the company has');
  });
}

function checkLotteries(problem: Problem, { ofOccurrence, ranks }: NonNullable<Problem['lotteries']>): void {
  must(ofOccurrence.length === occurrenceCount(problem) && ofOccurrence.every((l) => l >= -1 && l < ranks.length), 'every occurrence draws by a lottery there is');
  for (const drawn of ranks) checkLottery(drawn, pupilCount(problem));
}

function checkChoices({ lottery, capacity }: Problem, { traits, rule, seats, ceilings }: NonNullable<Problem['choices']>): void {
  must(traits.length === lottery.length && traits.every((mask) => mask >= 0), 'one mask of at most 31 traits per pupil');
  must(rule.length === capacity.length && rule.every((kind) => kind <= Rule.SLOTS), 'one known rule per occurrence');
  for (const rows of [seats, ceilings]) checkRows(rows, capacity.length);
  capacity.forEach((all, a) => {
    const named = seats.trait.subarray(seats.start[a], seats.start[a + 1]);
    const capped = ceilings.trait.subarray(ceilings.start[a], ceilings.start[a + 1]);
    const sum = seats.seats.subarray(seats.start[a], seats.start[a + 1]).reduce((total, count) => total + count, 0);
    const distinct = new Set(named);
    distinct.delete(-1);
    must(distinct.size <= MOST_TRAITS, `an occurrence reserves for more than ${MOST_TRAITS} traits`);
    must(!capped.includes(-1) && new Set(capped).size === capped.length, 'a ceiling is for one trait, once');
    must(rule[a] === Rule.PLAIN || capped.length === 0, 'ceilings do not go with reserves or slots');
    if (rule[a] === Rule.PLAIN) must(named.length === 0, 'the plain rule has no reserves and no slots');
    if (rule[a] === Rule.MINIMUM_GUARANTEE) must(distinct.size === named.length && sum <= all, 'reserves are for one trait, once, and not more than the seats');
    if (rule[a] === Rule.SLOTS) must(sum === all, 'the slots are all seats');
  });
}

function checkRows({ start, trait, seats }: TraitRows, occurrences: number): void {
  must(start.length === occurrences + 1 && start[0] === 0 && start[occurrences] === trait.length && seats.length === trait.length, 'rows of traits must fit the occurrences');
  must(start.every((from, a) => a === 0 || from >= start[a - 1]!), 'rows of traits must not fall');
  must(trait.every((t) => t >= -1 && t < 31) && seats.every((count) => count >= 0), 'a row of traits names a trait below 31 and no negative seats');
}

function checkCompanies(problem: Problem, { capacity, ofOccurrence }: NonNullable<Problem['companies']>): void {
  const { wishStart, wishOccurrence, wishClass, lottery, choices, lotteries } = problem;
  must(ofOccurrence.length === occurrenceCount(problem) && ofOccurrence.every((c) => c >= -1 && c < capacity.length), 'every occurrence is of a company there is, or of none');
  must(capacity.every((seats) => seats >= 0), 'the capacity of a company is not negative');
  const drawsBy = new Map<number, number>();
  ofOccurrence.forEach((company, a) => {
    if (company === -1) return;
    const drawn = lotteries?.ofOccurrence[a] ?? -1;
    must((drawsBy.get(company) ?? drawn) === drawn, 'a company draws by one lottery');
    drawsBy.set(company, drawn);
    if (choices) must(choices.rule[a] === Rule.PLAIN && choices.ceilings.start[a] === choices.ceilings.start[a + 1], 'an occurrence of a company takes its best keys');
  });
  const seenBy = new Int32Array(capacity.length).fill(-1);
  const given = new Uint8Array(capacity.length);
  for (let p = 0; p < lottery.length; p++) {
    for (let e = wishStart[p]!; e < wishStart[p + 1]!; e++) {
      const company = ofOccurrence[wishOccurrence[e]!]!;
      if (company === -1 || wishClass[e]! >= VETOED) continue;
      must(seenBy[company] !== p || given[company] === wishClass[e], 'a company puts a pupil into one class');
      seenBy[company] = p;
      given[company] = wishClass[e]!;
    }
  }
}
