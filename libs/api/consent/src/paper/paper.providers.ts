import { Calls } from './calls.service';
import { OwnPapers } from './own-papers';
import { PaperChecks } from './paper.checks';
import './paper.data-map';
import { PaperIntake } from './paper.intake';
import { PaperPiles } from './paper.piles';
import { PaperPrints } from './paper.prints';
import { PaperReads } from './paper.reads';
import { PaperResolver } from './paper.resolver';
import { PaperScans } from './paper.scans';
import { Slips } from '../asking/slips.service';

export { PaperController } from './paper.controller';

/** Everything about consent on paper and by telephone. */
export const paperProviders = [PaperReads, PaperPrints, PaperPiles, PaperScans, PaperIntake, OwnPapers, PaperChecks, Slips, Calls, PaperResolver];
