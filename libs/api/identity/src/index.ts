export { createUserWithPassword, type NewUser } from './create-user';
export { IdentityModule } from './identity.module';
export { identitySweeps } from './identity.sweeps';
