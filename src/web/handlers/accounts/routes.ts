import type { App } from '../../../app/app.ts';
import type { Entrance } from '../../door/entrance.ts';
import { get, post, type Route } from '../../route.ts';
import * as account from './account.ts';
import * as accounts from './accounts.ts';
import * as audit from './audit.ts';
import * as openId from './openid.ts';
import * as signing from './sign-in.ts';
import * as welcome from './welcome.ts';

/** The addresses that are asked for by people who are not in yet. */
export function doorRoutes(app: App, entrance: Entrance): Route[] {
  return [
    get('/sign-in', 'anyone', signing.showSignIn(entrance)),
    post('/sign-in', 'anyone', signing.signIn(app, entrance)),
    get('/sign-in/openid', 'anyone', openId.begin(entrance)),
    get('/sign-in/openid/callback', 'anyone', openId.comeBack(app, entrance)),
    get('/welcome/:token', 'anyone', welcome.showWelcome(app, entrance)),
    post('/welcome/:token', 'anyone', welcome.setPassword(app, entrance)),
    post('/welcome/:token/openid', 'anyone', openId.beginAtLink(app, entrance)),
  ];
}

/** The addresses of one's own account and of all. */
export function accountRoutes(app: App, entrance: Entrance): Route[] {
  return [
    post('/sign-out', 'read', signing.signOut(entrance)),
    get('/account', 'read', account.show(app, entrance)),
    post('/account/password', 'read', account.savePassword(app, entrance)),
    post('/account/sessions', 'read', account.endOthers(app)),
    post('/account/tokens', 'read', account.makeToken(app, entrance)),
    post('/account/mail', 'read', account.saveMail(app)),
    get('/accounts', 'accounts', accounts.show(app)),
    post('/accounts', 'accounts', accounts.invite(app)),
    post('/accounts/first', 'accounts', accounts.addFirst(app, entrance)),
    post('/accounts/:account', 'accounts', accounts.change(app)),
    get('/audit', 'audit', audit.show(app)),
    get('/audit/file', 'audit', audit.download(app)),
  ];
}
