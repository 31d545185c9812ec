import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Hello, Shortcut, SlashCommand, Suggestion } from '../protocol.js';
import type { Scene } from '../scenes/types.js';
import type { ServedSlack } from '../server/local-slack.js';
import { requestUrl } from '../server/request-url.js';
import type { Change, User } from '../server/types.js';
import { answerFrame } from './answer-frame.js';
import type { Gateway } from './answers/types.js';
import { sendText, servePage } from './page-files.js';
import { PageWindow } from './page-window.js';
import { freePerson, nobodyNamed, personNamed } from './people.js';
import { ReadMarks } from './read-marks.js';
import { SceneStage } from './scene-stage.js';
import { channelsFor, isOutsideThreads } from './sight.js';
import { Windows } from './windows.js';

export interface PlaygroundOptions {
  /** Where `npm run build` put the page. */
  pageFolder: string;
  /** The app's slash commands and shortcuts, from its manifest. */
  commands: readonly SlashCommand[];
  shortcuts: readonly Shortcut[];
  scenes: readonly Scene[];
  suggestions: readonly Suggestion[];
  /** 1 (the default) plays scenes as written, 0 without pauses. */
  scenePace?: number;
}

export interface Playground {
  /** The page's address: the local Slack's own port. */
  readonly url: string;
  /** Closes every window. The local Slack goes on. */
  stop(): Promise<void>;
}

/** A message of 40,000 characters takes a sixth of it. */
const maxFrameBytes = 1024 * 1024;

/** Serves the page beside the local Slack, at `/`, and what is live in it over the WebSocket `/page`. */
export async function startPlayground(slack: ServedSlack, options: PlaygroundOptions): Promise<Playground> {
  const marks = new ReadMarks(slack);
  const stage = new SceneStage(slack, options.scenes, options.scenePace ?? 1);
  const gateway: Gateway = { slack, marks, stage };
  const windows = new Windows(slack, marks, (user) => hello(gateway, options, user));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes });
  const ends = [
    slack.changes((change) => follow(change, gateway, windows)),
    marks.subscribe((mark) => windows.onRead(mark)),
    stage.subscribe((scene) => windows.onScene(scene)),
    slack.serveBeside({
      request(request, response) {
        const name = nameIn(request);
        if (name !== null && personNamed(slack, name) === null) sendText(response, 404, nobodyNamed(slack, name));
        else void servePage(options.pageFolder, request, response);
      },
      upgrade(request, stream, head) {
        const name = nameIn(request);
        const user = name === null ? freePerson(slack, windows.people) : personNamed(slack, name);
        if (requestUrl(request).pathname !== '/page' || user === null) return refuseUpgrade(stream);
        sockets.handleUpgrade(request, stream, head, (socket) => {
          const person = slack.as(user.name);
          windows.add(new PageWindow(socket, person, (frame) => answerFrame(gateway, person, frame)));
        });
      },
    }),
  ];
  return {
    url: `${slack.url}/`,
    async stop() {
      for (const end of ends) end();
      stage.clear();
      windows.closeAll();
      sockets.close();
    },
  };
}

function follow(change: Change, { marks, stage }: Gateway, windows: Windows): void {
  if (change.type === 'reset') {
    marks.restart();
    stage.clear();
    return windows.greetAll();
  }
  if (change.type === 'message' || change.type === 'message_deleted') {
    marks.note(change.message, change.type === 'message_deleted');
  }
  windows.onChange(change);
  // Who writes in a channel has read it.
  if (change.type === 'message' && change.message.ephemeral_to === undefined && isOutsideThreads(change.message)) {
    marks.set(change.message.user, change.message.channel, change.message.ts);
  }
}

function hello({ slack, marks, stage }: Gateway, options: PlaygroundOptions, me: User): Hello {
  return {
    type: 'hello',
    team: slack.team,
    me,
    users: [...slack.users],
    bot: slack.botUser,
    botIsOnline: slack.botIsOnline,
    channels: channelsFor(slack, me, marks),
    commands: [...options.commands],
    shortcuts: [...options.shortcuts],
    views: slack.views(me.name),
    home: slack.as(me.name).home(),
    scenes: stage.list(),
    suggestions: [...options.suggestions],
    trouble: slack.trouble,
  };
}

/** The name in `?as=ana`; null without one. */
function nameIn(request: IncomingMessage): string | null {
  return requestUrl(request).searchParams.get('as');
}

function refuseUpgrade(stream: Duplex): void {
  stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
}
