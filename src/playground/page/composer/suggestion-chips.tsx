import { useWorkspace } from '../connection/store.js';
import styles from './suggestion-chips.module.css';

/** Questions to try: one click puts one into the composer. */
export function SuggestionChips({ onChoose }: { onChoose(text: string): void }) {
  const suggestions = useWorkspace((workspace) => workspace.suggestions);
  if (suggestions.length === 0) return null;
  return (
    <fieldset className={styles.chips}>
      <legend className={styles.legend}>Try these</legend>
      {suggestions.map(({ label, text }) => (
        <button key={text} type="button" title={text} className={styles.chip} onClick={() => onChoose(text)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}
