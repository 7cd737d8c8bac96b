import { type CheckProfile, DEFAULT_PROFILE, readProfile } from '../../core/check/profile.ts';

/** Reads profiles as they are stored; the one read last is kept, since every edit asks for it. */
export function knownProfiles(): (content: string | null) => CheckProfile {
  let last: { readonly content: string; readonly profile: CheckProfile } | null = null;
  return (content) => {
    if (content === null) return DEFAULT_PROFILE;
    if (last?.content !== content) last = { content, profile: readProfile(content, 'database') };
    return last.profile;
  };
}
