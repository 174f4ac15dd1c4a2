import type { WireError } from '../../../lan-server/contract/rejections.ts';

/** Why a name was not given; null: it was, or the teacher is asked. */
export type Refusal = WireError['code'] | 'unreachable' | null;
