import {
  AdoptPurposesDocument, AnswerRequestDocument, CreateConsentLinksDocument, MakeCopyDocument, PurposesDocument, ReleaseConsentTextDocument, SetControllerDocument, SubjectRequestDocument, SubjectRequestsDocument,
} from '@mintforge/contract';
import { berlinDay } from '@mintforge/domain/kernel';
import { aClass, anOffice, download, onDatabase, outcome, run, type SignedIn } from '@mintforge/e2e';
import { unzipSync } from 'fflate';

jest.setTimeout(60_000);

let office: SignedIn;
let links: { url: string; code: string; pupilId: string; signer: string }[];

beforeAll(async () => {
  const region = await anOffice();
  office = await region.signedIn();
  const colleague = await region.colleague('COORDINATOR');
  await run(AdoptPurposesDocument, {}, office);
  await run(SetControllerDocument, { input: { name: 'Landkreis', address: 'Am Markt 1', contact: 'mint@example.test', officer: 'dsb@example.test', authority: 'LfDI M-V' } }, office);
  const { purposes } = await run(PurposesDocument, {}, office);
  await run(ReleaseConsentTextDocument, { id: purposes.find(({ code }) => code === 'MATCHING')!.texts[0]!.id, validFrom: berlinDay(new Date()) }, colleague);
  const { groupId } = await aClass(4, office);
  const { createConsentLinks } = await run(CreateConsentLinksDocument, { groupId, purposes: ['MATCHING'], withCode: true }, office);
  links = createConsentLinks.filter(({ signer }) => signer === 'GUARDIAN_1').map(({ code, ...link }) => ({ ...link, code: code ?? '' }));
});

/** A form sent by a browser without scripts. */
async function sent(url: string, fields: Record<string, string>): Promise<{ status: number; html: string; ticket: string; headers: Headers }> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields) });
  const html = await response.text();
  return { status: response.status, html, ticket: /name="beleg" value="([^"]+)"/.exec(html)?.[1] ?? '', headers: response.headers };
}

const registered = async () => (await run(SubjectRequestsDocument, { page: 1, perPage: 100, filter: { open: true } }, office)).subjectRequests.items;

describe('a family that asks for its rights', () => {
  it('comes from the page of the consents without another step, and by the address of the page with the second factor; looking enters nothing', async () => {
    const { url, code } = links[0]!;
    const consents = await sent(url, { angabe: code });
    expect(consents.html).toContain(`action="/einwilligung/${url.split('/').at(-1)}/rechte"`);
    const rights = await sent(`${url}/rechte`, { beleg: consents.ticket, sprache: 'en' });
    expect([rights.status, rights.headers.get('cache-control'), rights.headers.get('referrer-policy')]).toEqual([200, 'no-store', 'no-referrer']);
    expect(rights.html).toContain('Your rights');
    expect(rights.html).not.toContain('<script');
    const entry = await fetch(`${url}/rechte`);
    expect([entry.status, await entry.text()]).toEqual([200, expect.stringContaining('Geburtsdatum')]);
    expect((await sent(`${url}/rechte`, { angabe: code })).html).toContain('Kopie aller Daten');
    expect((await sent(url, { beleg: rights.ticket })).status).toBe(200);
    expect(await registered()).toEqual([]);
  });

  it('is in the register with its words once it has sent them, and reads when it was answered; the copy with files is the office\'s to hand out', async () => {
    const { url, code } = links[0]!;
    const { ticket } = await sent(`${url}/rechte`, { angabe: code });
    const done = await sent(`${url}/rechte/anfrage`, { beleg: ticket, recht: 'ACCESS', text: 'Auch die Bilder bitte' });
    expect([done.status, done.html]).toEqual([200, expect.stringContaining('Ihre Anfrage ist eingegangen.')]);
    await sent(`${url}/rechte/anfrage`, { beleg: ticket, recht: 'ACCESS', text: 'Auch die Bilder bitte' });
    const [request, ...more] = await registered();
    expect([request, more]).toMatchObject([{ kind: 'ACCESS', channel: 'WEB', state: 'EXAMINED', requester: 'GUARDIAN' }, []]);
    const id = request!.id;
    const { subjectRequest } = await run(SubjectRequestDocument, { id }, office);
    expect(subjectRequest).toMatchObject({ note: 'Auch die Bilder bitte', request: { identityCheck: 'SCHOOL_LETTER_CODE', signer: 'GUARDIAN_1', language: 'de' }, heldBack: [], disputed: false });
    expect(await outcome(MakeCopyDocument, { id, version: 1 }, office)).toBe('DONE');
    const { content, type, status } = await download(`/requests/${id}/copy.zip`, office);
    expect([status, type]).toEqual([200, 'application/zip']);
    expect(Object.keys(unzipSync(content))).toEqual(expect.arrayContaining(['LIESMICH.txt', 'auskunft.json', 'auskunft.pdf']));
    await run(AnswerRequestDocument, { id, version: 2 }, office);
    expect((await sent(`${url}/rechte`, { angabe: code })).html).toContain('Beantwortet am');
  });

  it('is nobody who has a forged, used, expired or foreign link, a wrong factor or another\'s ticket: all look alike and enter nothing', async () => {
    const [, right, used, expired] = links as [unknown, ...typeof links];
    const { ticket } = await sent(`${right!.url}/rechte`, { angabe: right!.code });
    await onDatabase(async (database) => {
      await database.query('update consent_link set ended_at = now() where pupil_id = $1', [used!.pupilId]);
      await database.query(`update consent_link set expires_at = now() - interval '1 second' where pupil_id = $1`, [expired!.pupilId]);
    });
    const other = await anOffice();
    const foreign = Buffer.concat([Buffer.from(other.regionId.replaceAll('-', ''), 'hex'), Buffer.from(right!.url.split('/').at(-1)!, 'base64url').subarray(16)]).toString('base64url');
    const base = right!.url.slice(0, right!.url.lastIndexOf('/'));
    const answers = [
      await sent(`${right!.url.slice(0, -6)}AAAAAA/rechte`, { angabe: right!.code }), await sent(`${base}/nichts/rechte`, { angabe: right!.code }), await sent(`${base}/${foreign}/rechte`, { angabe: right!.code }),
      await sent(`${used!.url}/rechte`, { angabe: used!.code }), await sent(`${expired!.url}/rechte`, { angabe: expired!.code }), await sent(`${right!.url}/rechte`, { angabe: 'K7M-4XPC' }),
      await sent(`${links[0]!.url}/rechte/anfrage`, { beleg: ticket, recht: 'ERASURE' }), await sent(`${right!.url}/rechte/anfrage`, { beleg: 'x', recht: 'ERASURE' }),
    ];
    expect(new Set(answers.map(({ status, html }) => `${status} ${html}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(410);
    expect(await registered()).toEqual([]);
  });
});
