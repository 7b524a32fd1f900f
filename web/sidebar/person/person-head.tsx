import type { SidebarPerson } from '../../api/sidebar.ts'
import { sidebarText } from '../../ui/text/sidebar.ts'

/** Who it is, as far as the station knows. Whom she is in the register, a person decides at the workbench. */
export function PersonHead({ person }: { person: SidebarPerson }) {
  const { contact, conversation } = person
  return (
    <header className="who">
      <div className="facts">
        <h1>{contact.name || sidebarText.unnamed}</h1>
        <span>{contact.villageName ?? sidebarText.unknownVillage}</span>
        {contact.phone ? <a href={`tel:${contact.phone}`}>{contact.phone}</a> : null}
      </div>
      <p className="facts">
        {contact.residentId ? (
          <a href={`/workbench/residents/${contact.residentId}`}>
            {sidebarText.resident(contact.residentName ?? '')}
          </a>
        ) : (
          <>
            <span className="tag amber">{sidebarText.notLinked}</span>
            <a
              href={
                conversation
                  ? `/workbench/inbox/all/${conversation.id}`
                  : `/workbench/wechat/contacts/${contact.id}`
              }
            >
              {sidebarText.link} ›
            </a>
          </>
        )}
      </p>
    </header>
  )
}
