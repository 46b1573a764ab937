import type { Text } from './text.ts';

/** What a button sends when pressed. Only a hint: the record is loaded, and role and state are checked again. */
export type ButtonValue = Readonly<Record<string, string | number>>;

/** A button. `action` is `noun.verb`, the same id as in commands and history. */
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
  /** Facts side by side: a small label, a value under it. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Text written by a person, set off from ours. */
  | { readonly kind: 'quote'; readonly text: Text }
  /** A heading inside the card. */
  | { readonly kind: 'heading'; readonly text: string }
  /** Lines, each with at most two buttons. */
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  /** Small gray print. */
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
  /** A second button beside the first. */
  readonly also?: Button;
}

/** What a series stands for, if its color should tell; otherwise its color depends on its position. */
export type SeriesTone = 'good' | 'warning' | 'late' | 'muted';

/** Numbers under one name: one for each category, in order; finite, and none below zero. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
  readonly tone?: SeriesTone;
}

/** Numbers as a picture, which a platform draws natively if it can. A pie shows its first series only. */
export interface Chart {
  readonly kind: 'chart';
  /** `bar`: series side by side. `stacked`: on top of each other, adding up. `line`: categories follow each other in time. */
  readonly as: 'bar' | 'stacked' | 'line' | 'pie';
  readonly title: string;
  /** What is counted: findings, working days. */
  readonly unit: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** The picture in a sentence: for screen readers, and for places that cannot show it. */
  readonly alt: string;
}

/** A sheet with lines drawn on it; width and height are in the unit of its points. A line with one point is a dot. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly strokes: readonly Stroke[];
}

/** The points of one line, from the upper left corner: x, y. */
export type Stroke = readonly (readonly [number, number])[];

/** Something a person drew with a finger, such as a signature: shown as a picture or not at all. */
export interface Handwriting {
  readonly kind: 'handwriting';
  readonly sheet: Sheet;
  /** The picture in a few words, for screen readers. */
  readonly alt: string;
}

/** Blocks that some platforms can only show as a picture. */
export type Picture = Chart | Handwriting;

/** How a card looks at first sight: work to do, overdue, gone well, finished. */
export type Tone = 'neutral' | 'action' | 'warning' | 'late' | 'good' | 'muted';

/** A card as data. Adapters render it; none of its text is markup. */
export interface Card {
  readonly title: string;
  readonly tone: Tone;
  readonly blocks: readonly Block[];
  /** One plain line for notifications and for clients that cannot show cards. */
  readonly summary: string;
}
