/** What went wrong, in the place where it did, said at once. Nothing while nothing has. */
export function Trouble({ of: words }: { of: string }) {
  return words ? (
    <p className="trouble" role="alert">
      {words}
    </p>
  ) : null
}
