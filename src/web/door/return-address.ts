/** An address of this server, whatever was asked for: nobody is led away from here after signing in. */
export function returnAddress(to: string): string {
  const here = 'http://here.invalid';
  if (!URL.canParse(to, here)) return '/';
  const { origin, pathname, search } = new URL(to, here);
  // A path that begins with two slashes would be another server's address again.
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
