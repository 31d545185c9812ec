import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetWorkspace } from '../../src/store/forget.js';
import { openDatabase } from '../../src/store/open-database.js';
import { openStore } from '../../src/store/open-store.js';
import { exportRows } from '../../src/store/transfer.js';
import type { Store, StorePlace } from '../../src/store/types.js';
import { databaseKinds } from '../support/databases.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

const hourMs = 60 * 60 * 1000;

describe.each(kinds)('the workspaces of an organisation on $name', (kind) => {
  let place: StorePlace;
  let store: Store;
  beforeEach(async () => {
    place = await kind.newPlace();
    store = await openStore(place, { keys: [randomBytes(32)] });
    await store.installations.save('E1', { bot: { token: 'xoxb-1' } });
    await store.installations.reached('T1', 'E1');
  });
  afterEach(() => store.close());

  const departed = async () => {
    const teams: unknown[] = [];
    await exportRows(place, async ({ table, team }) => {
      if (table === 'departures') teams.push(team);
    });
    return teams;
  };
  /** As if it had gone so long ago. */
  const goneFor = async (milliseconds: number) => {
    const database = await openDatabase(place);
    await database.db
      .updateTable('departures')
      .set({ at: Date.now() - milliseconds })
      .execute();
    await database.close();
  };

  it('are known since somebody asked there', async () => {
    const { installations } = store;
    await installations.reached('T1', 'E1');
    expect([await installations.organisationOf('T1'), await installations.organisationOf('T2')]).toEqual(['E1', null]);
    await installations.save('E2', { bot: { token: 'xoxb-2' } });
    await installations.reached('T1', 'E2');
    expect(await installations.organisationOf('T1')).toBe('E2');
  });

  it('that were taken out come back with the next request, unless that is a late one', async () => {
    const { installations } = store;
    await installations.left(['T1', 'T7']);
    expect([await installations.organisationOf('T1'), await departed()]).toEqual([null, ['T1', 'T7']]);
    await installations.reached('T1', 'E1');
    expect([await installations.organisationOf('T1'), await departed()]).toEqual([null, ['T1', 'T7']]);
    await goneFor(hourMs + 1_000);
    await installations.reached('T1', 'E1');
    expect([await installations.organisationOf('T1'), await departed()]).toEqual(['E1', ['T7']]);
  });

  it('stay where they have the bot of their own, and where they lose only that', async () => {
    const { installations } = store;
    await installations.save('T1', { bot: { token: 'xoxb-3' } });
    expect(await installations.remove('T1')).toBe(true);
    expect(await departed()).toEqual([]);
    await installations.save('T1', { bot: { token: 'xoxb-4' } });
    await installations.remove('E1');
    expect(await departed()).toEqual(['E1']);
    expect(await installations.remove('T1')).toBe(true);
    expect(await departed()).toEqual(['E1', 'T1']);
  });

  it('are forgotten with it, and each for itself', async () => {
    await store.installations.reached('T2', 'E1');
    expect(await forgetWorkspace(place, 'T2', { onlyCount: false })).toMatchObject({ organisation_teams: 1 });
    expect(await forgetWorkspace(place, 'E1', { onlyCount: false })).toMatchObject({
      ...{ organisation_teams: 1, installations: 1 },
    });
  });
});
