import { Module } from '@nestjs/common';
import { GroupReads } from './groups.reads';
import { GroupsResolver } from './groups.resolver';
import { Groups } from './groups.service';

/** Groups and pupils. */
@Module({
  providers: [GroupReads, Groups, GroupsResolver],
  exports: [GroupReads],
})
export class PeopleModule {}
