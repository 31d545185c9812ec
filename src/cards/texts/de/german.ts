import type { Texts } from '../texts.js';
import { answer } from './answer.js';
import { article } from './article.js';
import { buttons } from './buttons.js';
import { codes } from './codes.js';
import { digest } from './digest.js';
import { feedback } from './feedback.js';
import { followUp } from './follow-up.js';
import { help } from './help.js';
import { home } from './home.js';
import { notes } from './notes.js';
import { notices } from './notices.js';
import { reasons } from './reasons.js';
import { search } from './search.js';
import { settings } from './settings.js';

/** Every fixed text in German. */
export const german: Texts = {
  answer,
  article,
  buttons,
  codes,
  digest,
  feedback,
  followUp,
  help,
  home,
  notes,
  notices,
  reasons,
  search,
  settings,
};
