import { Option } from 'commander';
import { ROLES } from '../../core/accounts/permissions.ts';
import { list, type Setting, secretIn, setting, webAddress } from './setting.ts';

/** The settings of signing in by an OpenID Connect server or a proxy, for desks with accounts. */
export function signInSettings(): Setting[] {
  return [
    setting(
      new Option(
        '--openid-issuer <url>',
        'an OpenID Connect server by which people sign in, by the address that it names itself with',
      ).argParser(webAddress),
    ),
    setting(new Option('--openid-client-id <id>', 'the name of this program at that server')),
    secretIn(
      new Option('--openid-client-secret-file <file>', 'file whose first line is its secret there'),
      'openid-client-secret',
    ),
    setting(new Option('--openid-label <words>', 'what the button on the sign-in page says')),
    setting(
      new Option(
        '--openid-match-email',
        'a verified e-mail address opens the account that has it, also where nobody has connected the two',
      ),
    ),
    setting(
      new Option(
        '--openid-role-claim <claim>',
        'the claim that gives people their roles here, such as resource_access.visavis.roles',
      ),
    ),
    setting(
      new Option(
        '--sign-in-header <name>',
        'a header in which a proxy says who is signed in, by the e-mail address, such as X-Forwarded-Email',
      ),
    ),
    list(
      new Option(
        '--sign-in-proxy <address>',
        'an address or network from which that header is believed, such as 10.0.0.7; may be repeated',
      ),
    ),
    setting(new Option('--sign-out-url <url>', 'where that proxy signs people out, such as /oauth2/sign_out')),
    setting(
      new Option(
        '--new-account-role <role>',
        'make an account with this role for whoever signs in so and has none',
      ).choices(ROLES.filter((role) => role !== 'administrator')),
    ),
    list(
      new Option(
        '--email-domain <domain>',
        'accounts are made, or found by e-mail address, for addresses of this domain alone; may be repeated',
      ),
    ),
    setting(new Option('--external-sign-in-only', 'people sign in so alone, and not with a password')),
  ];
}
