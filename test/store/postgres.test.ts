import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/open-database.js';
import { openStore } from '../../src/store/open-store.js';
import { toStoreError } from '../../src/store/store-error.js';
import { freePort } from '../support/bot.js';
import { query, startPostgres } from '../support/postgres.js';

const server = await startPostgres();
afterAll(() => server?.stop());

describe('a store on a server that is not there', () => {
  it('says so, without the password', async () => {
    const opening = openStore({ url: `postgres://bot:hunter2@127.0.0.1:${await freePort()}/substatus` });
    await expect(opening).rejects.toMatchObject({
      code: 'store-away',
      message: expect.not.stringContaining('hunter2'),
    });
  });
});

// A running server that SUBSTATUS_TEST_DATABASE names may let everybody in.
const asksForPasswords = server?.crash !== null;

describe.skipIf(server === null)('a store on PostgreSQL', () => {
  const createDatabase = () => server?.createDatabase() ?? expect.fail('no server');

  it('says that the database is not there', async () => {
    const url = new URL(await createDatabase());
    url.pathname = '/no_such_database';
    await expect(openStore({ url: url.href })).rejects.toMatchObject({
      code: 'store-refused',
      message: /no_such_database.*DATABASE_URL/s,
    });
  });

  it('says that the user is not known', async () => {
    const url = new URL(await createDatabase());
    url.username = 'nobody_at_all';
    await expect(openStore({ url: url.href })).rejects.toMatchObject({ code: 'store-refused' });
  });

  it.skipIf(!asksForPasswords).each(['wrong', ''])('says that the password is refused: "%s"', async (password) => {
    const url = new URL(await createDatabase());
    url.password = password;
    await expect(openStore({ url: url.href })).rejects.toMatchObject({ code: 'store-refused', message: /password/ });
  });

  it('says that the user may not write there', async () => {
    const url = new URL(await createDatabase());
    await query(url.href, 'drop role if exists substatus_reader');
    await query(
      url.href,
      "create role substatus_reader login password 'reader'; revoke create on schema public from public",
    );
    url.username = 'substatus_reader';
    url.password = 'reader';
    await expect(openStore({ url: url.href })).rejects.toMatchObject({
      code: 'store-refused',
      message: /permission denied/,
    });
  });

  it.skipIf(server?.crash === null)('lives on when the server goes away in the middle of a transaction', async () => {
    const database = await openDatabase({ url: await createDatabase() });
    const work = database.db.transaction().execute(async (transaction) => {
      await sql`select 1`.execute(transaction);
      await server?.crash?.(); // an error event of a connection in use, which ends a process that does not listen
      await sql`select 1`.execute(transaction);
    });
    const failure = await work.catch((error: unknown) => toStoreError(error, database.place));
    expect(failure).toMatchObject({ code: 'store-away' });
    await database.close();
  });

  it.skipIf(server?.crash === null)('comes back by itself after the server was away', async () => {
    const store = await openStore({ url: await createDatabase() });
    await store.deliveries.claim('before', 60_000);
    await server?.crash?.();
    const claims = async () => [
      await store.deliveries.claim('before', 60_000),
      await store.deliveries.claim('after', 60_000),
    ];
    const first = await claims().catch(claims); // the first may meet a connection that is gone
    expect(first).toEqual([false, true]);
    await store.close();
  });
});
