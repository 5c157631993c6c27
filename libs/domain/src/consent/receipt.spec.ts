import fc from 'fast-check';
import { canonicalJson, receiptOf } from '.';

describe('canonical JSON', () => {
  it('is the same whatever order the keys were written in, and reads back as what was written', () => {
    fc.assert(fc.property(fc.jsonValue({ depthSize: 'small' }).map((value) => JSON.parse(JSON.stringify(value)) as Parameters<typeof canonicalJson>[0]), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(value);
      expect(canonicalJson(reversed(value) as typeof value)).toBe(canonicalJson(value));
    }));
    expect(canonicalJson({ b: [1, null], a: 'ä' })).toBe('{"a":"ä","b":[1,null]}');
  });
});

/** The same content with its keys in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, item]) => [key, reversed(item)]));
}

describe('a receipt', () => {
  it('has every section of the standard and says who is responsible, what was answered, by whom, and how it can be taken back', () => {
    const at = new Date('2026-09-01T10:00:00Z');
    const receipt = receiptOf({
      decisionId: 'd', previousId: null, issuedAt: at, pseudonym: 'K7M-4XPC', land: 'DE-MV', standing: { state: 'GIVEN', validUntil: '2027-10-31' },
      purpose: { code: 'MATCHING', basis: 'CONSENT', article: 'Art. 6', data: ['name'], recipients: ['coordinationOffice'] }, notice: { id: 't', number: 2, language: 'de', sha256: 'ab' },
      controller: { name: 'Landkreis', address: 'Weg 1', contact: 'x@example.test', officer: 'DSB', authority: 'LfDI' }, answer: { act: 'GIVEN', signer: 'GUARDIAN_1', at, channel: 'PAPER', assurance: 'PAPER_SEEN', form: { id: 'f', scanSha256: 'cd' } },
    });
    expect(Object.keys(receipt)).toEqual(['schemaVersion', 'receiptId', 'recordId', 'previousReceiptId', 'issuedAt', 'principal', 'processing', 'parties', 'events']);
    expect(receipt).toMatchObject({ principal: { pseudonym: 'K7M-4XPC', signedBy: { role: 'GUARDIAN_1' } }, processing: [{ purpose: 'MATCHING', notice: { number: 2 }, withdrawal: { contact: 'x@example.test' } }], events: [{ evidence: { id: 'f', scanSha256: 'cd' }, state: 'GIVEN', type: 'expressed', validUntil: '2027-10-31' }] });
  });

  it('fills every field that the standard makes mandatory (facts/privacy.md section 5)', () => {
    const at = new Date('2026-09-01T10:00:00Z');
    const [processing, party, event] = (({ processing: [of], parties: [who], events: [what] }) => [of, who, what] as const)(
      receiptOf({
        decisionId: 'd', previousId: null, issuedAt: at, pseudonym: 'K7M-4XPC', land: 'DE-MV', standing: { state: 'GIVEN', validUntil: '2027-10-31' },
        purpose: { code: 'NEEDS_PROCESS', basis: 'EXPLICIT_CONSENT', article: 'Art. 9', data: ['needs'], recipients: ['coordinationOffice'] }, notice: { id: 't', number: 2, language: 'de', sha256: 'ab' },
        controller: { name: 'Landkreis', address: 'Weg 1', contact: 'x@example.test', officer: 'DSB', authority: 'LfDI' }, answer: { act: 'GIVEN', signer: 'GUARDIAN_1', at, channel: 'PAPER', assurance: 'PAPER_SEEN', form: null },
      }),
    );
    const mandatory = {
      processing: [processing!.notice?.id, processing!.notice?.number, processing!.notice?.sha256, processing!.language, processing!.purpose, processing!.lawfulBasis, processing!.controllers[0], processing!.personalData[0], processing!.collectionMethod,
        processing!.storage.location, processing!.storage.until, processing!.jurisdiction, processing!.recipients[0], processing!.withdrawal.contact],
      party: [party!.id, party!.name, party!.address, party!.contact, party!.type, party!.role],
      event: [event!.time, event!.validUntil, event!.entity, event!.type, event!.state],
    };
    expect(Object.values(mandatory).flat().filter((value) => !value)).toEqual([]);
    expect(event!.type).toBe('explicit');
  });
});
