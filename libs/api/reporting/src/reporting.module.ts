import { Module } from '@nestjs/common';
import { TodayReads } from './today.reads';
import { TodayResolver } from './today.resolver';

/** Reads across all features: what the office sees first, and later its reports. */
@Module({ providers: [TodayReads, TodayResolver] })
export class ReportingModule {}
