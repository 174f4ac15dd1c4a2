import { z } from 'zod';

// The pages' policy forbids eval. zod would try it before doing without, and each page would start with an error in its log.
// Stands first among the imports: schemas ask when they are made.
z.config({ jitless: true });
