import type { Delivered } from '../../protocol.js';
import type { DeliveryError } from '../../server/types.js';
import { RequestError } from '../connection/request-error.js';
import { showToast } from './toasts.js';

const explanations: Record<DeliveryError, string> = {
  operation_timeout: 'The app did not acknowledge within 3 seconds.',
  dispatch_failed: 'The app could not be reached, or it answered with an error.',
  invalid_command_response: 'Slack refused what the app answered.',
  unknown_command: 'The app has no such command.',
};

/** Tells the person when the app did not get it, or answered what Slack refuses. Gives back what came in. */
export function reportDelivery<Result extends Delivered>(delivered: Result): Result {
  const { error, problems = [] } = delivered;
  if (error !== null) showToast({ tone: 'error', code: error, text: explanations[error], details: problems });
  return delivered;
}

/** Tells the person of a request that the server refused. */
export function reportFailure(error: unknown): void {
  if (error instanceof RequestError) showToast({ tone: 'error', code: error.code, text: error.message });
  else showToast({ tone: 'error', code: null, text: String(error) });
}
