/** Somebody of the desk. */
export interface Person {
  readonly id: string;
  readonly name: string;
}
