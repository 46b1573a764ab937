/** A heading as it is compared: in lower case, without what stands in brackets, spaces and signs. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|（.*?）/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
