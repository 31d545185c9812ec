import type { Scene } from './types.js';

/** 401.5: a vendor's ISAPI program answers 401, because the pool's new account has no rights in its database. */
export const identityChange: Scene = {
  name: 'identity-change',
  title: 'A storm of 401.5 after a change',
  summary: 'A pool got a new account, the ledger refuses everybody, and the card of /kb 401.5 names the reason.',
  channel: '#incident-4711',
  steps: [
    {
      ...{ after: 0, who: 'deploybot', do: 'post', name: 'change' },
      text: ':white_check_mark: CHG-2291 done on web01 to web04: pool *Ledger* runs as `CORP\\gmsa-ledger$` now.',
    },
    {
      ...{ after: 3, who: 'ben', do: 'post', name: 'page' },
      text: 'Paged. ledger.example.com gives 401 to everybody in finance, and they keep retrying',
    },
    { after: 2, who: 'chloe', do: 'react', message: 'page', emoji: 'eyes' },
    {
      ...{ after: 2, who: 'chloe', do: 'post', name: 'lines' },
      text: [
        'From web02. Logo and css are fine, only the dll:',
        '```',
        '{-96s} 192.0.2.12 GET /scripts/ledger.dll acct=1180 443 CORP\\mlopez 198.51.100.14 Mozilla/5.0 - 401 5 5 31',
        '{-95s} 192.0.2.12 GET /scripts/logo.png - 443 CORP\\mlopez 198.51.100.14 Mozilla/5.0 - 200 0 0 2',
        '{-93s} 192.0.2.12 POST /scripts/ledger.dll acct=2040 443 CORP\\tnovak 198.51.100.52 Mozilla/5.0 - 401 5 5 28',
        '{-91s} 192.0.2.12 GET /scripts/ledger.dll acct=1180 443 CORP\\mlopez 198.51.100.14 Mozilla/5.0 - 401 5 5 30',
        '```',
      ].join('\n'),
    },
    {
      ...{ after: 3, who: 'ben', do: 'edit', message: 'page' },
      text: 'Paged. ledger.example.com gives 401.5 to everybody in finance since the change, and they keep retrying',
    },
    { after: 3, who: 'ana', do: 'command', command: '/kb', text: '401.5', answer: 'card' },
    {
      ...{ after: 6, who: 'ana', do: 'post', under: 'card' },
      text: 'Cause 3. It is the program that refuses, not IIS, and CHG-2291 gave its pool a new account.',
    },
    {
      ...{ after: 4, who: 'chloe', do: 'post', under: 'card' },
      text: 'Fits. The dll logs on to LEDGERDB as the pool. Nobody gave the gMSA a login there :face_palm:',
    },
    {
      ...{ after: 3, who: 'ana', do: 'post', under: 'card', name: 'request' },
      text: 'Then step 3: old identity back now, rights for the gMSA tomorrow. @ben, you have the change open?',
    },
    { after: 2, who: 'ben', do: 'react', message: 'request', emoji: 'ok_hand' },
    {
      ...{ after: 5, who: 'ben', do: 'post', under: 'card' },
      text: '`CORP\\svc-ledger` is back on all four, pools recycled',
    },
    {
      ...{ after: 4, who: 'chloe', do: 'post', under: 'card' },
      text: '```\n{-4s} 192.0.2.12 GET /scripts/ledger.dll acct=1180 443 CORP\\mlopez 198.51.100.14 Mozilla/5.0 - 200 0 0 118\n```',
    },
    { after: 3, who: 'ana', do: 'press', button: 'This fixed it', on: 'card', answer: 'fixed' },
    { after: 1, who: 'ana', do: 'react', message: 'page', emoji: 'white_check_mark' },
    {
      ...{ after: 2, who: 'ben', do: 'post' },
      text: 'All clear on the ledger. CHG-2291 goes back to review with a database login in it.',
    },
  ],
};
