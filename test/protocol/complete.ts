/**
 * `T` with every optional property, however deep: a sample of this type fails to compile as soon as the domain names a
 * property that the sample does not have. Data with free keys, such as JSON of a customer, stays as it is.
 */
export type Complete<T> = T extends readonly (infer Item)[]
  ? readonly Complete<Item>[]
  : T extends object
    ? string extends keyof T
      ? T
      : { readonly [Key in keyof T]-?: Complete<T[Key]> }
    : T;

/** Those members of the union `U` that can be of this kind (or type), each with that kind alone. */
type Member<U, Key extends keyof U, Kind> = U extends unknown
  ? Kind extends U[Key]
    ? Omit<U, Key> & { readonly [K in Key]: Kind }
    : never
  : never;

/** A complete sample of every member of a union that `kind` tells apart. */
export type EachKind<U extends { readonly kind: string }> = {
  readonly [Kind in U['kind']]: Complete<Member<U, 'kind', Kind>>;
};

/** The same for a union that `type` tells apart. */
export type EachType<U extends { readonly type: string }> = {
  readonly [Type in U['type']]: Complete<Member<U, 'type', Type>>;
};
