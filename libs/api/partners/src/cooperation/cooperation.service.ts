import { Refusal } from '@mintforge/domain/kernel';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Need, Offer, Partnership } from './cooperation.entities';
import type { EndPartnershipInput, NeedInput, NeedPatch, OfferInput, OfferPatch, PartnershipInput, PartnershipPatch } from './cooperation.inputs';
import { requireOrganisation } from '../organisations/organisations.service';
import { Equipment } from '../belongings/places.entities';

const gradesInOrder = <Input extends { grades?: number[] }>(input: Input): Input => (input.grades ? { ...input, grades: input.grades.toSorted((a, b) => a - b) } : input);

/** Writing needs, offers and partnerships. */
@Injectable()
export class CooperationService {
  constructor(private readonly db: Db) {}

  createNeed(input: NeedInput, key?: string | null): Promise<string> {
    const work = async (tx: Tx) => {
      await requireOrganisation(tx, input.organisationId);
      const [id] = await tx.insert(Need, gradesInOrder(input));
      return id!;
    };
    return this.db.write(work, { once: { key, input } });
  }

  updateNeed(id: string, version: number, patch: NeedPatch): Promise<void> {
    return this.db.write((tx) => tx.update(Need, id, gradesInOrder(patch), version));
  }

  deleteNeed(id: string): Promise<void> {
    return this.db.write((tx) => tx.delete(Need, id));
  }

  /** Creates an offer; equipment must belong to the same organisation. */
  createOffer(input: OfferInput, key?: string | null): Promise<string> {
    const work = async (tx: Tx) => {
      await requireOrganisation(tx, input.organisationId);
      await requireEquipmentOf(tx, input.equipmentId, input.organisationId);
      const [id] = await tx.insert(Offer, gradesInOrder(input));
      return id!;
    };
    return this.db.write(work, { once: { key, input } });
  }

  updateOffer(id: string, version: number, patch: OfferPatch): Promise<void> {
    return this.db.write(async (tx) => {
      const { organisationId } = await tx.lock(Offer, id, version);
      await requireEquipmentOf(tx, patch.equipmentId, organisationId);
      await tx.update(Offer, id, gradesInOrder(patch));
    });
  }

  deleteOffer(id: string): Promise<void> {
    return this.db.write((tx) => tx.delete(Offer, id));
  }

  /** Agrees a partnership between a school and another organisation. Refuses ALREADY_EXISTS for a known pair. */
  createPartnership(input: PartnershipInput, key?: string | null): Promise<string> {
    const work = async (tx: Tx) => {
      refuseEnded(input);
      const { roles } = await requireOrganisation(tx, input.schoolId);
      if (!roles.includes('SCHOOL')) throw new Refusal('INVALID_INPUT', {}, { schoolId: 'role' });
      await requireOrganisation(tx, input.partnerId);
      const [id] = await tx.insert(Partnership, { ...input, source: 'HAND' });
      return id!;
    };
    return this.db.write(work, { once: { key, input } });
  }

  /** Changes or renews a partnership; a renewed one loses its reason of ending. */
  updatePartnership(id: string, version: number, patch: PartnershipPatch): Promise<void> {
    return this.db.write((tx) => {
      refuseEnded(patch);
      return tx.update(Partnership, id, { ...patch, ...(patch.state ? { endReason: null } : {}) }, version);
    });
  }

  endPartnership(id: string, version: number, { until, reason }: EndPartnershipInput): Promise<void> {
    return this.db.write((tx) => tx.update(Partnership, id, { state: 'ENDED', until, endReason: reason }, version));
  }

  deletePartnership(id: string): Promise<void> {
    return this.db.write((tx) => tx.delete(Partnership, id));
  }
}

function refuseEnded({ state }: PartnershipPatch): void {
  if (state === 'ENDED') throw new Refusal('INVALID_INPUT', {}, { state: 'ended' });
}

async function requireEquipmentOf(tx: Tx, equipmentId: string | null | undefined, organisationId: string): Promise<void> {
  if (!equipmentId) return;
  const equipment = await tx.find(Equipment, equipmentId);
  if (equipment.organisationId !== organisationId) throw new Refusal('INVALID_INPUT', {}, { equipmentId: 'foreign' });
}
