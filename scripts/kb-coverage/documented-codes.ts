import { ftpReplies } from '../../src/codes/tables/ftp-replies.js';
import { httpStatuses } from '../../src/codes/tables/http-statuses.js';
import {
  codeWithHresult,
  type DocumentedCode,
  ftpReply,
  ftpSubstatus,
  httpCode,
  moduleCode,
  serverReason,
} from './documented-code.js';

/** The HRESULTs that Microsoft documents for 500.19, each with a cause of its own. */
const configurationErrors: readonly (readonly [hresult: string, name: string])[] = [
  ['0x80070003', 'Path not found'],
  ['0x80070005', 'Configuration file may not be read'],
  ['0x8007000D', 'Malformed file or unknown section'],
  ['0x80070021', 'Section locked'],
  ['0x80070032', 'Section or provider not supported'],
  ['0x8007007E', 'Module DLL not found'],
  ['0x800700B7', 'Duplicate entry'],
  ['0x800700C1', 'Module of the wrong bitness'],
  ['0x8007010B', 'Folder name invalid'],
  ['0x8007052E', 'Share logon failed'],
];

/** The words that HTTP.sys writes into httperr.log for the errors that it sends itself. */
const serverReasons: readonly (readonly [status: string, reasons: readonly string[]])[] = [
  [
    '400',
    ['BadRequest', 'FieldLength', 'Header', 'Hostname', 'Invalid_CR/LF', 'Number', 'RequestLength', 'URL', 'Verb'],
  ],
  [
    '503',
    ['AppOffline', 'AppPoolTimer', 'AppShutdown', 'Connections_Refused', 'ConnLimit', 'Disabled', 'N/A', 'QueueFull'],
  ],
];

/** Every error code that Substatus itself can name and that an article has to explain. */
export function documentedCodes(): DocumentedCode[] {
  return [
    ...[...httpStatuses].filter(([code]) => isError(code)).map(([code, { name }]) => httpCode(code, name)),
    ...configurationErrors.map(([hresult, name]) => codeWithHresult('500.19', hresult, name)),
    ...serverReasons.flatMap(([status, reasons]) =>
      reasons.map((reason) => serverReason(status, reason, `HTTP.sys: ${reason}`)),
    ),
    ...[...ftpReplies].filter(([reply]) => isError(reply)).map(([reply, { name }]) => ftpReply(reply, name)),
  ];
}

/**
 * Reads a table of documented statuses (tab separated; columns `code`, `name` and `win32_hresult` are used) and gives its
 * error rows. @throws Error for a code of a form that is not known, with the line
 */
export function codesOfTable(table: string): DocumentedCode[] {
  const [head = '', ...lines] = table.split('\n').filter((line) => line !== '');
  const columns = head.split('\t');
  return lines.flatMap((line, index) => {
    const cells = line.split('\t');
    const cell = (column: string): string => cells[columns.indexOf(column)] ?? '';
    const code = tableCode(cell('code'), cell('name'), win32Numbers(cell('win32_hresult')));
    if (code === undefined) throw new Error(`Line ${index + 2}: "${cell('code')}" is a code of no known form.`);
    return code === null ? [] : [code];
  });
}

/** Null for a row that tells of no error, undefined for one that cannot be read. */
function tableCode(written: string, name: string, win32: readonly number[]): DocumentedCode | null | undefined {
  const substatus = /^FTP substatus (\d+)$/.exec(written)?.[1];
  if (substatus !== undefined) return substatus === '0' ? null : ftpSubstatus(substatus, name);
  const reply = /^FTP (\d{3})$/.exec(written)?.[1];
  if (reply !== undefined) return isError(reply) ? ftpReply(reply, name) : null;
  const [, code, detail] = /^(\d{3}(?:\.\d+)?)(?: \((.+)\))?$/.exec(written) ?? [];
  if (code === undefined) return undefined;
  if (!isError(code)) return null;
  if (detail === undefined) return httpCode(code, name, win32);
  if (detail === 'ANCM') return moduleCode(code, detail, name);
  return detail.startsWith('0x') ? codeWithHresult(code, detail, name) : serverReason(code, detail, name);
}

/** The values that a log's Win32 column can hold: `5; 2148074254 (0x8009030E)` gives 5 and 2148074254. */
function win32Numbers(cell: string): number[] {
  const values = cell.split(';').map((part) => part.trim().split(' ', 1)[0] ?? '');
  return values.filter((value) => /^(?:0x[0-9A-Fa-f]{1,8}|\d{1,10})$/.test(value)).map(Number);
}

function isError(code: string): boolean {
  return Number(code.slice(0, 3)) >= 400;
}

/** Both lists as one: a code that stands in both is asked in every way that either knows. */
export function joined(ours: readonly DocumentedCode[], others: readonly DocumentedCode[]): DocumentedCode[] {
  const byCode = new Map<string, DocumentedCode>();
  for (const code of [...ours, ...others]) {
    const key = code.code.toLowerCase();
    const known = byCode.get(key);
    if (known === undefined) byCode.set(key, code);
    else byCode.set(key, { ...known, questions: distinct([...known.questions, ...code.questions]) });
  }
  return [...byCode.values()];
}

function distinct(questions: DocumentedCode['questions']): DocumentedCode['questions'] {
  return [...new Map(questions.map((question) => [question.text.toLowerCase(), question])).values()];
}
