import { CommitImportDocument, CreateImportDocument, ImportDocument, JobDocument, PreviewImportDocument, type ResultOf, type VariablesOf } from '@mintforge/contract';
import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { PDFDocument } from 'pdf-lib';
import { bearer, graphql, request, send, type Answer, type ErrorBody, type SignedIn } from './http-client';

type Document = TadaDocumentNode<unknown, never>;

async function ask<D extends Document>(document: D, variables: VariablesOf<D>, as: SignedIn): Promise<{ data?: ResultOf<D>; errors: (ErrorBody & { message: string })[] }> {
  const { body } = await graphql(print(document), { variables: variables as Record<string, unknown>, as });
  // What is refused before GraphQL reads it comes back as a problem.
  const errors = body.errors?.map(({ message, extensions }) => ({ message, ...extensions })) ?? (body.data === undefined ? [{ message: '', ...(body as unknown as ErrorBody) }] : []);
  return { data: (body.data ?? undefined) as ResultOf<D> | undefined, errors };
}

/** Sends a document of the contract and answers its data; a refusal is an error. */
export async function run<D extends Document>(document: D, variables: VariablesOf<D>, as: SignedIn): Promise<ResultOf<D>> {
  const { data, errors } = await ask(document, variables, as);
  if (data === undefined || errors.length > 0) throw new Error(`Refused: ${JSON.stringify(errors)}`);
  return data;
}

/** Sends a document that must be refused and answers the refusal. */
export async function refusal<D extends Document>(document: D, variables: VariablesOf<D>, as: SignedIn): Promise<ErrorBody> {
  const { data, errors } = await ask(document, variables, as);
  if (!errors[0]) throw new Error(`Not refused: ${JSON.stringify(data)}`);
  return errors[0];
}

/** Sends a document that may be refused: the code of the refusal, or DONE. */
export const outcome = async <D extends Document>(document: D, variables: VariablesOf<D>, as: SignedIn): Promise<string> => (await ask(document, variables, as)).errors[0]?.code ?? 'DONE';

/** Asks again and again until the answer holds, a bounded number of times. */
export async function eventually<T>(work: () => Promise<T>, holds: (answer: T) => boolean, tries = 400): Promise<T> {
  for (let left = tries; ; left--) {
    const answer = await work();
    if (holds(answer)) return answer;
    if (left === 0) throw new Error(`Still not so after ${tries} tries: ${JSON.stringify(answer)}`);
    await pause(50);
  }
}

/** Sends a file. */
export function sendFile(name: string, content: Buffer | string, as: SignedIn): Promise<Answer<{ id: string } & ErrorBody>> {
  const form = new FormData();
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  return send('POST', '/files', { body: form, headers: bearer(as), url: as.url });
}

/** Sends a file that must be taken, and answers its id. */
export async function upload(name: string, content: Buffer | string, as: SignedIn): Promise<string> {
  const { status, body } = await sendFile(name, content, as);
  if (status !== 201) throw new Error(`Upload refused: ${JSON.stringify(body)}`);
  return body.id;
}

/** A file of the API with its bytes. */
export async function download(path: string, as: SignedIn): Promise<{ status: number; type: string; content: Buffer }> {
  const response = await request('GET', path, { headers: bearer(as), url: as.url });
  return { status: response.status, type: response.headers.get('content-type') ?? '', content: Buffer.from(await response.arrayBuffer()) };
}

/** A paper with a signature as a PDF of one page; no two are alike. */
export async function aSignedPaper(): Promise<Buffer> {
  const made = await PDFDocument.create();
  made.addPage().drawText(`Unterschrieben ${randomUUID()}`, { x: 50, y: 500 });
  return Buffer.from(await made.save());
}

/** The id of a scan of a paper without a number, sent as the console does. */
export async function aScan(as: SignedIn): Promise<string> {
  const body = new FormData();
  body.append('idempotencyKey', randomUUID());
  body.append('file', new Blob([new Uint8Array(await aSignedPaper())]), 'papier.pdf');
  const { pages } = (await (await request('POST', '/consent-scans', { body, headers: bearer(as), url: as.url })).json()) as { pages: { scanId: string }[] };
  return pages[0]!.scanId;
}

/** A job when it has ended, well or not. */
export const ended = async (id: string, as: SignedIn) => (await eventually(() => run(JobDocument, { id }, as), ({ job }) => job.state === 'DONE' || job.state === 'FAILED')).job;

type ImportKind = VariablesOf<typeof CreateImportDocument>['kind'];

export const importOf = async (id: string, as: SignedIn) => (await run(ImportDocument, { id }, as)).import;

/** Uploads a list and previews it. */
export async function previewed(kind: ImportKind, name: string, content: Buffer | string, as: SignedIn) {
  const { createImport } = await run(CreateImportDocument, { kind, fileId: await upload(name, content, as) }, as);
  const { previewImport } = await run(PreviewImportDocument, createImport, as);
  await ended(previewImport.jobId ?? '', as);
  return importOf(createImport.id, as);
}

/** Uploads a list, previews it, commits it. */
export async function imported(kind: ImportKind, name: string, content: Buffer | string, as: SignedIn) {
  const { id, version } = await previewed(kind, name, content, as);
  const { commitImport } = await run(CommitImportDocument, { id, version }, as);
  await ended(commitImport.jobId ?? '', as);
  return importOf(id, as);
}
