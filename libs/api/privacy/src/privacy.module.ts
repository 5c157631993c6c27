import { ConsentModule } from '@mintforge/consent';
import { PeopleModule } from '@mintforge/people';
import { Module } from '@nestjs/common';
import { retentionProviders } from './retention.providers';
import { AccessCopies } from './access-copies';
import { AccessExport } from './access-export';
import { Eraser } from './eraser';
import { ErasureLedger } from './erasure-ledger';
import { ErasureReplay } from './erasure-replay';
import { Erasures } from './erasures.service';
import { BreachReads } from './breach.reads';
import { BreachResolver } from './breach.resolver';
import { RecordController } from './record.controller';
import { RecordReads } from './record.reads';
import { RecordResolver } from './record.resolver';
import { RequestReminders } from './request-reminders';
import { RequestsController } from './requests.controller';
import './requests.data-map';
import { RequestReads } from './requests.reads';
import { RequestsResolver } from './requests.resolver';
import { Requests } from './requests.service';
import { UseLimits } from './use-limits';
import { VaultController } from './vault.controller';

const requests = [Requests, RequestReads, RequestsResolver, RequestReminders, UseLimits, AccessExport, AccessCopies];
const record = [RecordReads, RecordResolver, BreachReads, BreachResolver];
const erasing = [Eraser, ErasureLedger, ErasureReplay, Erasures];

/** Rights of the people whose data we hold, how long we hold them, and the record of what we do with them. */
@Module({ imports: [PeopleModule, ConsentModule], controllers: [RecordController, RequestsController, VaultController], providers: [...requests, ...record, ...erasing, ...retentionProviders] })
export class PrivacyModule {}
