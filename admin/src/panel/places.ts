/** Where things are in the panel, for links from one area to another. */

export const visitPlace = (id: number) => `day?visit=${id}`

export const clientPlace = (id: number) => `clients/${id}`
