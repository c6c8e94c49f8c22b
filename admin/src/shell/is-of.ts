import { createClient, type Staff, type Tokens } from '@zapis/sdk'

/** Whether the tokens are of the same person: somebody else’s sign-in must not send what the first had typed. */
export async function isOf(
  { access_token }: Tokens,
  person: Staff | undefined,
  send: typeof fetch,
): Promise<boolean> {
  const api = createClient({ accessToken: access_token, fetch: send })
  const { id } = await api.auth.whoami()
  return id === person?.id
}
