export { createUserWithPassword, type NewUser } from './create-user';
export { IdentityModule } from './identity.module';
