import type { Tone } from '../../../src/chat/card.ts';
import { html, type Markup } from '../../../src/html.ts';

const frame = (shape: Markup): Markup =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${shape}</svg>`;

/** Icons for card headers and the page's own buttons; inline, so that the page loads nothing from outside. */
const shapes = {
  neutral: html`<path d="M5.5 3h6.2L15 6.3V17H5.5zM8 9.5h4.5M8 12.8h4.5"/>`,
  action: html`<circle cx="10" cy="10" r="7"/><path d="M8.7 6.8 12 10l-3.3 3.2"/>`,
  warning: html`<path d="M10 3.2 17.2 16H2.8zM10 8v3.6M10 13.7v.1"/>`,
  late: html`<circle cx="10" cy="10" r="7"/><path d="M10 6v4.3l2.8 1.7"/>`,
  good: html`<circle cx="10" cy="10" r="7"/><path d="m7 10.3 2.2 2.2L13.2 8"/>`,
  muted: html`<circle cx="10" cy="10" r="7"/><path d="M7 10h6"/>`,
  menu: html`<path d="M3.5 5.5h13M3.5 10h13M3.5 14.5h13"/>`,
  close: html`<path d="m5 5 10 10M15 5 5 15"/>`,
  send: html`<path d="M10 16V4.5M5 9.3l5-5 5 5"/>`,
  commands: html`<rect x="3" y="3" width="14" height="14" rx="3.5"/><path d="m11.7 6.3-3.4 7.4"/>`,
  channel: html`<path d="M8 3.5 6.5 16.5M13.5 3.5 12 16.5M4 7.5h13M3 12.5h13"/>`,
  direct: html`<path d="M3.5 4.5h13v9.3H9.2L6 16.6v-2.8H3.5z"/>`,
  file: html`<path d="m15.5 9.2-5.6 5.6a3.2 3.2 0 0 1-4.6-4.6l6-6a2.2 2.2 0 0 1 3.1 3.1l-5.9 5.9a1 1 0 0 1-1.5-1.5l5.2-5.2"/>`,
  lock: html`<rect x="4.5" y="9" width="11" height="7.5" rx="1.5"/><path d="M7 9V6.5a3 3 0 0 1 6 0V9"/>`,
  swap: html`<path d="M4 7.5h11.5L12.3 4.3M16 12.5H4.5l3.2 3.2"/>`,
} as const satisfies Record<string, Markup>;

/** An icon's name: every tone of a card has one. */
export type IconName = keyof typeof shapes;

/** An icon in the color of the surrounding text; decorative, hidden from screen readers. */
export const renderIcon = (name: IconName | Tone): Markup => frame(shapes[name]);
