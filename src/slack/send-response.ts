import { type RespondArguments, RespondError, type RespondFn } from '@slack/bolt';

/** What Slack says of blocks that it will not take; as a status, it says no more. */
const aboutBlocks = /^(invalid_blocks|invalid_blocks_format|msg_blocks_too_long|status 400)$/;

/**
 * Sends a message to the address that came with a request. Bolt's `respond` goes past the Web API's client, so a refusal is
 * read here: it may come with a status that looks like success. When Slack refuses the blocks, the card's text is sent alone.
 * @throws Error for any other refusal, RespondError when the address is used up or too old
 */
export async function sendResponse(respond: RespondFn, message: RespondArguments): Promise<void> {
  const refusal = await tryToSend(respond, message);
  if (refusal === null) return;
  if ('blocks' in message && aboutBlocks.test(refusal)) {
    const { blocks, ...words } = message;
    return sendResponse(respond, words);
  }
  throw new Error(`Slack refused a message to a response_url: ${refusal}`);
}

/** Null when it was taken, else why not. */
async function tryToSend(respond: RespondFn, message: RespondArguments): Promise<string | null> {
  try {
    return refusalIn(await (await respond(message)).text());
  } catch (error) {
    if (error instanceof RespondError && error.statusCode === 400) return 'status 400';
    throw error;
  }
}

/** Slack answers `ok`, or JSON with the error's name. */
function refusalIn(body: string): string | null {
  return /"ok"\s*:\s*false/.test(body) ? (/"error"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? body) : null;
}
