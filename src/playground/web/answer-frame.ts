import { z } from 'zod';
import type { PageRequests, Reply, RequestName } from '../protocol.js';
import { parseJson } from '../server/json.js';
import { SlackError } from '../server/slack-error.js';
import type { Person } from '../server/types.js';
import { answers } from './answers/answers.js';
import type { Gateway } from './answers/types.js';
import { requestSchemas } from './request-schemas.js';

/** The id of the reply to a frame that has none. */
const noId = 0;

const envelope = z.strictObject({ id: z.int().min(0), name: z.string(), params: z.unknown() });

/** Reads a frame, does what it asks, and gives the reply. Never rejects: whatever goes wrong is in the reply. */
export async function answerFrame(gateway: Gateway, person: Person, frame: string): Promise<Reply> {
  const said = parseJson(frame);
  const id = idIn(said);
  try {
    if (said === undefined) throw new SlackError('invalid_request', ['this frame is not JSON']);
    const { name, params } = checked(envelope, said, 'request');
    if (!isRequestName(name)) {
      const there = Object.keys(requestSchemas).join(', ');
      throw new SlackError('invalid_request', [`there is no request "${name.slice(0, 100)}"; there: ${there}`]);
    }
    return { type: 'reply', id, result: await run(gateway, person, name, params) };
  } catch (error) {
    return { type: 'reply', id, error: refusalOf(error) };
  }
}

async function run<Name extends RequestName>(
  gateway: Gateway,
  person: Person,
  name: Name,
  params: unknown,
): Promise<PageRequests[Name]['out']> {
  return answers[name](gateway, person, checked(requestSchemas[name], params, `params of ${name}`));
}

/** Throws invalid_request with every place that is wrong. */
function checked<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const problems = error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
  throw new SlackError('invalid_request', [`${what}: ${problems.join('; ')}`]);
}

function idIn(said: unknown): number {
  const { success, data } = z.looseObject({ id: z.int().min(0) }).safeParse(said);
  return success ? data.id : noId;
}

function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requestSchemas, name);
}

/** What a reply says of anything that was thrown. The local Slack throws plain errors at what a client would not offer. */
function refusalOf(error: unknown): { code: string; message: string } {
  if (error instanceof SlackError) return { code: error.code, message: error.messages.join('; ') || error.code };
  if (error instanceof Error && error.name === 'Error') return { code: 'invalid_request', message: error.message };
  return { code: 'internal_error', message: String(error) };
}
