import { useRef, useState } from 'react';
import { Button } from '../controls/button.js';
import { ExchangeDetail } from './exchange-detail.js';
import { ExchangeList } from './exchange-list.js';
import type { ExchangeFilter } from './exchange-text.js';
import styles from './exchanges-panel.module.css';
import { useExchanges } from './use-exchanges.js';

const directions = { both: 'Both ways', 'to-bot': '→ To the bot', 'from-bot': '← From the bot' } as const;

/** What Slack and the bot say to each other, live. */
export function ExchangesPanel() {
  const [filter, setFilter] = useState<ExchangeFilter>({ text: '', direction: 'both' });
  const [selected, setSelected] = useState<number | null>(null);
  const { shown, held, isPaused, isFiltered, pause, clear, loadOlder } = useExchanges(filter);
  const exchange = shown.find(({ number }) => number === selected);
  const panel = useRef<HTMLElement>(null);

  function close(): void {
    setSelected(null);
    panel.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  }

  return (
    // Esc closes what is open inside before it closes the drawer.
    <section
      ref={panel}
      aria-label="Requests"
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || exchange === undefined) return;
        event.stopPropagation();
        close();
      }}
    >
      <div className={styles.tools}>
        <input
          type="search"
          aria-label="Filter requests"
          placeholder="Filter"
          className={styles.filter}
          value={filter.text}
          onChange={({ target }) => setFilter({ ...filter, text: target.value })}
        />
        <select
          aria-label="Direction"
          className={styles.direction}
          value={filter.direction}
          onChange={({ target }) => setFilter({ ...filter, direction: target.value as ExchangeFilter['direction'] })}
        >
          {Object.entries(directions).map(([direction, label]) => (
            <option key={direction} value={direction}>
              {label}
            </option>
          ))}
        </select>
        <Button isSmall aria-pressed={isPaused} onPress={() => pause(!isPaused)}>
          {isPaused ? `Go on${held > 0 ? ` (${held})` : ''}` : 'Pause'}
        </Button>
        <Button isSmall onPress={clear}>
          Clear
        </Button>
      </div>
      {shown.length === 0 ? <p className={styles.none}>{isFiltered ? 'None fits the filter.' : noneYet}</p> : null}
      <ExchangeList
        exchanges={shown}
        selected={exchange?.number ?? null}
        onSelect={setSelected}
        loadOlder={loadOlder}
      />
      {exchange === undefined ? null : <ExchangeDetail key={exchange.number} exchange={exchange} onClose={close} />}
    </section>
  );
}

const noneYet = 'Each request between Slack and the bot appears here. Type /kb 401.5 in a channel to see some.';
