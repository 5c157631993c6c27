import { OrganisationReferences, PartnersModule } from '@mintforge/partners';
import { Mails } from '@mintforge/platform';
import { Module } from '@nestjs/common';
import { BirthDateUses } from './birth-date-uses';
import { ClassListsResolver } from './class-lists.resolver';
import { ClassLists } from './class-lists.service';
import { GroupReads } from './groups.reads';
import { GroupsResolver } from './groups.resolver';
import { Groups } from './groups.service';
import { GuardianIdentities } from './guardian-identities';
import { GuardianReads } from './guardians.reads';
import { GuardiansResolver } from './guardians.resolver';
import { Guardians } from './guardians.service';
import { NeedsResealing } from './needs-resealing';
import { PeopleReads } from './people.reads';
import { PeopleRetention } from './people.sweeps';
import { PupilIdentities } from './pupil-identities';
import { PupilRegistrations } from './pupil-registrations';
import { PupilReads } from './pupils.reads';
import { PupilsResolver } from './pupils.resolver';
import { Pupils } from './pupils.service';
import './people.data-map';

/** Groups, pupils and guardians. */
@Module({
  imports: [PartnersModule],
  providers: [BirthDateUses, GroupReads, Groups, GroupsResolver, PupilIdentities, PupilRegistrations, PupilReads, Pupils, PupilsResolver, ClassLists, ClassListsResolver, NeedsResealing, PeopleReads, PeopleRetention, GuardianIdentities, GuardianReads, Guardians, GuardiansResolver],
  exports: [BirthDateUses, PeopleReads, PupilIdentities, PupilRegistrations, GuardianReads],
})
export class PeopleModule {
  constructor(references: OrganisationReferences, mails: Mails, guardians: GuardianReads) {
    references.register('pupil_group', 'organisation_id');
    references.register('pupil', 'organisation_id');
    mails.addressesOf('GUARDIAN', (tx, id) => guardians.mailOfGuardian(tx, id));
    mails.addressesOf('PUPIL', (tx, id) => guardians.mailOfPupil(tx, id));
  }
}
