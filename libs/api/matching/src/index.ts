export { MatchingModule } from './matching.module';
export { matchingSweeps, placedIn } from './matching.sweeps';
export { MatchingReads } from './matching.reads';
