/** The parts of the page in the order of F6, and what takes the focus in each, the first that is there. */
const regions = [
  { part: '[data-region="sidebar"]', focus: ['[aria-current="page"]', '[data-entry]'] },
  { part: '[data-region="channel"]', focus: ['[data-ts][tabindex="0"]', '[role="tab"][tabindex="0"]'] },
  { part: '[data-region="channel"]', focus: ['textarea'] },
  { part: '[data-region="thread"]', focus: ['[data-ts][tabindex="0"]'] },
  { part: '[data-region="thread"]', focus: ['textarea'] },
  { part: 'aside[aria-label="Inspector"]', focus: ['[role="tab"][tabindex="0"]', 'button'] },
];

/** The next part that is there, or the one before; around at the end. */
export function focusRegion(step: 1 | -1): void {
  const stops = regions.flatMap(({ part, focus }) => {
    const found = focus.map((selector) => document.querySelector<HTMLElement>(`${part} ${selector}`));
    const element = found.find((one) => one !== null);
    return element === undefined || element === null ? [] : [{ element, part }];
  });
  const here = stops.findLastIndex(({ element, part }) => isWithin(element, part));
  const next = here === -1 ? (step === 1 ? 0 : stops.length - 1) : (here + step + stops.length) % stops.length;
  stops[next]?.element.focus();
}

/** Whether the focus is at this stop: on it, or in the same list or field. */
function isWithin(stop: HTMLElement, part: string): boolean {
  const focused = document.activeElement;
  if (focused === null || focused.closest(part) === null) return false;
  if (stop === focused) return true;
  const isField = stop.tagName === 'TEXTAREA';
  return isField ? focused.closest('ul') === null : focused.tagName !== 'TEXTAREA';
}
