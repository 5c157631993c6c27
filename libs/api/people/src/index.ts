export { Group } from './groups.entities';
export { PeopleModule } from './people.module';
export { PeopleReads, type PupilForConsent, type PupilForRound, type PupilName } from './people.reads';
export { PupilIdentities, type NewPupil } from './pupil-identities';
export { Pupil } from './pupils.entities';
