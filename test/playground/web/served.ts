import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenes } from '../../../src/playground/scenes/scenes.js';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../../src/playground/web/playground.js';
import { type Scene, type SceneOptions, startScene } from '../../support/bot.js';
import { openWindow, type PageClient } from './page-client.js';

export const commands = [{ command: '/kb', description: 'Look up an IIS error', usageHint: '[401.5]' }];
export const shortcuts = [
  {
    type: 'message' as const,
    name: 'Look up this error',
    callbackId: 'kb_lookup_message',
    description: 'In its thread',
  },
  { type: 'global' as const, name: 'Search IIS errors', callbackId: 'kb_search_global', description: 'In a window' },
];

/** The page's server, the local Slack and the real bot. */
export interface Served {
  scene: Scene;
  playground: Playground;
  /** Opens a window, `?as=ben` or nothing. */
  open(search?: string): Promise<PageClient>;
  end(): Promise<void>;
}

/** The scenes are played without pauses. */
export async function serve(
  options: Partial<PlaygroundOptions> = {},
  sceneOptions: SceneOptions = {},
): Promise<Served> {
  const scene = await startScene({ ...sceneOptions, slack: { commands, shortcuts, ...sceneOptions.slack } });
  const playground = await startPlayground(scene.slack, {
    pageFolder: join(tmpdir(), 'no-page-here'),
    ...{ commands, shortcuts, scenes, suggestions: [{ label: '401.5', text: '/kb 401.5' }], scenePace: 0 },
    ...options,
  });
  return {
    scene,
    playground,
    open: (search) => openWindow(playground.url, search),
    async end() {
      await playground.stop();
      await scene.end();
    },
  };
}

/** A built page with these files, and what removes it. */
export async function builtPage(files: Record<string, string>): Promise<{ folder: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'substatus-page-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
