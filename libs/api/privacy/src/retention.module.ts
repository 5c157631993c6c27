import { Module } from '@nestjs/common';
import { Holds } from './holds.service';
import './retention.data-map';
import { RetentionRound } from './retention-round';
import { RetentionRules } from './retention-rules';

/** How long we hold what: rules, the nightly round that executes them, and holds that stop it. */
@Module({ providers: [RetentionRules, RetentionRound, Holds] })
export class RetentionModule {}
