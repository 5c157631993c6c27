import type { CancelReason } from '@mintforge/domain/activities';
import { IdField, IntField, OneOf, TextField } from '@mintforge/platform';
import { ArgsType } from '@nestjs/graphql';
import { CancelReasons } from './activities.enums';

/** Which activity or occurrence is called off, and why. */
@ArgsType()
export class CancelArgs {
  @IdField() id!: string;
  @IntField(1, 2 ** 31 - 1) version!: number;
  @OneOf(CancelReasons) reason!: CancelReason;
  @TextField(500, { optional: true }) note?: string | null;
}
