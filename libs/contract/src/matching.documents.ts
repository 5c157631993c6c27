import { graphql } from './graphql';

/** All settings, so that a run started with them again is started with all of them. */
const SettingsParts = graphql(`
  fragment SettingsParts on RoundSettings @_unmask {
    seed seedSource placesPerParticipant usePriorities useReserves closeBelowMinimum mechanism objective acceptanceDays refill lateDays
    rules { consent workingTime reach { by most } provisions hostReadiness onceOnly }
  }
`);

/** Rows are whole: the page of a round shows one while it reads it anew. */
export const RoundsDocument = graphql(`
  query Rounds($page: Int!, $perPage: Int!, $sort: RoundSort! = CREATED_AT_DESC, $filter: RoundFilter) {
    rounds(page: $page, perPage: $perPage, sort: $sort, filter: $filter) {
      total hasNext
      items {
        id version title unit state deadline publishedRunId publishedAt followsRoundId createdAt updatedAt
        settings { ...SettingsParts }
        counts { occurrences participants withWishes seats runs }
      }
    }
  }
`, [SettingsParts]);

export const RoundDocument = graphql(`
  query Round($id: ID!) {
    round(id: $id) {
      id version title unit state deadline publishedRunId publishedAt followsRoundId createdAt updatedAt
      settings { ...SettingsParts }
      counts { occurrences participants withWishes seats runs }
    }
  }
`, [SettingsParts]);

export const CreateRoundDocument = graphql(`
  mutation CreateRound($input: RoundInput!, $idempotencyKey: String) {
    createRound(input: $input, idempotencyKey: $idempotencyKey) {
      id version title unit state deadline publishedRunId publishedAt followsRoundId createdAt updatedAt
      settings { ...SettingsParts }
      counts { occurrences participants withWishes seats runs }
    }
  }
`, [SettingsParts]);

export const UpdateRoundDocument = graphql(`
  mutation UpdateRound($id: ID!, $version: Int!, $patch: RoundPatch!) {
    updateRound(id: $id, version: $version, patch: $patch) {
      id version title unit state deadline publishedRunId publishedAt followsRoundId createdAt updatedAt
      settings { ...SettingsParts }
      counts { occurrences participants withWishes seats runs }
    }
  }
`, [SettingsParts]);

export const DeleteRoundDocument = graphql(`mutation DeleteRound($id: ID!) { deleteRound(id: $id) }`);

export const RoundOccurrencesDocument = graphql(`
  query RoundOccurrences($roundId: ID!, $page: Int!, $perPage: Int!) {
    roundOccurrences(roundId: $roundId, page: $page, perPage: $perPage) {
      hasNext
      items { id number activityId title format host startsAt endsAt capacity taken minimum wishes firstWishes }
    }
  }
`);

/** Occurrences that may join a round, to pick from. */
export const OpenOccurrencesDocument = graphql(`
  query OpenOccurrences($page: Int!, $perPage: Int!, $sort: OccurrenceSort! = STARTS_AT_ASC, $filter: OccurrenceFilter) {
    occurrences(page: $page, perPage: $perPage, sort: $sort, filter: $filter) {
      total hasNext
      items { id activityTitle format organisationName startsAt endsAt capacity taken minimum }
    }
  }
`);

export const SetRoundOccurrencesDocument = graphql(`
  mutation SetRoundOccurrences($id: ID!, $occurrenceIds: [ID!]!) { setRoundOccurrences(id: $id, occurrenceIds: $occurrenceIds) { id version } }
`);

export const ParticipantsDocument = graphql(`
  query Participants($roundId: ID!, $page: Int!, $perPage: Int!, $filter: ParticipantFilter) {
    participants(roundId: $roundId, page: $page, perPage: $perPage, filter: $filter) {
      total hasNext
      items { id pupilId groupId label name groupName school grade seats classId className wishes { rank source occurrenceId title startsAt } }
    }
  }
`);

/** Groups of the region, to add to a round. */
export const GroupsToAddDocument = graphql(`
  query GroupsToAdd($page: Int!, $perPage: Int!, $filter: GroupFilter) {
    groups(page: $page, perPage: $perPage, sort: ORGANISATION_NAME_ASC, filter: $filter) {
      total hasNext
      items { id name organisationName grade schoolYear headCount pupilCount }
    }
  }
`);

export const AddParticipantsDocument = graphql(`
  mutation AddParticipants($roundId: ID!, $input: NewParticipants!) {
    addParticipants(roundId: $roundId, input: $input) { added unread { participantId text problem } }
  }
`);

export const RemoveParticipantDocument = graphql(`mutation RemoveParticipant($id: ID!) { removeParticipant(id: $id) }`);

export const SetWishesDocument = graphql(`
  mutation SetWishes($participantId: ID!, $occurrenceIds: [ID!]!) { setWishes(participantId: $participantId, occurrenceIds: $occurrenceIds) }
`);

export const PinsDocument = graphql(`
  query Pins($roundId: ID!) { pins(roundId: $roundId) { id participantId label occurrenceId title startsAt kind note userName } }
`);

export const SetPinDocument = graphql(`
  mutation SetPin($roundId: ID!, $participantId: ID!, $occurrenceId: ID!, $kind: PinKind!, $note: String!) {
    setPin(roundId: $roundId, participantId: $participantId, occurrenceId: $occurrenceId, kind: $kind, note: $note)
  }
`);

export const RemovePinDocument = graphql(`mutation RemovePin($id: ID!) { removePin(id: $id) }`);

export const RunsDocument = graphql(`
  query Runs($roundId: ID!) {
    runs(roundId: $roundId) {
      id roundId number state error jobId createdAt endedAt
      settings { ...SettingsParts }
      figures { pupils placed unplaced byRank outsideWishes firstWishShare topThreeShare meanRank closed seatsGuaranteed guaranteesMet }
    }
  }
`, [SettingsParts]);

export const RunDocument = graphql(`
  query Run($id: ID!) {
    run(id: $id) {
      id roundId number state error jobId inputHash createdAt endedAt
      settings { ...SettingsParts }
      figures { pupils placed unplaced places seatsTaken byRank outsideWishes firstWishShare topThreeShare meanRank closed seatsGuaranteed guaranteesMet }
      leftOut { participantId label code }
    }
  }
`, [SettingsParts]);

export const RunResultsDocument = graphql(`
  query RunResults($runId: ID!, $page: Int!, $perPage: Int!, $filter: ResultFilter) {
    runResults(runId: $runId, page: $page, perPage: $perPage, filter: $filter) {
      total hasNext
      items {
        id pupilId groupId label name groupName school lottery bestRank wishes wishesProposed
        places { occurrenceId title startsAt rank pinned }
        refused { occurrenceId title startsAt rank code params }
      }
    }
  }
`);

export const RunOccurrencesDocument = graphql(`
  query RunOccurrences($runId: ID!) {
    runOccurrences(runId: $runId) { id number title host startsAt capacity minimum applicants firstWishes placed seatsFree closed cutoffLottery }
  }
`);

export const CompareRunsDocument = graphql(`
  query CompareRuns($beforeId: ID!, $afterId: ID!) {
    compareRuns(beforeId: $beforeId, afterId: $afterId) {
      sameInput gained lost moved unchanged
      before { pupils placed unplaced places seatsTaken byRank outsideWishes firstWishShare topThreeShare meanRank closed seatsGuaranteed guaranteesMet }
      after { pupils placed unplaced places seatsTaken byRank outsideWishes firstWishShare topThreeShare meanRank closed seatsGuaranteed guaranteesMet }
      changes { participantId label change before { occurrenceId title startsAt rank } after { occurrenceId title startsAt rank } }
    }
  }
`);

export const StartRunDocument = graphql(`
  mutation StartRun($roundId: ID!, $settings: RoundSettingsInput, $idempotencyKey: String) {
    startRun(roundId: $roundId, settings: $settings, idempotencyKey: $idempotencyKey) { id number state jobId }
  }
`);

export const PublishRunDocument = graphql(`mutation PublishRun($id: ID!, $roundVersion: Int!) { publishRun(id: $id, roundVersion: $roundVersion) }`);

export const PlacementsDocument = graphql(`
  query Placements($page: Int!, $perPage: Int!, $sort: PlacementSort! = STARTS_AT_ASC, $filter: PlacementFilter) {
    placements(page: $page, perPage: $perPage, sort: $sort, filter: $filter) {
      total hasNext
      items { id version roundId occurrenceId title host startsAt pupilId groupId label name school seats rank state withdrawnReason acceptBy freedBy movedFrom createdAt }
    }
  }
`);

/** Gives a pupil a seat by hand, beside what runs place. */
export const PlacePupilDocument = graphql(`
  mutation PlacePupil($occurrenceId: ID!, $pupilId: ID!, $idempotencyKey: String) { placePupil(occurrenceId: $occurrenceId, pupilId: $pupilId, idempotencyKey: $idempotencyKey) }
`);

export const WithdrawPlacementDocument = graphql(`
  mutation WithdrawPlacement($id: ID!, $version: Int!, $reason: String!) { withdrawPlacement(id: $id, version: $version, reason: $reason) }
`);
