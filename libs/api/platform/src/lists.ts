import { pageWindow, type PageRequest } from '@mintforge/domain/kernel';
import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType, type FieldMiddleware } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import type { Db } from './db/db';

/** A page of rows. `total` is counted only when the query asks for it: GraphQL calls it as its own field. */
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
  from: string;
  where: string[];
  order: string;
  params: unknown[];
}

/** Reads one page (one row more tells `hasNext`); the count runs in a door of its own, only when asked. Refuses INVALID_INPUT for a bad page. */
export async function readPage<Item>(db: Db, sql: ListSql, request: PageRequest): Promise<List<Item>> {
  const { limit, offset } = pageWindow(request);
  const where = sql.where.length > 0 ? `where ${sql.where.join(' and ')}` : '';
  const items = await db.read((tx) => tx.query<Item>(`select ${sql.select} from ${sql.from} ${where} order by ${sql.order} limit ${limit + 1} offset ${offset}`, sql.params));
  const count = () => db.read((tx) => tx.one<{ n: number }>(`select count(*)::int as n from ${sql.from} ${where}`, sql.params)).then((row) => row.n);
  return { items: items.slice(0, limit), hasNext: items.length > limit, total: count };
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
