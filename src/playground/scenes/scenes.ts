import { failedDeployment } from './failed-deployment.js';
import { identityChange } from './identity-change.js';
import { poolCrash } from './pool-crash.js';
import type { Scene } from './types.js';

/** The scripted incidents, the one to begin with first. */
export const scenes: readonly Scene[] = [identityChange, failedDeployment, poolCrash];
