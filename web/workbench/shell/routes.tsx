import { createBrowserRouter } from 'react-router'
import { SessionGate } from '../officers/session-gate.tsx'
import { BrokenPage } from './broken-page.tsx'
import { MissingPage } from './missing-page.tsx'
import { Opening } from './opening.tsx'
import { Shell } from './shell.tsx'

/**
 * Every page has an address of its own and is loaded when it is first opened. A router looks at the address when it is
 * made, so that is done by who knows that the address is right.
 */
export const createRouter = () =>
  createBrowserRouter(
    [
      {
        path: '/setup',
        ErrorBoundary: BrokenPage,
        HydrateFallback: Opening,
        lazy: async () => ({ Component: (await import('../officers/setup-page.tsx')).SetupPage }),
      },
      {
        Component: SessionGate,
        ErrorBoundary: BrokenPage,
        HydrateFallback: Opening,
        children: [
          {
            Component: Shell,
            children: [
              {
                ErrorBoundary: BrokenPage,
                children: [
                  {
                    index: true,
                    lazy: async () => ({ Component: (await import('../home/home-page.tsx')).HomePage }),
                  },
                  {
                    path: 'inbox/:queue?/:id?',
                    lazy: async () => ({ Component: (await import('../inbox/inbox-page.tsx')).InboxPage }),
                  },
                  {
                    path: 'referrals',
                    lazy: async () => ({
                      Component: (await import('../inbox/referrals-page.tsx')).ReferralsPage,
                    }),
                  },
                  {
                    path: 'capture',
                    lazy: async () => ({
                      Component: (await import('../inbox/capture-page.tsx')).CapturePage,
                    }),
                  },
                  {
                    path: 'cases',
                    lazy: async () => ({ Component: (await import('../cases/cases-page.tsx')).CasesPage }),
                  },
                  {
                    path: 'cases/:id',
                    lazy: async () => ({ Component: (await import('../cases/case-page.tsx')).CasePage }),
                  },
                  {
                    path: 'appointments',
                    lazy: async () => ({
                      Component: (await import('../appointments/appointments-page.tsx')).AppointmentsPage,
                    }),
                  },
                  {
                    path: 'scripts/review',
                    lazy: async () => ({
                      Component: (await import('../scripts/review-page.tsx')).ReviewPage,
                    }),
                  },
                  {
                    path: 'scripts/use',
                    lazy: async () => ({ Component: (await import('../scripts/use-page.tsx')).UsePage }),
                  },
                  {
                    path: 'scripts/updates',
                    lazy: async () => ({
                      Component: (await import('../editions/updates-page.tsx')).UpdatesPage,
                    }),
                  },
                  {
                    path: 'scripts/exchange',
                    lazy: async () => ({
                      Component: (await import('../scripts/exchange-page.tsx')).ExchangePage,
                    }),
                  },
                  {
                    path: 'scripts/:id?',
                    lazy: async () => ({
                      Component: (await import('../scripts/scripts-page.tsx')).ScriptsPage,
                    }),
                  },
                  {
                    path: 'rumours',
                    lazy: async () => ({
                      Component: (await import('../rumours/rumours-page.tsx')).RumoursPage,
                    }),
                  },
                  {
                    path: 'rumours/:id',
                    lazy: async () => ({
                      Component: (await import('../rumours/rumour-page.tsx')).RumourPage,
                    }),
                  },
                  {
                    path: 'broadcasts',
                    lazy: async () => ({
                      Component: (await import('../broadcasts/broadcasts-page.tsx')).BroadcastsPage,
                    }),
                  },
                  {
                    path: 'broadcasts/compose/:id?',
                    lazy: async () => ({
                      Component: (await import('../broadcasts/compose-page.tsx')).ComposePage,
                    }),
                  },
                  {
                    path: 'broadcasts/alerts',
                    lazy: async () => ({
                      Component: (await import('../broadcasts/cap-alerts-page.tsx')).CapAlertsPage,
                    }),
                  },
                  {
                    path: 'broadcasts/alerts/grades',
                    lazy: async () => ({
                      Component: (await import('../broadcasts/cap-grades-page.tsx')).CapGradesPage,
                    }),
                  },
                  {
                    path: 'broadcasts/alerts/:id',
                    lazy: async () => ({
                      Component: (await import('../broadcasts/cap-alert-page.tsx')).CapAlertPage,
                    }),
                  },
                  {
                    path: 'broadcasts/templates',
                    lazy: async () => ({
                      Component: (await import('../broadcasts/template-list-page.tsx')).TemplateListPage,
                    }),
                  },
                  {
                    path: 'broadcasts/templates/new',
                    lazy: async () => ({
                      Component: (await import('../broadcasts/template-edit-page.tsx')).TemplateEditPage,
                    }),
                  },
                  {
                    path: 'broadcasts/templates/:id',
                    lazy: async () => ({
                      Component: (await import('../broadcasts/template-page.tsx')).TemplatePage,
                    }),
                  },
                  {
                    path: 'broadcasts/templates/:id/edit',
                    lazy: async () => ({
                      Component: (await import('../broadcasts/template-edit-page.tsx')).TemplateEditPage,
                    }),
                  },
                  {
                    path: 'broadcasts/:id/loudspeaker',
                    lazy: async () => ({
                      Component: (await import('../broadcasts/template-loudspeaker-page.tsx'))
                        .LoudspeakerPage,
                    }),
                  },
                  {
                    path: 'broadcasts/:id',
                    lazy: async () => ({
                      Component: (await import('../broadcasts/broadcast-page.tsx')).BroadcastPage,
                    }),
                  },
                  {
                    path: 'guides/:slug?',
                    lazy: async () => ({
                      Component: (await import('../services/guides-page.tsx')).GuidesPage,
                    }),
                  },
                  {
                    path: 'residents',
                    lazy: async () => ({
                      Component: (await import('../residents/residents-page.tsx')).ResidentsPage,
                    }),
                  },
                  {
                    path: 'residents/duplicates',
                    lazy: async () => ({
                      Component: (await import('../residents/duplicates-page.tsx')).DuplicatesPage,
                    }),
                  },
                  {
                    path: 'residents/merge',
                    lazy: async () => ({
                      Component: (await import('../residents/merge-page.tsx')).MergePage,
                    }),
                  },
                  {
                    path: 'residents/imports',
                    lazy: async () => ({
                      Component: (await import('../residents/imports-page.tsx')).ImportsPage,
                    }),
                  },
                  {
                    path: 'residents/imports/:id',
                    lazy: async () => ({
                      Component: (await import('../residents/import-page.tsx')).ImportPage,
                    }),
                  },
                  {
                    path: 'residents/exports',
                    lazy: async () => ({
                      Component: (await import('../residents/exports-page.tsx')).ExportsPage,
                    }),
                  },
                  {
                    path: 'residents/:id',
                    lazy: async () => ({
                      Component: (await import('../residents/resident-page.tsx')).ResidentPage,
                    }),
                  },
                  {
                    path: 'coverage',
                    lazy: async () => ({
                      Component: (await import('../coverage/coverage-page.tsx')).CoveragePage,
                    }),
                  },
                  {
                    path: 'coverage/round',
                    lazy: async () => ({
                      Component: (await import('../coverage/round-page.tsx')).RoundPage,
                    }),
                  },
                  {
                    path: 'coverage/print',
                    lazy: async () => ({
                      Component: (await import('../coverage/print-page.tsx')).PrintPage,
                    }),
                  },
                  {
                    path: 'households',
                    lazy: async () => ({
                      Component: (await import('../residents/households-page.tsx')).HouseholdsPage,
                    }),
                  },
                  {
                    path: 'households/:id',
                    lazy: async () => ({
                      Component: (await import('../residents/household-page.tsx')).HouseholdPage,
                    }),
                  },
                  {
                    path: 'villages',
                    lazy: async () => ({
                      Component: (await import('../residents/villages-page.tsx')).VillagesPage,
                    }),
                  },
                  {
                    path: 'villages/:id',
                    lazy: async () => ({
                      Component: (await import('../residents/village-page.tsx')).VillagePage,
                    }),
                  },
                  {
                    path: 'wechat/:section?',
                    lazy: async () => ({
                      Component: (await import('../wechat/wechat-page.tsx')).WechatPage,
                    }),
                  },
                  {
                    path: 'wechat/contacts/:id',
                    lazy: async () => ({
                      Component: (await import('../wechat/external-contact-page.tsx')).ExternalContactPage,
                    }),
                  },
                  {
                    path: 'wechat/groups/:id',
                    lazy: async () => ({
                      Component: (await import('../wechat/group-page.tsx')).GroupPage,
                    }),
                  },
                  {
                    path: 'search',
                    lazy: async () => ({ Component: (await import('../search/search-page.tsx')).SearchPage }),
                  },
                  {
                    path: 'statistics',
                    lazy: async () => ({
                      Component: (await import('../statistics/statistics-page.tsx')).StatisticsPage,
                    }),
                  },
                  {
                    path: 'statistics/reviews',
                    lazy: async () => ({
                      Component: (await import('../statistics/reviews-page.tsx')).ReviewsPage,
                    }),
                  },
                  {
                    path: 'settings/:section?',
                    lazy: async () => ({
                      Component: (await import('../settings/settings-page.tsx')).SettingsPage,
                    }),
                  },
                  { path: '*', Component: MissingPage },
                ],
              },
            ],
          },
        ],
      },
    ],
    { basename: '/workbench' },
  )
