import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createCipher } from '../../src/store/cipher.js';
import { rotateKey } from '../../src/store/installations.js';
import { openDatabase } from '../../src/store/open-database.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store, StorePlace } from '../../src/store/types.js';
import { databaseKinds } from '../support/databases.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];
const one = { team: { id: 'T1', name: 'Énergie 日本' }, bot: { token: 'xoxb-one', scopes: ['commands'] } };
const two = { team: { id: 'T2' }, bot: { token: 'xoxb-two' } };

describe.each(kinds)('installations on $name', (kind) => {
  const open: Store[] = [];
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close();
  });

  async function openAt(place: StorePlace, keys: Uint8Array[] = [oldKey]): Promise<Store['installations']> {
    const store = await openStore(place, { keys });
    open.push(store);
    return store.installations;
  }

  /** Does something to the rows behind the door's back. */
  async function tamper(
    place: StorePlace,
    work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<unknown>,
  ) {
    const database = await openDatabase(place);
    await work(database);
    await database.close();
  }

  it('keep each workspace apart, replace what was there, and go', async () => {
    const installations = await openAt(await kind.newPlace());
    await installations.save('T1', one);
    await installations.save('T2', two);
    await installations.save('T2', { ...two, again: true });
    expect(await installations.find('T1')).toEqual(one);
    expect(await installations.find('T2')).toEqual({ ...two, again: true });
    expect([await installations.remove('T1'), await installations.remove('T1')]).toEqual([true, false]);
    expect([await installations.find('T1'), await installations.find('T3')]).toEqual([null, null]);
    expect(await installations.overview()).toEqual({ installed: 1, locked: [] });
  });

  it('are written with nothing of them in sight, and never twice alike', async () => {
    const place = await kind.newPlace();
    const installations = await openAt(place);
    await installations.save('T1', one);
    const rows: object[] = [];
    const read = () =>
      tamper(place, async ({ db }) => rows.push(...(await db.selectFrom('installations').selectAll().execute())));
    await read();
    await installations.save('T1', one);
    await read();
    const [before, after] = rows as { nonce: string; ciphertext: string }[];
    expect(JSON.stringify(rows)).not.toMatch(/xoxb|commands|nergie/);
    expect(Buffer.from(before?.ciphertext ?? '', 'base64').toString('latin1')).not.toContain('xoxb');
    expect(after?.nonce).not.toBe(before?.nonce);
    expect(after?.ciphertext).not.toBe(before?.ciphertext);
  });

  it('do not open in the row of another workspace', async () => {
    const place = await kind.newPlace();
    const installations = await openAt(place);
    await installations.save('T1', one);
    await tamper(place, ({ db }) => db.updateTable('installations').set({ team: 'T2' }).execute());
    await expect(installations.find('T2')).rejects.toMatchObject({
      code: 'store-key',
      message: expect.stringMatching(/installation of T2 cannot be decrypted.*install again/),
    });
  });

  it('say which key is missing, and leave those of other keys alone', async () => {
    const place = await kind.newPlace();
    await (await openAt(place)).save('T1', one);
    const installations = await openAt(place, [newKey]);
    await installations.save('T2', two);
    await expect(installations.find('T1')).rejects.toMatchObject({
      code: 'store-key',
      message: expect.stringMatching(
        /of T1 is encrypted with key [0-9a-f]{8}, and SUBSTATUS_ENCRYPTION_KEY has [0-9a-f]{8}\. Add/,
      ),
    });
    expect(await installations.find('T2')).toEqual(two);
    expect(await installations.overview()).toEqual({ installed: 2, locked: ['T1'] });
    await expect((await openAt(place, [])).save('T3', one)).rejects.toMatchObject({ code: 'store-key' });
  });

  it('are encrypted anew with the first key, while all keys open them', async () => {
    const place = await kind.newPlace();
    const before = await openAt(place);
    await before.save('T1', one);
    await before.save('T2', two);
    await (await openAt(place, [newKey, oldKey])).save('T3', two);
    await (await openAt(place, [randomBytes(32)])).save('T4', two);
    expect(await rotateKey(place, [newKey, oldKey])).toMatchObject({ rotated: 2, already: 1, locked: ['T4'] });
    const after = await openAt(place, [newKey]);
    expect([await after.find('T1'), await after.find('T2'), await after.find('T3')]).toEqual([one, two, two]);
    expect(await rotateKey(place, [newKey])).toMatchObject({ rotated: 0, already: 3, locked: ['T4'] });
    await expect(rotateKey(place, [])).rejects.toMatchObject({ code: 'store-key' });
  });
});

describe('a cipher', () => {
  it('gives back any text, in its own row only, and nothing when a bit of it was turned', () => {
    const cipher = createCipher([oldKey]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.nat(), (text, row, at) => {
        const sealed = cipher.seal(text, row);
        expect(cipher.open(sealed, row)).toBe(Buffer.from(text).toString());
        expect(() => cipher.open(sealed, `${row}.`)).toThrow(/cannot be decrypted/);
        const bytes = Buffer.from(sealed.ciphertext, 'base64');
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 1;
        expect(() => cipher.open({ ...sealed, ciphertext: bytes.toString('base64') }, row)).toThrow(
          /cannot be decrypted/,
        );
        expect(() => cipher.open({ ...sealed, ciphertext: '' }, row)).toThrow(/cannot be decrypted/);
      }),
    );
  });
});
