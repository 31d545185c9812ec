import { describe, expect, it } from 'vitest';
import { originOf, ownerOf } from '../../../src/slack/workspaces/origin.js';

/** The shapes of Slack's payloads, with the fields that say where they come from. */
const alone = { team: 'T0HOST', enterprise: null, isOrgWide: false, isOutsider: false };
const authorization = { enterprise_id: null, team_id: 'T0HOST', user_id: 'U0BOT', is_bot: true };

describe('whose request it is', () => {
  it.each([
    [
      'a mention',
      {
        type: 'event_callback',
        ...{ team_id: 'T0HOST', context_team_id: 'T0HOST', context_enterprise_id: null, is_ext_shared_channel: false },
        event: { type: 'app_mention', user: 'U1', team: 'T0HOST', channel: 'C1' },
        authorizations: [{ ...authorization, is_enterprise_install: false }],
      },
      alone,
    ],
    [
      'the opened Home tab',
      {
        team_id: 'T0HOST',
        event: { type: 'app_home_opened', user: 'U1', tab: 'home' },
        authorizations: [{ ...authorization, is_enterprise_install: false }],
      },
      alone,
    ],
    [
      'the end of an installation, which names no authorization',
      { team_id: 'T0HOST', event: { type: 'app_uninstalled' } },
      alone,
    ],
    [
      'a command, of which every field is text',
      { command: '/kb', team_id: 'T0HOST', user_id: 'U1', is_enterprise_install: 'false' },
      alone,
    ],
    [
      'a press on a button',
      {
        type: 'block_actions',
        ...{ team: { id: 'T0HOST', domain: 'host' }, user: { id: 'U1', team_id: 'T0HOST' } },
        ...{ enterprise: null, is_enterprise_install: false },
      },
      alone,
    ],
    [
      'a mention by a guest’s organisation in a shared channel',
      {
        ...{ team_id: 'T0GUEST', context_team_id: 'T0HOST', is_ext_shared_channel: true },
        event: { type: 'app_mention', user: 'U9', user_team: 'T0GUEST', source_team: 'T0GUEST', channel: 'C1' },
        authorizations: [{ ...authorization, is_enterprise_install: false }],
      },
      { ...alone, isOutsider: true },
    ],
    [
      'the same, when only the authorization says whose it is',
      {
        team_id: 'T0GUEST',
        event: { type: 'app_mention', user: 'U9', team: 'T0GUEST', channel: 'C1' },
        authorizations: [{ ...authorization, is_enterprise_install: false }],
      },
      { ...alone, isOutsider: true },
    ],
    [
      'a mention by the host’s own people in a shared channel',
      {
        ...{ team_id: 'T0HOST', context_team_id: 'T0HOST', is_ext_shared_channel: true },
        event: { type: 'app_mention', user: 'U1', user_team: 'T0HOST', source_team: 'T0HOST', channel: 'C1' },
        authorizations: [{ ...authorization, is_enterprise_install: false }],
      },
      alone,
    ],
    [
      'a press by a guest: the team is the host’s',
      {
        type: 'block_actions',
        ...{ team: { id: 'T0HOST', domain: 'host' }, user: { id: 'U9', team_id: 'T0GUEST' } },
        ...{ enterprise: null, is_enterprise_install: false },
      },
      { ...alone, isOutsider: true },
    ],
    [
      'a window that a guest opened in a shared channel: the team is the guest’s',
      {
        type: 'view_submission',
        ...{ team: { id: 'T0GUEST' }, user: { id: 'U9', team_id: 'T0GUEST' } },
        view: { team_id: 'T0GUEST', app_installed_team_id: 'T0HOST' },
      },
      { ...alone, isOutsider: true },
    ],
    [
      'a mention by somebody of the host’s organisation',
      {
        ...{ team_id: 'T0HOST', context_team_id: 'T0HOST', context_enterprise_id: 'E0HOST' },
        event: { type: 'app_mention', user: 'W1', user_team: 'E0HOST', channel: 'C1' },
        authorizations: [{ ...authorization, enterprise_id: 'E0HOST', is_enterprise_install: false }],
      },
      { ...alone, enterprise: 'E0HOST' },
    ],
    [
      'a mention, when it is installed in all of the organisation',
      {
        ...{ team_id: 'T0HOST', context_team_id: null, context_enterprise_id: 'E0HOST' },
        event: { type: 'app_mention', user: 'W1', team: 'T0HOST', channel: 'C1' },
        authorizations: [{ enterprise_id: 'E0HOST', team_id: null, is_bot: true, is_enterprise_install: true }],
      },
      { ...alone, enterprise: 'E0HOST', isOrgWide: true },
    ],
    [
      'a command, when it is installed in all of the organisation',
      { command: '/kb', team_id: 'T0HOST', enterprise_id: 'E0HOST', is_enterprise_install: 'true' },
      { ...alone, enterprise: 'E0HOST', isOrgWide: true },
    ],
    [
      'a press, when it is installed in all of the organisation: there is no team',
      {
        type: 'block_actions',
        ...{ team: null, user: { id: 'W1', team_id: 'T0HOST' } },
        ...{ enterprise: { id: 'E0HOST', name: 'Host' }, is_enterprise_install: true },
      },
      { ...alone, enterprise: 'E0HOST', isOrgWide: true },
    ],
    [
      'that a workspace was taken out of it',
      {
        ...{ team_id: null, enterprise_id: 'E0HOST' },
        event: { type: 'team_access_revoked', team_ids: ['T0HOST'] },
      },
      { ...alone, team: null, enterprise: 'E0HOST', isOrgWide: true },
    ],
    [
      'the same, as the example in Slack’s documentation has it',
      {
        team_id: 'T0HOST',
        event: { type: 'team_access_revoked', team_ids: ['T0HOST'] },
        authorizations: [{ enterprise_id: 'E0HOST', team_id: 'T0HOST', is_enterprise_install: false }],
      },
      { ...alone, enterprise: 'E0HOST', isOrgWide: true },
    ],
  ])('%s', (_, body, origin) => {
    expect(originOf(body)).toEqual(origin);
    expect(ownerOf(originOf(body))).toBe(origin.isOrgWide ? 'E0HOST' : 'T0HOST');
  });

  it('is nobody’s when it does not say', () => {
    expect(originOf({})).toEqual({ team: null, enterprise: null, isOrgWide: false, isOutsider: false });
    expect(originOf({ team_id: 7, team: null, authorizations: null, event: {} }).team).toBeNull();
  });
});
