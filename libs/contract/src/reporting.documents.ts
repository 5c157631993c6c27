import { graphql } from './graphql';

export const TodayDocument = graphql(`
  query Today($from: String!, $to: String!, $withFigures: Boolean!) {
    today {
      tasks { code count }
      nextOccurrences { id activityId title host town startsAt endsAt capacity taken }
      mapPoints { id name role town lat lon }
    }
    activityFigures(from: $from, to: $to) @include(if: $withFigures) { months { month format occurrences state } }
  }
`);
