import type { ApiError, ApiResult } from './api.ts';

/** A refusal on its way through TanStack Query, which knows failures as exceptions only. */
export class ApiFailure extends Error {
  readonly error: ApiError;
  constructor(error: ApiError) {
    super(error.code);
    this.error = error;
  }
}

/** The value of an answer; throws ApiFailure for a refusal. For query functions only. */
export function valueOf<T>(result: ApiResult<T>): T {
  if (!result.ok) throw new ApiFailure(result.error);
  return result.value;
}

/** The refusal in what a query or mutation failed with; null when there is none. */
export function errorIn(failure: unknown): ApiError | null {
  if (failure === null || failure === undefined) return null;
  return failure instanceof ApiFailure ? failure.error : { code: 'internal' };
}
