import { Refusal } from '@mintforge/domain/kernel';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Contact } from './contacts.entities';
import type { ContactInput, ContactPatch, HandOverInput } from './contacts.inputs';
import { noteEvent, requireOrganisation } from '../organisations/organisations.service';

/** Writing contacts and their hand-over. */
@Injectable()
export class ContactsService {
  constructor(private readonly db: Db) {}

  create(input: ContactInput, key?: string | null): Promise<string> {
    const work = async (tx: Tx) => {
      await requireOrganisation(tx, input.organisationId);
      const [id] = await tx.insert(Contact, input);
      return id!;
    };
    return this.db.write(work, { once: { key, input } });
  }

  update(id: string, version: number, patch: ContactPatch): Promise<void> {
    return this.db.write((tx) => tx.update(Contact, id, patch, version));
  }

  delete(id: string): Promise<void> {
    return this.db.write((tx) => tx.delete(Contact, id));
  }

  /** The contact leaves and somebody takes over with all its roles. Gives the successor's id. Refuses VERSION_CONFLICT, or INVALID_INPUT without exactly one successor. */
  handOver(id: string, version: number, { leftOn, successorId, successor }: HandOverInput): Promise<string> {
    return this.db.write(async (tx) => {
      const leaving = await tx.lock(Contact, id, version);
      if (!successorId === !successor || successorId === id) throw new Refusal('INVALID_INPUT', {}, { successorId: 'required' });
      const heir = successorId ? await tx.lock(Contact, successorId) : null;
      if (heir && (heir.organisationId !== leaving.organisationId || heir.leftOn)) throw new Refusal('INVALID_INPUT', {}, { successorId: 'foreign' });
      const roles = [...new Set([...leaving.roles, ...(heir?.roles ?? successor?.roles ?? [])])];
      if (heir) await tx.update(Contact, heir.id, { roles });
      const heirId = heir?.id ?? (await tx.insert(Contact, { ...successor!, organisationId: leaving.organisationId, roles }))[0]!;
      await tx.update(Contact, id, { leftOn, successorId: heirId });
      await noteEvent(tx, leaving.organisationId, 'HAND_OVER', { successorId: heirId }, id);
      return heirId;
    });
  }
}
