/** The two channels between the window's process and the station's. */
export const REQUEST_CHANNEL = 'station'
export const EVENT_CHANNEL = 'station-event'
