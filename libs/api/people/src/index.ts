export { BirthDateUses, type BirthDateUse } from './birth-date-uses';
export { Group } from './groups.entities';
export { GuardianIdentities } from './guardian-identities';
export { GuardianReads, type Reach } from './guardians.reads';
export { PeopleModule } from './people.module';
export { PeopleReads, type PupilForConsent, type PupilForRound, type PupilName } from './people.reads';
export { PupilIdentities, type NewPupil } from './pupil-identities';
export { Pupil } from './pupils.entities';
