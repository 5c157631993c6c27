import type { Provider } from '@nestjs/common';
import { AllocationMails } from './allocation-mails';
import { AllocationReads } from './allocations.reads';
import { AllocationsResolver } from './allocations.resolver';
import { AllocationsService } from './allocations.service';
import { MentoringReads } from './mentoring.reads';
import { MentoringResolver } from './mentoring.resolver';
import { MentoringService } from './mentoring.service';

/** What matches pairs: needs with offers, mentors with pupils. */
export const pairProviders: Provider[] = [AllocationsResolver, AllocationsService, AllocationReads, AllocationMails, MentoringResolver, MentoringService, MentoringReads];
