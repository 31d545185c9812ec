import { afterAll } from 'vitest';
import { deliveryFaults } from '../support/faults/deliveries.js';
import { expectSurvived } from '../support/faults/in-vitest.js';
import { createScenes } from '../support/faults/scenes.js';

const scenes = createScenes();
afterAll(() => scenes.end());

expectSurvived('on the way from Slack', deliveryFaults(scenes.over));
