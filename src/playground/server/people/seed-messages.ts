import { findUser } from '../reading.js';
import type { Channel, Message, SeedMessage } from '../types.js';
import type { Workspace } from '../workspace.js';
import { authorship, typedContent } from './typing.js';

/** Puts what was said before into the channels. Throws for a channel or a person that is not there. */
export function seedMessages(workspace: Workspace, seeds: readonly SeedMessage[]): void {
  const messages = seeds.flatMap((seed, index) => {
    const channel = workspace.directory.channel(seed.channel);
    if (channel === null) throw new Error(`the seed has a message for ${seed.channel}, which is not there`);
    const first = (index + 1) * 1000;
    const parent = oldMessage(workspace, channel, seed, first);
    const replies = (seed.replies ?? []).map((reply, nth) => ({
      ...oldMessage(workspace, channel, reply, first + nth + 1),
      thread_ts: parent.ts,
    }));
    return [parent, ...replies];
  });
  workspace.messages.load(messages.sort((one, other) => Number(one.ts) - Number(other.ts)));
}

function oldMessage(workspace: Workspace, channel: Channel, seed: Omit<SeedMessage, 'channel'>, nth: number): Message {
  const user = findUser(workspace, seed.who);
  const { clock, team } = workspace;
  const reactions = Object.entries(seed.reactions ?? {}).map(([name, who]) => {
    const users = who.map((one) => findUser(workspace, one).id);
    return { name, users, count: users.length };
  });
  return {
    ...{ type: 'message', channel: channel.id, user: user.id, team: team.id },
    ts: clock.tsAt(clock.now() - seed.minutesAgo * 60_000, nth),
    ...authorship(user, team),
    ...typedContent(workspace, seed.text),
    ...(reactions.length === 0 ? {} : { reactions }),
  };
}
