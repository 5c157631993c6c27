import { JobDocument, TodayDocument, type VariablesOf } from '@mintforge/contract';
import type { makeDataProvider, VerbTools } from '@mintforge/ui-kit';
import { administrationVerbs } from './administration/verbs';
import { activityVerbs } from './activities/verbs';
import { chaseVerbs } from './consent/chase/verbs';
import { paperVerbs } from './consent/paper/verbs';
import { signerRuleVerbs } from './consent/rules/verbs';
import { timelineVerbs } from './consent/timeline/verbs';
import { consentVerbs } from './consent/verbs';
import { guardianVerbs } from './people/guardians/verbs';
import { oversightVerbs } from './oversight/verbs';
import { peopleVerbs } from './people/verbs';
import { partnerVerbs } from './partners/verbs';
import { recordVerbs } from './privacy/record/verbs';
import { requestVerbs } from './privacy/requests/verbs';
import { retentionVerbs } from './privacy/retention/verbs';
import { checkVerbs } from './rounds/check/verbs';
import { forecastVerbs } from './rounds/forecast/verbs';
import { limitVerbs } from './rounds/limits/verbs';
import { mentoringVerbs } from './rounds/mentoring/verbs';
import { needsRoundVerbs } from './rounds/needs/verbs';
import { proposedWishVerbs } from './rounds/proposed-verbs';
import { placementVerbs } from './rounds/placements/verbs';
import { runVerbs } from './rounds/runs/verbs';
import { precedenceVerbs } from './rounds/precedence/verbs';
import { roundVerbs } from './rounds/verbs';
import { taskVerbs } from './today/tasks/verbs';

/** The console's own verbs beside React-Admin's nine: one per business act. */
export const verbs = (tools: VerbTools) => ({
  job: async (id: string) => (await tools.transport.run(JobDocument, { id })).job,
  today: (asked: VariablesOf<typeof TodayDocument>) => tools.transport.run(TodayDocument, asked),
  ...activityVerbs(tools),
  ...peopleVerbs(tools),
  ...guardianVerbs(tools),
  ...consentVerbs(tools),
  ...timelineVerbs(tools),
  ...signerRuleVerbs(tools),
  ...taskVerbs(tools),
  ...chaseVerbs(tools),
  ...paperVerbs(tools),
  ...partnerVerbs(tools),
  ...roundVerbs(tools),
  ...placementVerbs(tools),
  ...runVerbs(tools),
  ...needsRoundVerbs(tools),
  ...mentoringVerbs(tools),
  ...proposedWishVerbs(tools),
  ...forecastVerbs(tools),
  ...precedenceVerbs(tools),
  ...checkVerbs(tools),
  ...limitVerbs(tools),
  ...recordVerbs(tools),
  ...requestVerbs(tools),
  ...retentionVerbs(tools),
  ...administrationVerbs(tools),
  ...oversightVerbs(tools),
});

/** For `useDataProvider<ConsoleProvider>()`: React-Admin's verbs and our own, typed. */
export type ConsoleProvider = ReturnType<typeof makeDataProvider<ReturnType<typeof verbs>>>;
