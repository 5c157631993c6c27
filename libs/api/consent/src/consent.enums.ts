import { answers, assurances, callBackNumbers, channels, consentActs, consentStates, custodies, effects, formChecks, formObjections, formStates, legalBases, purposeCodes, signers, textChanges, validityStarts } from '@mintforge/domain/consent';
import { enumOf } from '@mintforge/platform';

export const PurposeCodes = enumOf('PurposeCode', purposeCodes);
export const LegalBases = enumOf('LegalBasis', legalBases);
export const ConsentEffects = enumOf('ConsentEffect', effects);
export const ValidityStarts = enumOf('ValidityStart', validityStarts);
export const Signers = enumOf('Signer', signers);
export const Custodies = enumOf('Custody', custodies);
export const ConsentActs = enumOf('ConsentAct', consentActs);
export const Answers = enumOf('ConsentAnswer', answers);
export const ConsentStates = enumOf('ConsentState', consentStates);
export const Channels = enumOf('ConsentChannel', channels);
export const Assurances = enumOf('ConsentAssurance', assurances);
export const CallBackNumbers = enumOf('CallBackNumber', callBackNumbers);
export const FormStates = enumOf('ConsentFormState', formStates);
export const FormChecks = enumOf('ConsentFormCheck', formChecks);
export const FormObjections = enumOf('ConsentFormObjection', formObjections);
export const TextChanges = enumOf('ConsentTextChange', textChanges);
