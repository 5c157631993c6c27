import { Refusal } from '@mintforge/domain/kernel';
import { PeopleReads } from '@mintforge/people';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { SignerOfPupil } from './chase.types';
import { ConsentLinks } from '../links/links.service';
import type { ConsentLink } from '../links/links.types';
import { inOrder } from '../paper/paper.reads';
import type { PaperArgs } from '../paper/paper.types';
import type { Slip } from './slips.pdf';

/** Claim slips (Abholzettel): links on paper for whom nobody can write to. */
@Injectable()
export class Slips {
  constructor(
    private readonly db: Db,
    private readonly links: ConsentLinks,
    private readonly people: PeopleReads,
  ) {}

  /**
   * Makes a link with a code for everybody whose yes is missing, and what stands on their slips, by name. The tokens are
   * told here and never again: printing anew makes new links, and ends these. Refuses as `ConsentLinks.create`, NOBODY_TO_ASK.
   */
  make({ groupId, pupilIds, purposes }: PaperArgs): Promise<Slip[]> {
    return this.db.write(async (tx) => this.slipsOf(tx, await this.links.create({ groupId, pupilIds, purposes, withCode: true }, 'SLIP')));
  }

  /** The same for some signers whose answer is missing, for all that they were asked for. Refuses NOBODY_TO_ASK. */
  renew(signers: readonly SignerOfPupil[]): Promise<Slip[]> {
    return this.db.write(async (tx) => this.slipsOf(tx, await this.links.renew(tx, signers, 'SLIP')));
  }

  private async slipsOf(tx: Tx, links: readonly ConsentLink[]): Promise<Slip[]> {
    if (links.length === 0) throw new Refusal('NOBODY_TO_ASK');
    const ids = [...new Set(links.map(({ pupilId }) => pupilId))];
    const names = await this.people.namesOf(tx, ids);
    const groups = new Map((await tx.query<{ id: string; name: string }>('select u.id, g.name from pupil u join pupil_group g on g.region_id = u.region_id and g.id = u.group_id where u.region_id = $1 and u.id = any($2)', [tx.regionId, ids])).map(({ id, name }) => [id, name]));
    return inOrder(links.map(({ pupilId, signer, url, code, expiresAt }): Slip => ({ ...names.get(pupilId)!, groupName: groups.get(pupilId) ?? null, signer, url, code: code ?? '', expiresAt })));
  }
}
