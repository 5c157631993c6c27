import { AccessLogDocument, AuditChainDocument, ChangeMyLocaleDocument, DisableUserDocument, EnableUserDocument, GrantRoleDocument, MeDocument, ResetSecondFactorDocument, RevokeRoleDocument } from '@mintforge/contract';
import type { Locale, Role } from '@mintforge/domain/kernel';
import type { VerbTools } from '@mintforge/ui-kit';

/** What one does with users, with one's own account and with the audit log. */
export const administrationVerbs = ({ transport }: VerbTools) => ({
  me: async () => (await transport.run(MeDocument, {})).me,
  changeMyLocale: (locale: Locale) => transport.run(ChangeMyLocaleDocument, { locale }),
  grantRole: (id: string, role: Role) => transport.run(GrantRoleDocument, { id, role }),
  revokeRole: (id: string, role: Role) => transport.run(RevokeRoleDocument, { id, role }),
  disableUser: (id: string) => transport.run(DisableUserDocument, { id }),
  enableUser: (id: string) => transport.run(EnableUserDocument, { id }),
  resetSecondFactor: (id: string) => transport.run(ResetSecondFactorDocument, { id }),
  accessLog: async (pupilId: string) => (await transport.run(AccessLogDocument, { pupilId })).accessLog,
  auditChain: async () => (await transport.run(AuditChainDocument, {})).auditChain,
});
