/** What a user wants done with a message. */
export type Intent =
  | { readonly to: 'new' }
  /** 投诉或建议 of a customer. */
  | { readonly to: 'complaint' }
  | { readonly to: 'record'; readonly number: string }
  /** To the record in whose thread it is; `rest` is the remaining text. */
  | { readonly to: 'thread'; readonly rest: string };

const NEW =
  /^(?:记为|记成|登记为|报告为|报告|登记)(?:不符合项?|发现项?)$|^(?:record|report)(?: as)?(?: an?)? (?:finding|nonconformity)$/;
const COMPLAINT =
  /^(?:记为|记成|登记为|登记)(?:客户)?(?:投诉|建议)$|^(?:record|report)(?: as)?(?: an?)? (?:complaint|suggestion)$/;
const TO_RECORD =
  /^(?:补充到|补充至|加到|添加到|记到|add to)\s*([A-Za-z]{1,8}-\d{4}-\d{1,6}(?:-[A-Za-z]\d{1,3}){0,3})$/i;
const TO_THREAD = /^(?:记录|记下|补充|补充证据|add|record)(?=$|[\s,，:：。.])[\s,，:：。.]*/i;

/** What the text beside a message asks to do with it; null if it asks for something else. */
export function intentOf(text: string): Intent | null {
  const said = text.trim().replace(/^[/／]?\s*(?:qm\b)?\s*/i, '');
  const bare = said.replace(/[。.!！]+$/, '');
  if (NEW.test(bare.toLowerCase())) return { to: 'new' };
  if (COMPLAINT.test(bare.toLowerCase())) return { to: 'complaint' };
  const number = TO_RECORD.exec(bare)?.[1];
  if (number !== undefined) return { to: 'record', number: number.toUpperCase() };
  const thread = TO_THREAD.exec(said);
  return thread ? { to: 'thread', rest: said.slice(thread[0].length).trim() } : null;
}
