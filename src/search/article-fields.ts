import { sectionText } from '../article/article-text.js';
import type { Article, Section, SectionRole } from '../article/types.js';
import type { SearchField } from './types.js';

const fieldOfRole: Record<SectionRole, SearchField> = {
  symptoms: 'symptoms',
  cause: 'cause',
  resolution: 'resolution',
  workaround: 'resolution',
  status: 'body',
  'more-information': 'body',
  references: 'body',
  summary: 'summary',
  other: 'body',
};

/** The text of each search field of an article; every section is in exactly one. */
export function articleFields(article: Article): Record<SearchField, string> {
  const fields: Record<SearchField, string> = {
    title: article.title,
    queryWords: article.queryWords.join(' '),
    symptoms: '',
    cause: '',
    resolution: '',
    summary: '',
    body: '',
  };
  for (const section of article.sections) append(fields, section);
  return fields;
}

function append(fields: Record<SearchField, string>, section: Section): void {
  fields[fieldOfRole[section.role]] += `${sectionText(section)}\n`;
}
