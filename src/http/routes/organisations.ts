import {
  endMembership,
  giveDuty,
  invite,
  readOrganisation,
  takeDuty,
  withdrawInvitation,
} from '../../service/organisations/index.ts';
import type { Route } from '../route.ts';

const member = '/organisation/members/:account';

/** The organisation that is acted for. */
export const organisationsRoutes: readonly Route[] = [
  { method: 'GET', path: '/organisation', action: readOrganisation },
  { method: 'POST', path: '/organisation/invitations', action: invite, status: 201 },
  {
    method: 'DELETE',
    path: '/organisation/invitations/:invitation',
    action: withdrawInvitation,
  },
  { method: 'PUT', path: `${member}/duties/:duty`, action: giveDuty },
  { method: 'DELETE', path: `${member}/duties/:duty`, action: takeDuty },
  { method: 'DELETE', path: member, action: endMembership },
];
