import { PeopleModule } from '@mintforge/people';
import { RetentionSweeps } from '@mintforge/platform';
import { Module } from '@nestjs/common';
import { ConsentReads } from './consent.reads';
import { ConsentUses } from './consent-uses';
import { ConsentMatrixReads } from './consents.reads';
import { ConsentsResolver } from './consents.resolver';
import { consentSweeps } from './consent.sweeps';
import { Consents } from './consents.service';
import { ConsentAsking } from './asking.service';
import { ChaseResolver } from './chase.resolver';
import { ConsentChasing } from './chase.service';
import { ConsentLedger } from './ledger';
import { LedgerTasks } from './ledger-tasks';
import { LinkLimit } from './link-limit';
import { ConsentLinksController } from './links.controller';
import { ConsentLinks } from './links.service';
import { NeedsConsent } from './needs-consent';
import { OpenAskings } from './open-askings';
import { PaperController, paperProviders } from './paper.providers';
import { PurposeReads } from './purposes.reads';
import { PurposesResolver } from './purposes.resolver';
import { Purposes } from './purposes.service';
import { ReceiptKeysController, ReceiptsController } from './receipts.controller';
import { Receipts } from './receipts';
import { SignerRulesResolver } from './signer-rules.resolver';
import { SignerRules } from './signer-rules.service';
import { ConsentStandings } from './standings.service';
import { ConsentTakeOver } from './take-over';
import { ConsentTimelineReads } from './timeline.reads';
import { ConsentTimelineResolver } from './timeline.resolver';
import './consent.data-map';

/** Purposes, texts and the ledger of consent; other features ask the gate. */
@Module({
  imports: [PeopleModule],
  controllers: [ReceiptsController, ReceiptKeysController, ConsentLinksController, PaperController],
  providers: [ConsentTimelineReads, ConsentTimelineResolver, SignerRules, SignerRulesResolver, PurposeReads, Purposes, PurposesResolver, ConsentReads, ConsentUses, NeedsConsent, Receipts, LedgerTasks, ConsentLedger, ConsentStandings, ConsentTakeOver, Consents, ConsentLinks, LinkLimit, OpenAskings, ConsentAsking, ConsentChasing, ChaseResolver, ConsentMatrixReads, ConsentsResolver, ...paperProviders],
  exports: [ConsentReads, ConsentUses, LinkLimit],
})
export class ConsentModule {
  constructor(sweeps: RetentionSweeps) {
    sweeps.register(...consentSweeps);
  }
}
