import { useWorkspace } from '../connection/store.js';
import { makeTrouble } from './make-trouble.js';
import styles from './trouble.module.css';
import { TroubleCard } from './trouble-card.js';

/** In which channels the bot is. */
export function BotInChannels() {
  const channels = useWorkspace((workspace) => workspace.channels);
  const bot = useWorkspace((workspace) => workspace.bot);
  const removed = useWorkspace(({ trouble }) => trouble.withoutBot.length);
  return (
    <TroubleCard
      title="Remove or invite the bot"
      sentence="Where it is no member, the bot hears no mention and may not post; commands and buttons still work."
      state={removed === 0 ? 'None removed' : `Removed from ${removed}`}
      isOn={removed > 0}
    >
      <ul className={styles.channels}>
        {channels
          .filter(({ kind }) => kind !== 'im')
          .map(({ id, name, members }) => (
            <li key={id}>
              <label className={styles.member}>
                <input
                  type="checkbox"
                  checked={members.includes(bot.id)}
                  onChange={({ target }) =>
                    makeTrouble({ kind: target.checked ? 'inviteBot' : 'removeBot', channel: id })
                  }
                />
                {bot.name} is in #{name}
              </label>
            </li>
          ))}
      </ul>
    </TroubleCard>
  );
}
