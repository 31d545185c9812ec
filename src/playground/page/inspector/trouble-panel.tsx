import { useEffect, useState } from 'react';
import { useWorkspace } from '../connection/store.js';
import { Button } from '../controls/button.js';
import { BotInChannels } from './bot-in-channels.js';
import { FailingCalls } from './failing-calls.js';
import { makeTrouble } from './make-trouble.js';
import styles from './trouble.module.css';
import { Choice, TroubleCard } from './trouble-card.js';

/** Switches that make trouble as Slack and networks do, to see how the bot takes it. */
export function TroublePanel() {
  return (
    <div className={styles.panel}>
      <Socket />
      <Delay />
      <FailingCalls />
      <Duplicate />
      <Triggers />
      <BotInChannels />
    </div>
  );
}

function Socket() {
  const isOnline = useWorkspace(({ botIsOnline }) => botIsOnline);
  const [wasDropped, setWasDropped] = useState(false);
  useEffect(() => {
    if (!isOnline) setWasDropped(true);
  }, [isOnline]);
  const online = wasDropped ? 'Connected again' : 'Connected';
  return (
    <TroubleCard
      title="Drop the socket"
      sentence="Cuts the bot’s connection without a goodbye. It connects again by itself; what you ask until then fails."
      state={isOnline ? online : 'Not connected'}
      isOn={!isOnline}
    >
      <Button isSmall onPress={() => makeTrouble({ kind: 'dropSockets' })}>
        Drop now
      </Button>
    </TroubleCard>
  );
}

const delays = [
  ['0', 'Not at all'],
  ['500', '0.5 s'],
  ['2000', '2 s, still in time'],
  ['4000', '4 s, too late'],
] as const;

function Delay() {
  const delayMs = useWorkspace(({ trouble }) => trouble.delayMs);
  const value = String(delayMs);
  const isListed = delays.some(([milliseconds]) => milliseconds === value);
  return (
    <TroubleCard
      title="Delay deliveries"
      sentence="Everything that Slack sends takes longer to arrive. The bot has 3 seconds in all to acknowledge; after that Slack gives up."
      state={delayMs === 0 ? 'Off' : `${delayMs} ms`}
      isOn={delayMs > 0}
    >
      <Choice
        label="By"
        value={value}
        options={isListed ? delays : [...delays, [value, `${value} ms`]]}
        onChange={(milliseconds) => makeTrouble({ kind: 'delay', milliseconds: Number(milliseconds) })}
      />
    </TroubleCard>
  );
}

function Duplicate() {
  const isOrdered = useWorkspace(({ trouble }) => trouble.duplicateNext);
  return (
    <TroubleCard
      title="Deliver twice"
      sentence="The next event (a mention, a message to the bot) arrives twice, as Slack does when it is unsure. The bot should answer once."
      state={isOrdered ? 'The next event' : 'Off'}
      isOn={isOrdered}
    >
      <Button isSmall onPress={() => makeTrouble({ kind: 'duplicateNext' })}>
        Deliver the next one twice
      </Button>
    </TroubleCard>
  );
}

function Triggers() {
  const expired = useWorkspace(({ trouble }) => trouble.expiredTriggers);
  return (
    <TroubleCard
      title="Expire the trigger"
      sentence="The next button that should open a window comes too late for it, as if the bot had taken longer than 3 seconds."
      state={expired === 0 ? 'Off' : counted(expired, 'trigger')}
      isOn={expired > 0}
    >
      <Button isSmall onPress={() => makeTrouble({ kind: 'expireTriggers' })}>
        Expire the next one
      </Button>
    </TroubleCard>
  );
}

function counted(count: number, noun: string): string {
  return count === 1 ? `The next ${noun}` : `The next ${count} ${noun}s`;
}
