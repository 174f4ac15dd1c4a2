/** Does it; true where a row with the same value, of which there may be one, was in the way. Anything else throws on. */
export function isTaken(write: () => void): boolean {
  try {
    write();
    return false;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'SQLITE_CONSTRAINT_UNIQUE') return true;
    throw error;
  }
}
