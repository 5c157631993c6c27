import type { Provider } from '@nestjs/common';
import { AllocationMails } from './allocation-mails';
import { AllocationReads } from './allocations.reads';
import { AllocationsResolver } from './allocations.resolver';
import { AllocationsService } from './allocations.service';
import { InterestsResolver } from '../rounds/interests.resolver';
import { InterestsService } from '../rounds/interests.service';
import { MentoringReads } from '../rounds/mentoring.reads';
import { MentoringResolver } from '../rounds/mentoring.resolver';
import { MentoringService } from '../rounds/mentoring.service';

/** What matches pairs: needs with offers, mentors with pupils, interests with topics. */
export const pairProviders: Provider[] = [AllocationsResolver, AllocationsService, AllocationReads, AllocationMails, MentoringResolver, MentoringService, MentoringReads, InterestsResolver, InterestsService];
