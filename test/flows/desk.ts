/** What is typed or chosen in a form, by field name. */
export type Answered = Readonly<Record<string, string | readonly string[]>>;

/**
 * People at a chat platform, as a conversation reads. People are named by our ids; a record by its number; a button by what is
 * written on it. Everything goes through the real adapter and, behind it, a stand-in or a browser.
 */
export interface Desk {
  /** Says something to the bot: a slash command where the platform has them. */
  say(person: string, text: string): Promise<void>;
  /** The title of the form that this person has open. */
  formTitle(person: string): Promise<string>;
  /** All that the form says which this person has open. */
  formText(person: string): Promise<string>;
  /** Fills in the open form and hands it in. Gives what it complains of, as one text; empty when it was taken. */
  fill(person: string, answers: Answered): Promise<string>;
  /** Presses a button on the newest card that this person sees which has it and shows the number. */
  press(person: string, number: string, button: string): Promise<void>;
  /** The newest thing that only this person was told: a toast, or a private card. */
  told(person: string): Promise<string>;
  /** All that only this person was told, oldest first: for what may be followed at once by something else. */
  toldSoFar(person: string): Promise<string>;
  /** Texts of the cards that stand in the quality channel, oldest first. */
  channel(): Promise<readonly string[]>;
  /** The text of the newest direct message. */
  directMessage(person: string): Promise<string>;
}
