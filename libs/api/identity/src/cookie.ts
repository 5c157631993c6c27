import '@fastify/cookie';
import type { Config } from '@mintforge/platform';
import { isUuid } from '@mintforge/domain/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefreshToken } from './sessions.service';

const longest = 7 * 24 * 3600;

/** `__Host-` binds the cookie to this host and HTTPS; without HTTPS (development) browsers would refuse that name. */
const cookieOf = ({ NODE_ENV }: Config) =>
  NODE_ENV === 'production' ? { name: '__Host-mintforge', secure: true } : { name: 'mintforge', secure: false };

/** Sets the refresh cookie: signed, so that a token we once issued is told from an invented one; unreadable to scripts. */
export function setRefreshCookie(reply: FastifyReply, config: Config, { userId, sessionId, secret }: RefreshToken): void {
  const { name, secure } = cookieOf(config);
  void reply.setCookie(name, `${userId}.${sessionId}.${secret}`, { path: '/', httpOnly: true, sameSite: 'strict', secure, signed: true, maxAge: longest });
}

/** Removes the refresh cookie. */
export function clearRefreshCookie(reply: FastifyReply, config: Config): void {
  const { name, secure } = cookieOf(config);
  void reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}

/** The refresh token of the request's cookie; null when absent, altered or malformed. */
export function readRefreshCookie(request: FastifyRequest, config: Config): RefreshToken | null {
  const raw = request.cookies[cookieOf(config).name];
  const { valid, value } = raw ? request.unsignCookie(raw) : { valid: false, value: null };
  const [userId = '', sessionId = '', secret = ''] = valid && value ? value.split('.') : [];
  return isUuid(userId) && isUuid(sessionId) && secret ? { userId, sessionId, secret } : null;
}
