export type HttpHeaders = Readonly<Record<string, string | string[] | undefined>>;
