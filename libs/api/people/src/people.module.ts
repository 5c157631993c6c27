import { OrganisationReferences, PartnersModule } from '@mintforge/partners';
import { Module } from '@nestjs/common';
import { ClassListsResolver } from './class-lists.resolver';
import { ClassLists } from './class-lists.service';
import { GroupReads } from './groups.reads';
import { GroupsResolver } from './groups.resolver';
import { Groups } from './groups.service';
import { PeopleReads } from './people.reads';
import { PupilIdentities } from './pupil-identities';
import { PupilReads } from './pupils.reads';
import { PupilsResolver } from './pupils.resolver';
import { Pupils } from './pupils.service';
import './people.data-map';

/** Groups and pupils. */
@Module({
  imports: [PartnersModule],
  providers: [GroupReads, Groups, GroupsResolver, PupilIdentities, PupilReads, Pupils, PupilsResolver, ClassLists, ClassListsResolver, PeopleReads],
  exports: [PeopleReads],
})
export class PeopleModule {
  constructor(references: OrganisationReferences) {
    references.register('pupil_group', 'organisation_id');
    references.register('pupil', 'organisation_id');
  }
}
