/** An e-mail address in the form used for comparison: trimmed, in lower case. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * A mobile number in the form used for comparison: `+` and digits. Eleven digits that begin with 1 are a number in mainland China, which people write
 * without `+86`; any other number without a country code keeps its digits.
 */
export function normaliseMobile(mobile: string): string {
  const digits = mobile.replace(/[^\d+]/g, '').replace(/^00/, '+');
  if (/^1\d{10}$/.test(digits)) return `+86${digits}`;
  if (/^861\d{10}$/.test(digits)) return `+${digits}`;
  return digits;
}

/** Whether an address belongs to one of the domains; a subdomain does not count as its parent. */
export function isInDomains(email: string, domains: readonly string[]): boolean {
  const address = normaliseEmail(email);
  return domains.includes(address.slice(address.lastIndexOf('@') + 1));
}
