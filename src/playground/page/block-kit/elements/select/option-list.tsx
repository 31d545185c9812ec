import { Header, ListBox, ListBoxItem, ListBoxSection, Popover } from 'react-aria-components';
import { InOrder } from '../../in-order.js';
import menu from '../menu.module.css';
import type { Choice, ChoiceGroup } from './options.js';

/** The list that a select opens. */
export function OptionList({ groups, empty }: { groups: readonly ChoiceGroup[]; empty: string }) {
  return (
    <Popover className={menu.popover ?? ''} placement="bottom start">
      <ListBox className={menu.list ?? ''} renderEmptyState={() => <div className={menu.empty}>{empty}</div>}>
        <InOrder of={groups} draw={optionGroup} />
      </ListBox>
    </Popover>
  );
}

function optionGroup({ label, choices }: ChoiceGroup) {
  if (label === null) return choices.map(optionItem);
  return (
    <ListBoxSection aria-label={label || 'Options'}>
      <Header className={menu.heading ?? ''}>{label}</Header>
      {choices.map(optionItem)}
    </ListBoxSection>
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
