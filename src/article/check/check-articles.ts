import type { Article, Diagnostic } from '../types.js';
import { brokenReference } from './references.js';
import type { Neighbours, Rule } from './rule.js';
import { emptySection, noAnswer, unknownSection } from './sections.js';
import { brokenSteps } from './steps.js';

/** Every rule about content; what is wrong with a file as such is said by the parser and by `readFolders`. */
export const rules: readonly Rule[] = [noAnswer, unknownSection, emptySection, brokenReference, brokenSteps];

/** Checks articles that belong together by every rule, article by article. @param stricter rules besides the usual ones */
export function checkArticles(articles: readonly Article[], stricter: readonly Rule[] = []): Diagnostic[] {
  const historic = articles.filter(({ id }) => id.startsWith('Q')).length;
  const neighbours = { ids: new Set(articles.map(({ id }) => id)), mostlyHistoric: historic * 2 > articles.length };
  return articles.flatMap((article) =>
    [...rules, ...stricter].flatMap((rule) => diagnostics(rule, article, neighbours)),
  );
}

function diagnostics(rule: Rule, article: Article, neighbours: Neighbours): Diagnostic[] {
  const { name, severity } = rule;
  return rule.check(article, neighbours).map((finding) => ({
    rule: name,
    severity,
    path: article.path,
    column: 1,
    ...finding,
  }));
}
