import { memo } from 'react';
import type { NumberedExchange } from '../../protocol.js';
import { classes } from '../controls/classes.js';
import styles from './exchange-list.module.css';
import { millisecondsText, summaryOf } from './exchange-text.js';

export interface ExchangeRowProps {
  id: string;
  exchange: NumberedExchange;
  /** From 1. */
  position: number;
  count: number;
  isSelected: boolean;
  /** Where it stands in the list, in pixels. */
  top: number;
  height: number;
}

/** One request in the list. */
export const ExchangeRow = memo(function ExchangeRow(row: ExchangeRowProps) {
  const { exchange, isSelected } = row;
  const { number, direction, name, milliseconds, retry } = exchange;
  return (
    <div
      id={row.id}
      role="option"
      tabIndex={-1}
      data-number={number}
      aria-selected={isSelected}
      aria-posinset={row.position}
      aria-setsize={row.count}
      className={styles.row}
      style={{ transform: `translateY(${row.top}px)`, height: row.height }}
    >
      <Arrow direction={direction} />
      <span className={styles.name}>{name}</span>
      <span className={styles.summary}>{summaryOf(exchange)}</span>
      {retry === null ? null : <span className={styles.retry}>retry {retry.attempt}</span>}
      <Outcome exchange={exchange} />
      <span className={styles.milliseconds}>{millisecondsText(milliseconds)}</span>
    </div>
  );
});

/** To the bot goes right, from it comes left. */
export function Arrow({ direction }: Pick<NumberedExchange, 'direction'>) {
  return (
    <>
      <span aria-hidden="true" className={classes(styles.arrow, styles[direction === 'to-bot' ? 'to' : 'from'])}>
        {direction === 'to-bot' ? '→' : '←'}
      </span>
      <span className="visually-hidden">{direction === 'to-bot' ? 'to the bot,' : 'from the bot,'}</span>
    </>
  );
}

/** The error's name, else the status. */
export function Outcome({ exchange: { error, status } }: { exchange: NumberedExchange }) {
  const isBad = error !== null || status === null || status >= 400;
  return (
    <span className={classes(styles.outcome, isBad && styles.bad)}>
      <span className="visually-hidden">{error === null && status !== null ? 'status ' : ''}</span>
      {error ?? status ?? 'no answer'}
    </span>
  );
}
