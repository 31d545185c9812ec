import { createRoot } from 'react-dom/client';
import '../theme.css';
import { applyEvent } from '../connection/store.js';
import { Gallery } from './gallery.js';
import type { Exhibits } from './types.js';

/** The cards in the page's own components, one at a time: the address names it after `#`. */
async function open(root: HTMLElement): Promise<void> {
  const { hello, exhibits } = (await (await fetch('./exhibits.json')).json()) as Exhibits;
  applyEvent(hello);
  createRoot(root).render(<Gallery exhibits={exhibits} />);
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
await open(root);
