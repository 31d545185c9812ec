import { afterAll } from 'vitest';
import { expectSurvived } from '../support/faults/in-vitest.js';
import { storeFaults } from '../support/faults/store.js';

const { faults, end } = await storeFaults();
afterAll(end);

expectSurvived('under the store', faults);
