export { MatchingModule } from './matching.module';
export { MatchingReads } from './matching.reads';
