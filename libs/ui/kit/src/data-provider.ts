import { maxPerPage, sortKey, type Locale, type PageRequest } from '@mintforge/domain/kernel';
import type { DocumentNode } from 'graphql';
import type { CreateParams, DataProvider, DeleteManyParams, DeleteParams, GetListParams, GetManyParams, GetManyReferenceParams, GetOneParams, Identifier, RaRecord, UpdateManyParams, UpdateParams } from 'ra-core';
import { consoleError } from './http';
import type { Job } from './job';
import { makeSubmitKeys, type SubmitKeys } from './submit-keys';
import type { Transport } from './transport';

type Values = Record<string, unknown>;

/**
 * One resource: its documents and how its records and filters become inputs. Each document has one root field;
 * `list` answers {items, total} and takes page, perPage, sort, filter; the rest take what their names say.
 */
export interface ResourceEntry {
  /** `query(page, perPage, sort, filter)`, the columns of the list. References ask it by ids alone, so `$sort` may be absent. */
  list: DocumentNode;
  /** `query(id)`, everything show and edit need, `version` included where `update` exists. */
  one: DocumentNode;
  /** Like `list`, with the few fields a reference shows; `list` itself when absent. */
  many?: DocumentNode;
  /** `mutation(input, idempotencyKey)`. */
  create?: DocumentNode;
  /** `mutation(id, version, patch)`. */
  update?: DocumentNode;
  /** `mutation(id)`. */
  remove?: DocumentNode;
  toFilter?: (filter: Values) => Values;
  toInput?: (values: Values) => Values;
  /** From the changed fields alone (and the whole form, where a field needs its neighbours) to the patch. */
  toPatch?: (changed: Values, values: Values) => Values;
}

export type ResourceTable = Record<string, ResourceEntry>;

/** What the app's own verbs build on. */
export interface VerbTools {
  transport: Transport;
  keys: SubmitKeys;
}

/** Verbs the kit's components call; the app provides them with its other verbs. */
export interface KitVerbs {
  job(id: string): Promise<Job>;
}

const fixed = new Set(['id', 'version', '__typename']);
const same = (left: unknown, right: unknown) => JSON.stringify(left ?? null) === JSON.stringify(right ?? null);

/** The fields of a form that differ from the loaded record: a value sets, null clears, absent keeps. */
export const changedFields = (values: Values, before: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([key, value]) => !fixed.has(key) && value !== undefined && !same(value, before[key])));

/** The one root field of an answer, whatever its name. */
const root = <Answer>(data: unknown): Answer => Object.values(data as Record<string, Answer>)[0] as Answer;

type ListParams = Pick<GetListParams, 'pagination' | 'sort' | 'filter'> & { signal?: AbortSignal };

/** React-Admin's verbs over the resource table, the files, and the app's typed verbs. */
export function makeDataProvider<Verbs extends KitVerbs>(resources: ResourceTable, transport: Transport, locale: () => Locale, verbs: (tools: VerbTools) => Verbs) {
  const keys = makeSubmitKeys();

  function entryOf(resource: string): ResourceEntry {
    const entry = resources[resource];
    if (!entry) throw new Error(`Resource ${resource} is missing in the resource table.`);
    return entry;
  }

  function documentOf(resource: string, verb: 'create' | 'update' | 'remove'): DocumentNode {
    const document = entryOf(resource)[verb];
    if (!document) throw new Error(`Resource ${resource} has no document for ${verb}.`);
    return document;
  }

  async function list<Row>(resource: string, document: DocumentNode, { pagination, sort, filter, signal }: ListParams) {
    const { page = 1, perPage = 25 } = pagination ?? {};
    const given = filter as Values;
    const asked = { sort: sort && sortKey(sort.field, sort.order), filter: entryOf(resource).toFilter?.(given) ?? given };
    const ask = async (window: PageRequest) => root<{ items: Row[]; total: number }>(await transport.run(document, { ...window, ...asked }, signal));
    const { items, total } = await ask({ page, perPage: Math.min(perPage, maxPerPage) });
    // "Select all" asks for more rows than one page may hold, from the first on.
    const wanted = Math.min(perPage, total);
    for (let next = 2; perPage > maxPerPage && items.length < wanted; next += 1) {
      const more = (await ask({ page: next, perPage: maxPerPage })).items;
      if (more.length === 0) break;
      items.push(...more);
    }
    return { data: items.slice(0, perPage), total };
  }

  async function many<Row>(resource: string, ids: Identifier[], signal?: AbortSignal) {
    const { many: slim, list: wide } = entryOf(resource);
    const found: Row[] = [];
    for (let start = 0; start < ids.length; start += maxPerPage) {
      const chunk = ids.slice(start, start + maxPerPage);
      const variables = { page: 1, perPage: maxPerPage, filter: { ids: chunk } };
      found.push(...root<{ items: Row[] }>(await transport.run(slim ?? wide, variables, signal)).items);
    }
    return { data: found };
  }

  async function one<Row>(resource: string, id: Identifier, signal?: AbortSignal) {
    const data = root<Row | null>(await transport.run(entryOf(resource).one, { id }, signal));
    if (data === null) throw consoleError({ code: 'NOT_FOUND' }, locale());
    return { data };
  }

  async function update<Row extends RaRecord>(resource: string, { id, data, previousData }: { id: Identifier; data: Partial<Row>; previousData: Row }) {
    const document = documentOf(resource, 'update');
    const changed = changedFields(data, previousData);
    if (Object.keys(changed).length === 0) return { data: previousData };
    const patch = entryOf(resource).toPatch?.(changed, { ...previousData, ...data }) ?? changed;
    return { data: root<Row>(await transport.run(document, { id, version: previousData.version as number, patch })) };
  }

  async function remove<Row>(resource: string, id: Identifier) {
    return root<Row>(await transport.run(documentOf(resource, 'remove'), { id }));
  }

  const core = {
    supportAbortSignal: true,
    getList: <Row extends RaRecord>(resource: string, params: GetListParams & { signal?: AbortSignal }) => list<Row>(resource, entryOf(resource).list, params),
    getOne: <Row extends RaRecord>(resource: string, { id, signal }: GetOneParams<Row> & { signal?: AbortSignal }) => one<Row>(resource, id, signal),
    getMany: <Row extends RaRecord>(resource: string, { ids, signal }: GetManyParams<Row> & { signal?: AbortSignal }) => many<Row>(resource, ids, signal),
    getManyReference: <Row extends RaRecord>(resource: string, { target, id, filter, ...params }: GetManyReferenceParams & { signal?: AbortSignal }) =>
      list<Row>(resource, entryOf(resource).list, { ...params, filter: { ...(filter as Values), [target]: id } }),
    async create<Row extends Omit<RaRecord, 'id'>, Result extends RaRecord>(resource: string, { data }: CreateParams<Row>) {
      const document = documentOf(resource, 'create');
      const input = entryOf(resource).toInput?.(data as Values) ?? data;
      const answer = await keys.once(`create ${resource}`, input, (idempotencyKey) => transport.run(document, { input, idempotencyKey }));
      return { data: root<Result>(answer) };
    },
    update: <Row extends RaRecord>(resource: string, { id, data, previousData }: UpdateParams<Row>) => update<Row>(resource, { id, data, previousData: previousData as Row }),
    async updateMany<Row extends RaRecord>(resource: string, { ids, data }: UpdateManyParams<Row>) {
      for (const id of ids) await update<RaRecord>(resource, { id, data: data as Partial<RaRecord>, previousData: (await one<RaRecord>(resource, id)).data });
      return { data: ids as Row['id'][] };
    },
    async delete<Row extends RaRecord>(resource: string, { id, previousData }: DeleteParams<Row>) {
      await remove(resource, id);
      return { data: previousData ?? ({ id } as Row) };
    },
    async deleteMany<Row extends RaRecord>(resource: string, { ids }: DeleteManyParams<Row>) {
      for (const id of ids) await remove(resource, id);
      return { data: ids };
    },
    post: transport.post,
    upload: transport.upload,
    download: transport.download,
  } satisfies DataProvider;

  return { ...core, ...verbs({ transport, keys }) };
}

/** The provider as the kit's own components see it; an app exports its own, wider type. */
export type KitProvider = ReturnType<typeof makeDataProvider<KitVerbs>>;
