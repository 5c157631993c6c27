import type { MailTemplate } from '@mintforge/platform';

/** The words of the mails about seats; `until` is a day, and a number stands for every name. */
export const templates = {
  'matching.publishedHost': {
    de: {
      subject: 'Plätze vergeben',
      body: 'Guten Tag {organisation},\n\nfür Ihre Termine sind die Plätze vergeben: {seats} Plätze an {occurrences} Terminen. Die Tageslisten bekommen Sie rechtzeitig von der Koordinationsstelle; Namen schreiben wir nicht in Mails.\n\nIhre Koordinationsstelle\n',
    },
    en: {
      subject: 'Seats given',
      body: 'Hello {organisation},\n\nthe seats of your dates are given: {seats} seats on {occurrences} dates. The coordination office will send you the day lists in time; we do not write names into mails.\n\nYour coordination office\n',
    },
  },
  'matching.publishedSchool': {
    de: {
      subject: 'Plätze vergeben',
      body: 'Guten Tag {organisation},\n\ndie Vergaberunde ist abgeschlossen: {seats} Plätze gehen an Ihre Schüler:innen, an {occurrences} Terminen. Wer wohin geht, erfahren Sie von der Koordinationsstelle; Namen schreiben wir nicht in Mails.\n\nIhre Koordinationsstelle\n',
    },
    en: {
      subject: 'Seats given',
      body: 'Hello {organisation},\n\nthe round is done: {seats} seats go to pupils of yours, on {occurrences} dates. The coordination office will tell you who goes where; we do not write names into mails.\n\nYour coordination office\n',
    },
  },
  'matching.offeredSchool': {
    de: {
      subject: 'Plätze angeboten',
      body: 'Guten Tag {organisation},\n\nIhren Schüler:innen sind {seats} Plätze angeboten, an {occurrences} Terminen. Bitte sagen Sie der Koordinationsstelle bis zum {until} zu; danach gehen die Plätze an die Nächsten. Wer wohin geht, erfahren Sie von der Koordinationsstelle; Namen schreiben wir nicht in Mails.\n\nIhre Koordinationsstelle\n',
    },
    en: {
      subject: 'Seats offered',
      body: 'Hello {organisation},\n\n{seats} seats are offered to pupils of yours, on {occurrences} dates. Please accept them with the coordination office by {until}; after that they go to the next in line. The coordination office will tell you who goes where; we do not write names into mails.\n\nYour coordination office\n',
    },
  },
  'matching.offersEndSchool': {
    de: {
      subject: 'Zusagen stehen noch aus',
      body: 'Guten Tag {organisation},\n\n{seats} Plätze für Ihre Schüler:innen warten noch auf eine Zusage, an {occurrences} Terminen. Die nächste Frist endet mit dem {until}; danach gehen die Plätze an die Nächsten.\n\nIhre Koordinationsstelle\n',
    },
    en: {
      subject: 'Seats still to be accepted',
      body: 'Hello {organisation},\n\n{seats} seats for pupils of yours still wait to be accepted, on {occurrences} dates. The next deadline is the end of {until}; after that the seats go to the next in line.\n\nYour coordination office\n',
    },
  },
  'matching.refilledHost': {
    de: {
      subject: 'Plätze neu vergeben',
      body: 'Guten Tag {organisation},\n\nfrei gewordene Plätze Ihrer Termine sind neu vergeben: {seats} Plätze an {occurrences} Terminen. Die Tageslisten sind schon geändert; Namen schreiben wir nicht in Mails.\n\nIhre Koordinationsstelle\n',
    },
    en: {
      subject: 'Seats given anew',
      body: 'Hello {organisation},\n\nseats of your dates that came free are given anew: {seats} seats on {occurrences} dates. The day lists are changed already; we do not write names into mails.\n\nYour coordination office\n',
    },
  },
  'matching.refilledSchool': {
    de: {
      subject: 'Plätze nachgerückt',
      body: 'Guten Tag {organisation},\n\nIhre Schüler:innen sind auf {seats} frei gewordene Plätze nachgerückt, an {occurrences} Terminen. Wer wohin geht, erfahren Sie von der Koordinationsstelle; Namen schreiben wir nicht in Mails.\n\nIhre Koordinationsstelle\n',
    },
    en: {
      subject: 'Pupils moved up',
      body: 'Hello {organisation},\n\npupils of yours moved up to {seats} seats that came free, on {occurrences} dates. The coordination office will tell you who goes where; we do not write names into mails.\n\nYour coordination office\n',
    },
  },
} as const satisfies Record<string, MailTemplate>;
