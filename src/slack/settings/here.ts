import { textsIn } from '../../cards/texts/texts.js';
import type { Lookup } from '../../lookup/types.js';
import type { Settings } from '../../settings.js';
import { type PlacedRequest, placeOf } from '../requests/request-place.js';
import type { Services } from '../services.js';
import { keepFrom, type Outside } from '../workspaces/outside.js';
import type { SettingsPlace } from './known-settings.js';

/** What a listener needs, with the settings of the place where it is asked. */
export interface Here extends Services {
  settings: Settings;
}

/** The services as the settings of a place want them: filters, the group to ask, the language. */
export async function servicesIn(services: Services, place: SettingsPlace, outside: Outside = null): Promise<Here> {
  const settings = await services.known.in(place);
  return keepFrom(outside, {
    ...services,
    settings,
    lookup: filtered(services.lookup, settings),
    group: settings.ask ?? services.group,
    texts: textsIn(settings.language),
  });
}

/** The services for a request, by where it comes from. */
export function servicesHere(services: Services, request: PlacedRequest): Promise<Here> {
  return servicesIn(services, placeOf(request), request.context.outside ?? null);
}

function filtered(lookup: Lookup, { product, version }: Settings): Lookup {
  if (product === null && version === null) return lookup;
  const filters = { ...(product === null ? {} : { product }), ...(version === null ? {} : { version }) };
  return {
    ask: (text, options) => lookup.ask(text, { filters, ...options }),
    article: (id) => lookup.article(id),
    suggest: (text, limit) => lookup.suggest(text, limit),
    size: lookup.size,
    refreshed: lookup.refreshed,
  };
}
