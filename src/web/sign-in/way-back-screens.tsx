import type { Answer, Screen, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { followWayBack, readWayBack } from '../../service/sign-in/index.ts';
import { formText } from '../form-text.ts';
import { Button, Form, Heading } from '../look/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { goOn } from './next-page.ts';
import { NewPassword } from './password-page.tsx';

const none: readonly Problem[] = [];
const title = 'Set a password';

const ends = 'Wherever you are signed in now ends, and so do your tokens.';

async function show(visit: Visit, problems = none): Promise<Answer> {
  const { token = '' } = visit.params;
  const read = await visit.perform(readWayBack, { token });
  if (!read.ok) return showRefused(visit, read.problems);
  const lead = `For ${read.value.email}. ${ends}`;
  return showPage(
    visit,
    { title, problems },
    <>
      <Heading lead={lead}>{title}</Heading>
      <Form action={`/way-back/${token}`}>
        <NewPassword />
        <Button>Set the password and sign in</Button>
      </Form>
    </>,
  );
}

async function send(visit: Visit): Promise<Answer> {
  const { params, from } = visit;
  const asked = { token: params.token ?? '', password: formText(visit, 'password') };
  const result = await visit.perform(followWayBack, { ...asked, agent: from.agent });
  return result.ok ? goOn(visit, result.value, '/account') : show(visit, result.problems);
}

/** Setting a password by a link, for whoever lost every way of signing in. */
export const wayBackScreens: readonly Screen[] = [
  {
    method: 'GET',
    path: '/way-back/:token',
    who: 'anyone',
    show: async (visit) => show(visit),
  },
  { method: 'POST', path: '/way-back/:token', who: 'anyone', show: send },
];
