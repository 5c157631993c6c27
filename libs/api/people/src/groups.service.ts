import { Refusal, tidy } from '@mintforge/domain/kernel';
import { checkHeadCount, headCountWith } from '@mintforge/domain/people';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Group } from './groups.entities';
import type { GroupInput, GroupPatch } from './groups.inputs';

/** How many pupils of a group are known by name and have not left. */
const namedIn = (tx: Tx, groupId: string): Promise<number> =>
  tx
    .one<{ n: number }>('select count(*)::int as n from pupil where region_id = $1 and group_id = $2 and left_on is null and erased_on is null', [tx.regionId, groupId])
    .then((row) => row.n);

/** Raises the head count of a locked group to the pupils known by name, when names outnumber it. */
export async function keepHeadCount(tx: Tx, group: Group): Promise<void> {
  const headCount = headCountWith(group.headCount, await namedIn(tx, group.id));
  if (headCount !== group.headCount) await tx.update(Group, group.id, { headCount });
}

/** Writes groups. */
@Injectable()
export class Groups {
  constructor(private readonly db: Db) {}

  /** Creates a group and gives its id. Refuses NOT_FOUND without the school, ALREADY_EXISTS for a name taken in that school and year. */
  create(input: GroupInput, idempotencyKey: string): Promise<string> {
    return this.db.write(
      async (tx) => {
        const [id] = await tx.insert(Group, { ...input, name: tidy(input.name) });
        return id!;
      },
      { once: { key: idempotencyKey, input } },
    );
  }

  /** Changes a group. Refuses VERSION_CONFLICT, and INVALID_INPUT for a head count below the pupils known by name. */
  update(id: string, version: number, patch: GroupPatch): Promise<void> {
    return this.db.write(async (tx) => {
      await tx.lock(Group, id, version);
      if (patch.headCount !== undefined) checkHeadCount(patch.headCount, await namedIn(tx, id));
      await tx.update(Group, id, { ...patch, name: patch.name === undefined ? undefined : tidy(patch.name) }, version);
    });
  }

  /** Deletes a group nobody is in. Refuses STILL_IN_USE while pupils are in it or placements refer to it. */
  delete(id: string): Promise<void> {
    return this.db.write(async (tx) => {
      await tx.lock(Group, id);
      if ((await namedIn(tx, id)) > 0) throw new Refusal('STILL_IN_USE', { what: 'pupil' });
      await tx.delete(Group, id);
    });
  }
}
