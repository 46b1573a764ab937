/** The languages qmbot speaks. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Every language, this one first. */
export const localesFrom = (first: Locale): readonly Locale[] => [
  first,
  ...locales.filter((locale) => locale !== first),
];
