import { useEffect, useState } from 'react';
import type { PageChannel } from '../../protocol.js';
import type { Message } from '../../server/types.js';
import { typedForm } from '../composer/typed-form.js';
import { useWorkspace } from '../connection/store.js';
import { personOf } from '../shell/people.js';

const kept = 5;

/** Tells a screen reader of messages that come in: the list itself holds only those in sight. Use with a key for the channel. */
export function Announcer({ channel }: { channel: PageChannel }) {
  const newest = useWorkspace(({ conversations }) => conversations[channel.id]?.messages.at(-1));
  const users = useWorkspace((workspace) => workspace.users);
  const me = useWorkspace((workspace) => workspace.me.id);
  const spoken = (text: string): string =>
    typedForm(text, { userName: (id) => personOf(users, id).name, channelName: () => null });
  const [since] = useState(() => Date.now() / 1000);
  const [said, setSaid] = useState<readonly Message[]>([]);
  useEffect(() => {
    if (newest === undefined || newest.user === me || Number(newest.ts) < since) return;
    setSaid((before) => [...before.filter(({ ts }) => ts !== newest.ts), newest].slice(-kept));
  }, [newest, me, since]);
  return (
    <div role="log" aria-label="New messages" aria-live="polite" className="visually-hidden">
      {said.map(({ ts, user, text }) => (
        <p key={ts}>
          {personOf(users, user).name}: {spoken(text)}
        </p>
      ))}
    </div>
  );
}
