import type { Article, Diagnostic } from './types.js';

/**
 * Keeps one article an id: that of the folder named first, and within a folder the first by path. Says so for every
 * article that is left out: a warning between folders (one overlays the other), an error within a folder.
 *
 * @param folders the articles of each folder, in the order in which the folders were named
 */
export function withoutDuplicates(folders: Article[][]): { articles: Article[]; diagnostics: Diagnostic[] } {
  const kept = new Map<string, Article>();
  const diagnostics: Diagnostic[] = [];
  for (const articles of folders) {
    const own = new Set<string>();
    for (const article of articles) {
      const first = kept.get(article.id);
      if (first === undefined) kept.set(article.id, article);
      else diagnostics.push(duplicate(article, first, own.has(article.id)));
      own.add(article.id);
    }
  }
  return { articles: [...kept.values()], diagnostics };
}

/** The diagnostic for an article whose id is taken. @param kept the article that has it */
export function duplicate(
  article: Pick<Article, 'id' | 'path'>,
  kept: Pick<Article, 'path'>,
  sameFolder: boolean,
): Diagnostic {
  return {
    rule: 'duplicate-id',
    severity: sameFolder ? 'error' : 'warning',
    path: article.path,
    line: 1,
    column: 1,
    message: `${article.id} is also in ${kept.path}, which is the one that is used`,
    advice: sameFolder ? 'give one of the two another id' : 'keep it if the first folder is meant to replace it',
  };
}
