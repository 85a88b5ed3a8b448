/** How people sign in beside password and passkey, and how long they stay so. */
export type SignInSettings = Readonly<{
  providers: readonly SignInProvider[];
  /** After so many minutes without a request a sign-in has ended; 30 where it does not say. */
  idleMinutes?: number;
}>;

/** Another service that knows who somebody is, by OpenID Connect. */
export type SignInProvider = Readonly<{
  /** Stands in addresses and with the identities that it vouches for: it never changes. */
  key: string;
  /** As it stands on the button. */
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}>;
