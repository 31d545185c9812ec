import type { SceneInfo } from '../protocol.js';
import { playScene } from '../scenes/play-scene.js';
import type { Scene } from '../scenes/types.js';
import { SlackError } from '../server/slack-error.js';
import { Listeners } from '../server/state/listeners.js';
import type { LocalSlack } from '../server/types.js';

/** The scripted incidents, one of which may be playing. */
export class SceneStage {
  readonly #slack: LocalSlack;
  readonly #scenes: readonly Scene[];
  readonly #pace: number;
  readonly #played = new Set<Scene>();
  readonly #listeners = new Listeners<SceneInfo>();
  #playing: { scene: Scene; end: AbortController } | null = null;

  constructor(slack: LocalSlack, scenes: readonly Scene[], pace: number) {
    this.#slack = slack;
    this.#scenes = scenes;
    this.#pace = pace;
  }

  list(): SceneInfo[] {
    return this.#scenes.map((scene) => this.#info(scene));
  }

  /** Plays a scene to its end, or until `clear()`. Rejects when another one is playing, and when the bot does not answer. */
  async play(name: string): Promise<void> {
    const scene = this.#named(name);
    if (this.#playing !== null) {
      throw new SlackError('invalid_request', [`"${this.#playing.scene.title}" is still playing; one scene at a time`]);
    }
    const end = new AbortController();
    this.#playing = { scene, end };
    this.#listeners.tell(this.#info(scene));
    try {
      await playScene(this.#slack, scene, { pace: this.#pace, signal: end.signal });
      this.#played.add(scene);
    } catch (error) {
      if (!end.signal.aborted) throw error;
    } finally {
      if (!end.signal.aborted) {
        this.#playing = null;
        this.#listeners.tell(this.#info(scene));
      }
    }
  }

  /** Ends what is playing; every scene is as new. Nobody is told. */
  clear(): void {
    this.#playing?.end.abort();
    this.#playing = null;
    this.#played.clear();
  }

  /** Calls the listener when a scene begins or ends. */
  subscribe(listener: (scene: SceneInfo) => void): () => void {
    return this.#listeners.add(listener);
  }

  #named(name: string): Scene {
    const scene = this.#scenes.find((one) => one.name === name);
    if (scene !== undefined) return scene;
    const there = this.#scenes.map((one) => one.name).join(', ') || 'none';
    throw new SlackError('invalid_request', [`there is no scene "${name}"; there: ${there}`]);
  }

  #info(scene: Scene): SceneInfo {
    const { name, title, summary } = scene;
    const channel = this.#slack.channel(scene.channel).id;
    const isPlaying = this.#playing?.scene === scene;
    const state = isPlaying ? 'playing' : this.#played.has(scene) ? 'played' : 'ready';
    return { name, title, summary, channel, state };
  }
}
