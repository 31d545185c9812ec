import type { Scene } from './types.js';

/** 503 AppOffline: an image library crashes the worker process until rapid-fail protection stops the pool. */
export const poolCrash: Scene = {
  name: 'pool-crash',
  title: '503 while the application pool crashes',
  summary:
    'A pasted HTTPERR line and the events behind it: one mention and one shortcut lead to the module that crashes, and what the team learned stays as a note.',
  channel: '#incident-4711',
  steps: [
    {
      ...{ after: 0, who: 'deploybot', do: 'post' },
      text: ':rotating_light: checkout.example.com is down: 503 from every probe, first at {-60s} UTC.',
    },
    { after: 3, who: 'ben', do: 'post', text: 'On it. The site log on web07 just ends, so this is HTTP.sys talking' },
    {
      ...{ after: 4, who: 'ben', do: 'post', name: 'httperr' },
      text: [
        'Plenty of these:',
        '```',
        '{-58s} 198.51.100.30 50144 192.0.2.17 443 HTTP/1.1 GET /checkout 503 2 AppOffline CheckoutPool',
        '{-57s} 203.0.113.9 61207 192.0.2.17 443 HTTP/1.1 GET /checkout/cart 503 2 AppOffline CheckoutPool',
        '```',
      ].join('\n'),
    },
    { after: 3, who: 'ana', do: 'post', under: 'httperr', text: '@Substatus', answer: 'offline' },
    {
      ...{ after: 5, who: 'ana', do: 'post', under: 'httperr' },
      text: 'Rapid-fail protection, then. Before anybody starts the pool again: which event came first?',
    },
    {
      ...{ after: 5, who: 'ben', do: 'post', under: 'httperr' },
      text: [
        'WAS, then the Application log of the same second:',
        '```',
        "{-75s}  WAS  5011  A process serving application pool 'CheckoutPool' suffered a fatal communication error. Process id 7412.",
        "{-62s}  WAS  5002  Application pool 'CheckoutPool' is being automatically disabled.",
        '```',
      ].join('\n'),
    },
    {
      ...{ after: 3, who: 'chloe', do: 'post', under: 'httperr', name: 'fault' },
      text: [
        '```',
        '{-75s}  Application Error  1000',
        'Faulting application name: w3wp.exe, version: 10.0.20348.1',
        'Faulting module name: imgscale.dll, version: 4.2.0.0',
        'Exception code: 0xc0000005',
        '```',
      ].join('\n'),
    },
    { after: 3, who: 'ben', do: 'shortcut', callbackId: 'kb_lookup_message', on: 'fault', answer: 'card' },
    {
      ...{ after: 6, who: 'ana', do: 'post', under: 'httperr' },
      text: 'Access violation, and the module is named. Cause 2, step 3. Who brought imgscale 4.2?',
    },
    {
      ...{ after: 4, who: 'chloe', do: 'post', under: 'httperr' },
      text: 'Me, this morning, with the thumbnails. Putting 4.1 back on web07.',
    },
    {
      ...{ after: 6, who: 'chloe', do: 'post', under: 'httperr' },
      text: '4.1 is in, `appcmd start apppool "CheckoutPool"` done. Checkout answers 200.',
    },
    {
      ...{ after: 5, who: 'ben', do: 'post', under: 'httperr', name: 'calm' },
      text: 'No new 5011. I keep an eye on it for the next five minutes.',
    },
    { after: 1, who: 'ana', do: 'react', message: 'calm', emoji: 'raised_hands' },
    { after: 2, who: 'chloe', do: 'press', button: 'This fixed it', on: 'card', answer: 'fixed' },
    {
      ...{ after: 2, who: 'chloe', do: 'window', callbackId: 'kb_save_note', on: 'fault' },
      inputs: { Note: 'On web07 it was imgscale.dll 4.2, new with the thumbnails. 4.1 is fine.' },
    },
    { after: 3, who: 'ben', do: 'command', command: '/kb', text: 'w3wp.exe 0xc0000005 imgscale.dll', answer: 'next' },
    {
      ...{ after: 3, who: 'ana', do: 'post' },
      text: 'Checkout is back. Chloe keeps the dump, I file it with the vendor. Thumbnails get a pool of their own.',
    },
  ],
};
