import { foldName, Refusal, tidy } from '@mintforge/domain/kernel';
import { bodyNameKey, ownDomains, type EventKind } from '@mintforge/domain/partners';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { checkSite } from '../coordinate-check';
import { ContactEvent, Organisation, OrganisationAlias } from './organisations.entities';
import type { ClosingInput, ContactEventInput, OrganisationInput, OrganisationPatch } from './organisations.inputs';
import { Site } from '../belongings/places.entities';
import { OrganisationReferences } from '../references';

/** The keys under which a name is searched and compared. */
export const nameKeys = (name: string) => ({ nameKey: foldName(name), bodyKey: bodyNameKey(name) || null });

/** The domain that belongs to the organisation alone, from its addresses. */
export const mailDomainOf = ({ email, website }: { email?: string | null; website?: string | null }): string | null => ownDomains([email ?? '', website ?? ''])[0] ?? null;

const orNull = (text: string | null | undefined) => (text === undefined ? undefined : tidy(text ?? '') || null);
const tagList = (tags: string[] | undefined) => tags && [...new Set(tags.map(tidy).filter(Boolean))];

/** Input texts tidied, empty ones as null, with the derived name keys. */
function columns(input: OrganisationPatch) {
  const name = input.name === undefined ? undefined : tidy(input.name);
  if (name === '') throw new Refusal('INVALID_INPUT', {}, { name: 'required' });
  const { officialKey, officialNumber, land, phone, fax, website, ...rest } = input;
  return {
    ...rest,
    ...(name === undefined ? {} : { name, ...nameKeys(name) }),
    officialKey: orNull(officialKey),
    officialNumber: orNull(officialNumber),
    land: orNull(land),
    phone: orNull(phone),
    fax: orNull(fax),
    website: orNull(website),
    email: orNull(input.email)?.toLowerCase() ?? (input.email === undefined ? undefined : null),
    tags: tagList(input.tags),
  };
}

/** Writes an entry of the history that the system makes itself. */
export async function noteEvent(tx: Tx, organisationId: string, kind: EventKind, details: Record<string, unknown>, contactId: string | null = null): Promise<void> {
  await tx.insert(ContactEvent, { organisationId, contactId, kind, summary: '', details, userId: tx.actor.userId });
}

/** The organisation, kept from being deleted until the end of the transaction. Refuses NOT_FOUND, also for a merged one. */
export function requireOrganisation(tx: Tx, id: string): Promise<Pick<Organisation, 'id' | 'roles'>> {
  return tx.one('select id, roles from organisation where region_id = $1 and id = $2 and merged_into_id is null for key share', [tx.regionId, id]);
}

/** Writing organisations and their history. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly db: Db,
    private readonly references: OrganisationReferences,
  ) {}

  /** Creates an organisation, with its main site when an address is given. */
  create({ address, ...input }: OrganisationInput, key?: string | null): Promise<string> {
    const work = async (tx: Tx) => {
      const row = columns(input);
      const [id] = await tx.insert(Organisation, { ...row, mailDomain: mailDomainOf(row) });
      if (address) await tx.insert(Site, { ...address, ...(await checkSite(tx, address)), organisationId: id!, isMain: true });
      return id!;
    };
    return this.db.write(work, { once: { key, input: { address, ...input } } });
  }

  /** Changes fields; a new stage is written into the history. Refuses VERSION_CONFLICT. */
  update(id: string, version: number, patch: OrganisationPatch): Promise<void> {
    return this.db.write(async (tx) => {
      const before = await this.present(tx, id, version);
      const row = columns(patch);
      const { email, website } = { ...before, ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) };
      await tx.update(Organisation, id, { ...row, mailDomain: mailDomainOf({ email, website }) });
      if (patch.stage && patch.stage !== before.stage) await noteEvent(tx, id, 'STAGE', { from: before.stage, to: patch.stage });
    });
  }

  /** Closes an organisation; a successor must be open and not lead back to it. */
  close(id: string, version: number, { closedOn, successorId }: ClosingInput): Promise<void> {
    return this.db.write(async (tx) => {
      await this.present(tx, id, version);
      if (successorId) await refuseCircle(tx, id, successorId);
      await tx.update(Organisation, id, { closedOn, successorId: successorId ?? null });
      await noteEvent(tx, id, 'CLOSED', { closedOn, successorId: successorId ?? null });
    });
  }

  /** Takes a closing back. */
  reopen(id: string, version: number): Promise<void> {
    return this.db.write(async (tx) => {
      const { closedOn } = await this.present(tx, id, version);
      await tx.update(Organisation, id, { closedOn: null, successorId: null });
      if (closedOn) await noteEvent(tx, id, 'CLOSED', { closedOn: null, successorId: null });
    });
  }

  /** Deletes an entry made by mistake. Refuses STILL_IN_USE as soon as anything hangs on it: such ones are closed instead. */
  delete(id: string): Promise<void> {
    return this.db.write(async (tx) => {
      await this.present(tx, id);
      const used = await this.references.firstUse(tx, id);
      if (used) throw new Refusal('STILL_IN_USE', { what: used });
      await tx.delete(Organisation, id);
    });
  }

  /** Writes an entry into the history of contact. */
  logContact({ at, ...input }: ContactEventInput, key?: string | null): Promise<string> {
    return this.db.write(
      async (tx) => {
        await requireOrganisation(tx, input.organisationId);
        const [id] = await tx.insert(ContactEvent, { ...input, ...(at ? { at } : {}), details: {}, userId: tx.actor.userId });
        return id!;
      },
      { once: { key, input: { at, ...input } } },
    );
  }

  /** Another name under which it is found from now on. */
  addAlias(organisationId: string, name: string): Promise<string> {
    return this.db.write(async (tx) => {
      await requireOrganisation(tx, organisationId);
      const [id] = await tx.insert(OrganisationAlias, { organisationId, name: tidy(name), ...nameKeys(name), source: 'HAND' });
      return id!;
    });
  }

  removeAlias(id: string): Promise<void> {
    return this.db.write((tx) => tx.delete(OrganisationAlias, id));
  }

  private async present(tx: Tx, id: string, version?: number): Promise<Organisation> {
    const row = await tx.lock(Organisation, id, version);
    if (row.mergedIntoId) throw new Refusal('NOT_FOUND');
    return row;
  }
}

async function refuseCircle(tx: Tx, id: string, successorId: string): Promise<void> {
  const seen = new Set([id]);
  for (let next: string | null = successorId; next; ) {
    if (seen.has(next)) throw new Refusal('INVALID_INPUT', {}, { successorId: 'circle' });
    seen.add(next);
    const heir: Organisation = await tx.find(Organisation, next);
    if (heir.mergedIntoId) throw new Refusal('INVALID_INPUT', {}, { successorId: 'merged' });
    next = heir.successorId;
  }
}
