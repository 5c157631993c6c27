import { ForecastDocument, ForecastRoundDocument, type ResultOf } from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

export type Forecast = NonNullable<ResultOf<typeof ForecastDocument>['forecast']>;
export type ForecastRow = Forecast['rows'][number];
export type ForecastFigures = NonNullable<ForecastRow['figures']>;

/** Asking what every rule would do with a round. */
export const forecastVerbs = ({ transport }: VerbTools) => ({
  forecast: async (roundId: string) => (await transport.run(ForecastDocument, { roundId })).forecast,
  forecastRound: (roundId: string) => transport.run(ForecastRoundDocument, { roundId }),
});
