import { ConsentModule } from '@mintforge/consent';
import { PeopleModule } from '@mintforge/people';
import { Module } from '@nestjs/common';
import { retentionProviders } from './retention/retention.providers';
import { AccessCopies } from './requests/access-copies';
import { AccessExport } from './requests/access-export';
import { Eraser } from './erasure/eraser';
import { ErasureLedger } from './erasure/erasure-ledger';
import { ErasureReplay } from './erasure/erasure-replay';
import { Erasures } from './erasure/erasures.service';
import { LinkRequests } from './links/link-requests';
import { RightsController } from './links/rights.controller';
import { BreachReads } from './record/breach.reads';
import { BreachResolver } from './record/breach.resolver';
import { RecordController } from './record/record.controller';
import { RecordReads } from './record/record.reads';
import { RecordResolver } from './record/record.resolver';
import { RequestReminders } from './requests/request-reminders';
import { RequestsController } from './requests/requests.controller';
import './requests/requests.data-map';
import { RequestReads } from './requests/requests.reads';
import { RequestsResolver } from './requests/requests.resolver';
import { Requests } from './requests/requests.service';
import { UseLimits } from './requests/use-limits';
import { VaultController } from './vault/vault.controller';

const requests = [Requests, RequestReads, RequestsResolver, RequestReminders, LinkRequests, UseLimits, AccessExport, AccessCopies];
const record = [RecordReads, RecordResolver, BreachReads, BreachResolver];
const erasing = [Eraser, ErasureLedger, ErasureReplay, Erasures];

/** Rights of the people whose data we hold, how long we hold them, and the record of what we do with them. */
@Module({ imports: [PeopleModule, ConsentModule], controllers: [RecordController, RequestsController, RightsController, VaultController], providers: [...requests, ...record, ...erasing, ...retentionProviders] })
export class PrivacyModule {}
