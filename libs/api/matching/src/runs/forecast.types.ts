import { forecastRules, type ForecastRule } from '@mintforge/domain/matching';
import { enumOf, Instant } from '@mintforge/platform';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RunFigures } from '../matching.entities';

export enum ForecastState { RUNNING = 'RUNNING', DONE = 'DONE', FAILED = 'FAILED' }
registerEnumType(ForecastState, { name: 'ForecastState' });
export const ForecastRules = enumOf('ForecastRule', forecastRules);

@ObjectType()
export class PlacedShare {
  @Field({ description: 'kind of school, or district or first digits of the postcode' }) key!: string;
  @Field(() => Int) participants!: number;
  @Field(() => Int) placed!: number;
}

/** What one rule would bring about on the round's own data. */
@ObjectType()
export class ForecastRow {
  @Field(() => ForecastRules) rule!: ForecastRule;
  @Field(() => String, { nullable: true, description: 'why the rule cannot be used here; then there are no figures' }) impossible!: string | null;
  @Field(() => RunFigures, { nullable: true }) figures!: RunFigures | null;
  @Field(() => [PlacedShare]) bySchoolKind!: PlacedShare[];
  @Field(() => [PlacedShare]) byArea!: PlacedShare[];
}

/** Vorausschau: the same round under every rule, before one is chosen. Rules that would repeat another row are left out. */
@ObjectType()
export class Forecast {
  @Field(() => ID) id!: string;
  @Field(() => ID) roundId!: string;
  @Field(() => ForecastState) state!: ForecastState;
  @Field(() => [ForecastRow]) rows!: ForecastRow[];
  @Field(() => String, { nullable: true, description: 'JSON {code, params} of the refusal that ended it' }) error!: string | null;
  @Field(() => ID, { nullable: true }) jobId!: string | null;
  @Field(() => Instant) createdAt!: Date;
  @Field(() => Instant, { nullable: true }) endedAt!: Date | null;
  inputHash!: string | null;
}
