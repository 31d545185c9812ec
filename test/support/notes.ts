import { randomUUID } from 'node:crypto';
import type { Note } from '../../src/store/types.js';

/** A note of a team, with what a test cares about. */
export function note(about: Partial<Note> = {}): Note {
  return {
    id: randomUUID(),
    team: 'T1',
    article: 'S40105',
    author: 'U1',
    authorName: 'ana',
    text: 'on web-07 it was the load balancer',
    message: { channel: 'C1', ts: '1700000000.000100', permalink: 'https://acme.example.com/archives/C1/p1' },
    created: Date.now(),
    edited: null,
    ...about,
  };
}
