import { errorCue, freeEnd, verbCue } from './cues.js';
import { isDocumented } from './describe-code.js';
import { beginsFreely, isQuantity } from './non-codes.js';
import { after, before, type Find, type Passage, type ReadAs, type Spot } from './passage.js';

const directCue =
  /\bftps?(?:[\s-](?:error|err|status|reply|response|code|server|returns?|returned|gives?|says?|login|fails with)){0,3}\s?[:=#]?\s?["'(]?$/i;
/** Mail servers answer with numbers of the same shape. */
const mail = /\b(?:e?smtps?|pop3|imap)\b[^\n]{0,24}$/i;
const nearBefore = /\bs?ftps?\b[^.\n]{0,48}$/i;
const nearAfter = /^[^.\n]{0,48}\bftps?\b/i;
const replyText =
  /^[ -]\s?(?:user\s|login (?:incorrect|failed)|not logged in|please login|can(?:'t|not| not) open data|connection closed|data connection|no data connection|access is denied|[^\n]{0,40}cannot log in|[^\n]{0,40}home directory inaccessible|file (?:not found|unavailable|exists)|the (?:system cannot find|filename)|service not available|terminating connection|ssl (?:is )?required|policy requires ssl|valid hostname)/i;

/** An FTP reply: `FTP 530`, `ftp error 550`, `530 User cannot log in`. */
export function findFtpReply(spot: Spot, passage: Passage): Find[] {
  const match = /^(ftp)?([1-5]\d\d)$/i.exec(spot.word);
  const code = match?.[2];
  if (code === undefined || !isDocumented('ftp', code)) return [];
  const start = spot.end - code.length;
  const lead = before(passage, start);
  const tail = after(passage, spot.end);
  const isDirect = match?.[1] !== undefined || directCue.test(lead);
  if (isDirect && /^\.\d{1,2}(?![\w.])/.test(tail)) return [{ start, end: spot.end, readAs: [['ftp', code]] }];
  if (/^[.,:/]\d|^[;-]\d{1,3}(?!\d)/.test(tail) || mail.test(lead)) return [];
  if (isDirect) return [{ start, end: spot.end, readAs: [['ftp', code]] }];
  if (!isMeantAsReply(code, lead, tail, passage, start)) return [];
  const readAs: ReadAs[] = [['ftp', code]];
  if (isDocumented('http', code)) readAs.push(['http', code]);
  return [{ start, end: spot.end, readAs }];
}

function isMeantAsReply(code: string, lead: string, tail: string, passage: Passage, start: number): boolean {
  const isCalled = errorCue.test(lead);
  if (!isCalled && (Number(code) < 400 || !beginsFreely(passage, start))) return false;
  if (replyText.test(tail)) return true;
  if (isQuantity(passage, start, start + code.length) || /\bhttps?\b/i.test(lead)) return false;
  const isFtpNear = nearBefore.test(lead) || nearAfter.test(tail);
  const isMeant = isCalled || passage.isTerse || (verbCue.test(lead) && freeEnd.test(tail));
  return isMeant && (isFtpNear || !isDocumented('http', code));
}
