/**
 * Whether a stage, or what the console has of it, is something that is only shown (a slide): it stands revealed without ever
 * having been opened, so it is in round 0. It takes no answers, and counts nowhere.
 */
export function isSlide(stage: { at?: string; phase?: string; round?: number }): boolean {
  return (stage.at ?? stage.phase) === 'revealed' && stage.round === 0;
}
