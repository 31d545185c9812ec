import { titleOf } from '../../cards/article-facts.js';
import { notesModal } from '../../cards/notes-modal.js';
import type { CardState, ModalView } from '../../cards/types.js';
import type { Services } from '../services.js';
import { mayChange } from './may-change.js';

type Person = { user: string; team: string | undefined };

/** The window of an article's notes, for the person who looks. @param done what has just been done, said at the top */
export async function notesWindow(
  { lookup, notes, log, texts }: Pick<Services, 'lookup' | 'notes' | 'log' | 'texts'>,
  client: Parameters<typeof mayChange>[0],
  person: Person,
  state: CardState & { article: string },
  done?: string,
): Promise<ModalView> {
  const about = notes?.of(person.team)?.about(state.article) ?? [];
  const article = lookup.article(state.article);
  return notesModal(texts, {
    title: article === null ? state.article : titleOf(article),
    notes: about,
    state,
    mayChange: await mayChange(client, person, about, log),
    ...(done === undefined ? {} : { done }),
  });
}
