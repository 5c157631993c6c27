import { type Permission } from '@mintforge/domain/kernel';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import { AccessGuard, Allow } from './access';
import type { Actor } from './context';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from './testing';

let database: TestDatabase;
let guard: AccessGuard;
let coordinator: Actor;

beforeAll(async () => {
  database = await openTestDatabase();
  guard = new AccessGuard(new Reflector(), database.db);
  coordinator = await aUser(database, (await aRegion(database)).id);
});
afterAll(() => database.close());

/** A session whose user proved so long ago who they are; null = never. */
async function provenAgo(time: string | null, { userId, regionId, role }: Actor = coordinator): Promise<string> {
  const { rows } = await database.admin.query<{ id: string }>(
    `insert into session (user_id, region_id, role, token_hash, expires_at, factor_at) values ($1, $2, $3, sha256(gen_random_uuid()::text::bytea), now() + interval '1 hour', now() - $4::interval) returning id`,
    [userId, regionId, role, time]);
  return rows[0]!.id;
}

type Kind = 'Query' | 'Mutation' | 'GET' | 'POST';

/** A handler behind a permission, as the guard meets it. */
function handlerBehind(permission: Permission, kind: Kind): ExecutionContext {
  class ThingsResolver {
    act(): void {}
  }
  Allow(permission)(ThingsResolver.prototype, 'act', Object.getOwnPropertyDescriptor(ThingsResolver.prototype, 'act')!);
  const isGraphql = kind === 'Query' || kind === 'Mutation';
  const host = new ExecutionContextHost(isGraphql ? [{}, {}, {}, { parentType: { name: kind } }] : [{ method: kind }], ThingsResolver, ThingsResolver.prototype.act);
  host.setType(isGraphql ? 'graphql' : 'http');
  return host as ExecutionContext;
}

const outcome = (permission: Permission, kind: Kind, actor: Actor): Promise<unknown> =>
  asActor(actor, () => guard.canActivate(handlerBehind(permission, kind))).catch((error: { code: string }) => error.code);

describe('a grave act', () => {
  it('asks for a factor proven in this session within ten minutes', async () => {
    for (const [time, expected] of [['0 seconds', true], ['9 minutes', true], ['10 minutes 1 second', 'FRESH_FACTOR_REQUIRED'], [null, 'FRESH_FACTOR_REQUIRED']] as const) {
      const sessionId = await provenAgo(time);
      for (const kind of ['Mutation', 'GET', 'POST'] as const) expect([time, kind, await outcome('exports.read', kind, { ...coordinator, sessionId })]).toEqual([time, kind, expected]);
    }
  });

  it('finds it fresh for ten minutes to the second', async () => {
    // One transaction has one time.
    const fresh = await asActor(coordinator, () => database.db.system('test', null, async (tx) => {
      const outcomes: boolean[] = [];
      for (const time of ['9 minutes 59 seconds', '10 minutes', '10 minutes 1 second']) {
        const { id } = await tx.one<{ id: string }>(
          `insert into session (user_id, token_hash, expires_at, factor_at) values ($1, sha256(convert_to($2::text, 'UTF8')), now() + interval '1 hour', now() - $2::text::interval) returning id`, [coordinator.userId, time]);
        outcomes.push((await tx.one<{ fresh: boolean }>('select app.factor_fresh($1) as fresh', [id])).fresh);
      }
      return outcomes;
    }));
    expect(fresh).toEqual([true, false, false]);
  });

  it('is not opened by another session, of the same person or of somebody else, nor by one that has ended', async () => {
    await provenAgo('0 seconds');
    expect(await outcome('erasures.execute', 'Mutation', { ...coordinator, sessionId: await provenAgo('1 hour') })).toBe('FRESH_FACTOR_REQUIRED');
    const colleague = await aUser(database, coordinator.regionId!);
    expect(await outcome('erasures.execute', 'Mutation', { ...coordinator, sessionId: await provenAgo('0 seconds', colleague) })).toBe('FRESH_FACTOR_REQUIRED');
    const ended = await provenAgo('0 seconds');
    await database.admin.query('update session set ended_at = now() where id = $1', [ended]);
    expect(await outcome('erasures.execute', 'Mutation', { ...coordinator, sessionId: ended })).toBe('FRESH_FACTOR_REQUIRED');
    expect(await outcome('erasures.execute', 'Mutation', { ...coordinator, sessionId: null })).toBe('FRESH_FACTOR_REQUIRED');
  });

  it('is told apart from what a page only shows, and from everyday acts', async () => {
    const stale = { ...coordinator, sessionId: await provenAgo('1 day') };
    expect(await outcome('vault.read', 'Query', stale)).toBe(true);
    expect(await outcome('requests.write', 'Mutation', stale)).toBe(true);
  });

  it('asks nobody for a factor who may not do it anyway', async () => {
    expect(await outcome('keys.rotate', 'Mutation', { ...coordinator, sessionId: await provenAgo('1 day') })).toBe('FORBIDDEN');
    expect(await outcome('exports.read', 'GET', { ...coordinator, role: 'NOBODY', sessionId: await provenAgo('0 seconds') })).toBe('SECOND_FACTOR_ENROLMENT_REQUIRED');
  });
});
