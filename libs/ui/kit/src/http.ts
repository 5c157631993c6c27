import { refusals, refusalText, type Locale, type RefusalCode, type RefusalParams } from '@mintforge/domain/kernel';
import { HttpError } from 'ra-core';
import { kitTexts } from './i18n/kit-texts';

/** What the API says when it refuses, in GraphQL `extensions` and in problem+json alike. */
export interface RefusalBody {
  code?: string;
  params?: RefusalParams;
  fields?: Record<string, string>;
  requestId?: string;
}

/** The body of every error the console shows; `errors` is React-Admin's shape for forms. */
export interface ConsoleErrorBody {
  code: string;
  params: RefusalParams;
  requestId?: string;
  errors?: Record<string, unknown>;
}

const isRefusalCode = (code: string | undefined): code is RefusalCode => code !== undefined && Object.hasOwn(refusals, code);

function wordsOf({ code, params = {}, requestId }: RefusalBody, locale: Locale): string {
  if (isRefusalCode(code)) return refusalText(code, params, locale);
  const { unexpected, unexpected_without_id } = kitTexts[locale].kit.error;
  return requestId ? unexpected.replace('{requestId}', requestId) : unexpected_without_id;
}

function fieldWords(text: string, params: RefusalParams, locale: Locale): string {
  if (isRefusalCode(text)) return refusalText(text, params, locale);
  const invalid: Record<string, string> = kitTexts[locale].kit.invalid;
  if (invalid[text]) return invalid[text];
  return /^[\w.]+$/.test(text) ? kitTexts[locale].kit.invalid.other : text;
}

/** A refusal as React-Admin understands it: words in the user's language, status, and errors by form field. */
export function consoleError(refusal: RefusalBody, locale: Locale, fallbackStatus = 500): HttpError {
  const { code, params = {}, fields, requestId } = refusal;
  const message = wordsOf(refusal, locale);
  const errors = fields && {
    ...Object.fromEntries(Object.entries(fields).map(([path, text]) => [path, fieldWords(text, params, locale)])),
    root: { serverError: message },
  };
  const body: ConsoleErrorBody = { code: code ?? 'UNEXPECTED', params, requestId, ...(errors && { errors }) };
  return new HttpError(message, isRefusalCode(code) ? refusals[code].status : fallbackStatus, body);
}

/** The refusal code an error carries, or undefined for anything that is not one of ours. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof HttpError ? (error.body as ConsoleErrorBody | null)?.code : undefined;

export interface Http {
  send(path: string, init?: RequestInit): Promise<Response>;
  json<Answer>(path: string, body?: object, headers?: HeadersInit): Promise<Answer>;
}

/** Requests to our own origin; anything but 2xx, and a missing connection, becomes a console error. */
export function makeHttp(fetch: typeof globalThis.fetch, locale: () => Locale): Http {
  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('x-mintforge', 'console');
    const response = await fetch(path, { credentials: 'same-origin', ...init, headers }).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw consoleError({ code: 'SERVICE_UNAVAILABLE' }, locale());
    });
    if (response.ok) return response;
    const body = (await response.json().catch(() => ({}))) as RefusalBody & { errors?: { extensions?: RefusalBody }[] };
    throw consoleError(body.errors?.[0]?.extensions ?? body, locale(), response.status);
  }
  return {
    send,
    async json<Answer>(path: string, body: object = {}, headers: HeadersInit = {}) {
      const init = { method: 'POST', body: JSON.stringify(body), headers: { ...Object.fromEntries(new Headers(headers)), 'content-type': 'application/json' } };
      const response = await send(path, init);
      return (response.status === 204 ? undefined : await response.json()) as Answer;
    },
  };
}
