import {
  AdoptPurposesDocument, ConsentDecisionsDocument, ConsentImpactDocument, ConsentMatrixDocument, ConsentReceiptDocument, CreateConsentLinksDocument, PurposesDocument, RecordOwnPaperDocument, ReleaseConsentTextDocument, SetControllerDocument,
} from '@mintforge/contract';
import { berlinDay } from '@mintforge/domain/kernel';
import { aClass, anOffice, aScan, refusal, run, type SignedIn } from '@mintforge/e2e';
import { randomUUID } from 'node:crypto';

// Other work on the machine may slow every step; nothing here is a measurement.
jest.setTimeout(60_000);

const today = berlinDay(new Date());
let office: SignedIn;
let colleague: SignedIn;
let group: Awaited<ReturnType<typeof aClass>>;

beforeAll(async () => {
  const region = await anOffice();
  office = await region.signedIn();
  colleague = await region.colleague('COORDINATOR');
  group = await aClass(25, office);
});

const cells = async () => {
  const { consentMatrix } = await run(ConsentMatrixDocument, { groupId: group.groupId }, office);
  return new Map(consentMatrix.rows.map(({ pupilId, cells: all }) => [pupilId, all.find(({ code }) => code === 'MATCHING')]));
};

/** A form sent by a browser without scripts. */
async function sent(url: string, fields: Record<string, string>): Promise<{ status: number; html: string; ticket: string }> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields) });
  const html = await response.text();
  return { status: response.status, html, ticket: /name="beleg" value="([^"]+)"/.exec(html)?.[1] ?? '' };
}

describe('the consents of a class of 25', () => {
  it('can be asked for once somebody is responsible and a second person released the text', async () => {
    await run(AdoptPurposesDocument, {}, office);
    const { purposes } = await run(PurposesDocument, {}, office);
    const text = purposes.find(({ code }) => code === 'MATCHING')!.texts[0]!;
    expect(await refusal(ReleaseConsentTextDocument, { id: text.id, validFrom: today }, colleague)).toMatchObject({ code: 'CONTROLLER_MISSING' });
    await run(SetControllerDocument, { input: { name: 'Landkreis', address: 'Am Markt 1', contact: 'mint@example.test', officer: 'dsb@example.test', authority: 'LfDI M-V' } }, office);
    expect(await refusal(ReleaseConsentTextDocument, { id: text.id, validFrom: today }, office)).toMatchObject({ code: 'FOUR_EYES' });
    await run(ReleaseConsentTextDocument, { id: text.id, validFrom: today }, colleague);
  });

  it('come in by link and by paper, and a withdrawal counts at once', async () => {
    const { createConsentLinks: links } = await run(CreateConsentLinksDocument, { groupId: group.groupId, purposes: ['MATCHING'], withCode: true }, office);
    expect(new Set(links.map(({ pupilId }) => pupilId)).size).toBe(25);
    const [pupilId] = group.pupilIds;
    let manage = '';
    for (const { url, code } of links.filter((link) => link.pupilId === pupilId)) {
      expect((await fetch(url)).status).toBe(200);
      const { status, ticket } = await sent(url, { angabe: code ?? '' });
      expect(status).toBe(200);
      const done = await sent(`${url}/antwort`, { beleg: ticket, name: 'Alex Elternteil', zweck_MATCHING: 'GIVEN' });
      expect(done.status).toBe(200);
      expect((await sent(url, { angabe: code ?? '' })).status).toBe(410);
      manage = `${/href="([^"]+)"/.exec(done.html)?.[1]} ${code}`;
    }
    expect((await cells()).get(pupilId!)).toMatchObject({ state: 'GIVEN', missing: [] });

    const other = group.pupilIds[1]!;
    const { purposes } = await run(PurposesDocument, {}, office);
    const answers = [{ purpose: 'MATCHING' as const, answer: 'REFUSED' as const, textId: purposes.find(({ code }) => code === 'MATCHING')!.texts.find(({ validFrom }) => validFrom !== null)!.id }];
    for (const signer of (await cells()).get(other)!.missing) await run(RecordOwnPaperDocument, { pupilId: other, signer, signedOn: today, language: 'de', plain: false, answers, scanId: await aScan(office), idempotencyKey: randomUUID() }, office);
    expect((await cells()).get(other)).toMatchObject({ state: 'REFUSED' });

    expect((await run(ConsentImpactDocument, { purpose: 'MATCHING', pupilIds: [pupilId!] }, office)).consentImpact).toEqual([]);
    const [url = '', code = ''] = manage.split(' ');
    const { ticket } = await sent(url, { angabe: code });
    expect((await sent(`${url}/antwort`, { beleg: ticket, name: 'Alex Elternteil', zweck_MATCHING: 'WITHDRAWN' })).status).toBe(200);
    expect((await cells()).get(pupilId!)).toMatchObject({ state: 'WITHDRAWN' });
    const { consentDecisions } = await run(ConsentDecisionsDocument, { pupilId: pupilId! }, office);
    const { consentReceipt } = await run(ConsentReceiptDocument, { decisionId: consentDecisions[0]!.id }, office);
    expect(JSON.parse(consentReceipt)).toMatchObject({ events: [{ state: 'WITHDRAWN', standing: 'WITHDRAWN' }], signature: { alg: 'EdDSA' } });
    expect(consentReceipt).not.toContain('Elternteil');
  });

  it('are nobody’s who only has a link that looks right', async () => {
    const { createConsentLinks: links } = await run(CreateConsentLinksDocument, { pupilIds: [group.pupilIds[2]!], purposes: ['MATCHING'], withCode: true }, office);
    const { url, code } = links[0]!;
    const forged = `${url.slice(0, -6)}AAAAAA`;
    const [wrongFactor, wrongLink] = [await sent(url, { angabe: 'K7M-4XPC' }), await sent(forged, { angabe: code ?? '' })];
    expect([wrongFactor.status, wrongFactor.html]).toEqual([wrongLink.status, wrongLink.html]);
    expect(wrongFactor.status).toBe(410);
  });
});
