/** What a new article starts with. */
export interface NewArticle {
  id: string;
  /** Without the id. */
  title: string;
  /** The codes that it declares, in normal form. */
  codes: string[];
  /** `YYYY-MM-DD`. */
  date: string;
}

/** The text of a new article: every section, with a TODO that asks for what belongs there. */
export function articleTemplate({ id, title, codes, date }: NewArticle): string {
  return `---
title: ${JSON.stringify(`${id}: ${title}`)}
codes: ${JSON.stringify(codes).replaceAll('","', '", "')}
sources:
  - "TODO: where the facts come from, one a line: a page, a ticket, a post-mortem"
---

Article: ${id}
Product(s): Internet Information Services
Version(s): 10.0
Operating System(s): Windows Server 2016 to 2025
Keyword(s): kbprb
Last Modified: ${date}

The information in this article applies to:

- Internet Information Services 10.0

SYMPTOMS
========

TODO: what people see, in a sentence or two; then the message and the log line, word for word:

    TODO: the line of the log

CAUSE
=====

1. TODO: why it happens, likeliest cause first, and how to tell that it is this one.

RESOLUTION
==========

1. TODO: the first step, with the command that it needs:

       TODO: the command

2. TODO: how to check that it is over.

MORE INFORMATION
================

TODO: what helps to understand it, and the ids of related articles; or take this section out.

Additional query words: TODO nicknames, older names, symptoms as people type them
`;
}
