import type { Scene } from './types.js';

/** 500.19 with 0x8007000D: web.config has rewrite rules, and the new server has no URL Rewrite. */
export const failedDeployment: Scene = {
  name: 'failed-deployment',
  title: '500.19 after a deployment',
  summary: 'The message menu answers a failed check, and one log line leads from the general card to the right one.',
  channel: '#web-ops',
  steps: [
    {
      ...{ after: 0, who: 'deploybot', do: 'post' },
      text: ':rocket: shop 2026.47 is on web05, the new node. It takes no traffic yet.',
    },
    {
      ...{ after: 3, who: 'deploybot', do: 'post', name: 'check' },
      text: ':x: Check failed on web05: https://shop.example.com/ says *HTTP Error 500.19 - Internal Server Error*',
    },
    { after: 2, who: 'chloe', do: 'react', message: 'check', emoji: 'eyes' },
    { after: 3, who: 'chloe', do: 'shortcut', callbackId: 'kb_lookup_message', on: 'check', answer: 'overview' },
    {
      ...{ after: 5, who: 'chloe', do: 'post', under: 'check' },
      text: 'So it is config, and the number in the log says which kind. Looking.',
    },
    {
      ...{ after: 5, who: 'chloe', do: 'post', under: 'check', answer: 'card' },
      text: '@Substatus\n```\n{-41s} 192.0.2.15 GET / - 443 - 198.51.100.7 Mozilla/5.0 - 500 19 13 0\n```',
    },
    {
      ...{ after: 6, who: 'ben', do: 'post', under: 'check' },
      text: 'Step 1 prints nothing, so the XML is sound. And the same web.config runs on web01 to web04.',
    },
    {
      ...{ after: 4, who: 'ben', do: 'post', under: 'check', name: 'missing' },
      text: 'Step 3 has it:\n```\ndir C:\\Windows\\System32\\inetsrv\\rewrite.dll\nFile Not Found\n```',
    },
    { after: 2, who: 'ana', do: 'react', message: 'missing', emoji: 'bulb' },
    {
      ...{ after: 3, who: 'ana', do: 'post', under: 'check' },
      text: 'We have `<rewrite>` rules and the image of the new node has no URL Rewrite. Installing 2.1, it is not in traffic anyway.',
    },
    { after: 6, who: 'ana', do: 'post', under: 'check', text: 'Installed. https://shop.example.com/ opens on web05.' },
    { after: 3, who: 'chloe', do: 'press', button: 'This fixed it', on: 'card', answer: 'fixed' },
    {
      ...{ after: 3, who: 'deploybot', do: 'post', name: 'passed' },
      text: ':white_check_mark: Check passed on web05. Taking it into traffic.',
    },
    { after: 2, who: 'ben', do: 'react', message: 'passed', emoji: 'tada' },
    { after: 3, who: 'ana', do: 'post', text: 'URL Rewrite goes into the image today, before somebody builds web06.' },
  ],
};
