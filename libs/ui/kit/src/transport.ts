import type { Locale } from '@mintforge/domain/kernel';
import { print, type DocumentNode } from 'graphql';
import { consoleError, type Http, type RefusalBody } from './http';
import type { Session } from './session';

/** A GraphQL document that knows its result and variables; gql.tada's documents are of this shape. */
export interface Operation<Result, Variables> extends DocumentNode {
  __apiType?: (variables: Variables) => Result;
}

export interface UploadedFile {
  id: string;
  name: string;
  size: number;
}

export interface DownloadedFile {
  blob: Blob;
  /** The name the API gave it, undefined when it gave none. */
  name: string | undefined;
}

/** The signed-in way to the API: GraphQL, REST, files. */
export interface Transport {
  run<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables, signal?: AbortSignal): Promise<Result>;
  post<Answer>(path: string, body?: object): Promise<Answer>;
  /** Sends one file into the imports, or with fields of its form to a place of its own, which may take several. */
  upload<Answer = UploadedFile>(file: File | readonly File[], to?: { path: string; fields: Record<string, string> }): Promise<Answer>;
  /** Fetches a file; with a body, one that the API makes of it. */
  download(path: string, body?: object): Promise<DownloadedFile>;
}

interface GraphQLAnswer {
  data?: unknown;
  errors?: { message: string; extensions?: RefusalBody }[];
}

function fileName(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return encoded ? decodeURIComponent(encoded) : /filename="?([^";]+)/i.exec(disposition ?? '')?.[1];
}

export function makeTransport(http: Http, session: Session, locale: () => Locale): Transport {
  const printed = new WeakMap<DocumentNode, string>();

  function textOf(document: DocumentNode): string {
    const text = printed.get(document) ?? print(document);
    printed.set(document, text);
    return text;
  }

  return {
    run: <Result, Variables>(operation: Operation<Result, Variables>, variables: Variables, signal?: AbortSignal) =>
      session.authorized(async (headers) => {
        const response = await http.send('/graphql', {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ query: textOf(operation), variables }),
          signal,
        });
        const answer = (await response.json()) as GraphQLAnswer;
        const failure = answer.errors?.[0];
        if (failure) throw consoleError(failure.extensions ?? {}, locale());
        return answer.data as Result;
      }),
    post: (path, body) => session.authorized((headers) => http.json(path, body, headers)),
    upload: <Answer>(file: File | readonly File[], { path, fields } = { path: '/files', fields: {} as Record<string, string> }) =>
      session.authorized(async (headers) => {
        const body = new FormData();
        // The API has read the fields when the file arrives.
        for (const [name, value] of Object.entries(fields)) body.append(name, value);
        for (const one of [file].flat()) body.append('file', one);
        return (await http.send(path, { method: 'POST', headers, body })).json() as Promise<Answer>;
      }),
    download: (path, body) =>
      session.authorized(async (headers) => {
        const response = await http.send(path, body ? { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) } : { headers });
        return { blob: await response.blob(), name: fileName(response.headers.get('content-disposition')) };
      }),
  };
}
