/** Opens the store named by the first argument, a StorePlace as JSON, and closes it again. */
import { openStore } from '../../src/store/open-store.js';

const store = await openStore(JSON.parse(process.argv[2] ?? ''));
await store.check();
await store.close();
