import { ConsentModule } from '@mintforge/consent';
import { PeopleModule } from '@mintforge/people';
import { Module } from '@nestjs/common';
import { RetentionModule } from './retention.module';
import { AccessCopies } from './access-copies';
import { AccessExport } from './access-export';
import { Eraser } from './eraser';
import { ErasureLedger } from './erasure-ledger';
import { ErasureReplay } from './erasure-replay';
import { Erasures } from './erasures.service';
import { RequestReminders } from './request-reminders';
import { RequestsController } from './requests.controller';
import './requests.data-map';
import { RequestReads } from './requests.reads';
import { RequestsResolver } from './requests.resolver';
import { Requests } from './requests.service';
import { UseLimits } from './use-limits';

const requests = [Requests, RequestReads, RequestsResolver, RequestReminders, UseLimits, AccessExport, AccessCopies];
const erasing = [Eraser, ErasureLedger, ErasureReplay, Erasures];

/** Rights of the people whose data we hold, how long we hold them, and the record of what we do with them. */
@Module({ imports: [PeopleModule, ConsentModule, RetentionModule], controllers: [RequestsController], providers: [...requests, ...erasing] })
export class PrivacyModule {}
