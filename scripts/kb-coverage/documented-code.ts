/** A question about a documented code, as it is asked of the bot. */
export interface CodeQuestion {
  form: 'typed' | 'error' | 'log';
  text: string;
  /** A word that tells this code from others of its number (`QueueFull`): the article must have it too. */
  mention: string | null;
}

/** A code that somebody documents, so that an article of ours has to be about it. */
export interface DocumentedCode {
  /** As it stands in the table: `401.5`, `FTP 530`, `500.19 0x8007000D`, `503 QueueFull`, `FTP substatus 41`. */
  code: string;
  name: string;
  /** The codes that the article has to declare, all of them. */
  declared: string[];
  questions: CodeQuestion[];
}

/** An HTTP status or sub-status. @param win32 what stands in the log's third number, besides 0 */
export function httpCode(code: string, name: string, win32: readonly number[] = []): DocumentedCode {
  const endings = [...new Set([0, ...win32])];
  return {
    code,
    name,
    declared: [code],
    questions: [
      question('typed', code),
      question('error', `HTTP ${code}`),
      ...endings.map((ending) => question('log', w3cLine(code, ending))),
    ],
  };
}

/** A sub-status with the HRESULT that says what it is about. */
export function codeWithHresult(code: string, hresult: string, name: string): DocumentedCode {
  const win32 = Number(hresult) & 0xffff;
  return {
    code: `${code} ${hresult}`,
    name,
    declared: [code, hresult],
    questions: [
      question('typed', `${code} ${hresult}`),
      question('error', `HTTP Error ${code}\nError Code ${hresult.toLowerCase()}`),
      question('log', w3cLine(code, win32)),
    ],
  };
}

/** A status with the word that HTTP.sys writes into httperr.log. `-` stands for a line that has no status. */
export function serverReason(code: string, reason: string, name: string): DocumentedCode {
  const hasStatus = !noStatus.has(reason.toLowerCase());
  const line = hasStatus ? `POST /orders - ${code} 2 ${reason} Orders` : `- - - - - ${reason} -`;
  return {
    code: `${code} ${reason}`,
    name,
    declared: [code],
    questions: [
      question('typed', `${code} ${reason}`, reason),
      question('error', `HTTP ${code} ${reason}`, reason),
      question('log', `2026-11-02 11:02:09 10.20.9.14 52011 10.20.0.5 443 HTTP/1.1 ${line}`, reason),
    ],
  };
}

/** A status of the ASP.NET Core Module that shares its number with others; its log line cannot tell them apart. */
export function moduleCode(code: string, module: string, name: string): DocumentedCode {
  return {
    code: `${code} ${module}`,
    name,
    declared: [code],
    questions: [
      question('typed', `${code} ${module}`, module),
      question('error', `HTTP Error ${code} - ${name}`, module),
      question('log', w3cLine(code, 0)),
    ],
  };
}

/** An FTP reply. */
export function ftpReply(reply: string, name: string): DocumentedCode {
  const code = `FTP ${reply}`;
  const questions = [
    question('typed', code),
    question('error', `FTP error: ${reply} ${name}`),
    question('log', ftpLine(reply)),
  ];
  return { code, name, declared: [code], questions };
}

/**
 * A sub-status of the FTP log: no code of its own kind, so the article has to name it in its text; with the name of the
 * error, any article about FTP may be the better one.
 */
export function ftpSubstatus(number: string, name: string): DocumentedCode {
  const code = `FTP substatus ${number}`;
  const questions = [question('typed', code, code), question('error', `${code}: ${name}`, 'FTP')];
  return { code, name, declared: [], questions };
}

/** Reasons that httperr.log writes without a status. */
const noStatus = new Set(['connections_refused']);

function question(form: CodeQuestion['form'], text: string, mention: string | null = null): CodeQuestion {
  return { form, text, mention };
}

function w3cLine(code: string, win32: number): string {
  const [status, substatus = '0'] = code.split('.');
  return `2026-11-02 03:31:02 10.20.0.5 GET /page - 443 - 10.20.9.31 Mozilla/5.0 - ${status} ${substatus} ${win32} 15`;
}

function ftpLine(reply: string): string {
  return `2026-11-02 03:31:02 10.20.9.70 - 10.20.0.6 21 STOR in.csv ${reply} 0 0 8e41c7d2-52c9-4a3e-9d0b-1f8a2b7c6e55 /in.csv`;
}
