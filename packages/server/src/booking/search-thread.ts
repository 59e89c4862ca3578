/** What a thread of the search does: see `openSearches`. Built to a file of its own. */
export { searchTimes } from '@kinplan/domain/time-search/search-times'
