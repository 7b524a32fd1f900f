/** The text of a script with its variables standing out. */
export function ScriptBody({ text }: { text: string }) {
  return (
    <p className="pre-line">
      {text.split(/(\{[^{}]+\})/).map((part, index) =>
        part.startsWith('{') ? (
          <span key={index} className="variable">
            {part.slice(1, -1)}
          </span>
        ) : (
          part
        ),
      )}
    </p>
  )
}
