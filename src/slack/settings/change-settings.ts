import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { unpackWindow } from '../../cards/settings-modal.js';
import { readSubmission } from '../../cards/settings-submission.js';
import type { Click } from '../actions/click.js';
import { guarded } from '../failure.js';
import type { Services } from '../services.js';
import { servicesIn } from './here.js';
import { mayChange } from './may-change.js';
import { showAnew } from './open-settings.js';
import { channelWithSettings } from './settings-window.js';

type Arguments = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/**
 * The settings window was submitted. Whether this person may change them is asked again, and what they changed is on the
 * disk, with who did it, before the window closes.
 */
export async function saveSettings(all: Services, args: Arguments): Promise<void> {
  const { view, body, context, ack, client } = args;
  const shown = unpackWindow(view.private_metadata);
  const [block = ''] = Object.keys(view.state.values);
  const refuse = (text: string, at = block) => ack({ response_action: 'errors', errors: { [at]: text } });
  const services = await servicesIn(all, { team: context.teamId, channel: shown?.channel ?? undefined });
  const { texts, settingsDoor: door, log } = services;
  const tell = () => refuse(texts.settings.notSaved);
  await guarded('view settings', services, tell, async () => {
    if (shown === null || door === null) return refuse(texts.settings.notSaved);
    const submitted = readSubmission(texts, view.state.values, shown.shown);
    if ('errors' in submitted) return ack({ response_action: 'errors', errors: submitted.errors });
    const wish = { user: body.user.id, team: context.teamId, channel: shown.channel };
    const right = await mayChange(client, log, wish);
    if (!right.may) return refuse(right.because === 'unknown' ? texts.settings.rightNotKnown : texts.settings.mayNot);
    const { values } = submitted;
    await door.change({ team: wish.team ?? '', channel: wish.channel, person: wish.user, at: Date.now(), values });
    await ack();
  });
}

/** "Reset to default": what was set in the window's place is given up, when this person may. */
export async function resetSettings(services: Services, click: Click): Promise<void> {
  const { settingsDoor: door, log } = services;
  const { team = '', user, client } = click;
  const channel = channelWithSettings(click.state.channel);
  if (door === null) return;
  const right = await mayChange(client, log, { user, team: click.team, channel });
  if (right.may) {
    const set = await door.read(team, channel);
    const names = Object.keys(channel === null ? set.workspace : set.channel);
    const values = Object.fromEntries(names.map((name) => [name, null]));
    await door.change({ team, channel, person: user, at: Date.now(), values });
  }
  await showAnew(services, click);
}
