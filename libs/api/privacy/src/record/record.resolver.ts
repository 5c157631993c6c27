import { Allow } from '@mintforge/platform';
import { Query, Resolver } from '@nestjs/graphql';
import { RecordReads } from './record.reads';
import { MappedTable, ProcessingRecord } from './record.types';

/** What is held of people and why. */
@Resolver()
export class RecordResolver {
  constructor(private readonly reads: RecordReads) {}

  @Query(() => [MappedTable], { description: 'The data map: what every table holds of whom, why and for how long' })
  @Allow('processing.read')
  dataMap(): MappedTable[] {
    return this.reads.map();
  }

  @Query(() => ProcessingRecord, { description: 'The record of processing (Art. 30 GDPR)' })
  @Allow('processing.read')
  processingRecord(): Promise<ProcessingRecord> {
    return this.reads.record();
  }
}
