import { mailKey, readMailAddress, readPhone, Refusal, tidy } from '@mintforge/domain/kernel';
import { FieldCrypto } from '@mintforge/platform';
import { Injectable, Logger } from '@nestjs/common';
import type { Guardian } from './guardians.entities';

/** Who a guardian is and how they are reached, in clear. */
export interface GuardianIdentity {
  name: string;
  email: string | null;
  phone: string | null;
}

/** A sealed row with the wrapped key of the guardian; null where it is gone or hidden. */
export type SealedGuardian = Pick<Guardian, 'id'> & Partial<Pick<Guardian, 'sealedName' | 'sealedEmail' | 'sealedPhone'>> & { wrapped: Buffer | null };

/** Contacts of guardians and of pupils at rest: sealed fields under the key of the person, a blind index of the address. */
@Injectable()
export class GuardianIdentities {
  private readonly logger = new Logger('people');

  constructor(private readonly crypto: FieldCrypto) {}

  /** Name and contacts as they are kept. Refuses INVALID_INPUT for a name without a letter, an address or number that is none. */
  read({ name, email, phone }: { name: string; email?: string | null; phone?: string | null }): GuardianIdentity {
    const read: GuardianIdentity = { name: tidy(name), email: email ? readMailAddress(email) : null, phone: phone ? readPhone(phone) : null };
    if (!/\p{L}/u.test(read.name)) throw new Refusal('INVALID_INPUT', {}, { name: 'required' });
    if (email && read.email === null) throw new Refusal('INVALID_INPUT', {}, { email: 'isMailAddress' });
    if (phone && read.phone === null) throw new Refusal('INVALID_INPUT', {}, { phone: 'isPhone' });
    return read;
  }

  newKey(regionId: string, id: string): Buffer {
    return this.crypto.newPersonKey(regionId, id);
  }

  /** The blind index of an address, of every sign of it: dots and dashes tell addresses apart. */
  indexOf(regionId: string, email: string): Buffer {
    return this.crypto.blindIndex(regionId, 'guardian email', Buffer.from(mailKey(email)).toString('hex'));
  }

  /** A digest of an input that holds contacts, for the idempotency record. */
  digest(regionId: string, input: object): string {
    return this.crypto.blindIndex(regionId, 'guardian input', JSON.stringify(input)).toString('hex');
  }

  /** The columns of an identity under an existing key. */
  seal(regionId: string, wrapped: Buffer, id: string, { name, email, phone }: GuardianIdentity): Pick<Guardian, 'sealedName' | 'sealedEmail' | 'sealedPhone' | 'emailIndex'> {
    const sealed = this.crypto.sealFields(wrapped, 'guardian', id, { name, email, phone });
    return { sealedName: sealed.name!, sealedEmail: sealed.email, sealedPhone: sealed.phone, emailIndex: email === null ? null : this.indexOf(regionId, email) };
  }

  /** Opens an identity; null fields where the key is gone or hidden, or a value was moved or altered (which is logged). */
  open({ id, wrapped, sealedName = undefined, sealedEmail = null, sealedPhone = null }: SealedGuardian): { [Field in keyof GuardianIdentity]: string | null } {
    return this.attempt('guardian', id, wrapped, { name: sealedName ?? null, email: sealedEmail, phone: sealedPhone }) ?? { name: null, email: null, phone: null };
  }

  sealPupilMail(wrapped: Buffer, pupilId: string, email: string): Buffer {
    return this.crypto.sealFields(wrapped, 'pupil_contact', pupilId, { email }).email!;
  }

  openPupilMail({ pupilId, wrapped, sealedEmail }: { pupilId: string; wrapped: Buffer | null; sealedEmail: Buffer | null }): string | null {
    return this.attempt('pupil_contact', pupilId, wrapped, { email: sealedEmail })?.email ?? null;
  }

  private attempt<Column extends string>(table: string, id: string, wrapped: Buffer | null, fields: Record<Column, Buffer | null>): Record<Column, string | null> | null {
    try {
      return wrapped && this.crypto.openFields(wrapped, table, id, fields);
    } catch {
      this.logger.error({ table, row: id }, 'sealed value does not belong here or was altered');
      return null;
    }
  }
}
