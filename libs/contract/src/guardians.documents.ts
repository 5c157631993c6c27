import { graphql } from './graphql';

/** The guardians of a pupil by their places, and the pupil's own address. */
export const GuardiansOfDocument = graphql(`
  query GuardiansOf($pupilId: ID!) {
    guardiansOf(pupilId: $pupilId) {
      pupilId
      guardians { id version name email phone language plain wards { pupilId slot pseudonym firstName lastName } }
      contact { email language plain }
    }
  }
`);

export const FindGuardiansDocument = graphql(`
  mutation FindGuardians($email: String!) {
    findGuardians(email: $email) { id name email phone language plain wards { pupilId slot pseudonym firstName lastName } }
  }
`);

export const AddGuardianDocument = graphql(`
  mutation AddGuardian($pupilId: ID!, $slot: GuardianSlot!, $input: GuardianFields!, $sharesAddress: Boolean, $idempotencyKey: String!) {
    addGuardian(pupilId: $pupilId, slot: $slot, input: $input, sharesAddress: $sharesAddress, idempotencyKey: $idempotencyKey) { pupilId }
  }
`);

export const TakeGuardianDocument = graphql(`mutation TakeGuardian($pupilId: ID!, $slot: GuardianSlot!, $guardianId: ID!) { takeGuardian(pupilId: $pupilId, slot: $slot, guardianId: $guardianId) { pupilId } }`);

export const ReleaseGuardianDocument = graphql(`mutation ReleaseGuardian($pupilId: ID!, $slot: GuardianSlot!) { releaseGuardian(pupilId: $pupilId, slot: $slot) { pupilId } }`);

export const UpdateGuardianDocument = graphql(`mutation UpdateGuardian($id: ID!, $version: Int!, $patch: GuardianPatch!) { updateGuardian(id: $id, version: $version, patch: $patch) }`);

export const SetPupilContactDocument = graphql(`
  mutation SetPupilContact($pupilId: ID!, $email: String, $language: String, $plain: Boolean) { setPupilContact(pupilId: $pupilId, email: $email, language: $language, plain: $plain) { pupilId } }
`);
