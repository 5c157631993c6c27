import { deflateRawSync } from 'node:zlib';
import { checkUnpackedSize } from './zip-size';

const number = (value: number, bytes: 2 | 4) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};

/** A ZIP with one sheet of so many megabytes; `stated` is the size it claims to unpack to. */
function aZip(megabytes: number, { packs = true, stated = megabytes * 1024 * 1024 } = {}): Buffer {
  const content = Buffer.alloc(megabytes * 1024 * 1024, ' ');
  const packed = packs ? deflateRawSync(content) : content;
  const name = Buffer.from('sheet1.xml');
  const about = Buffer.concat([number(20, 2), number(0, 2), number(packs ? 8 : 0, 2), number(0, 4), number(0, 4), number(packed.length, 4), number(stated, 4), number(name.length, 2), number(0, 2)]);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, name, packed]);
  const directory = Buffer.concat([Buffer.from('PK\u0001\u0002'), number(20, 2), about, Buffer.alloc(14), name]);
  return Buffer.concat([local, directory, Buffer.from('PK\u0005\u0006'), Buffer.alloc(8), number(directory.length, 4), number(local.length, 4), number(0, 2)]);
}

describe('a ZIP', () => {
  it('is taken while it unpacks to a size a list can have', async () => {
    await expect(checkUnpackedSize(aZip(40))).resolves.toBeUndefined();
    await expect(checkUnpackedSize(aZip(2, { packs: false }))).resolves.toBeUndefined();
  });

  it('of a few kilobytes that unpacks to far more is refused, also when it states another size', async () => {
    expect(aZip(60).length).toBeLessThan(100_000);
    for (const bomb of [aZip(60), aZip(60, { stated: 10 })]) await expect(checkUnpackedSize(bomb)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('that is damaged cannot be read', async () => {
    const damaged = aZip(1);
    damaged.fill(0xff, 45, 80);
    const headless = aZip(1);
    headless.writeUInt32LE(0xfffffff0, headless.length - 6);
    for (const zip of [damaged, headless, Buffer.from('PK')]) await expect(checkUnpackedSize(zip)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});
