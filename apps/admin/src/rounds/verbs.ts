import { AddParticipantsDocument, AssignClassDocument, CompareRunsDocument, GroupsToAddDocument, OpenOccurrencesDocument, ParticipantsDocument, PinsDocument, PublishRunDocument, RemoveParticipantDocument, RemovePinDocument, RoundClassesDocument, RoundOccurrencesDocument, RunDocument, RunOccurrencesDocument, RunResultsDocument, RunsDocument, SetPinDocument, SetRoundOccurrencesDocument, SetWishesDocument, StartRunDocument, type VariablesOf } from '@mintforge/contract';
import { maxPerPage } from '@mintforge/domain/kernel';
import type { VerbTools } from '@mintforge/ui-kit';
import type { RoundOccurrence, RoundSettings } from './types';

/** What one does with rounds, runs and placements beside making and changing rounds. */
export const roundVerbs = ({ transport, keys }: VerbTools) => ({
  /** All occurrences of a round, by number; a round has hundreds at most. */
  async roundOccurrences(roundId: string): Promise<RoundOccurrence[]> {
    const found: RoundOccurrence[] = [];
    for (let page = 1; ; page += 1) {
      const { roundOccurrences } = await transport.run(RoundOccurrencesDocument, { roundId, page, perPage: maxPerPage });
      found.push(...roundOccurrences.items);
      if (!roundOccurrences.hasNext) return found;
    }
  },
  openOccurrences: async (asked: VariablesOf<typeof OpenOccurrencesDocument>) => (await transport.run(OpenOccurrencesDocument, asked)).occurrences,
  setRoundOccurrences: (id: string, occurrenceIds: string[]) => transport.run(SetRoundOccurrencesDocument, { id, occurrenceIds }),

  participants: async (asked: VariablesOf<typeof ParticipantsDocument>) => (await transport.run(ParticipantsDocument, asked)).participants,
  groupsToAdd: async (asked: VariablesOf<typeof GroupsToAddDocument>) => (await transport.run(GroupsToAddDocument, asked)).groups,
  addParticipants: async (roundId: string, groupIds: string[]) => (await transport.run(AddParticipantsDocument, { roundId, input: { groupIds, pupilIds: [] } })).addParticipants,
  removeParticipant: (id: string) => transport.run(RemoveParticipantDocument, { id }),
  roundClasses: async (roundId: string) => (await transport.run(RoundClassesDocument, { roundId })).roundClasses,
  assignClass: async (asked: VariablesOf<typeof AssignClassDocument>) => (await transport.run(AssignClassDocument, asked)).assignClass,
  setWishes: (participantId: string, occurrenceIds: string[]) => transport.run(SetWishesDocument, { participantId, occurrenceIds }),

  pins: async (roundId: string) => (await transport.run(PinsDocument, { roundId })).pins,
  setPin: (asked: VariablesOf<typeof SetPinDocument>) => transport.run(SetPinDocument, asked),
  removePin: (id: string) => transport.run(RemovePinDocument, { id }),

  runs: async (roundId: string) => (await transport.run(RunsDocument, { roundId })).runs,
  run: async (id: string) => (await transport.run(RunDocument, { id })).run,
  runResults: async (asked: VariablesOf<typeof RunResultsDocument>) => (await transport.run(RunResultsDocument, asked)).runResults,
  runOccurrences: async (runId: string) => (await transport.run(RunOccurrencesDocument, { runId })).runOccurrences,
  compareRuns: async (beforeId: string, afterId: string) => (await transport.run(CompareRunsDocument, { beforeId, afterId })).compareRuns,
  startRun: async (roundId: string, settings: RoundSettings) =>
    (await keys.once('startRun', { roundId, settings }, (idempotencyKey) => transport.run(StartRunDocument, { roundId, settings, idempotencyKey }))).startRun,
  publishRun: async (id: string, roundVersion: number) => (await transport.run(PublishRunDocument, { id, roundVersion })).publishRun,
});
