import type { Registry } from '../registry.ts';
import type { CreateRequest } from '../requests.ts';

/** The wish as it was meant: a form that is the door to several types may have been answered for another one than its own (ADR 48). */
export function leadOn(wish: CreateRequest, registry: Registry): CreateRequest {
  const parsed = registry.get(wish.type).creation.bind(wish.answers);
  return parsed.ok && parsed.leadsTo ? { ...wish, ...parsed.leadsTo } : wish;
}
