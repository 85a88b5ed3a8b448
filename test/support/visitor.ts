/** A page as a browser without scripts sees it. */
export type Seen = Readonly<{ status: number; at: string; text: string }>;

/** Somebody with a browser of their own: it keeps cookies, sends forms and follows where it is led. */
export type Visitor = Readonly<{
  open: (path: string) => Promise<Seen>;
  /** Sends the form of this action on the page that was opened last. */
  send: (action: string, fields?: Readonly<Record<string, string | string[]>>) => Promise<Seen>;
  cookies: Map<string, string>;
}>;

/** A new visitor of a server. */
export function aVisitor(address: string): Visitor {
  const cookies = new Map<string, string>();
  let page = '';
  const ask = async (path: string, body?: URLSearchParams): Promise<Seen> => {
    const answer = await fetch(new URL(path, address), {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    for (const line of answer.headers.getSetCookie()) keep(cookies, line);
    const to = answer.headers.get('location');
    if (to !== null && new URL(to, address).origin === new URL(address).origin) return ask(to);
    page = await answer.text();
    return { status: answer.status, at: to ?? path, text: page };
  };
  return {
    cookies,
    open: ask,
    send: async (action, fields = {}) => {
      const body = new URLSearchParams(hiddenIn(page, action));
      for (const [name, values] of Object.entries(fields)) {
        body.delete(name);
        for (const value of [values].flat()) body.append(name, value);
      }
      return ask(action, body);
    },
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...rest] = line.split('; ');
  const end = pair.indexOf('=');
  const name = pair.slice(0, end);
  const isGone = rest.some((each) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(each));
  if (isGone) cookies.delete(name);
  else cookies.set(name, decodeURIComponent(pair.slice(end + 1)));
}

function hiddenIn(page: string, action: string): [string, string][] {
  const start = page.indexOf(` action="${action}"`);
  if (start < 0) throw new Error(`no form of the page goes to ${action}`);
  const form = page.slice(start, page.indexOf('</form>', start));
  return [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&').replaceAll('&quot;', '"')],
  );
}
