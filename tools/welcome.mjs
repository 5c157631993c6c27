/**
 * What a new user needs to see once everything runs.
 * @param {string} url
 * @param {import('./database.mjs').SignIn[]} signIns
 * @returns {string}
 */
export function welcome(url, signIns) {
  const width = (key) => Math.max(0, ...signIns.map((signIn) => signIn[key].length));
  const people = signIns.map(({ email, password, role }) => `    ${email.padEnd(width('email'))}   ${password.padEnd(width('password'))}   ${role}`);
  return [
    '',
    `  mintforge is running. Console: ${url}/admin/`,
    `                        GraphQL: ${url}/graphql`,
    ...(people.length > 0 ? ['', '  Demo sign-ins (e-mail, password, role):', ...people] : []),
    '',
    '  Ctrl-C stops it, "npm start" continues with the same data, "npm run reset" starts afresh.',
    '',
  ].join('\n');
}
