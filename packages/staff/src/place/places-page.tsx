import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { may } from '@kinplan/domain/access/may'
import { Disclosure } from '@kinplan/ui/disclosure'
import { PlacesDocument } from '../generated/graphql'
import { PageFrame } from '../frame/page-frame'
import { Read } from '../connection/read'
import { useWhoIAm } from '../connection/who-i-am'
import { HolidaysAndSchool } from './holidays-and-school'
import { PlaceCard } from './place-card'
import { PlaceForm } from './place-form'
import { SchoolTerms } from './school-terms'
import { placeFormWords, placesWords as words } from './places.copy'

/** Where families can meet, when school is, and whose bank holidays there are; whoever manages places keeps all of it. */
export function PlacesPage() {
  const keeps = may(useWhoIAm(), 'place:manage')
  const reading = useQuery(PlacesDocument)
  const refetch = () => void reading.refetch()
  return (
    <PageFrame title={words.title} beside={<Link to="/week">{words.week}</Link>}>
      <p>{words.lede}</p>
      <Read reading={reading}>
        {({ places, schoolTerms, holidaysAndSchool }) =>
          places === null || schoolTerms === null || holidaysAndSchool === null ? (
            <p>{words.notYours}</p>
          ) : (
            <>
              {places.length === 0 && <p>{words.none}</p>}
              {places.map((place) => (
                <PlaceCard key={place.id} place={place} keeps={keeps} onKept={refetch} />
              ))}
              {keeps && (
                <Disclosure label={placeFormWords.add}>
                  <PlaceForm onKept={refetch} />
                </Disclosure>
              )}
              <SchoolTerms terms={schoolTerms} keeps={keeps} onKept={refetch} />
              <HolidaysAndSchool set={holidaysAndSchool} keeps={keeps} onKept={refetch} />
            </>
          )
        }
      </Read>
    </PageFrame>
  )
}
