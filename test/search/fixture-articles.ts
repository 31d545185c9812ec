import type { Article, SectionRole } from '../../src/article/types.js';

/** The parts of an article that a search test cares about; the rest is empty. */
export interface ArticleSketch extends Partial<Omit<Article, 'sections' | 'queryWords'>> {
  id: string;
  title: string;
  symptoms?: string;
  cause?: string;
  resolution?: string;
  summary?: string;
  more?: string;
  queryWords?: string;
}

export function sketch(parts: ArticleSketch): Article {
  const { symptoms, cause, resolution, summary, more, queryWords, ...given } = parts;
  const texts: [SectionRole, string | undefined][] = [
    ['summary', summary],
    ['symptoms', symptoms],
    ['cause', cause],
    ['resolution', resolution],
    ['more-information', more],
  ];
  return {
    products: [],
    versions: [],
    operatingSystems: [],
    keywords: [],
    lastModified: null,
    appliesTo: [],
    codes: [],
    sources: [],
    footer: {},
    path: `${given.id}.md`,
    ...given,
    queryWords: queryWords?.split(' ') ?? [],
    sections: texts.flatMap(([role, text]) => {
      if (text === undefined) return [];
      const inlines = [{ type: 'text' as const, text }];
      return { role, heading: '', line: 1, blocks: [{ type: 'paragraph' as const, line: 1, inlines }] };
    }),
  };
}

/** A small knowledge base: invented articles about things that happen to web servers. */
export const smallBase: Article[] = [
  sketch({
    id: 'S10001',
    title: '401.5 with NTLM after a service pack',
    symptoms: 'Visitors of the intranet get HTTP 401.5. Basic authentication goes on working.',
    cause: 'The service pack switches HTTP keep-alives off, and NTLM needs one connection for its whole handshake.',
    resolution: 'Set AllowKeepAlive to true and restart the W3SVC service.',
    queryWords: 'sp6a keepalive handshake',
    codes: ['401.5'],
    products: ['Internet Information Server'],
    versions: ['4.0'],
    appliesTo: ['Internet Information Server 4.0'],
  }),
  sketch({
    id: 'S10002',
    title: 'Reading the access log',
    summary: 'How to read each column of a W3C log.',
    more: 'A refused request shows up as 401.5 or as 403.6, with the name of the visitor.',
    products: ['Internet Information Services'],
    versions: ['5.0'],
  }),
  sketch({
    id: 'S10003',
    title: '403.6 when an address is refused',
    symptoms: 'The browser shows 403.6 to every visitor of one branch office.',
    cause: 'The IP restrictions of the site list the whole subnet.',
    resolution: 'Take the subnet off the list of refused addresses.',
    products: ['Internet Information Services'],
    versions: ['5.0', '5.1'],
  }),
  sketch({
    id: 'S10004',
    title: 'Application pool stops with 503',
    symptoms: 'Every page answers 503 Service Unavailable. The w3wp.exe process ends within seconds.',
    cause: 'Rapid-fail protection stopped the pool after five crashes.',
    resolution: 'Find the crashing module, then start the application pool again.',
    queryWords: 'rapid fail protection apppool',
    codes: ['503'],
    products: ['IIS'],
    versions: ['7.0', '10.0'],
  }),
  sketch({
    id: 'S10005',
    title: 'Certificate mapping asks for a password',
    symptoms: 'Users with a client certificate are asked for a password twice.',
    cause: 'The certificate is mapped to an account whose password expired.',
    resolution: 'Renew the password of the mapped account.',
  }),
];
