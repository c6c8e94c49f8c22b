import { clientPackage, packagePurchase, packageRefund } from './client-packages.ts'
import { id, idParams, pageQuery } from './common.ts'
import { admins, desk, staff, type Operation } from './operation.ts'
import { described, object, page } from './schema.ts'
import { transactionDraft, wallet, walletTransaction } from './wallets.ts'

const ours = [...staff, 'secret'] as const
const desks = [...desk, 'secret'] as const
const adminWrite = { who: [...admins, 'secret'] } as const

/** The part of `clients` that is money: wallet, ledger, packages. */
export const clientMoneyOperations = {
  wallet: {
    method: 'GET',
    path: '/clients/:id/wallet',
    summary: 'The balance of a client.',
    who: desks,
    scope: 'money:read',
    params: idParams,
    status: 200,
    reply: wallet,
    errors: ['not_found'],
  },
  transactions: {
    method: 'GET',
    path: '/clients/:id/transactions',
    summary: 'The ledger of a client, newest first.',
    who: desks,
    scope: 'money:read',
    params: idParams,
    query: pageQuery,
    status: 200,
    reply: page(walletTransaction),
    errors: ['not_found'],
  },
  addTransaction: {
    method: 'POST',
    path: '/clients/:id/transactions',
    summary: 'Add a line to the ledger: reception deposits, admins everything.',
    who: desks,
    scope: 'money:write',
    params: idParams,
    body: transactionDraft,
    status: 201,
    reply: walletTransaction,
    errors: [
      'not_found',
      'insufficient_funds',
      'refund_too_large',
      'package_refund_needed',
      'reason_required',
      'unknown_reference',
      'already_paid',
      'invalid_data',
      'conflict',
    ],
  },
  packages: {
    method: 'GET',
    path: '/clients/:id/packages',
    summary: 'Packages of a client, newest first.',
    who: ours,
    scope: 'clients:read',
    params: idParams,
    query: pageQuery,
    status: 200,
    reply: page(clientPackage),
    errors: ['not_found'],
  },
  sellPackage: {
    method: 'POST',
    path: '/clients/:id/packages',
    summary: 'Sell a package to a client.',
    who: desks,
    scope: 'money:write',
    params: idParams,
    body: packagePurchase,
    status: 201,
    reply: clientPackage,
    errors: [
      'not_found',
      'unknown_reference',
      'insufficient_funds',
      'payment_method_unavailable',
      'archived',
    ],
  },
  refundPackage: {
    method: 'POST',
    path: '/clients/:id/packages/:client_package_id/refund',
    summary: 'Take a package back and give the money of its unused visits back.',
    ...adminWrite,
    scope: 'money:write',
    params: object('ClientPackageParams', 'Which package.', {
      id,
      client_package_id: described(id, 'The client’s package.'),
    }),
    body: packageRefund,
    status: 200,
    reply: clientPackage,
    errors: ['not_found', 'invalid_transition', 'payment_method_unavailable', 'provider_failed'],
  },
} as const satisfies Record<string, Operation>
