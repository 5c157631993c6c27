import { graphql } from './graphql';

const ForecastParts = graphql(`
  fragment ForecastParts on Forecast @_unmask {
    id roundId state jobId error outdated createdAt endedAt
    rows {
      rule impossible
      figures { pupils placed unplaced firstWishShare topThreeShare meanRank seatsGuaranteed guaranteesMet closed }
      bySchoolKind { key participants placed }
      byArea { key participants placed }
    }
  }
`);

export const ForecastDocument = graphql(`query Forecast($roundId: ID!) { forecast(roundId: $roundId) { ...ForecastParts } }`, [ForecastParts]);

export const ForecastRoundDocument = graphql(`mutation ForecastRound($roundId: ID!) { forecastRound(roundId: $roundId) { ...ForecastParts } }`, [ForecastParts]);
