/** Checks an exported audit chain (JSON lines) against its anchors and the public key (PEM), and the ids of large acts where they are given; answers what is wrong. */
export function checkAnchors(input: { rows: string; anchors: string; publicKey: string; subjects?: string }): string[];
