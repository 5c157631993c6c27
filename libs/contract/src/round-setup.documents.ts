import { graphql } from './graphql';

export const RoundClassesDocument = graphql(`
  query RoundClasses($roundId: ID!) { roundClasses(roundId: $roundId) { id position name reason derived assigned } }
`);

export const SetRoundClassesDocument = graphql(`
  mutation SetRoundClasses($roundId: ID!, $version: Int!, $input: RoundClassesInput!) { setRoundClasses(roundId: $roundId, version: $version, input: $input) { id version } }
`);

export const AssignClassDocument = graphql(`
  mutation AssignClass($roundId: ID!, $classId: ID, $whom: ParticipantsChoice!) { assignClass(roundId: $roundId, classId: $classId, whom: $whom) }
`);

/** For who prepares rounds alone: nobody else may see whom seats are kept for. */
export const RoundReservesDocument = graphql(`
  query RoundReserves($roundId: ID!) { roundReserves(roundId: $roundId) { id occurrenceId seats percent reason trait { kind schoolKind leastKm from to } } }
`);

export const SetRoundReservesDocument = graphql(`
  mutation SetRoundReserves($roundId: ID!, $version: Int!, $input: RoundReservesInput!) { setRoundReserves(roundId: $roundId, version: $version, input: $input) { id version } }
`);

export const RoundCheckDocument = graphql(`
  query RoundCheck($roundId: ID!) {
    roundCheck(roundId: $roundId) {
      participants takingPart
      findings { code count leavesOut params subjects { participantId occurrenceId label organisationId organisation rules params } }
    }
  }
`);

export const RoundTasksDocument = graphql(`
  query RoundTasks($roundId: ID!) { roundTasks(roundId: $roundId) { id roundId code organisationId organisationName count state doneAt createdAt } }
`);

export const MakeRoundTasksDocument = graphql(`mutation MakeRoundTasks($roundId: ID!) { makeRoundTasks(roundId: $roundId) }`);

export const SettleRoundTaskDocument = graphql(`mutation SettleRoundTask($id: ID!, $done: Boolean!) { settleRoundTask(id: $id, done: $done) }`);

export const MeasureTravelTimesDocument = graphql(`mutation MeasureTravelTimes($roundId: ID!) { measureTravelTimes(roundId: $roundId) }`);

const LimitParts = graphql(`
  fragment LimitParts on WorkingTimeLimit @_unmask {
    case validFrom source own allowed minutesPerDay minutesPerWeek shiftMinutes earliest latest latestOnEves weekends publicHolidays daysPerYear lastGrade
  }
`);

export const WorkingTimeLimitsDocument = graphql(`query WorkingTimeLimits { workingTimeLimits { ...LimitParts } }`, [LimitParts]);

export const SetWorkingTimeLimitDocument = graphql(`
  mutation SetWorkingTimeLimit($input: WorkingTimeLimitInput!) { setWorkingTimeLimit(input: $input) { ...LimitParts } }
`, [LimitParts]);

export const RemoveWorkingTimeLimitDocument = graphql(`
  mutation RemoveWorkingTimeLimit($case: WorkingTimeCase!, $validFrom: String!) { removeWorkingTimeLimit(case: $case, validFrom: $validFrom) { ...LimitParts } }
`, [LimitParts]);

export const ReadinessDocument = graphql(`
  query Readiness($organisationId: ID!) { organisation(id: $organisationId) { id readiness { id version organisationId kind seenOn validUntil note } } }
`);

export const CreateReadinessDocument = graphql(`
  mutation CreateReadiness($input: ReadinessInput!, $idempotencyKey: String) { createReadiness(input: $input, idempotencyKey: $idempotencyKey) { id version kind seenOn validUntil note } }
`);

export const UpdateReadinessDocument = graphql(`
  mutation UpdateReadiness($id: ID!, $version: Int!, $patch: ReadinessPatch!) { updateReadiness(id: $id, version: $version, patch: $patch) { id version kind seenOn validUntil note } }
`);

export const DeleteReadinessDocument = graphql(`mutation DeleteReadiness($id: ID!) { deleteReadiness(id: $id) }`);
