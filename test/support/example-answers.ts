import type { Article, Block, Inline, Section, SectionRole } from '../../src/article/types.js';
import type { FoundCode } from '../../src/codes/types.js';
import type { Answer, Match, Outcome } from '../../src/lookup/types.js';

/** Articles and answers in our own words, for goldens: small, and each there for one thing. */
export function paragraph(...inlines: (string | Inline)[]): Block {
  return {
    type: 'paragraph',
    line: 1,
    inlines: inlines.map((one) => (typeof one === 'string' ? { type: 'text', text: one } : one)),
  };
}

export function steps(...items: (string | Block[])[]): Block {
  return {
    type: 'list',
    line: 1,
    ordered: true,
    items: items.map((item, index) => ({
      line: 1,
      marker: `${index + 1}.`,
      blocks: typeof item === 'string' ? [paragraph(item)] : item,
    })),
  };
}

export function section(role: SectionRole, heading: string, ...blocks: Block[]): Section {
  return { role, heading, line: 1, blocks };
}

export function article(fields: Partial<Article> & { id: string; title: string }): Article {
  return {
    products: ['Internet Information Server'],
    versions: ['4.0'],
    operatingSystems: [],
    keywords: [],
    lastModified: '2002-01-27',
    appliesTo: ['Internet Information Server 4.0'],
    sections: [],
    queryWords: [],
    codes: [],
    sources: [],
    footer: {},
    path: `${fields.id}/README.md`,
    ...fields,
  };
}

export const keepAlives = article({
  id: 'Q288323',
  title: 'NTLM sign-in ends in 401.5 after SP6a when keep-alives are off',
  codes: ['401.5'],
  sources: ['https://example.com/keep-alives?a=1&b=2', 'a note of the team'],
  queryWords: ['NTLM', 'sp6a'],
  sections: [
    section('symptoms', 'SYMPTOMS', paragraph('Pages that ask for NTLM answer 401.5 since the service pack.')),
    section(
      'cause',
      'CAUSE',
      paragraph(
        'NTLM signs in one connection, so it needs keep-alives, and ',
        { type: 'code', text: 'AllowKeepAlive' },
        ' is off.',
      ),
    ),
    section(
      'resolution',
      'RESOLUTION',
      steps(
        'Open the properties of the site.',
        [
          paragraph('Switch keep-alives on:'),
          { type: 'code', line: 1, text: 'cd adminsamples\ncscript adsutil.vbs set W3SVC/1/AllowKeepAlive 1' },
        ],
        'Close the browser and sign in again.',
      ),
    ),
    section('workaround', 'WORKAROUND', paragraph('Use another method for these pages.')),
    section(
      'more-information',
      'MORE INFORMATION',
      paragraph(
        'See ',
        { type: 'reference', text: 'Q102716', id: 'Q102716' },
        ' and ',
        { type: 'url', text: 'https://example.com/ntlm', url: 'https://example.com/ntlm' },
        '.',
      ),
    ),
  ],
});

export const longSteps = article({
  id: 'Q900001',
  title: 'Moving a site to another server by hand',
  sections: [
    section('summary', 'SUMMARY', paragraph('How a site moves.')),
    section(
      'resolution',
      'RESOLUTION',
      steps(
        ...Array.from(
          { length: 40 },
          (_, index) =>
            `Part ${index + 1} of the move: copy the folder, compare the permissions, and write down what differs from the old server.`,
        ),
      ),
    ),
  ],
});

export const nestedLists = article({
  id: 'Q900002',
  title: 'Nested lists, notes and tables keep their numbers',
  lastModified: null,
  products: [],
  versions: [],
  appliesTo: ['Internet Information Services 5.0', 'Internet Information Services 5.1'],
  sections: [
    section(
      'resolution',
      'RESOLUTION',
      steps(
        [
          paragraph('Choose one of these:'),
          {
            type: 'list',
            line: 1,
            ordered: true,
            items: ['a.', 'b.'].map((marker) => ({ line: 1, marker, blocks: [paragraph(`Way ${marker}`)] })),
          },
        ],
        [
          paragraph('Then compare:'),
          { type: 'table', line: 1, text: 'setting   value\n-------   -----\nlimit     10' },
          { type: 'note', line: 1, kind: 'warning', label: 'WARNING', blocks: [paragraph('Save the metabase first.')] },
        ],
        [{ type: 'code', line: 1, text: 'iisreset' }],
      ),
    ),
  ],
});

export const howTo = article({
  id: 'Q900003',
  title: 'How to read the log of IIS',
  sections: [
    section('summary', 'SUMMARY', paragraph('The log has a line a request.'), {
      type: 'list',
      line: 1,
      ordered: false,
      items: [
        { line: 1, marker: '-', blocks: [paragraph('sc-status: the status')] },
        { line: 1, marker: '-', blocks: [paragraph('sc-substatus: the substatus')] },
      ],
    }),
  ],
});

export const hostile = article({
  id: 'Q900004',
  title: 'Template <!channel> & <@U024BE7LH> *fails* for @here',
  sections: [
    section(
      'cause',
      'CAUSE',
      paragraph('<system.webServer> & *stars* _and_ `ticks` call @everyone and <!subteam^S024BE7LH>.'),
    ),
    section(
      'workaround',
      'WORKAROUND',
      paragraph({ type: 'url', text: 'javascript:alert(1)', url: 'javascript:alert(1)' }),
    ),
  ],
});

const unauthorised: FoundCode = {
  kind: 'http',
  code: '401.5',
  text: '401.5',
  start: 0,
  end: 5,
  readings: [
    {
      kind: 'http',
      code: '401.5',
      name: 'Refused by an application',
      meaning: 'A program on the server turned the request down.',
    },
  ],
};

const five: FoundCode = {
  kind: 'win32',
  code: '5',
  text: '5',
  start: 6,
  end: 7,
  readings: [
    { kind: 'win32', code: '5', name: 'ERROR_ACCESS_DENIED', meaning: 'Access is denied.' },
    { kind: 'event', code: '5', name: null, meaning: null },
    { kind: 'stop', code: '0x00000005', name: 'INVALID_PROCESS_ATTACH_ATTEMPT', meaning: null },
  ],
};

export function match(one: Article, ...why: Match['why']): Match {
  return {
    id: one.id,
    title: one.title,
    article: one,
    also: [],
    score: 1,
    confidence: 0.8,
    why,
    experience: null,
    movedUp: false,
    notes: null,
  };
}

export function answer(raw: string, outcome: Outcome, matches: Match[], codes: FoundCode[] = []): Answer {
  return {
    question: { raw, text: raw, codes, filters: {}, corrections: [] },
    outcome,
    matches,
    didYouMean: [],
  };
}

export const goodAnswer = answer(
  '401.5 5 ntlm',
  'answer',
  [
    match(
      keepAlives,
      { type: 'code', asked: '401.5', found: '401.5', field: 'title' },
      { type: 'word', asked: 'ntlm', found: 'NTLM', field: 'queryWords' },
      { type: 'word', asked: 'sp6a', found: 'sp6a', field: 'queryWords' },
    ),
    match(howTo, { type: 'code-family', asked: '401.5', found: '401', field: 'body' }),
    match(nestedLists),
    match(longSteps, { type: 'spelling', asked: 'nltm', found: 'NTLM', field: 'cause' }),
    match(hostile, { type: 'phrase', asked: 'keep alive', found: 'keep-alive', field: 'symptoms' }),
    match(article({ id: 'Q900005', title: 'A sixth article' })),
    match(article({ id: 'Q900006', title: 'A seventh article' })),
  ],
  [unauthorised, five],
);

export const weakAnswer = answer('sign in fails sometimes', 'weak', [match(keepAlives)]);

export const noAnswer: Answer = {
  ...answer('401.5 on the <!here> printer *now*', 'none', [match(howTo)], [unauthorised]),
  didYouMean: ['401.5 ntlm', 'printer 401'],
};
