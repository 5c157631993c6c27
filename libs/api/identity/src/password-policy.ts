import { foldName, nameTokens, Refusal } from '@mintforge/domain/kernel';

/** Words people build bad passwords from; digits and signs around or inside them do not help. */
const common = new Set([
  'password', 'passwort', 'kennwort', 'geheim', 'geheimnis', 'secret', 'willkommen', 'welcome', 'hallo', 'hello', 'administrator', 'admin',
  'qwertz', 'qwerty', 'qwertzuiop', 'qwertyuiop', 'asdfghjkl', 'yxcvbnm', 'abcdefg', 'abcdefghijkl', 'iloveyou', 'ichliebedich', 'schatz', 'letmein',
  'sommer', 'winter', 'fruehling', 'herbst', 'summer', 'spring', 'autumn', 'montag', 'freitag', 'januar', 'dezember', 'schule', 'lehrer', 'schueler',
  'deutschland', 'germany', 'berlin', 'hamburg', 'fussball', 'football', 'dragon', 'monkey', 'master', 'superman', 'computer', 'internet', 'sunshine',
  'princess', 'changeme', 'default', 'starwars', 'passwortpasswort', 'passwordpassword', 'mintforge',
]);

const leet: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };
const letters = (text: string): string => foldName(text).replaceAll(/[^a-z]/g, '');
const unleet = (text: string): string => text.replaceAll(/[013457@$!]/g, (sign) => leet[sign] ?? sign);

/** What a password must not be built from: whose it is and where. */
export interface PasswordContext {
  email: string;
  displayName: string;
  regionNames: string[];
}

/**
 * Checks a new password (ASVS 6.2: 12 to 128 characters, no rules of composition, nothing anybody would try first).
 * Refuses PASSWORD_TOO_WEAK with reason LENGTH, REPETITIVE, COMMON or CONTEXT.
 */
export function checkPassword(password: string, { email, displayName, regionNames }: PasswordContext): void {
  const weak = (reason: string) => new Refusal('PASSWORD_TOO_WEAK', { reason }, { password: reason });
  if ([...password].length < 12 || [...password].length > 128 || !password.isWellFormed()) throw weak('LENGTH');
  if (new Set(password.toLowerCase()).size < 5) throw weak('REPETITIVE');
  const cores = [letters(password), letters(unleet(password)), letters(unleet(password.replaceAll(/[\d\W_]+$/g, '')))];
  if (cores.some((core) => common.has(core)) || isSequence(password)) throw weak('COMMON');
  const folded = foldName(password).replaceAll(' ', '');
  const words = [...nameTokens(email), ...nameTokens(displayName), ...regionNames.flatMap(nameTokens), 'mintforge'].filter((word) => word.length >= 4);
  if (words.some((word) => folded.includes(word))) throw weak('CONTEXT');
}

/** Whether every character follows the one before it by the same small step: 1234…, abcd…, 9876…. */
function isSequence(password: string): boolean {
  const codes = [...password].map((sign) => sign.charCodeAt(0));
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.filter((step) => Math.abs(step) === 1 || step === -9).length >= steps.length - 1;
}
