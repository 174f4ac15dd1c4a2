import type { RejectionCode } from '../../lan-server/contract/rejections.ts';

/** Why a request did not do what it should. `unreachable`: nobody answered, so nobody knows whether it was done. */
export type ApiError = { code: RejectionCode | 'unreachable'; details?: unknown };

/** An answer, or a refusal as a value: nothing here throws. */
export type ApiResult<T> = { ok: true; value: T } | { ok: false; error: ApiError };
