/** The input of a form, by field name. */
export type Answered = Readonly<Record<string, string | readonly string[]>>;

/**
 * Users of a chat platform, as a conversation reads. People are identified by our ids; a record by its number; a button by its
 * label. Everything goes through the real adapter and, behind it, a stub or a browser.
 */
export interface Desk {
  /** Says something to the bot: as a slash command if the platform has them. */
  say(person: string, text: string): Promise<void>;
  /** The title of this person's open form. */
  formTitle(person: string): Promise<string>;
  /** All text of this person's open form. */
  formText(person: string): Promise<string>;
  /** Fills in the open form and submits it. Returns its errors, as one text; empty if it was accepted. */
  fill(person: string, answers: Answered): Promise<string>;
  /** Presses a button on the newest card visible to this person that has it and shows the number. */
  press(person: string, number: string, button: string): Promise<void>;
  /** The newest private message to this person: a toast, or a private card. */
  told(person: string): Promise<string>;
  /** All private messages to this person, oldest first: for those that may be followed at once by another. */
  toldSoFar(person: string): Promise<string>;
  /** Texts of the cards in the quality channel, oldest first. */
  channel(): Promise<readonly string[]>;
  /** The text of the newest direct message. */
  directMessage(person: string): Promise<string>;
}
