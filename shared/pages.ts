/** A page a person sends from its own window, signed in or not, to be read by their own server. */
import { z } from 'zod'

/** Lets one page of at most `maxBytes` of UTF-8 be sent, for a while. */
export const PageToken = z.object({ token: z.string(), minutes: z.int(), maxBytes: z.int() })
export type PageToken = z.infer<typeof PageToken>

/** Where the page waits for a decision; `address` is a path on this server. */
export const PageTaken = z.object({ id: z.string(), address: z.string() })
export type PageTaken = z.infer<typeof PageTaken>

/** A page that waits: where it is from and how large it is, in bytes of UTF-8. */
export const SentPage = z.object({ id: z.string(), url: z.string().nullable(), bytes: z.int() })
export type SentPage = z.infer<typeof SentPage>
