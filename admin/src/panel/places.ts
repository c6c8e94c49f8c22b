/** Where things are in the panel, for links from one area to another. */

export const visitPlace = (id: number) => `day?visit=${id}`

export const clientPlace = (id: number) => `clients/${id}`

/** The day, where a press of a time books this client. */
export const bookPlace = (clientId: number) => `day?client=${clientId}`
