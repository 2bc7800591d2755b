/** A property that was set before the element was defined hides the accessor of that name, so it is set again. */
export function upgradeProperty<Name extends PropertyKey>(
  element: Record<Name, unknown>,
  name: Name,
): void {
  if (!Object.hasOwn(element, name)) return;
  const value = element[name];
  Reflect.deleteProperty(element, name);
  element[name] = value;
}
