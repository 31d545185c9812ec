import { useState } from 'react';
import { useWorkspace } from '../connection/store.js';
import { Button } from '../controls/button.js';
import { errorsOf, type Method, methods } from './failures.js';
import { makeTrouble } from './make-trouble.js';
import { Choice, TroubleCard } from './trouble-card.js';

const methodOptions = methods.map((method) => [method, method] as const);
const timesOptions = ['1', '2', '5', '20'].map((times) => [times, times] as const);
const pauseOptions = ['1', '5', '30'].map((seconds) => [seconds, `${seconds} s`] as const);

/** Calls of the bot that Slack refuses: because of too many requests, or with an error. */
export function FailingCalls() {
  return (
    <>
      <RateLimit />
      <FailNext />
    </>
  );
}

function RateLimit() {
  const rateLimited = useWorkspace(({ trouble }) => trouble.rateLimited);
  const [method, setMethod] = useState<Method>('chat.postMessage');
  const [times, setTimes] = useState('1');
  const [retryAfter, setRetryAfter] = useState('1');
  const state = Object.entries(rateLimited).map(([name, count]) => `${name}: ${count} more`);
  return (
    <TroubleCard
      title="Too many requests (429)"
      sentence="Slack refuses the next calls of a method and says how long to wait. The bot should wait and try again."
      state={state.join(', ') || 'Off'}
      isOn={state.length > 0}
    >
      <Choice label="Method" value={method} options={methodOptions} onChange={(one) => setMethod(one)} />
      <Choice label="Calls" value={times} options={timesOptions} onChange={setTimes} />
      <Choice label="Wait" value={retryAfter} options={pauseOptions} onChange={setRetryAfter} />
      <Button
        isSmall
        onPress={() => makeTrouble({ kind: 'rateLimit', method, times: Number(times), retryAfter: Number(retryAfter) })}
      >
        Refuse
      </Button>
    </TroubleCard>
  );
}

function FailNext() {
  const failing = useWorkspace(({ trouble }) => trouble.failing);
  const [method, setMethod] = useState<Method>('chat.postMessage');
  const [chosen, setChosen] = useState('');
  const errors = errorsOf(method);
  const error = errors.find((one) => one === chosen) ?? errors[0] ?? '';
  const state = Object.entries(failing).map(([name, failure]) => `${name}: ${failure}`);
  return (
    <TroubleCard
      title="Fail the next call"
      sentence="Slack answers the next call of a method with an error of your choice. The bot should say what happened."
      state={state.join(', ') || 'Off'}
      isOn={state.length > 0}
    >
      <Choice label="Method" value={method} options={methodOptions} onChange={(one) => setMethod(one)} />
      <Choice label="Error" value={error} options={errors.map((one) => [one, one] as const)} onChange={setChosen} />
      <Button isSmall onPress={() => makeTrouble({ kind: 'failNext', method, error, times: 1 })}>
        Fail
      </Button>
    </TroubleCard>
  );
}
