/** What may stand between a cue and its number: `error: 404`, `status code is "404"`, `error (404`. */
const link = String.raw`(?:\s+(?:code|codes|error|errors|status|number|no\.?|of|is|was|page|message|msg|response)){0,3}["'\x60]?\s?(?:[:=#\u2013-]|->)?\s?["'(\[\x60*_]{0,2}(?:an?\s)?`;

/** The text before a number names HTTP. */
export const httpCue = new RegExp(
  String.raw`(?:\bhttps?(?:[/ ]\d(?:\.\d)?)?|\bsc[-_]status|\bhttp[-_]?status(?:[-_]?code)?|\bstatus[-_]?code|\biis(?:[ /]?\d{1,2}(?:\.\d)?)?)${link}$`,
  'i',
);
/** The text before a number calls it an error, a status or a code. */
export const errorCue = new RegExp(String.raw`\b(?:errors?|err|status(?:es)?|codes?|responses?)${link}$`, 'i');

/** The text before a number names an error that has numbers of its own. */
export const otherErrors =
  /\b(?:run-?\s?time|compil(?:er|ation|e)|link(?:er)?|pars(?:e|er|ing)|sql|native|odbc|jet|dao|printer|vb|vba|basic|syntax|trappable|automation|ole|disk|i\/o|post|math|oracle|ora|kerberos|smtp|pop3|ldap|tls|alert|macro)[\s-]error\W{0,3}(?:(?:code|number|no\.?)\W{0,2})?$/i;

/** The text before a number says that somebody gets it: worth something when nothing follows that could be counted. */
export const verbCue =
  /\b(?:get(?:s|ting)?|got|gives?|gave|giving|return(?:s|ed|ing)?|throw(?:s|ing|n)?|threw|see(?:s|ing|n)?|saw|show(?:s|ing|n|ed)?|receiv(?:es?|ed|ing)|respond(?:s|ed|ing)?|answer(?:s|ed|ing)?|serv(?:es|ing|ed)|hit(?:s|ting)?|rais(?:es?|ed|ing)|produc(?:es?|ed|ing)|caus(?:es?|ed|ing)|fail(?:s|ed|ing)?|logs?|intermittent|random|sporadic|occasional|constant|with|why)(?:\s(?:an?|the|us|me|back|with|only|just|some|many|lots of|nothing but|intermittent|random|sporadic|occasional|constant)){0,3}\s["'(\x60*_]{0,2}$/i;

/** What follows a status in a sentence that is about it: the end, a stop, or a small word. */
export const freeEnd =
  /^["')\x60*_\]]{0,2}(?:$|[.,;:!?)](?:\s|$)|\s?[\r\n]|\s[-\u2013(|]|\s(?:on|in|at|after|since|when|for|from|with|while|again|and|not|but|only|if|every|because|as|or|to|by|until|during|unless|instead|whenever|then|all|now|although|is|are|even|back|sometimes|always|today)\b)/i;

/** The text after a number calls it an error: `404 errors`, `401 or 403 errors`. */
export const errorFollows =
  /^s?["'\x60*_]{0,2}(?:\s?(?:,|or|and|\/)\s?[1-5]\d\d(?:\.\d{1,3})?){0,4}[\s-](?:http\s)?(?:errors?|responses?|status(?:es)?|codes?|err)\b/i;

/** The text after a number is the phrase that a server sends with it. */
export const reasonPhrase =
  /^[\s:,\u2013-]{1,3}["'(]?(?:(?:file |page |file or directory )?not found|http verb|client browser|precondition set|header values|web server received|unauthori[sz]ed|forbidden|access (?:is )?(?:denied|forbidden)|internal (?:server )?error|bad (?:request|gateway)|service (?:temporarily )?unavailable|gateway time-?out|method not allowed|not acceptable|request time-?out|object (?:not found|moved)|moved (?:permanently|temporarily)|not modified|length required|precondition failed|(?:request )?entity too large|payload too large|request-ur[il] too|not implemented|too many requests|proxy auth|unsupported media|authorization failed|logon failed|ok\b)/i;

/** A list goes on: `401, 403 and 500`. */
export const listLink = /^(?:s?\s?(?:,|\/|;|\||->)\s?(?:and |or )?|s?\s(?:or|and|&|then)\s)$/i;
