import { PeopleModule } from '@mintforge/people';
import { RetentionSweeps } from '@mintforge/platform';
import { Module } from '@nestjs/common';
import { ConsentReads } from './ledger/consent.reads';
import { ConsentUses } from './ledger/consent-uses';
import { ConsentMatrixReads } from './ledger/consents.reads';
import { ConsentsResolver } from './ledger/consents.resolver';
import { consentSweeps } from './consent.sweeps';
import { Consents } from './ledger/consents.service';
import { ConsentAsking } from './asking/asking.service';
import { ChaseResolver } from './asking/chase.resolver';
import { ConsentChasing } from './asking/chase.service';
import { ConsentLedger } from './ledger/ledger';
import { LedgerTasks } from './ledger/ledger-tasks';
import { ConsentRuleChanges } from './ledger/rule-changes';
import { LinkLimit } from './links/link-limit';
import { ConsentLinksController } from './links/links.controller';
import { LinkHolders } from './links/link-holders';
import { ConsentLinks } from './links/links.service';
import { NeedsConsent } from './ledger/needs-consent';
import { OpenAskings } from './asking/open-askings';
import { PaperController, paperProviders } from './paper/paper.providers';
import { PurposeReads } from './purposes/purposes.reads';
import { PurposesResolver } from './purposes/purposes.resolver';
import { Purposes } from './purposes/purposes.service';
import { ReceiptKeysController, ReceiptsController } from './receipts/receipts.controller';
import { Receipts } from './receipts/receipts';
import { SignerRulesResolver } from './purposes/signer-rules.resolver';
import { SignerRules } from './purposes/signer-rules.service';
import { ConsentStandings } from './ledger/standings.service';
import { ConsentTakeOver } from './ledger/take-over';
import { ConsentTimelineReads } from './ledger/timeline.reads';
import { ConsentTimelineResolver } from './ledger/timeline.resolver';
import './consent.data-map';

/** Purposes, texts and the ledger of consent; other features ask the gate. */
@Module({
  imports: [PeopleModule],
  controllers: [ReceiptsController, ReceiptKeysController, ConsentLinksController, PaperController],
  providers: [ConsentTimelineReads, ConsentTimelineResolver, SignerRules, SignerRulesResolver, PurposeReads, Purposes, PurposesResolver, ConsentReads, ConsentUses, NeedsConsent, Receipts, LedgerTasks, ConsentLedger, ConsentRuleChanges, ConsentStandings, ConsentTakeOver, Consents, LinkHolders, ConsentLinks, LinkLimit, OpenAskings, ConsentAsking, ConsentChasing, ChaseResolver, ConsentMatrixReads, ConsentsResolver, ...paperProviders],
  exports: [ConsentReads, ConsentUses, LinkHolders, LinkLimit],
})
export class ConsentModule {
  constructor(sweeps: RetentionSweeps) {
    sweeps.register(...consentSweeps);
  }
}
