import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of articles that a test writes and changes. */
export interface KbFolder {
  path: string;
  /** Writes an article as a team would. */
  write(id: string, title: string, symptoms: string): Promise<void>;
  /** Writes any text under an article's name. */
  writeText(id: string, text: string): Promise<void>;
  remove(id: string): Promise<void>;
  end(): Promise<void>;
}

export async function kbFolder(): Promise<KbFolder> {
  const path = await mkdtemp(join(tmpdir(), 'substatus-kb-'));
  const file = (id: string): string => join(path, `${id}.md`);
  const writeText = (id: string, text: string): Promise<void> => writeFile(file(id), text);
  return {
    path,
    writeText,
    write: (id, title, symptoms) => writeText(id, articleText(id, title, symptoms)),
    remove: (id) => rm(file(id)),
    end: () => rm(path, { recursive: true, force: true }),
  };
}

function articleText(id: string, title: string, symptoms: string): string {
  return `---
title: "${id}: ${title}"
---

Article: ${id}
Product(s): Internet Information Services
Version(s): 10.0
Last Modified: 20-NOV-2026

SYMPTOMS
========

${symptoms}

CAUSE
=====

Somebody changed a setting.

RESOLUTION
==========

1. Change it back.
`;
}
