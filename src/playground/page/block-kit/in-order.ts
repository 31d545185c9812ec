import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';

/** Draws things that have no names of their own, one after the other: their place is their React key. */
export function InOrder<Thing>(props: {
  of: readonly Thing[];
  draw: (thing: Thing, index: number) => ReactNode;
}): ReactElement {
  return createElement(Fragment, null, ...props.of.map(props.draw));
}
