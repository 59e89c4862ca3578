import type { RouteObject } from 'react-router'
import { RecordPage } from './access/record-page'
import { ActionsTab } from './action/actions-tab'
import { TimesTab } from './booking/times-tab'
import { OpenInEmergencyPage } from './break-glass/open-page'
import { CalendarPage } from './calendar/calendar-page'
import { DayTab } from './day/day-tab'
import { PrintPack } from './day/print-pack'
import { FamiliesPage } from './family/families-page'
import { FamilyPage } from './family/family-page'
import { OpenFamilyPage } from './family/open-family-page'
import { MeetingPage, type MeetingTab } from './meeting/meeting-page'
import { PeopleTab } from './meeting/people-tab'
import { WhyTab } from './meeting/why-tab'
import { meetingWords } from './meeting/meeting.copy'
import { PageBroken, PageMissing } from './frame/page-missing'
import { Shell, type NavItem } from './frame/shell'
import { PlacesPage } from './place/places-page'
import { PlanTab } from './plan/plan-tab'
import { shellWords as words } from './frame/shell.copy'
import { StuckPage } from './team/stuck-page'
import { TodayPage } from './family/today-page'
import { WeekPage } from './week/week-page'

/** The side bar, in order. */
const nav: readonly NavItem[] = [
  { to: '/', label: words.today },
  { to: '/families', label: words.families },
  { to: '/week', label: words.week },
  { to: '/team', label: words.team, right: 'team:stuck' },
]

/**
 * The parts of a meeting, in order; each gets `{ meeting, refetch }` and begins its headings with h2. The first is where a meeting opens.
 */
const tabs: readonly MeetingTab[] = [
  { path: 'why', label: meetingWords.tabs.why, Tab: WhyTab },
  { path: 'people', label: meetingWords.tabs.people, Tab: PeopleTab },
  { path: 'times', label: meetingWords.tabs.times, Tab: TimesTab },
  { path: 'day', label: meetingWords.tabs.day, Tab: DayTab },
  { path: 'plan', label: meetingWords.tabs.plan, Tab: PlanTab },
  { path: 'promises', label: meetingWords.tabs.actions, Tab: ActionsTab },
  { path: 'pack', label: meetingWords.tabs.pack, Tab: PrintPack },
]

/** Every page of the workers' app, below /staff. */
export const routes: RouteObject[] = [
  {
    element: <Shell nav={nav} />,
    errorElement: <PageBroken />,
    children: [
      { index: true, element: <TodayPage /> },
      { path: 'families', element: <FamiliesPage /> },
      { path: 'families/new', element: <OpenFamilyPage /> },
      { path: 'emergency', element: <OpenInEmergencyPage /> },
      { path: 'families/:familyId', element: <FamilyPage /> },
      { path: 'families/:familyId/record', element: <RecordPage /> },
      { path: 'meetings/:meetingId/:tab?', element: <MeetingPage tabs={tabs} /> },
      { path: 'week', element: <WeekPage /> },
      { path: 'calendar', element: <CalendarPage /> },
      { path: 'places', element: <PlacesPage /> },
      { path: 'team', element: <StuckPage /> },
      { path: '*', element: <PageMissing /> },
    ],
  },
]
