import { graphql } from './graphql';

export const TodayDocument = graphql(`
  query Today($from: String!, $to: String!, $withFigures: Boolean!, $withPartners: Boolean!) {
    today {
      tasks { code count }
      nextOccurrences { id activityId title host town startsAt endsAt capacity taken }
    }
    activityFigures(from: $from, to: $to) @include(if: $withFigures) { months { month format occurrences state } }
    mapPoints @include(if: $withPartners) { id name role town lat lon }
  }
`);
