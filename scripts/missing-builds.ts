/** One package in package-lock.json, as far as it matters here. */
export type LockedPackage = Readonly<{
  version: string;
  cpu?: readonly string[];
  dev?: boolean;
  libc?: readonly string[];
  optional?: boolean;
  os?: readonly string[];
  optionalDependencies?: Readonly<Record<string, string>>;
}>;

type Packages = Readonly<Record<string, LockedPackage>>;

const systems = 'aix android darwin freebsd linux netbsd openbsd openharmony sunos win32'.split(
  ' ',
);
const processors = 'arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64'.split(' ');

/** The builds for other platforms that packages ask for and the lock file does not name. */
export function missingBuilds(packages: Packages): Packages {
  const found = Object.values(packages).flatMap(({ dev, optionalDependencies }) =>
    Object.entries(optionalDependencies ?? {})
      .filter(([name]) => packages[`node_modules/${name}`] === undefined)
      .map(([name, version]) => [`node_modules/${name}`, build(name, { version, dev })] as const),
  );
  return Object.fromEntries(found);
}

type Asked = Readonly<{ version: string; dev: boolean | undefined }>;

// `@oxlint/binding-linux-arm-gnueabihf` is for Linux on ARM.
function build(name: string, { version, dev }: Asked): LockedPackage {
  const words = name.split(/[/-]/);
  const processor = processors.filter((each) => words.includes(each));
  const system = systems.filter((each) => words.includes(each));
  return {
    version,
    ...(processor.length > 0 && { cpu: processor }),
    ...(dev === true && { dev }),
    ...(words.includes('musl') && { libc: ['musl'] }),
    optional: true,
    ...(system.length > 0 && { os: system }),
  };
}
