/** What the log keeps of an error. */
type LoggedError = {
  type: string;
  code?: string;
  message: string;
  stack?: string;
  cause?: LoggedError;
};

const mostCharacters = 2000;
const mostCalls = 12;

/**
 * An error without what may stand in it of a person: a message of `JSON.parse` quotes what it could not read, and the first line of
 * a stack repeats the message. The calls stay, because they are what a bug is found by.
 */
export function loggedError(error: unknown, deep = false): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '' };
  const { name, message, stack, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const calls = (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, mostCalls);
  return {
    type: name,
    ...(code === undefined ? {} : { code }),
    message: (error instanceof SyntaxError ? withoutQuotes(message) : message).slice(
      0,
      mostCharacters,
    ),
    ...(calls.length === 0 ? {} : { stack: calls.join('\n').slice(0, mostCharacters) }),
    ...(cause === undefined || deep ? {} : { cause: loggedError(cause, true) }),
  };
}

/** `Unexpected token 'A', "…" is not valid JSON`: what stands between the outermost quotes goes. */
function withoutQuotes(message: string): string {
  return message.replace(/(['"])[\s\S]*\1/, '…');
}
