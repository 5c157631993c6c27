/** Checks an exported audit chain (JSON lines) against its anchors and the public key (PEM); answers what is wrong. */
export function checkAnchors(input: { rows: string; anchors: string; publicKey: string }): string[];
