import { pageWindow, type PageRequest } from '@mintforge/domain/kernel';
import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType, type FieldMiddleware } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { findContext } from './context';
import type { Db } from './db/db';
import type { Tx } from './db/tx';

/** A page of rows. A `total` that nobody announced is counted when GraphQL calls it as its own field. */
export interface List<Item> {
  items: Item[];
  hasNext: boolean;
  total: number | (() => Promise<number>);
}

/** Page and size of a list query, 1-based, at most 100 rows. Extend it with `sort` and `filter`. */
@ArgsType()
export class PageArgs implements PageRequest {
  @Field(() => Int, { defaultValue: 1 })
  @IsInt()
  @Min(1)
  page!: number;

  @Field(() => Int, { defaultValue: 25 })
  @IsInt()
  @Min(1)
  @Max(100)
  perPage!: number;
}

/** Nest hands out a property as it is: a function would reach the client uncalled. */
const called: FieldMiddleware = async (_, next) => {
  const value: unknown = await next();
  return typeof value === 'function' ? (value as () => unknown)() : value;
};

/** The GraphQL type `{items, hasNext, total}` of an item type, named e.g. `OrganisationList`. */
export function ListOf<Item>(item: Type<Item>, name: string): Type<List<Item>> {
  @ObjectType(name)
  class ItemList implements List<Item> {
    @Field(() => [item])
    items!: Item[];

    @Field()
    hasNext!: boolean;

    @Field(() => Int, { middleware: [called] })
    total!: number | (() => Promise<number>);
  }
  return ItemList;
}

/** A list read in parts: `select` columns, `from` with joins, `where` conditions (ANDed), `order` ending in id, and their parameters. */
export interface ListSql {
  select: string;
  /** What conditions and order speak of; with `details` only that, as rows are found and counted in it. */
  from: string;
  /** Joins that the columns alone need, made for the rows of the page and not for all; each must find one row. `key` is the id in `order`. */
  details?: { joins: string; key: string };
  where: string[];
  order: string;
  params: unknown[];
}

/** One text for all pages, so that PostgreSQL keeps its plan: the window comes in parameters behind those of the conditions. */
function pageSql({ select, from, details, where, order, params }: ListSql): string {
  const window = `order by ${order} limit $${params.length + 1} offset $${params.length + 2}`;
  if (!details) return `select ${select} from ${from} ${having(where)} ${window}`;
  const page = `${details.key} = any(array(select ${details.key} from ${from} ${having(where)} ${window}))`;
  return `select ${select} from ${from} ${details.joins} ${having([...where, page])} order by ${order}`;
}

const having = (conditions: string[]): string => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '');

/**
 * Reads one page; one row more tells `hasNext`. The total is counted only when asked for, then in the door of the page, and
 * not at all when the page is the last one. Refuses INVALID_INPUT for a bad page.
 */
export async function readPage<Item>(db: Db, sql: ListSql, request: PageRequest): Promise<List<Item>> {
  const { limit, offset } = pageWindow(request);
  const count = async (tx: Tx) => (await tx.one<{ n: number }>(`select count(*)::int as n from ${sql.from} ${having(sql.where)}`, sql.params)).n;
  return db.read(async (tx) => {
    const found = await tx.query<Item>(pageSql(sql), [...sql.params, limit + 1, offset]);
    const page = { items: found.slice(0, limit), hasNext: found.length > limit };
    if (!page.hasNext && (found.length > 0 || offset === 0)) return { ...page, total: offset + found.length };
    return { ...page, total: findContext()?.totals ? await count(tx) : () => db.read(count) };
  });
}

/** Collects SQL conditions with numbered parameters: `where.add('o.stage = ?', filter.stage)` skips null and undefined. */
export class Conditions {
  readonly where: string[] = [];
  readonly params: unknown[] = [];

  /** Adds a condition when the value is present; `?` stands for the parameter and may occur more than once. */
  add(condition: string, value: unknown): this {
    if (value === undefined || value === null) return this;
    this.params.push(value);
    this.where.push(condition.replaceAll('?', `$${this.params.length}`));
    return this;
  }

  /** Adds a condition without a parameter. */
  always(condition: string): this {
    this.where.push(condition);
    return this;
  }
}
