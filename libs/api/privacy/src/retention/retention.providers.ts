import { Holds } from './holds.service';
import { PrivacyRetention } from './privacy.sweeps';
import './retention.data-map';
import { RetentionReads } from './retention.reads';
import { RetentionResolver } from './retention.resolver';
import { RetentionRound } from './retention-round';
import { RetentionRules } from './retention-rules';
import { VaultReads } from '../vault/vault.reads';
import { VaultResolver } from '../vault/vault.resolver';
import { Vault } from '../vault/vault.service';

/** How long we hold what: rules, the nightly round that executes them, holds that stop it, and evidence that lives by its grant. */
export const retentionProviders = [PrivacyRetention, RetentionRules, RetentionReads, RetentionResolver, RetentionRound, Holds, Vault, VaultReads, VaultResolver];
