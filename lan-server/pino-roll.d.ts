/** The part of pino-roll that is used here; it brings no types. */
declare module 'pino-roll' {
  type Rolling = {
    write(line: string): boolean;
    on(event: 'error', listener: (error: Error) => void): void;
  };
  export default function roll(options: {
    /** The number goes before the ending: `chalkbox.log` → `chalkbox.1.log`. */
    file: string;
    /** `5000000b`. */
    size: string;
    limit: { count: number; removeOtherLogFiles: boolean };
    mode: number;
    sync: boolean;
    maxLength: number;
  }): Promise<Rolling>;
}
