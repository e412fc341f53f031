/**
 * What an advisory says goes wrong. Topic words alone are weak: "late sign-in reports" and "search in multiple services" have them too.
 * All text is in lower case, words apart by single spaces.
 */

const CANNOT =
  '(?:unable to|can t|cannot|can not|could not|couldn t|not able to|fail(?:s|ed|ing)? to|prevented from|blocked from|(?:errors?|failures?|timeouts?)(?: code)?(?: \\w+)? (?:when|while)(?: they| users)?|(?:when|while)(?: they| users)? (?:try(?:ing)?|attempt(?:ing)?) to|(?:repeatedly|continually) (?:prompted|asked) to)';
const ACT =
  '(?:sign(?:ing)?(?: back)? in|log(?:ging)? (?:in|on)|authenticat(?:e|ing)|connect(?:ing)?|access(?:ing)?|reach(?:ing)?|sync(?:ing)?|synchroni[sz](?:e|ing))';

/** "unable to sign in …", with what follows. */
const DEED = new RegExp(`\\b${CANNOT} (?:intermittently |successfully |properly |\\w+ly )?(${ACT})\\b(.*)$`);

/** The same told with nouns: "authentication requests may fail", "sign-in failures", "signed out of". */
const STATE = new RegExp(
  [
    '\\b(?:sign ins?|authentications?|logins?|connections?|connectivity|sync) (?:\\w+ )?(?:failures?|errors?|issues?|problems?|loops?|prompts?|(?:requests? )?(?:may |can |could |might |may have )?(?:be )?(?:fail(?:ed|s)?|time out|timed out|rejected|refused))\\b',
    '\\b(?:prompted|asked) to (?:sign in|authenticate|log in)\\b',
    '\\bsigned out (?:of|from)\\b',
    '\\bblock(?:s|ed|ing)? (?:all |some |user )?sign ins\\b',
    '\\bonedrive(?: for business)? (?:is|was|may be|may have been) (?:unavailable|not available|unreachable)\\b',
  ].join('|'),
);

/** Confined to guests, other makers' apps, one way of signing in, some files, or the like. */
const SPECIAL_CASE =
  /\b(?:third party|3rd party|external|guests?|partners?|b2b|b2c|windows hello|passkeys?|fido2?|smart ?cards?|certificates?|multi ?factor|mfa|self service|workflows?|connectors?|apis?|add ?ins?|webhooks?|migrat\w+|powershell|service principals?|managed identit\w+|kiosks?|shared devices?|newly (?:created|provisioned)|trial|app registrations?|virtual desktop|app launcher|file names?|characters?|large files?|custom|notebooks?|shortcuts?|search|templates?|first time|incorrect(?:ly)?|wrong|missing|outdated|not (?:shown|displayed|reported))\b/;

/** "sign in to", "connect to", "access" and what follows, unless that is Microsoft's cloud as such. */
const OTHER_PLACE =
  /\b(?:(?:sign(?:ing)?|log(?:ging)?) (?:in |on )?to|authenticat\w+ (?:to|with|against)|connect(?:ing)? to|(?:to|t|cannot) access|accessing) (?!(?:(?:the|their|some|any|multiple|several|all|various|one|or|more|other|certain|files|content|data|in|on|stored) )*(?:microsoft|office|onedrive|sharepoint|cloud|entra|azure|m365|work|accounts?|services?|apps?|applications?|tokens?)\b)/;

/** Another way in, or another occasion, than starting the app: "with a smart card", "when the name has a comma". */
const QUALIFIED =
  /\b(?:(?:using|with|via|through) (?!(?:the |their |an? |some |any |all |multiple |several )?(?:onedrive|desktop|mobile|sync|microsoft|office|work|school|accounts?|error|apps?|client|internet|networks?|tls|windows|mac))|(?:when|if|where|whose) (?!(?:using|opening|starting|launching|trying|attempting|(?:they|users) (?:try|attempt|use|open|start|launch))\b)|after (?!(?:an? |the )?(?:recent|latest|new|update|upgrade|change|restart))|(?:that|which) (?:are|is|were|was|have|has|contain|use)\b|(?:larger|smaller|longer|older|more) than\b|shared (?:by|with|from)\b|containing\b|named\b)/;

/** What is synchronised must be OneDrive's own: its files, not calendars or lists. */
const OWN_FILES =
  /^(?: (?:the|their|some|any|new|all|most))*(?: (?:files?|folders?|content|onedrive|document|libraries|sharepoint|changes|with|on|in|after|and|or|until|at)\b|$)/;

/** Whether the sentences say that people cannot sign in, connect, reach or sync at all, and not only in some special case. */
export function claimsNoAccess(sentences: readonly string[]): boolean {
  return sentences.some((sentence) => {
    const [, act, rest] = DEED.exec(sentence) ?? [];
    if (act === undefined || rest === undefined) return STATE.test(sentence) && !QUALIFIED.test(sentence);
    return !QUALIFIED.test(rest) && (!act.startsWith('sync') || OWN_FILES.test(rest));
  });
}

/** Whether the headline confines itself to something that starting OneDrive on a PC is not. */
export function isSpecialCase(headline: string): boolean {
  return SPECIAL_CASE.test(headline) || OTHER_PLACE.test(headline);
}
