import type { NumberedExchange } from '../../protocol.js';
import { IconButton } from '../controls/icon-button.js';
import { CloseIcon } from '../icons.js';
import { CopyButton, prettyJson } from './copy-button.js';
import styles from './exchange-detail.module.css';
import { Arrow, Outcome } from './exchange-row.js';
import { millisecondsText } from './exchange-text.js';
import { JsonTree } from './json-tree.js';

/** All of one request: when, how long, what went there and what came back. */
export function ExchangeDetail({ exchange, onClose }: { exchange: NumberedExchange; onClose(): void }) {
  const { number, name, direction, at, milliseconds, payload, response, retry } = exchange;
  return (
    <section aria-label={`Request ${number}`} className={styles.detail}>
      <header className={styles.header}>
        <div className={styles.title}>
          <Arrow direction={direction} />
          <h3 className={styles.name}>{name}</h3>
          <Outcome exchange={exchange} />
        </div>
        <IconButton label="Close the request" onPress={onClose}>
          <CloseIcon size={16} />
        </IconButton>
      </header>
      <p className={styles.facts}>
        #{number}, {direction === 'to-bot' ? 'Slack to the bot' : 'the bot to Slack'}, {timeText(at)},{' '}
        {millisecondsText(milliseconds)}
        {retry === null ? '' : `, delivered again (retry ${retry.attempt}, because of ${retry.reason})`}
      </p>
      <Part title="Payload" value={payload} openLevels={2} />
      <Part title="Response" value={response} openLevels={2} />
    </section>
  );
}

function Part({ title, value, openLevels }: { title: string; value: unknown; openLevels: number }) {
  return (
    <>
      <div className={styles.part}>
        <h4 className={styles.partTitle}>{title}</h4>
        {value === null ? null : (
          <CopyButton text={() => prettyJson(value)}>{`Copy ${title.toLowerCase()}`}</CopyButton>
        )}
      </div>
      {value === null ? (
        <p className={styles.facts}>Nothing</p>
      ) : (
        <JsonTree label={title} value={value} openLevels={openLevels} />
      )}
    </>
  );
}

function timeText(at: number): string {
  const time = new Date(at);
  return `${time.toLocaleTimeString('en-GB')}.${String(time.getMilliseconds()).padStart(3, '0')}`;
}
