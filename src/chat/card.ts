import type { Text } from './text.ts';

/** What a button says when it is pressed. A hint only: the record is loaded, and role and state are checked again. */
export type ButtonValue = Readonly<Record<string, string | number>>;

/** A button. `action` is `noun.verb`, the same id as the command's and the history's. */
export interface Button {
  readonly action: string;
  readonly label: string;
  readonly value: ButtonValue;
  readonly style?: 'primary' | 'danger';
  /** Asked before the press is sent. */
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
}

/** One part of a card's body. */
export type Block =
  | { readonly kind: 'text'; readonly text: Text }
  /** Facts side by side: a label in small, a value under it. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Words of a person, set off from ours. */
  | { readonly kind: 'quote'; readonly text: Text }
  /** A heading inside the card. */
  | { readonly kind: 'heading'; readonly text: string }
  /** Lines, each with at most two buttons. */
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  /** Small grey print. */
  | { readonly kind: 'note'; readonly text: Text }
  | { readonly kind: 'divider' }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | Chart
  | Handwriting;

/** A label with its value. */
export interface Fact {
  readonly label: string;
  readonly value: Text;
}

/** One line of a list. */
export interface Line {
  readonly text: Text;
  readonly button?: Button;
  /** A second one, beside the first. */
  readonly also?: Button;
}

/** What a series stands for, where its colour should tell it; without one a series has its place's colour. */
export type SeriesTone = 'good' | 'warning' | 'late' | 'muted';

/** Numbers under one name: one for each category, in their order; finite, and none below zero. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
  readonly tone?: SeriesTone;
}

/** Numbers as a picture, which a platform draws itself where it can. A pie shows its first series alone. */
export interface Chart {
  readonly kind: 'chart';
  /** `bar`: series side by side. `stacked`: on top of each other, adding up. `line`: categories follow each other in time. */
  readonly as: 'bar' | 'stacked' | 'line' | 'pie';
  readonly title: string;
  /** What is counted: findings, working days. */
  readonly unit: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** The picture in a sentence: for screen readers, and for places that can show none. */
  readonly alt: string;
}

/** A sheet of paper, as wide and high as its points count, with lines drawn on it; a line of one point is a dot. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly strokes: readonly Stroke[];
}

/** Points of one line, from the upper left corner: across, down. */
export type Stroke = readonly (readonly [number, number])[];

/** What somebody drew with a finger, such as a signature: shown as a picture or not at all. */
export interface Handwriting {
  readonly kind: 'handwriting';
  readonly sheet: Sheet;
  /** The picture in a few words, for screen readers. */
  readonly alt: string;
}

/** Blocks that a platform may have to be given as a picture. */
export type Picture = Chart | Handwriting;

/** How a card looks at first sight: work to do, a matter that is late, one that went well, one that is over. */
export type Tone = 'neutral' | 'action' | 'warning' | 'late' | 'good' | 'muted';

/** A card as data. Adapters render it; none of its text is markup. */
export interface Card {
  readonly title: string;
  readonly tone: Tone;
  readonly blocks: readonly Block[];
  /** One plain line for notifications and for clients that show no cards. */
  readonly summary: string;
}
