import { Header, ListBox, ListBoxItem, ListBoxSection, Popover } from 'react-aria-components';
import menu from '../menu.module.css';
import type { Choice, ChoiceGroup } from './options.js';

/** The list that a select opens. */
export function OptionList({ groups, empty }: { groups: readonly ChoiceGroup[]; empty: string }) {
  return (
    <Popover className={menu.popover ?? ''} placement="bottom start">
      <ListBox className={menu.list ?? ''} renderEmptyState={() => <div className={menu.empty}>{empty}</div>}>
        {groups.map(({ label, choices }) =>
          label === null ? (
            choices.map(optionItem)
          ) : (
            <ListBoxSection key={label} aria-label={label}>
              <Header className={menu.heading ?? ''}>{label}</Header>
              {choices.map(optionItem)}
            </ListBoxSection>
          ),
        )}
      </ListBox>
    </Popover>
  );
}

function optionItem({ value, label, description }: Choice) {
  return (
    <ListBoxItem key={value} id={value} textValue={label} className={menu.item ?? ''}>
      {label}
      {description !== '' && <span className={menu.description}>{description}</span>}
    </ListBoxItem>
  );
}
