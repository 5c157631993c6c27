const german = {
  title: 'Nachweise',
  add: 'Nachweis eintragen',
  edit: 'Nachweis ändern',
  hint: 'Was jemand von der Koordination gesehen hat. Verlangt eine Runde gültige Nachweise, bekommt ein Termin ohne sie niemanden.',
  none: 'Noch kein Nachweis eingetragen.',
  kind: { INSURANCE: 'Unfall- und Haftpflichtversicherung', RISK_ASSESSMENT: 'Gefährdungsbeurteilung für Jugendliche', PROTECTIVE_GEAR: 'Schutzausrüstung vorhanden', CLEARANCE: 'Führungszeugnis der Aufsicht gesehen' },
  kind_hint: 'Beim Führungszeugnis zählt nur, dass es gesehen wurde; nichts daraus wird eingetragen.',
  seen: 'gesehen am %{day}',
  until: 'gültig bis %{day}',
  no_end: 'ohne Ablauf',
  until_hint: 'Der letzte Tag, an dem er gilt. Leer heißt: ohne Ablauf.',
  state: { VALID: 'Gültig', ENDING: 'Läuft bald ab', EXPIRED: 'Abgelaufen' },
};

const english: typeof german = {
  title: 'Proofs',
  add: 'Enter proof',
  edit: 'Change proof',
  hint: 'What somebody of the office has seen. When a round asks for valid proofs, an occurrence without them is given to nobody.',
  none: 'No proof entered yet.',
  kind: { INSURANCE: 'Accident and liability insurance', RISK_ASSESSMENT: 'Risk assessment for young people', PROTECTIVE_GEAR: 'Protective gear at hand', CLEARANCE: 'Clearance of who supervises seen' },
  kind_hint: 'Of a clearance it counts only that it was seen; nothing out of it is entered.',
  seen: 'seen on %{day}',
  until: 'valid until %{day}',
  no_end: 'without end',
  until_hint: 'The last day it holds. Empty means: without end.',
  state: { VALID: 'Valid', ENDING: 'Ends soon', EXPIRED: 'Expired' },
};

/** Stands at `app.readiness` in the console's texts. */
export const readinessTexts = { de: german, en: english };
