/**
 * The part of Card JSON 2.0 that we send. An unknown property is an error there, so all are declared.
 * https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure (2026-11-23)
 */
export interface PlainText {
  readonly tag: 'plain_text';
  readonly content: string;
  readonly text_size?: 'heading' | 'normal' | 'notation';
  readonly text_color?: 'grey' | 'red';
}

/** Text with a little markup; escaped by `render-text.ts`. */
export interface LarkMd {
  readonly tag: 'lark_md';
  readonly content: string;
  readonly text_size?: 'heading' | 'normal' | 'notation';
}

/** The callback of a pressed button: flat, strings only. */
export type CallbackValue = Readonly<Record<string, string>>;

interface Behavior {
  readonly type: 'callback';
  readonly value: CallbackValue;
}

interface Identified {
  /** A letter, then letters, digits or underscores; 20 at most; unique in the card. */
  readonly element_id?: string;
}

export interface Div extends Identified {
  readonly tag: 'div';
  readonly text: PlainText | LarkMd;
}

export interface Rule extends Identified {
  readonly tag: 'hr';
}

export interface ButtonElement extends Identified {
  readonly tag: 'button';
  readonly text: PlainText;
  readonly type: 'default' | 'primary_filled' | 'danger';
  /** In a form, both a name and an action type are required. */
  readonly name?: string;
  readonly form_action_type?: 'submit';
  readonly behaviors: readonly Behavior[];
  readonly confirm?: { readonly title: PlainText; readonly text: PlainText };
}

export interface Column {
  readonly tag: 'column';
  readonly width?: 'auto' | 'weighted';
  readonly weight?: number;
  readonly padding?: string;
  readonly vertical_align?: 'center';
  readonly vertical_spacing?: string;
  readonly elements: readonly Element[];
}

export interface ColumnSet extends Identified {
  readonly tag: 'column_set';
  readonly flex_mode: 'none' | 'bisect' | 'flow';
  readonly background_style?: 'grey';
  readonly horizontal_spacing?: string;
  readonly columns: readonly Column[];
}

interface Control extends Identified {
  readonly name: string;
  readonly required: boolean;
  readonly width: 'fill';
  readonly placeholder: PlainText;
}

export interface InputElement extends Control {
  readonly tag: 'input';
  readonly input_type: 'text' | 'multiline_text';
  readonly max_length: number;
  readonly rows?: number;
  readonly auto_resize?: boolean;
  readonly default_value?: string;
}

interface SelectOption {
  readonly text: PlainText;
  readonly value: string;
}

export interface Select extends Control {
  readonly tag: 'select_static';
  readonly options: readonly SelectOption[];
  readonly initial_option?: string;
}

export interface MultiSelect extends Control {
  readonly tag: 'multi_select_static';
  readonly options: readonly SelectOption[];
  readonly selected_values?: readonly string[];
}

export interface DatePicker extends Control {
  readonly tag: 'date_picker';
  readonly initial_date?: string;
}

/** Only allowed at the root of a card. */
export interface FormElement extends Identified {
  readonly tag: 'form';
  readonly name: string;
  readonly elements: readonly Element[];
}

/** A data point of a chart, with its category and series. */
export interface ChartDatum {
  readonly item: string;
  readonly value: number;
  readonly series: string;
}

/** The part of a VChart definition that we send. https://www.visactor.io/vchart/option (2026-11-24) */
interface ChartFrame {
  readonly title: { readonly visible: boolean; readonly text: string };
  readonly data: readonly { readonly id: string; readonly values: readonly ChartDatum[] }[];
  readonly legends: { readonly visible: boolean; readonly orient: 'bottom'; readonly maxRow: number };
  readonly label: {
    readonly visible: boolean;
    readonly position?: 'inside' | 'outside';
    /** Whether a label that overlaps another is moved or hidden. */
    readonly overlap?: boolean;
    readonly style?: { readonly fill: string };
  };
  readonly color: readonly string[];
}

interface BarSpec extends ChartFrame {
  readonly type: 'bar';
  readonly direction: 'horizontal';
  readonly xField: 'value';
  readonly yField: 'item' | readonly string[];
  readonly seriesField: 'series';
  readonly stack?: true;
  readonly axes: readonly {
    readonly orient: 'left' | 'bottom';
    readonly type: 'band' | 'linear';
    readonly visible?: boolean;
    readonly min?: number;
    readonly max?: number;
  }[];
}

interface LineSpec extends ChartFrame {
  readonly type: 'line';
  readonly xField: 'item';
  readonly yField: 'value';
  readonly seriesField: 'series';
}

interface PieSpec extends ChartFrame {
  readonly type: 'pie';
  readonly valueField: 'value';
  readonly categoryField: 'item';
  readonly outerRadius: number;
  readonly innerRadius: number;
}

export type ChartSpec = BarSpec | LineSpec | PieSpec;

/** https://open.larkoffice.com/document/feishu-cards/card-json-v2-components/content-components/chart (2026-11-24) */
interface ChartElement extends Identified {
  readonly tag: 'chart';
  /** `1px` to `999px`. */
  readonly height: string;
  readonly chart_spec: ChartSpec;
}

/** https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/image (2026-11-25) */
interface ImageElement extends Identified {
  readonly tag: 'img';
  readonly img_key: string;
  readonly alt: PlainText;
  /** The whole picture, as wide as the card. */
  readonly scale_type: 'fit_horizontal';
}

export type Element =
  | Div
  | Rule
  | ButtonElement
  | ColumnSet
  | InputElement
  | Select
  | MultiSelect
  | DatePicker
  | FormElement
  | ChartElement
  | ImageElement;

/** Colours of a card's header. */
export type HeaderColor = 'blue' | 'orange' | 'red' | 'green' | 'grey' | 'default';

/** A card in Feishu's format. */
export interface CardJson {
  readonly schema: '2.0';
  /** `update_multi` must be set both when a card is sent and when it is patched. */
  readonly config: { readonly update_multi: true; readonly summary: { readonly content: string } };
  readonly header?: { readonly title: PlainText; readonly template: HeaderColor };
  readonly body: { readonly elements: readonly Element[] };
}
