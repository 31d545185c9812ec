import type { TroubleRequest } from '../../protocol.js';
import { request } from '../connection/client.js';
import { reportFailure } from '../toasts/report.js';

/** Orders trouble; what then stands comes back as an event. */
export function makeTrouble(trouble: TroubleRequest): void {
  request('trouble', trouble).catch(reportFailure);
}
