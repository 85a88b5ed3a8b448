/** One of the invented people of the demonstration, and what they show. */
export type SignIn = Readonly<{ email: string; password: string; what: string }>;

/** The password of everybody in the demonstration. */
export const password = 'lantern meadow kettle nine';

/** Whom to sign in as, to see what each duty sees. */
export const signIns: readonly SignIn[] = [];
