import { purposeCodes } from '@mintforge/domain/consent';
import fc from 'fast-check';
import { answerPage, entryPage } from './links.page';
import type { OpenLink } from './links.service';

const code = fc.stringMatching(/^[a-z]{2,3}$/);
const hostile = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('</div><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' autofocus onfocus='x", '&lt;script&gt;', '<!--', ']]>', '\u202e</legend>'));
const tags = (html: string) => html.match(/<[^>]*>/g);

/** A link that asks for one purpose, in one wording. */
const link = (language: string, title: string, body: string): OpenLink => ({
  kind: 'MANAGE', signer: 'GUARDIAN_1', ticket: 'ticket', language: null,
  questions: [{ code: purposeCodes[0], textId: 'text', last: 'GIVEN', wordings: [{ language, plain: false, title, body, sha256: '' }], ends: [{ what: 'placement', id: 'id', pupilId: 'id', title, startsAt: new Date('2026-11-21T09:00:00Z') }] }],
});

describe('a page behind a link', () => {
  it('is made of the same elements, whatever stands in a text or in the title of an activity', () => {
    fc.assert(fc.property(code, hostile, hostile, (language, title, body) => {
      const own = { language, plain: false };
      expect(tags(answerPage(own, link(language, title, body), 'token'))).toEqual(tags(answerPage(own, link(language, 'x', 'x'), 'token')));
    }));
  });

  it('can be made in every language that somebody may write into the address', () => {
    fc.assert(fc.property(code, fc.boolean(), (language, plain) => {
      expect(entryPage({ language, plain })).toMatch(/^<!doctype html><html lang="\w+" dir="(ltr|rtl)">/);
    }), { numRuns: 400 });
  });
});
