import { Mails, runInContext, SecurityEvents, type Config } from '@mintforge/platform';
import { testConfig, type TestDatabase } from '@mintforge/platform/testing';
import { createUserWithPassword, type NewUser } from '../create-user';
import { Guesses } from '../guesses.service';
import { PasswordService } from '../passwords.service';
import { SecondFactor } from '../second-factor.service';
import { Sessions } from '../sessions.service';
import { SignIn } from '../sign-in.service';
import { UserReads } from '../users.reads';
import { UserService } from '../users.service';

/** The services of identity on a test database, wired as the module does; `asProduction` makes the second factor a duty. */
export function identityOn({ db, jobs, crypto, url }: TestDatabase, { asProduction = false } = {}) {
  const config: Config = { ...testConfig(url), NODE_ENV: asProduction ? 'production' : 'test' };
  const mails = new Mails(db, jobs, config, crypto);
  const events = new SecurityEvents(db);
  const sessions = new Sessions(db, config, events);
  const guesses = new Guesses(db);
  const secondFactor = new SecondFactor(db, crypto, sessions, events);
  const signIn = new SignIn(db, sessions, secondFactor, guesses);
  const passwords = new PasswordService(db, mails, guesses, sessions, config);
  passwords.onModuleInit();
  const reads = new UserReads(db);
  return { sessions, guesses, secondFactor, signIn, passwords, reads, users: new UserService(db, mails, reads, passwords, sessions, events) };
}

/** Runs work as a request of somebody who is not signed in. */
export const asStranger = <T>(work: () => Promise<T>): Promise<T> => runInContext({ requestId: 'test-request', locale: 'de', action: 'test' }, work);

/** A user who can sign in. */
export const aSignInUser = ({ db }: TestDatabase, user: NewUser): Promise<string> => asStranger(() => db.system('test arrangement', null, (tx) => createUserWithPassword(tx, user)));
