import { statSync } from 'node:fs';
import { Command } from 'commander';
import { exitCodes } from './exit.js';
import { buildIndexFile } from './index-file.js';
import { defaultKb, missingFolders, nothingRead, reportProblems } from './knowledge-base.js';
import { onOneLine } from './one-line.js';

export function indexCommand(): Command {
  return new Command('index')
    .description('make a file of articles that is searched without reading the folders again')
    .argument('[dir...]', 'folders of articles, the first wins where two hold the same id', [])
    .requiredOption('--out <file>', 'where the index goes')
    .addHelpText('after', examples)
    .action(async (given: string[], { out }: { out: string }) => {
      const folders = given.length > 0 ? given : [defaultKb()];
      missingFolders(folders);
      const { articles, read, kept, diagnostics, refused } = await buildIndexFile(out, folders);
      if (refused !== null) process.stderr.write(`${refused}: built it again.\n`);
      reportProblems(diagnostics);
      for (const path of kept)
        process.stderr.write(`${onOneLine(path)} is no article any more: its last good version is kept.\n`);
      if (articles === 0) throw nothingRead(folders, diagnostics);
      const megabytes = (statSync(out).size / 1e6).toFixed(1);
      process.stdout.write(`${articles} articles in ${out} (${megabytes} MB); ${read} files read.\n`);
    });
}

const examples = `
When the file is there already, only the articles that changed since are read. The file is replaced in one step, so
what answers from it meanwhile goes on. A file that is damaged, or of another version, is built again.

Examples:
  $ substatus index kb-data --out kb.index
  $ substatus index team-kb kb-data --out kb.index
  $ substatus lookup 401.5 --index kb.index
  $ substatus serve --index kb.index

${exitCodes}`;
