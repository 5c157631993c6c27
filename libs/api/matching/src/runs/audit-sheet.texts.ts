import type { RoundMechanism, RoundObjective, Refill } from '@mintforge/domain/matching';
import type { Locale } from '@mintforge/domain/kernel';

/** Words of the audit sheet. */
interface SheetTexts {
  title: string;
  run: (number: number, day: string) => string;
  page: (page: number, pages: number) => string;
  headings: Record<'rules' | 'lottery' | 'hashes' | 'figures' | 'classes' | 'guarantees' | 'closed' | 'recompute', string>;
  mechanism: Record<RoundMechanism, string>;
  objective: Record<RoundObjective, string>;
  refill: Record<Refill, string>;
  places: (count: number) => string;
  priorities: (used: boolean) => string;
  reserves: (used: boolean) => string;
  minimum: (used: boolean) => string;
  acceptance: (days: number) => string;
  seed: string;
  seedSource: string;
  noSource: string;
  draw: string;
  inputHash: string;
  outcomeHash: string;
  engine: string;
  participants: string;
  placed: string;
  unplaced: string;
  firstWish: string;
  topThree: string;
  meanRank: string;
  seatsTaken: string;
  noClasses: string;
  noGuarantees: string;
  guarantees: (met: number, seats: number) => string;
  noneClosed: string;
  closed: (taken: number, minimum: number) => string;
  recompute: (file: string) => readonly string[];
}

export const sheetTexts: Record<Locale, SheetTexts> = {
  de: {
    title: 'Prüfblatt der Vergabe',
    run: (number, day) => `Lauf ${number} vom ${day}`,
    page: (page, pages) => `Seite ${page} von ${pages}`,
    headings: { rules: 'Regeln', lottery: 'Auslosung', hashes: 'Prüfsummen', figures: 'Ergebnis', classes: 'Wer vorgeht und warum', guarantees: 'Zugesicherte Plätze', closed: 'Nicht zustande gekommen', recompute: 'Selbst nachrechnen' },
    mechanism: {
      STABLE: 'Stabile Vergabe: Niemand hat einen besseren Wunsch nicht bekommen, während jemand mit schlechterem Rang dort einen Platz hat. Ehrliche Wünsche sind die beste Taktik.',
      OPTIMAL: 'Bestes Gesamtergebnis: Die Plätze sind so verteilt, dass das Ziel für alle zusammen am besten erreicht ist. Einzelne können einen Platz anderer mit schlechterem Los vorziehen.',
    },
    objective: {
      RANK_SUM: 'Ziel: möglichst viele mit Platz, dann die kleinste Summe der Wunschränge.', RANK_MAXIMAL: 'Ziel: möglichst viele erste Wünsche, dann zweite und so fort.', GREEDY: 'Ziel: möglichst viele mit Platz, dann möglichst viele erste Wünsche und so fort.',
      GENEROUS: 'Ziel: möglichst viele mit Platz, dann möglichst wenige letzte Wünsche und so fort.', SCORE: 'Ziel: möglichst viele mit Platz, dann die beste Passung insgesamt.', WORST_SCORE_FIRST: 'Ziel: möglichst viele mit Platz, dann die schlechteste Passung so gut wie möglich.',
    },
    refill: { CHAIN: 'Frei werdende Plätze rücken entlang der Wünsche nach.', WAITING_ONLY: 'Frei werdende Plätze gehen an die, die noch keinen haben.', NONE: 'Frei werdende Plätze werden nicht nachbesetzt.' },
    places: (count) => (count === 1 ? 'Alle bekommen höchstens einen Platz.' : `Alle bekommen höchstens ${count} Plätze; niemand einen zweiten, bevor alle für einen ersten gefragt sind.`),
    priorities: (used) => (used ? 'Die Klassen unten gehen vor dem Los.' : 'Es entscheidet allein das Los.'),
    reserves: (used) => (used ? 'Zugesicherte Plätze werden eingehalten, solange jemand sie möchte.' : 'Es sind keine Plätze zugesichert.'),
    minimum: (used) => (used ? 'Termine unter ihrer Mindestzahl entfallen; wer dort wäre, wird neu verteilt.' : 'Auch Termine unter ihrer Mindestzahl finden statt.'),
    acceptance: (days) => (days === 0 ? 'Plätze gelten ohne Zusage.' : `Plätze sind innerhalb von ${days} Tagen zuzusagen.`),
    seed: 'Startwert', seedSource: 'Herkunft', noSource: 'nicht angegeben', draw: 'Losnummer: Rang von SHA-256(Startwert, Zeilenvorschub, Kennung), aufsteigend; die kleinste geht zuerst.',
    inputHash: 'Eingabe (SHA-256)', outcomeHash: 'Ergebnis (SHA-256)', engine: 'Verfahren und Fassung',
    participants: 'Teilnehmende', placed: 'mit Platz', unplaced: 'ohne Platz', firstWish: 'erster Wunsch', topThree: 'einer der ersten drei Wünsche', meanRank: 'mittlerer Rang', seatsTaken: 'vergebene Plätze',
    noClasses: 'Keine Klassen: Alle stehen gleich.', noGuarantees: 'Keine.',
    guarantees: (met, seats) => `${met} von ${seats} zugesicherten Plätzen sind mit denen besetzt, für die sie gedacht sind.`,
    noneClosed: 'Alle Termine sind zustande gekommen.', closed: (taken, minimum) => `${taken} statt mindestens ${minimum}`,
    recompute: (file) => [`1. Die Datei „${file}“ dieses Laufs aus der Vergaberunde herunterladen.`, `2. Mit Node.js: npx matching-engine recompute ${file}`, '3. Der Befehl lost und verteilt neu, prüft das Ergebnis unabhängig und nennt jede Abweichung. Die Prüfsummen müssen die von diesem Blatt sein.'],
  },
  en: {
    title: 'Audit sheet of the allocation',
    run: (number, day) => `Run ${number} of ${day}`,
    page: (page, pages) => `Page ${page} of ${pages}`,
    headings: { rules: 'Rules', lottery: 'Lottery', hashes: 'Checksums', figures: 'Outcome', classes: 'Who goes first and why', guarantees: 'Guaranteed seats', closed: 'Not held', recompute: 'Recompute it yourself' },
    mechanism: {
      STABLE: 'Stable allocation: nobody misses a better wish while somebody of lower standing has a seat there. Honest wishes are the best tactics.',
      OPTIMAL: 'Best outcome as a whole: seats are given so that the goal is reached best for all together. Some may prefer a seat of others with a worse number.',
    },
    objective: {
      RANK_SUM: 'Goal: most placed, then the least sum of wish ranks.', RANK_MAXIMAL: 'Goal: most first wishes, then second ones, and so on.', GREEDY: 'Goal: most placed, then most first wishes, and so on.',
      GENEROUS: 'Goal: most placed, then fewest last wishes, and so on.', SCORE: 'Goal: most placed, then the best fit in total.', WORST_SCORE_FIRST: 'Goal: most placed, then the worst fit as good as possible.',
    },
    refill: { CHAIN: 'Seats given back are filled along the wishes.', WAITING_ONLY: 'Seats given back go to those who have none yet.', NONE: 'Seats given back are not filled again.' },
    places: (count) => (count === 1 ? 'Everybody gets at most one seat.' : `Everybody gets at most ${count} seats; nobody a second before all were asked for a first.`),
    priorities: (used) => (used ? 'The classes below go before the lottery.' : 'The lottery alone decides.'),
    reserves: (used) => (used ? 'Guaranteed seats are kept as long as any of those they are for ask.' : 'No seats are guaranteed.'),
    minimum: (used) => (used ? 'Dates below their minimum are dropped; who would be there is placed anew.' : 'Dates below their minimum are held as well.'),
    acceptance: (days) => (days === 0 ? 'Seats hold without acceptance.' : `Seats must be accepted within ${days} days.`),
    seed: 'Seed', seedSource: 'Source', noSource: 'not stated', draw: 'Lottery number: rank of SHA-256(seed, line feed, id), ascending; the smallest goes first.',
    inputHash: 'Input (SHA-256)', outcomeHash: 'Outcome (SHA-256)', engine: 'Mechanism and version',
    participants: 'participants', placed: 'placed', unplaced: 'not placed', firstWish: 'first wish', topThree: 'one of the first three wishes', meanRank: 'mean rank', seatsTaken: 'seats given',
    noClasses: 'No classes: all stand alike.', noGuarantees: 'None.',
    guarantees: (met, seats) => `${met} of ${seats} guaranteed seats are filled by those they are meant for.`,
    noneClosed: 'All dates are held.', closed: (taken, minimum) => `${taken} instead of at least ${minimum}`,
    recompute: (file) => [`1. Download the file "${file}" of this run from the round.`, `2. With Node.js: npx matching-engine recompute ${file}`, '3. The command draws and places anew, checks the outcome independently and names every difference. The checksums must be those of this sheet.'],
  },
};
