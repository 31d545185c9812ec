import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { noticeCard } from '../../cards/notice-card.js';
import { unpackWindow } from '../../cards/settings-modal.js';
import type { Card } from '../../cards/types.js';
import { type Click, openWindow } from '../actions/click.js';
import { guarded } from '../failure.js';
import { privately, triggerExpired, viewIsGone } from '../reply.js';
import type { Services } from '../services.js';
import { within } from '../within.js';
import { channelWithSettings, settingsWindow } from './settings-window.js';

type Arguments = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** Slack waits three seconds for the acknowledgement of a command, and as long for the window. */
const patienceMs = 2_500;

/** Whether somebody types `/kb settings`, also in German. */
export function asksForSettings(text: string): boolean {
  return /^\s*(?:settings|einstellungen)\s*$/i.test(text);
}

/**
 * `/kb settings`: the settings of the channel, in a direct message those of the workspace. What goes wrong is said in the
 * acknowledgement, which reaches people when no call to Slack does.
 */
export async function settingsCommand(services: Services, args: Arguments): Promise<void> {
  const { command, ack, client, context } = args;
  const channel = channelWithSettings(command.channel_id);
  const tell = (card: Card) => ack(privately(card));
  await guarded('command kb settings', services, tell, async () => {
    const wish = { user: command.user_id, team: context.teamId, channel };
    const open = async () => {
      const view = await settingsWindow(services, client, wish, channel);
      await client.views.open({ trigger_id: command.trigger_id, view });
    };
    try {
      await within(patienceMs, open());
    } catch (error) {
      if (!triggerExpired(error)) throw error;
      return tell(noticeCard(services.texts.settings.tooLate));
    }
    await ack();
  });
}

/** "Settings", from a card or the Home tab. */
export async function settings(services: Services, click: Click): Promise<void> {
  const channel = channelWithSettings(click.state.channel);
  await openWindow(click, await settingsWindow(services, click.client, { ...click, channel }, channel));
}

/** From the settings of the channel to those of the workspace, and back, in the same window. */
export async function settingsOf(services: Services, click: Click): Promise<void> {
  await showAnew(services, click);
}

/** Shows the settings of the place that the button names, in the window that holds it. */
export async function showAnew(services: Services, click: Click): Promise<void> {
  const shown = click.view === null ? null : unpackWindow(click.view.metadata);
  if (click.view === null || shown === null) return;
  const channel = channelWithSettings(click.state.channel);
  const view = await settingsWindow(services, click.client, { ...click, channel }, shown.home);
  try {
    await click.client.views.update({ view_id: click.view.id, hash: click.view.hash, view });
  } catch (error) {
    if (!viewIsGone(error)) throw error;
  }
}
