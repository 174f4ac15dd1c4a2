import type { CopyDatabase, SessionRow } from '../ports.ts';

/** The running program, as backups need it. */
export type Program = {
  /** Copies the live database; null while the data is damaged. */
  copy(): CopyDatabase | null;
  lessonsRun(): boolean;
  /**
   * Makes staged data ready to open: brings it to this program's version, signs everybody out but `by`. Makes an empty
   * database where none is staged. Throws where it does not open.
   */
  prepare(folder: string, by: SessionRow): Promise<void>;
  /** Grows with every row that is written to the live data. */
  writes(): number;
  /**
   * Puts the staged data in the place of the live data and goes on with it. Rejects with the old data in place; false, also with
   * the old data in place, where something was written since `writes()` was `still` (null = whatever was written).
   */
  exchange(still: number | null): Promise<boolean>;
  /** Rescue: opens what can be read of the damaged data, after a copy of it was put aside. */
  goOn(by: SessionRow): Promise<void>;
  /** Rescue: what can be read holds together. */
  canGoOn(): boolean;
};
