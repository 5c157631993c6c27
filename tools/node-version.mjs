/** Imported first by every script here: the rest needs a newer Node than npm itself does. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 24 || (major === 24 && minor < 9)) {
  console.error(`mintforge needs Node 24.9 or newer, this is ${process.versions.node}.`);
  console.error('Run "npm ci" and then the npm script ("npm start", "npm test"): npm ci brings the right Node into node_modules.');
  console.error('Where it does not (macOS on Apple silicon), install Node 24 yourself.');
  process.exit(1);
}
