import { afterAll } from 'vitest';
import { callFaults } from '../support/faults/calls.js';
import { expectSurvived } from '../support/faults/in-vitest.js';
import { createScenes } from '../support/faults/scenes.js';

const scenes = createScenes();
afterAll(() => scenes.end());

expectSurvived('on the way to Slack', callFaults(scenes.over('socket')));
