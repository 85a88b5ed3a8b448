import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { useFrame } from './frame.ts';

/** What was typed, by the name of the field; several where several may be chosen. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>;

export type FormProps = Readonly<{
  action: string;
  /** Tells the forms of one page apart; needed only where there are several. */
  name?: string | undefined;
  /** Shown again in the fields after a problem; a field's own `value` goes first. */
  values?: FormValues | undefined;
  hasFiles?: boolean | undefined;
  /**
   * Checked while it is typed: its fields are sent to `action`, and the part of a page that
   * comes back takes the place of what stands in the element whose id is `region`.
   */
  live?: Readonly<{ action: string; region: string }> | undefined;
  /** Asks and changes nothing: a search. It needs neither. */
  isSearch?: boolean | undefined;
  children: ComponentChildren;
}>;

const FormContext = createContext<FormValues>({});

/** What was typed into the form around a field. */
export function useValues(): FormValues {
  return useContext(FormContext);
}

/**
 * A form that only our own page can send, and that is carried out once however often it is sent:
 * `csrf` and `once` go with it.
 */
export function Form(props: FormProps): JSX.Element {
  const { action, name = 'form', values = {}, hasFiles = false, live, isSearch = false } = props;
  const { frame } = useFrame();
  return (
    <form
      class="form"
      method={isSearch ? 'get' : 'post'}
      action={action}
      encType={hasFiles ? 'multipart/form-data' : undefined}
      noValidate
      data-sending={hasFiles ? '' : undefined}
      data-live={live?.action}
      data-live-region={live?.region}
    >
      {!isSearch && <input type="hidden" name="csrf" value={frame.csrf} />}
      {!isSearch && <input type="hidden" name="once" value={`${frame.once}.${name}`} />}
      <FormContext.Provider value={values}>{props.children}</FormContext.Provider>
    </form>
  );
}
