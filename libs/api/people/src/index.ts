export { Group } from './groups.entities';
export { GroupReads } from './groups.reads';
export { PeopleModule } from './people.module';
