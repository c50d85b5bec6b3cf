import type { TermsVersionView } from '../../wire';

/** The versions that matter now: the one in force, the one before it, and what is still to come. */
export function listed(versions: readonly TermsVersionView[]): TermsVersionView[] {
  const now = versions.findIndex((version) => version.in_force);
  return versions.slice(Math.max(0, now - 1));
}
