import { expect, it } from 'vitest';
import { startScene } from '../support/bot.js';
import { head, openRawSocket } from '../support/raw-socket.js';
import { signed } from '../support/signed-request.js';

it('answers what comes down a line that a load balancer keeps while the bot stops, and says that it was the last', async () => {
  const scene = await startScene({ transport: 'http' });
  const port = scene.httpPort ?? expect.fail('no port');
  let triggers = 0;
  const command = () => {
    triggers += 1;
    const who = { team_id: scene.slack.team.id, user_id: 'U1', channel_id: 'C1', trigger_id: `7.${triggers}` };
    const body = new URLSearchParams({ command: '/kb', text: 'help', ...who });
    const { text, headers } = signed({ body, secret: scene.slack.signingSecret });
    return head('POST /slack/events HTTP/1.1', { ...headers, 'content-length': String(text.length) }) + text;
  };
  const kept = await openRawSocket(port);
  const atRest = await openRawSocket(port);
  for (const line of [kept, atRest]) {
    line.send(command());
    await expect.poll(() => line.received).toContain('Ask with an error code');
    expect(line.received).toContain('Connection: keep-alive');
  }
  const stopped = scene.bot.stop();
  await expect.poll(async () => (await openRawSocket(port)).send('')).toBe(false);
  const before = kept.received.length;
  kept.send(command());
  const answer = (await kept.closed).slice(before);
  expect(answer).toContain('Ask with an error code');
  expect(answer).toContain('Connection: close');
  expect((await atRest.closed).match(/HTTP\/1\.1 200/g)).toHaveLength(1);
  await stopped;
  await scene.slack.stop();
});
